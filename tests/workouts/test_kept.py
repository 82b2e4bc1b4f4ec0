"""A partial that is kept shows what it is given, and never what was drawn for anything else."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from django.template import Context, Engine
from django.urls import set_script_prefix
from django.utils.safestring import SafeString

from workouts.models import Exercise
from workouts.templatetags.kept import _drawn
from workouts.units import DistanceUnit

PARTIALS = {
    "row.html": "<b>{{ row.name }}, {{ row.amount }}</b>",
    "thing.html": "<b>{{ thing }}</b>",
    "link.html": "{% url 'logbook:run' run_id %}",
}
ENGINE = Engine(
    loaders=[
        ("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", PARTIALS)])
    ],
    libraries={"kept": "workouts.templatetags.kept"},
)


@dataclass(frozen=True)
class Row:
    name: str
    amount: float | None = None


@dataclass(frozen=True)
class Named:
    row_id: int
    name: str = field(compare=False)


@pytest.fixture(autouse=True)
def _nothing_kept():
    _drawn.cache_clear()


def draw(partial: str, **given: object) -> str:
    told = " ".join(f"{name}={name}" for name in given)
    page = ENGINE.from_string(f'{{% load kept %}}{{% kept "{partial}.html" {told} %}}')
    return page.render(Context(given))


def test_the_same_content_is_drawn_once():
    assert draw("row", row=Row("Squat", 3.5)) == "<b>Squat, 3.5</b>"
    assert draw("row", row=Row("Squat", 3.5)) == "<b>Squat, 3.5</b>"
    assert _drawn.cache_info()[:2] == (1, 1)


def test_other_content_is_drawn_of_itself():
    assert draw("row", row=Row("Squat", 3.5)) == "<b>Squat, 3.5</b>"
    assert draw("row", row=Row("Squat", 4.5)) == "<b>Squat, 4.5</b>"
    assert draw("row", row=Row("Lunge")) == "<b>Lunge, None</b>"


def test_what_is_equal_and_of_another_type_is_kept_apart():
    assert [draw("thing", thing=thing) for thing in (1, 1.0, True)] == [
        "<b>1</b>",
        "<b>1.0</b>",
        "<b>True</b>",
    ]
    assert draw("thing", thing=DistanceUnit.KM) == draw("thing", thing="km") == "<b>km</b>"
    assert _drawn.cache_info().misses == 5


def test_words_are_escaped_whatever_was_drawn_before():
    assert draw("thing", thing="<i>") == draw("thing", thing="<i>") == "<b>&lt;i&gt;</b>"
    assert draw("row", row=Row("<i>", 1)) == "<b>&lt;i&gt;, 1</b>"
    assert draw("row", row=Row(SafeString("<i>"), 1)) == "<b>&lt;i&gt;, 1</b>"


def test_addresses_follow_the_place_the_site_is_served_from():
    assert draw("link", run_id=7) == "/runs/7/"
    try:
        set_script_prefix("/footfall/")
        assert draw("link", run_id=7) == "/footfall/runs/7/"
    finally:
        set_script_prefix("/")


@pytest.mark.parametrize(
    "thing",
    [
        Exercise(pk=1, name="Squat"),
        datetime(2026, 7, 1, tzinfo=UTC),
        SafeString("<i>"),
        Row(SafeString("<i>")),
        (Exercise(pk=1),),
        Named(1, "Squat"),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_what_may_be_equal_and_read_differently_is_refused(thing):
    with pytest.raises(TypeError, match="is not plain: give the partial what it shows of it"):
        draw("thing", thing=thing)


def test_what_may_change_is_refused():
    with pytest.raises(TypeError, match="unhashable"):
        draw("thing", thing=["Squat"])

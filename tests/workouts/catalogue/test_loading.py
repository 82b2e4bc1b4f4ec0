"""The catalogue in the database: loaded once, again, and after it changed, never touching the log."""

from dataclasses import replace
from datetime import timedelta
from io import StringIO
from shutil import copytree

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from logbook.models import LoggedSet
from tests.factories import NOW, make_athlete, make_session
from tests.workouts.catalogue.samples import FOLDER
from workouts.catalogue import files as read
from workouts.catalogue import loading
from workouts.models import Circuit, Exercise, Station

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)
MODELS = (Exercise, Circuit, Station, LoggedSet)


def rows(*models, but_for: str = "") -> list:
    return [
        {name: value for name, value in row.items() if name != but_for}
        for model in models
        for row in model.objects.order_by("pk").values()
    ]


def load_command() -> str:
    said = StringIO()
    call_command("load_catalogue", stdout=said)
    return said.getvalue().strip()


@pytest.fixture
def files(tmp_path, monkeypatch):
    """The catalogue's own files in a copy that a test may change."""
    folder = copytree(FOLDER, tmp_path / "catalogue", ignore=lambda _, names: [n for n in names if "py" in n])
    monkeypatch.setattr(read, "FOLDER", folder)
    return folder


def change(path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new))


def test_all_135_exercises_and_22_circuits_are_on_offer():
    assert (Exercise.objects.offered().count(), Circuit.objects.offered().count()) == (135, 22)
    assert load_command() == "Catalogue: 135 exercises, 22 circuits, 0 retired."


def test_loading_again_changes_no_row_and_no_id():
    before = rows(Exercise, Circuit), rows(Station, but_for="id")
    load_command()

    assert (rows(Exercise, Circuit), rows(Station, but_for="id")) == before


def test_loading_takes_a_few_queries_and_none_a_row():
    catalogue = read.read_files()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        loading.load(catalogue, now=LATER)

    assert len(queries) < 30


def test_an_exercise_is_stored_with_everything_its_file_says():
    exercise = Exercise.objects.select_related("easier", "harder").get(slug="dead-bug")
    entry = read.read_files().exercises["dead-bug"]

    assert (exercise.name, exercise.category, exercise.level) == (entry.name, entry.category, entry.level)
    assert (exercise.how_to, exercise.common_mistakes) == (list(entry.how_to), list(entry.common_mistakes))
    assert exercise.primary_muscles == list(entry.primary_muscles)
    assert (exercise.easier.slug, exercise.harder.slug) == (entry.regression, entry.progression)
    assert (exercise.tempo, exercise.rest_s) == (
        str(entry.prescription.tempo),
        entry.prescription.rest_after_s,
    )


@pytest.mark.parametrize("slug", sorted(path.stem for path in (FOLDER / "circuits").glob("*.toml")))
def test_a_circuit_from_the_database_takes_as_long_as_the_one_in_its_file(slug):
    catalogue = read.read_files()
    stored = Circuit.objects.with_stations().get(slug=slug)

    assert stored.shape == catalogue.circuits[slug].shape(catalogue.exercises)


def test_a_changed_file_changes_its_row_and_keeps_its_id(files):
    before = Exercise.objects.get(slug="dead-bug")
    others = list(Exercise.objects.exclude(slug="dead-bug").order_by("pk").values())
    change(files / "exercises" / "dead-bug.toml", f'name = "{before.name}"', 'name = "Dead beetle"')
    load_command()

    after = Exercise.objects.get(slug="dead-bug")
    assert (after.pk, after.name) == (before.pk, "Dead beetle")
    assert list(Exercise.objects.exclude(slug="dead-bug").order_by("pk").values()) == others


def test_a_changed_circuit_gets_its_new_stations_and_no_others(files):
    change(
        files / "circuits" / "after-easy-run-four.toml",
        "rest_between_rounds_s = 45",
        "rest_between_rounds_s = 50",
    )
    path = files / "circuits" / "after-easy-run-four.toml"
    path.write_text(
        path.read_text()
        .replace('"dead-bug"\nsets', '"bird-dog"\nsets')
        .replace("swaps.dead-bug", "swaps.bird-dog")
    )
    pk = Circuit.objects.get(slug="after-easy-run-four").pk
    load_command()

    circuit = Circuit.objects.with_stations().get(slug="after-easy-run-four")
    assert (circuit.pk, circuit.rest_between_rounds_s) == (pk, 50)
    assert [station.exercise.slug for station in circuit.stations.all()][3:] == ["bird-dog"]


def test_what_left_the_catalogue_is_retired_and_comes_back_as_the_same_row():
    whole = read.read_files()
    circuits = {slug: c for slug, c in whole.circuits.items() if slug != "leg-strength"}
    pk = Circuit.objects.get(slug="leg-strength").pk

    assert loading.load(replace(whole, circuits=circuits), now=LATER).retired == 1
    assert Circuit.objects.get(slug="leg-strength").retired_at == LATER
    assert not Circuit.objects.offered().filter(slug="leg-strength").exists()
    # Gone stays gone, since the same day.
    assert loading.load(replace(whole, circuits=circuits), now=LATER + timedelta(days=5)).retired == 0
    assert Circuit.objects.get(slug="leg-strength").retired_at == LATER

    loading.load(whole, now=LATER)
    back = Circuit.objects.get(slug="leg-strength")
    assert (back.pk, back.retired_at) == (pk, None)


def test_an_exercise_that_left_is_retired_and_no_neighbour_leads_to_it():
    whole = read.read_files()
    unused = set(whole.exercises) - {s.exercise for c in whole.circuits.values() for s in c.stations}
    slug = next(
        slug
        for slug in sorted(unused)
        if any(entry.regression == slug for entry in whole.exercises.values())
        and not any(
            slug == swap.exercise for c in whole.circuits.values() for v in c.variants for swap in v.swaps
        )
    )
    exercises = {
        name: replace(
            entry,
            regression=entry.regression if entry.regression != slug else None,
            progression=entry.progression if entry.progression != slug else None,
        )
        for name, entry in whole.exercises.items()
        if name != slug
    }
    loading.load(replace(whole, exercises=exercises), now=LATER)

    assert Exercise.objects.get(slug=slug).retired_at == LATER
    assert not Exercise.objects.filter(easier__slug=slug).exists()
    assert not Exercise.objects.filter(harder__slug=slug).exists()


def test_logged_sets_are_never_touched(files):
    make_session(make_athlete())
    before = rows(LoggedSet)
    for path in (files / "circuits").glob("*.toml"):
        if path.stem != "ten-minute-minimal":
            path.unlink()
    change(files / "exercises" / "dead-bug.toml", 'tempo = "3-1-2-0"', 'tempo = "1-0-1-0"')
    load_command()

    assert Circuit.objects.offered().count() == 1
    assert rows(LoggedSet) == before


def test_a_broken_file_changes_nothing_and_is_named_with_its_key(files):
    change(files / "exercises" / "dead-bug.toml", 'category = "core"', 'category = "coar"')
    change(
        files / "exercises" / "bird-dog.toml",
        f'name = "{Exercise.objects.get(slug="bird-dog").name}"',
        'name = "New"',
    )
    before = rows(*MODELS)

    with pytest.raises(CommandError) as refusal:
        load_command()
    told = str(refusal.value)
    assert told.startswith("The catalogue was left as it was:\n")
    assert "dead-bug.toml" in told
    assert "category" in told
    assert "coar" in told
    assert rows(*MODELS) == before


def test_every_mistake_is_named_at_once(files):
    change(files / "exercises" / "dead-bug.toml", 'category = "core"', 'category = "coar"')
    (files / "circuits" / "leg-strength.toml").write_text("rounds = [")

    with pytest.raises(CommandError) as refusal:
        load_command()
    assert "dead-bug.toml" in str(refusal.value)
    assert "leg-strength.toml" in str(refusal.value)


def test_a_load_that_fails_halfway_changes_nothing():
    before = rows(*MODELS)

    def fails_at_the_stations(execute, sql, params, many, context):
        if sql.startswith("INSERT") and '"workouts_station"' in sql:
            raise ConnectionError
        return execute(sql, params, many, context)

    whole = read.read_files()
    renamed = {slug: replace(entry, name="New") for slug, entry in whole.exercises.items()}
    with connection.execute_wrapper(fails_at_the_stations), pytest.raises(ConnectionError):
        loading.load(replace(whole, exercises=renamed), now=LATER)
    assert rows(*MODELS) == before

"""Each station of a session is told as it was asked for beside as it was done, what differed made plain."""

from dataclasses import replace

import pytest

from logbook.sets.done import Measure, SetDone
from logbook.sets.station import StationDone, StationPlan
from logbook.stations import movement_of
from tests.browsing import links, soup, words
from tests.factories import as_planned, make_session
from workouts import circuits
from workouts.models import Exercise

pytestmark = [pytest.mark.usefixtures("clock"), pytest.mark.django_db]

LUNGE, CLIMBER, BRIDGE, DEAD_BUG = range(4)
ASKED = "3 × 8 each side"


@pytest.fixture
def planned():
    return as_planned(circuits.to_do(slug="after-easy-run-four"))


def movement(slug: str):
    return movement_of(Exercise.objects.get(slug=slug))


def rows(client, session) -> list[list[str]]:
    page = client.get(session.get_absolute_url())
    return [
        [words(cell) for cell in row.find_all(["th", "td"])]
        for row in soup(page).select(".stations-done tbody tr")
    ]


def bold(client, session) -> list[str]:
    return [words(each) for each in soup(client.get(session.get_absolute_url())).select(".stations-done b")]


def test_as_planned_says_so_in_calm_words_and_leads_to_the_exercises(ana, ana_client, planned):
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session) == [
        ["Reverse lunge to knee drive", ASKED, "as planned"],
        ["Slow mountain climber", ASKED, "as planned"],
        ["Single-leg glute bridge", ASKED, "as planned"],
        ["Dead bug", ASKED, "as planned"],
    ]
    assert bold(ana_client, session) == []
    assert links(ana_client.get(session.get_absolute_url()))["Dead bug"] == "/exercises/dead-bug/"


SET_BY_SET = {
    "fewer repetitions in every set": (
        lambda sets: [replace(each, left=6) for each in sets], "3 × 6 each side", ""
    ),
    "fewer in the last": (
        lambda sets: [*sets[:2], replace(sets[2], left=5)], "8, 8, 5 each side", ""
    ),
    "left and right apart": (
        lambda sets: [*sets[:2], replace(sets[2], right=6)], "8 each side; 8 each side; left 8, right 6", ""
    ),
    "one left out": (lambda sets: [*sets[:2], None], "2 × 8 each side", "1 set left out"),
    "one on top": (lambda sets: [*sets, sets[0]], "4 × 8 each side", "1 set on top"),
    "one left out and two on top": (
        lambda sets: [None, *sets[1:], sets[0], sets[0]],
        "4 × 8 each side",
        "1 set left out, 2 sets on top",
    ),
    "another tempo": (
        lambda sets: [replace(each, tempo="2-0-2-0") for each in sets],
        "3 × 8 each side, tempo 2-0-2-0",
        "",
    ),
    "another tempo in one": (
        lambda sets: [*sets[:2], replace(sets[2], tempo="2-0-2-0")],
        "3 × 8 each side, set 3 at tempo 2-0-2-0",
        "",
    ),
    "no tempo in two": (
        lambda sets: [sets[0], *(replace(each, tempo="") for each in sets[1:])],
        "3 × 8 each side, set 2 without tempo, set 3 without tempo",
        "",
    ),
    "another tempo on top": (
        lambda sets: [*sets, replace(sets[0], tempo="2-0-2-0")],
        "4 × 8 each side, set 4 at tempo 2-0-2-0",
        "1 set on top",
    ),
    "no tempo": (
        lambda sets: [replace(each, tempo="") for each in sets], "3 × 8 each side, no tempo", ""
    ),
    "nothing at all": (lambda sets: [None] * 3, "left out", ""),
}  # fmt: skip


@pytest.mark.parametrize(("change", "told", "remark"), SET_BY_SET.values(), ids=SET_BY_SET)
def test_what_differed_stands_out(ana, ana_client, planned, change, told, remark):
    planned[DEAD_BUG] = replace(planned[DEAD_BUG], sets=tuple(change(planned[DEAD_BUG].sets)))
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session)[DEAD_BUG] == ["Dead bug", ASKED, f"{told} {remark}".strip()]
    assert bold(ana_client, session) == [told]


@pytest.mark.parametrize(
    ("added", "told"),
    [
        ({"load_kg": 6.0, "implements": 2}, "3 × 8 each side, 2 × 6 kg"),
        ({"rpe": 7.5}, "3 × 8 each side, effort 7.5"),
        ({"reps_in_reserve": 0}, "3 × 8 each side, 0 in reserve"),
    ],
)
def test_a_weight_or_an_effort_is_told_and_no_difference(ana, ana_client, planned, added, told):
    sets = tuple(replace(each, **added) for each in planned[LUNGE].sets)
    planned[LUNGE] = replace(planned[LUNGE], sets=sets)
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session)[LUNGE][2] == told
    assert bold(ana_client, session) == []


def test_weights_are_told_in_the_athlete_s_unit(ana, ana_client, planned):
    ana.weight_unit = "lb"
    ana.save()
    sets = tuple(replace(each, load_kg=9.07, implements=1) for each in planned[LUNGE].sets)
    planned[LUNGE] = replace(planned[LUNGE], sets=sets)

    assert "20 lb" in rows(ana_client, make_session(ana, stations=planned))[LUNGE][2]


def of_plank(**changes) -> SetDone:
    plank = movement("knee-plank")
    return SetDone(movement=plank, measure=Measure.SECONDS, left=20, tempo="", **changes)


def test_another_exercise_stands_there_instead_of_the_one_asked_for(ana, ana_client, planned):
    planned[CLIMBER] = replace(planned[CLIMBER], sets=(of_plank(), of_plank(), None))
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session)[CLIMBER] == [
        "Kneeling forearm plank instead of Slow mountain climber", ASKED, "2 × 20 s 1 set left out",
    ]  # fmt: skip
    page = ana_client.get(session.get_absolute_url())
    assert links(page)["Kneeling forearm plank"] == "/exercises/knee-plank/"


def test_swapped_for_one_set_alone_it_is_named_with_that_set(ana, ana_client, planned):
    planned[CLIMBER] = replace(planned[CLIMBER], sets=(*planned[CLIMBER].sets[:2], of_plank()))
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session)[CLIMBER] == [
        "Slow mountain climber", ASKED,
        "Slow mountain climber 2 × 8 each side; Kneeling forearm plank 1 × 20 s",
    ]  # fmt: skip


def test_swapped_on_its_own_sides_and_numbers_it_still_differs(ana, ana_client, planned):
    tap = movement("dead-bug-heel-tap")
    sets = tuple(replace(each, movement=tap) for each in planned[DEAD_BUG].sets)
    planned[DEAD_BUG] = replace(planned[DEAD_BUG], sets=sets)
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session)[DEAD_BUG] == [
        "Dead bug heel tap instead of Dead bug", ASKED, "3 × 8 each side",
    ]  # fmt: skip
    assert bold(ana_client, session) == ["3 × 8 each side"]


def test_an_exercise_on_top_of_the_circuit_has_nothing_asked_for(ana, ana_client, planned):
    plank = movement("knee-plank")
    planned.append(StationDone(plan=StationPlan(number=5, movement=plank), sets=(of_plank(),)))
    session = make_session(ana, stations=planned)

    assert rows(ana_client, session)[4] == ["Kneeling forearm plank", "", "1 × 20 s"]
    assert bold(ana_client, session) == []


def test_what_was_asked_for_is_told_as_it_was_called_then(ana, ana_client, planned):
    session = make_session(ana, stations=planned)
    Exercise.objects.filter(slug="dead-bug").update(name="Dying bug", unilateral=False)

    assert rows(ana_client, session)[DEAD_BUG] == ["Dead bug", ASKED, "as planned"]

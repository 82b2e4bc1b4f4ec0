"""Two versions of a session side by side: one row for all that differs, in words, and none for the rest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from logbook import stations, versions
from logbook.facts import Pain
from logbook.models import Run, Session
from logbook.sets.station import StationDone
from logbook.versions import Difference
from tests.factories import NOW, as_planned, make_run, make_session, session_facts
from tests.logbook.tabs import typed
from workouts import circuits
from workouts.models import Exercise
from workouts.units import DistanceUnit, WeightUnit

CIRCUIT = "ten-minute-minimal"
NAMES = ["Split squat", "Single-leg glute bridge", "Single-leg calf raise", "Side plank"]


def rows(ana, **changes) -> list[tuple[str, str, str]]:
    """What differs between the session that is stored and these changes to it, typed elsewhere."""
    facts = session_facts(ana, **({"circuit": CIRCUIT} | changes))
    stored = Session.objects.with_sets().select_related("run").get()
    found = versions.compared(stored=stored, facts=facts, unit=DistanceUnit.KM, weight_unit=WeightUnit.KG)
    assert all(isinstance(row, Difference) and row.label and row.stored and row.yours for row in found)
    return [(row.label, row.stored, row.yours) for row in found]


def planned() -> list[StationDone]:
    return as_planned(circuits.to_do(slug=CIRCUIT))


def own(slug: str, words: list[str]) -> StationDone:
    exercise = Exercise.objects.with_rungs().get(slug=slug)
    return typed(stations.of_exercise(exercise, number=9), words)


def with_first(*words: str) -> list[StationDone]:
    first, *others = planned()
    return [typed(first.plan, words), *others]


@pytest.fixture
def session(ana) -> Session:
    return make_session(ana, circuit=CIRCUIT)


@pytest.mark.usefixtures("session")
class TestTheFrame:
    def test_nothing_differs_from_what_is_stored(self, ana):
        assert rows(ana) == []

    def test_minutes_effort_name_and_note_in_the_order_of_the_form(self, ana):
        assert rows(ana, minutes=31, effort=5, name="Hotel room", note="Wet.", pain=Pain(level=2)) == [
            ("Minutes", "22", "31"),
            ("Effort", "not rated", "5: hard"),
            ("Pain", "blank", "2 of 10"),
            ("Name", "Ten-minute minimal", "Hotel room"),
            ("Note", "blank", "Wet."),
        ]

    @pytest.mark.parametrize(
        ("pain", "said"),
        [
            (Pain(level=4, place="knee", side="left"), "4 of 10, left knee"),
            (Pain(level=0), "0 of 10"),
            (Pain(level=1, side="right"), "1 of 10, right"),
        ],
    )
    def test_pain_is_told_with_its_place(self, ana, pain, said):
        assert rows(ana, pain=pain) == [("Pain", "blank", said)]

    def test_another_day_or_time(self, ana):
        assert rows(ana, started_at=NOW - timedelta(hours=26)) == [
            ("Start", "Wed 29 Jul 2026, 09:00", "Tue 28 Jul 2026, 08:00")
        ]

    def test_seconds_only_where_nothing_else_tells_them_apart(self, ana):
        assert rows(ana, started_at=NOW - timedelta(minutes=59, seconds=30)) == [
            ("Start", "Wed 29 Jul 2026, 09:00:00 +0200", "Wed 29 Jul 2026, 09:00:30 +0200")
        ]

    def test_a_name_left_blank_is_no_difference(self, ana):
        assert rows(ana, name="") == []

    def test_a_note_is_shown_from_where_it_differs(self, ana):
        Session.objects.update(note="a" * 100 + "b" + "c" * 100)
        assert rows(ana, note="a" * 100) == [("Note", "…" + "a" * 20 + "b" + "c" * 59 + "…", "…" + "a" * 20)]


def test_the_hour_that_comes_twice_is_told_with_its_offset(ana):
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    make_session(ana, circuit=CIRCUIT, started_at=first)
    assert rows(ana, started_at=first + timedelta(hours=1)) == [
        ("Start", "Sun 25 Oct 2026, 02:30:00 +0200", "Sun 25 Oct 2026, 02:30:00 +0100")
    ]


class TestTheRun:
    def test_is_told_by_kind_day_time_and_distance(self, ana):
        make_session(ana, circuit=CIRCUIT, run=make_run(ana))
        assert rows(ana) == [("Run", "Easy run, Wed 29 Jul, 07:00, 8.2 km", "No run")]

    def test_without_a_distance_it_has_none(self, ana, session):
        assert rows(ana, run=make_run(ana, distance_m=None, started_at=NOW - timedelta(hours=30))) == [
            ("Run", "No run", "Easy run, Tue 28 Jul, 04:00")
        ]

    def test_one_deleted_just_now_is_no_run(self, ana):
        make_session(ana, circuit=CIRCUIT, run=make_run(ana))
        Run.objects.get().hide(at=NOW)
        assert rows(ana) == []


@pytest.mark.usefixtures("session")
class TestStations:
    def test_each_that_differs_has_a_row_under_its_name(self, ana):
        first, second, *others = planned()
        done = [typed(first.plan, ["more", "as asked"]), typed(second.plan, []), *others]
        assert rows(ana, stations=done) == [
            ("Split squat", "2 × 8 each side", "9, 8 each side"),
            ("Single-leg glute bridge", "2 × 6 each side", "left out"),
        ]

    @pytest.mark.parametrize("word", ["loaded", "felt", "reserve", "other side", "one side", "more", ""])
    def test_whatever_differs_in_a_set_reads_differently(self, ana, word):
        [(name, stored, yours)] = rows(ana, stations=with_first("as asked", word))
        assert (name, stored) == ("Split squat", "2 × 8 each side")
        assert yours != stored

    @pytest.mark.parametrize("words", [["swapped"] * 2, ["as asked", "swapped"]])
    def test_another_exercise_is_named(self, ana, words):
        [(name, stored, yours)] = rows(ana, stations=with_first(*words))
        other = planned()[0].plan.rungs[0].movement
        assert (name, stored) == ("Split squat", "2 × 8 each side")
        assert other.name in yours and str(other.amount) in yours

    def test_which_set_was_left_out_is_told_where_the_rest_is_the_same(self, ana):
        Session.objects.all().delete()
        make_session(ana, circuit=CIRCUIT, stations=with_first("", "as asked"))
        [(_, stored, yours)] = rows(ana, stations=with_first("as asked", ""))
        done = "Split squat 8 each side, tempo 3-1-1-0"
        assert stored == f"set 1: left out; set 2: {done}"
        assert yours == f"set 1: {done}; set 2: left out"

    def test_another_tempo_alone_is_told(self, ana):
        first, *others = planned()
        counted = tuple(replace(each, tempo="") for each in first.sets)
        [(_, stored, yours)] = rows(ana, stations=[replace(first, sets=counted), *others])
        assert stored.count("tempo 3-1-1-0") == yours.count("tempo blank") == 2

    def test_one_that_only_the_other_has_is_not_in_the_session(self, ana):
        done = [*planned()[1:], own("dead-bug", ["more"])]
        assert [
            (name, stored == versions.ABSENT, yours == versions.ABSENT)
            for name, stored, yours in rows(ana, stations=done)
        ] == [("Dead bug", True, False), ("Split squat", False, True)]

    def test_one_without_any_set_is_none(self, ana):
        assert rows(ana, stations=[own("dead-bug", []), *planned()]) == []

    def test_another_order_is_one_row(self, ana):
        first, *others, last = planned()
        assert rows(ana, stations=[last, *others, first]) == [
            ("Order", ", ".join(NAMES), ", ".join([NAMES[3], *NAMES[1:3], NAMES[0]]))
        ]


def test_the_same_exercise_twice_is_told_apart_by_its_place(ana):
    twice = [own("dead-bug", ["as asked"]), own("dead-bug", ["as asked", "more"])]
    make_session(ana, circuit=CIRCUIT, stations=twice)
    assert rows(ana, stations=twice) == []
    assert [name for name, *_ in rows(ana, stations=twice[::-1])] == ["Dead bug", "Dead bug"]


def test_one_that_nothing_asked_for_is_what_was_done_first(ana):
    swapped = [own("dead-bug", ["swapped", "as asked"])]
    make_session(ana, circuit=CIRCUIT, stations=swapped)
    assert rows(ana, stations=swapped) == []


def test_it_costs_one_query(ana, session, django_assert_num_queries):
    stored = Session.objects.with_sets().select_related("run").get()
    facts = session_facts(ana, circuit=CIRCUIT, minutes=5)
    with django_assert_num_queries(1):
        versions.compared(stored=stored, facts=facts, unit=DistanceUnit.KM, weight_unit=WeightUnit.KG)

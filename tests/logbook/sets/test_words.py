"""Sets are told in few words: once what they share, and each by itself what they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.sets.done import Measure, SetDone
from logbook.sets.station import PlannedSet
from logbook.sets.words import planned_told, set_told, told
from tests.logbook.sets.stations import lunge
from tests.logbook.sets.strategies import PLANK, SQUAT, sets_done
from workouts.units import WeightUnit

KG = WeightUnit.KG


def hold(seconds: int, **changes) -> SetDone:
    return lunge(seconds, measure=Measure.SECONDS, tempo="", **changes)


def carry(metres: int) -> SetDone:
    return lunge(metres, movement=SQUAT, measure=Measure.METRES, tempo="")


def squat(reps: int, kg: float | None = None, implements: int | None = 1, **changes) -> SetDone:
    return lunge(reps, movement=SQUAT, load_kg=kg, implements=implements if kg else None, **changes)


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([lunge(6)] * 3, "3 × 6 each side"),
        ([lunge(8), None, None], "1 × 8 each side"),
        ([squat(10)] * 2, "2 × 10"),
        ([hold(31)] * 3, "3 × 31 s each side"),
        ([hold(120, movement=PLANK)], "1 × 2 min"),
        ([carry(35)] * 3, "3 × 35 m"),
        ([lunge(8), None, lunge(8), lunge(6)], "8, 8, 6 each side"),
        ([squat(8), hold(30, movement=SQUAT)], "8, 30 s"),
        ([lunge(8, right=6)] * 3, "3 × left 8, right 6"),
        ([lunge(8), lunge(8, right=6)], "8 each side; left 8, right 6"),
        ([lunge(8, right=0)], "1 × left 8, right none"),
        ([hold(0, right=20)], "1 × left none, right 20 s"),
    ],
)
def test_amounts_are_counted_where_alike_and_listed_where_not(sets, words):
    assert told(sets, unit=KG) == words


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([lunge(8, load_kg=6.0, implements=1)] * 3, "3 × 8 each side, 6 kg"),
        ([lunge(8, load_kg=6.0, implements=2)] * 3, "3 × 8 each side, 2 × 6 kg"),
        ([squat(8, 20.0), squat(6, 20.0)], "8, 6, 20 kg"),
        ([squat(8, 20.0), squat(8, 20.0), squat(6, 22.5)], "8 at 20 kg, 8 at 20 kg, 6 at 22.5 kg"),
        ([squat(8), squat(8, 20.0)], "8, 8 at 20 kg"),
        ([squat(8, 10.0), squat(8, 10.0, 2)], "8 at 10 kg, 8 at 2 × 10 kg"),
        ([squat(8, rpe=8.0), squat(6, rpe=8.0)], "8, 6, effort 8"),
        ([squat(8, 20.0, rpe=7.5)] * 2, "2 × 8, 20 kg, effort 7.5"),
        ([squat(8, reps_in_reserve=0)] * 2, "2 × 8, 0 in reserve"),
        ([squat(8, 20.0, rpe=7.0), squat(8, 20.0)], "8 at 20 kg, effort 7; 8 at 20 kg"),
        ([squat(8, 20.0, rpe=7.0), squat(8, 22.0, rpe=7.0)], "8 at 20 kg, 8 at 22 kg, each at effort 7"),
        (
            [squat(8, 20.0, reps_in_reserve=2), squat(8, 22.0, reps_in_reserve=2)],
            "8 at 20 kg, 8 at 22 kg, each with 2 in reserve",
        ),
    ],
)
def test_weight_and_effort_are_said_once_where_shared_and_at_each_set_where_not(sets, words):
    assert told(sets, unit=KG) == words


@pytest.mark.parametrize("sets", [[], [None], [None, None, None]])
def test_nothing_done_was_left_out(sets):
    assert told(sets, unit=KG) == "left out"


def test_exercises_are_named_where_there_are_several():
    sets = [lunge(8), lunge(8), hold(30, movement=PLANK), lunge(6)]
    assert told(sets, unit=KG) == (
        "Reverse lunge 2 × 8 each side; Plank 1 × 30 s; Reverse lunge 1 × 6 each side"
    )


def test_weights_are_in_the_unit_of_the_athlete():
    assert told([squat(8, 20.41)], unit=WeightUnit.LB) == "1 × 8, 45 lb"


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (lunge(8), "8 each side"),
        (lunge(8, load_kg=6.0, implements=2, rpe=8.0), "8 each side at 2 × 6 kg, effort 8"),
        (lunge(8, right=6, reps_in_reserve=2), "left 8, right 6, 2 in reserve"),
        (hold(30, movement=PLANK), "30 s"),
    ],
)
def test_one_set_is_told_in_full(done, words):
    assert set_told(done, unit=KG) == words


@pytest.mark.parametrize(
    ("measure", "amounts", "per_side", "words"),
    [
        (Measure.REPS, [8, 8, 8], True, "3 × 8 each side"),
        (Measure.REPS, [12, 10, 8], False, "12, 10, 8"),
        (Measure.REPS, [12, 10], True, "12, 10 each side"),
        (Measure.SECONDS, [30, 30], True, "2 × 30 s each side"),
        (Measure.SECONDS, [300], False, "1 × 5 min"),
        (Measure.METRES, [20] * 3, False, "3 × 20 m"),
        (Measure.REPS, [], True, ""),
    ],
)
def test_what_was_asked_for_is_told_alike(measure, amounts, per_side, words):
    planned = [PlannedSet(measure=measure, amount=n, tempo="", rest_after_s=10) for n in amounts]
    assert planned_told(planned, per_side=per_side) == words


@given(st.lists(sets_done(SQUAT), min_size=1, max_size=4), st.sampled_from(WeightUnit))
def test_nothing_is_told_in_bare_python(sets, unit):
    words = told(sets, unit=unit)
    assert not any(odd in words for odd in ("None", ".0 ", "[", ", ,", "  "))

"""A prescription knows its work, its time under tension and how its dose reads."""

import pytest

from workouts.training.prescription import BadPrescription, Prescription
from workouts.training.tempo import Tempo


def prescribed(**changes):
    return Prescription(**{"sets": 3, "counts_tension": True} | changes)


@pytest.mark.parametrize(
    ("dose", "work_s"),
    [
        ({"reps": 10, "tempo": Tempo.parse("3-1-1-0")}, 50),
        ({"reps": 8, "tempo": Tempo.parse("3-1-1-1"), "per_side": True}, 96),
        ({"reps": 5, "tempo": Tempo.parse("2-0-X-0")}, 15),
        ({"reps": 15, "seconds_per_rep": 0.6}, 9),
        ({"reps": 10, "tempo": Tempo.parse("3-1-1-0"), "seconds_per_rep": 9}, 50),
        ({"seconds": 30}, 30),
        ({"seconds": 30, "per_side": True}, 60),
        ({"distance_m": 20, "meters_per_second": 2.5}, 8),
        ({"distance_m": 20, "meters_per_second": 1.0, "per_side": True}, 40),
    ],
)
def test_work_is_the_time_of_one_set_on_both_sides(dose, work_s):
    assert prescribed(**dose).work_s == pytest.approx(work_s)


@pytest.mark.parametrize(
    ("dose", "tension_s"),
    [
        ({"reps": 10, "tempo": Tempo.parse("3-1-1-0")}, 50),
        ({"reps": 8, "tempo": Tempo.parse("3-1-1-1"), "per_side": True}, 96),
        ({"seconds": 30, "per_side": True}, 60),
        ({"reps": 6, "seconds_per_rep": 9}, 0),
        ({"distance_m": 20, "meters_per_second": 1.0}, 0),
        ({"seconds": 30, "counts_tension": False}, 0),
        ({"reps": 10, "tempo": Tempo.parse("3-1-1-0"), "counts_tension": False}, 0),
    ],
)
def test_tension_counts_tempo_and_holds_of_strength_work_only(dose, tension_s):
    assert prescribed(**dose).tension_s == tension_s


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ({"reps": 12, "seconds_per_rep": 3}, "12"),
        ({"reps": 8, "seconds_per_rep": 3, "per_side": True}, "8 each side"),
        ({"seconds": 30, "per_side": True}, "30 s each side"),
        ({"seconds": 60}, "60 s"),
        ({"seconds": 119}, "119 s"),
        ({"seconds": 120}, "2 min"),
        ({"seconds": 121}, "121 s"),
        ({"seconds": 150}, "150 s"),
        ({"seconds": 300}, "5 min"),
        ({"seconds": 120, "per_side": True}, "2 min each side"),
        ({"distance_m": 20, "meters_per_second": 1, "per_side": True}, "20 m each side"),
        ({"distance_m": 80, "meters_per_second": 5}, "80 m"),
    ],
)
def test_the_dose_reads_as_in_a_training_plan(dose, words):
    assert prescribed(**dose).dose == words


@pytest.mark.parametrize(
    "doses",
    [
        {},
        {"reps": 8, "seconds": 30},
        {"reps": 8, "distance_m": 20},
        {"seconds": 30, "distance_m": 20},
        {"reps": 8, "seconds": 30, "distance_m": 20},
    ],
)
def test_there_is_exactly_one_dose(doses):
    with pytest.raises(BadPrescription, match="exactly one"):
        prescribed(seconds_per_rep=3, meters_per_second=1, **doses)


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ({"sets": 0, "seconds": 30}, "1 or more"),
        ({"seconds": 0}, "1 or more"),
        ({"reps": 0, "seconds_per_rep": 3}, "1 or more"),
        ({"seconds": 30, "rest_after_s": -1}, "0 seconds or more"),
        ({"reps": 8}, "need a tempo or seconds per repetition"),
        ({"distance_m": 20}, "need metres per second"),
        ({"reps": 8, "seconds_per_rep": 0}, "above zero"),
        ({"distance_m": 20, "meters_per_second": -1}, "above zero"),
    ],
)
def test_numbers_that_give_no_time_are_refused(numbers, sentence):
    with pytest.raises(BadPrescription, match=sentence):
        prescribed(**numbers)


def test_one_of_everything_and_no_rest_is_the_least_there_is():
    least = prescribed(sets=1, seconds=1, rest_after_s=0)
    assert least.work_s == 1

"""Length: long is what is long for this athlete, in minutes or in distance."""

import pytest

from tests.logbook.kinds.evidences import guess, usual
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind


def kind_of(minutes, usual_minutes, **changes):
    """The kind of a run without a distance, by its length alone."""
    past = usual(duration_s=60 * usual_minutes, distance_m=None)
    return guess(past=past, **{"duration_s": 60 * minutes, "distance_m": None, "avg_hr": None} | changes).kind


def test_the_reason_tells_the_distance_and_how_much_it_is_of_the_usual():
    found = guess(past=usual(distance_m=9100), duration_s=6200, distance_m=17_200)
    assert found.kind is RunKind.LONG
    assert found.because == "17.2 km is 1.9 times your median of 9.1 km."


def test_the_reason_is_in_the_unit_of_the_athlete():
    found = guess(
        past=usual(distance_m=8046.72), unit=DistanceUnit.MILES, duration_s=6200, distance_m=16_093.44
    )
    assert found.because == "10.0 mi is 2 times your median of 5.0 mi."


def test_without_a_distance_the_reason_tells_the_time():
    found = guess(duration_s=5760, distance_m=None)
    assert found.because == "1 h 36 min is 2 times your median of 48 min."


@pytest.mark.parametrize(
    ("minutes", "usual_minutes", "kind"),
    [
        (75, 75 / 1.399, RunKind.EASY), (75, 75 / 1.401, RunKind.LONG), (74.9, 74.9 / 1.401, RunKind.EASY),
        (45, 30, RunKind.LONG), (44.9, 29.9, RunKind.EASY), (45, 30.1, RunKind.EASY), (120, 90, RunKind.EASY),
    ],
)  # fmt: skip
def test_long_is_75_min_and_two_fifths_more_or_45_min_and_half_as_much_again(minutes, usual_minutes, kind):
    assert kind_of(minutes, usual_minutes) is kind


@pytest.mark.parametrize(("distance_m", "kind"), [(11_999, RunKind.EASY), (12_000, RunKind.LONG)])
def test_the_distance_alone_is_enough(distance_m, kind):
    past = usual(duration_s=3600)
    assert (
        guess(past=past, duration_s=3600, distance_m=distance_m, avg_hr=None, sub_sport="trail").kind is kind
    )


def test_four_earlier_runs_are_no_measure_and_five_are():
    assert guess(past=usual(4), duration_s=6000, distance_m=None).kind is RunKind.EASY
    assert guess(past=usual(5), duration_s=6000, distance_m=None).kind is RunKind.LONG


@pytest.mark.parametrize(("minutes", "kind"), [(104.9, RunKind.EASY), (105, RunKind.LONG)])
def test_without_history_long_is_an_hour_and_three_quarters(minutes, kind):
    found = guess(past=usual(4), duration_s=60 * minutes, distance_m=None)
    assert found.kind is kind
    if kind is RunKind.LONG:
        assert found.because == "It took 1 h 45 min, which is long for most runners."


def test_warm_ups_recorded_by_themselves_do_not_make_every_run_long():
    past = usual(6, duration_s=600, distance_m=1600) + usual(5)
    assert guess(past=past).kind is RunKind.EASY
    assert guess(past=usual(6, duration_s=600, distance_m=1600) + usual(4), avg_hr=None).kind is RunKind.LONG


def test_cross_training_is_no_measure():
    rides = usual(20, kind=RunKind.CROSS_TRAINING, duration_s=9000, distance_m=60_000)
    assert guess(past=rides + usual(5), duration_s=5400, distance_m=None).kind is RunKind.LONG
    assert guess(past=rides, duration_s=5400, distance_m=None).because.endswith(
        "that takes five earlier runs."
    )

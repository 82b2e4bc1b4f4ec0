"""Repetitions are told in words where some were of about one length, and drawn by how fast they were."""

import pytest

from logbook.laps import laps_told
from logbook.rates import Rate
from tests.logbook.recordings import lap
from workouts.units import DistanceUnit


def told(*pieces, unit=DistanceUnit.KM, is_pace=True, word="interval"):
    """Repetitions of metres and seconds after a warm-up, in words."""
    laps = [lap(0, intensity="warmup")]
    laps += [
        lap(number, intensity=word, distance_m=metres, duration_s=seconds)
        for number, (metres, seconds) in enumerate(pieces, start=1)
    ]
    return laps_told(laps=laps, rate=Rate(unit, is_pace)).told


def test_five_kilometres_are_told_with_their_mean_and_their_spread():
    pieces = [(1000.0, 219.0), (998.0, 221.0), (1002.0, 220.0), (1000.0, 220.0), (1000.0, 220.0)]
    assert told(*pieces) == "5 × 1.00 km, mean 3:40, spread 2 s"
    assert told(*pieces, word="active") == "5 × 1.00 km, mean 3:40, spread 2 s"
    assert told(*pieces, unit=DistanceUnit.MILES) == "5 × 0.62 mi, mean 3:40, spread 2 s"


def test_repetitions_that_the_clock_ended_are_told_with_their_pace():
    assert told((800.0, 180.0), (780.0, 180.0), (760.0, 180.4)) == "3 × 3:00, mean 3:51 /km"
    assert told((800.0, 60.0), (780.0, 60.0), is_pace=False) == "2 × 1:00, mean 47.4 km/h"


def test_a_spread_of_minutes_is_told_as_such():
    assert told((1000.0, 220.0), (1000.0, 300.0)) == "2 × 1.00 km, mean 4:20, spread 1:20"


@pytest.mark.parametrize(
    "pieces",
    [
        [],
        [(1000.0, 220.0)],
        [(400.0, 80.0), (800.0, 170.0), (1200.0, 260.0), (800.0, 171.0), (400.0, 81.0)],
        [(None, 60.0), (None, 60.0)],
    ],
    ids=["none", "one", "a pyramid", "without metres"],
)
def test_repetitions_of_no_one_length_are_not_told(pieces):
    assert told(*pieces) == ""


def test_one_that_was_cut_short_does_not_count():
    assert told((1000.0, 220.0), (1000.0, 222.0), (300.0, 70.0)) == "2 × 1.00 km, mean 3:41, spread 2 s"


def test_who_stands_between_leaves_the_bars_of_the_repetitions_apart():
    laps = [
        lap(0, intensity="interval", distance_m=1000.0, duration_s=220.0),
        lap(1, intensity="rest", distance_m=10.0, duration_s=120.0),
        lap(2, intensity="interval", distance_m=1000.0, duration_s=250.0),
    ]
    first, rest, last = laps_told(laps=laps, rate=Rate(DistanceUnit.KM, is_pace=True)).rows
    assert (first.bar, last.bar, rest.bar) == (100, 65, 30)
    assert [row.is_repetition for row in (first, rest, last)] == [True, False, True]
    assert [row.lies_between for row in (first, rest, last)] == [False, True, False]

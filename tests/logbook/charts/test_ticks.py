"""Ticks stand at round numbers, few enough to be read on a phone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.ticks import distance_ticks, time_ticks
from workouts.units import DistanceUnit


def labels(ticks):
    return [tick.label for tick in ticks]


def test_an_ordinary_run_has_a_tick_every_kilometre():
    ticks = distance_ticks(8200, DistanceUnit.KM)
    assert labels(ticks) == ["0 km", "1", "2", "3", "4", "5", "6", "7", "8"]
    assert ticks[1].percent == 12.2 and ticks[1].x == 122


@pytest.mark.parametrize(
    ("metres", "second", "last"),
    [(900, "0.1", "0.9"), (1000, "0.2", "1"), (9000, "1", "9"), (9100, "2", "8"), (42195, "5", "40")],
)
def test_longer_runs_have_wider_steps(metres, second, last):
    assert labels(distance_ticks(metres, DistanceUnit.KM))[1::7][0] == second
    assert labels(distance_ticks(metres, DistanceUnit.KM))[-1] == last


def test_labels_at_the_ends_are_anchored_inside():
    ticks = distance_ticks(5000, DistanceUnit.KM)
    assert [tick.anchor for tick in (ticks[0], ticks[1], ticks[-1])] == ["start", "middle", "end"]


def test_time_goes_by_minutes_and_hours():
    assert labels(time_ticks(2400)) == [
        "0:00",
        "5:00",
        "10:00",
        "15:00",
        "20:00",
        "25:00",
        "30:00",
        "35:00",
        "40:00",
    ]
    assert labels(time_ticks(5 * 3600))[:3] == ["0:00", "1:00:00", "2:00:00"]


@given(st.floats(1, 5e7), st.sampled_from(DistanceUnit))
def test_ticks_are_few_apart_and_inside(metres, unit):
    for ticks in (distance_ticks(metres, unit), time_ticks(metres / 100)):
        percents = [tick.percent for tick in ticks]
        assert 1 <= len(ticks) <= 11
        assert percents == sorted(set(percents)) and percents[0] == 0 and percents[-1] <= 100

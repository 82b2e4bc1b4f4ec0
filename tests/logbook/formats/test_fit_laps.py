"""The laps of a FIT file come as the watch summed them up."""

from datetime import UTC, datetime

import pytest

from logbook.formats.fit import read_fit
from logbook.track.track import Lap
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import Field, Message, seconds
from tests.builders.fit_legs import FitLap

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


def laps(**said):
    [activity] = read_fit(fit_file(started_at=MORNING, **said))
    return activity.laps


def lap_with(*fields):
    [lap] = laps(extra=[Message(19, fields)])
    return lap


def test_every_figure_comes_out_as_it_went_in():
    said = {"distance_m": 1000.0, "avg_hr": 150, "max_hr": 171, "ascent_m": 12}
    first = FitLap(duration_s=300.5, **said, intensity="warmup", trigger="distance")
    second = FitLap(duration_s=120, trigger="manual")

    assert laps(laps=[first, second]) == (
        Lap(starts_s=0, duration_s=300.5, **said, intensity="warmup", by_hand=False),
        Lap(
            starts_s=300,
            duration_s=120,
            distance_m=None,
            avg_hr=None,
            max_hr=None,
            ascent_m=None,
            by_hand=True,
        ),
    )


def test_a_lap_that_says_nothing_is_blank():
    assert lap_with() == Lap(
        starts_s=None, duration_s=None, distance_m=None, avg_hr=None, max_hr=None, ascent_m=None
    )


def test_zero_is_a_value():
    lap = lap_with(Field(9, "uint32", 0), Field(21, "uint16", 0))

    assert (lap.distance_m, lap.ascent_m) == (0.0, 0.0)


def test_a_lap_without_a_stopwatch_lasts_from_start_to_end():
    assert lap_with(Field(7, "uint32", 61_000)).duration_s == 61
    assert lap_with(Field(7, "uint32", 61_000), Field(8, "uint32", 60_000)).duration_s == 60


@pytest.mark.parametrize("starts", [seconds(MORNING) - 1, seconds(MORNING) + 7 * 24 * 3600 + 1])
def test_a_start_outside_the_activity_is_unknown(starts):
    assert lap_with(Field(2, "uint32", starts)).starts_s is None


@pytest.mark.parametrize("number", [6, 200])
def test_an_intensity_that_means_nothing_is_unknown(number):
    assert lap_with(Field(23, "enum", number)).intensity is None


def test_a_lap_for_an_unknown_reason_is_neither_by_hand_nor_not():
    assert lap_with(Field(24, "enum", 200)).by_hand is None


def test_figures_that_cannot_be_are_unknown():
    lap = lap_with(Field(9, "uint32", 0xFFFFFFFE), Field(15, "uint8", 251), Field(8, "uint32", 0xFFFFFFFE))

    assert (lap.distance_m, lap.avg_hr, lap.duration_s) == (None, None, None)

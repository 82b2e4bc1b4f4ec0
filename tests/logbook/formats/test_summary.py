"""A track adds up to totals; what no point says is unknown and never 0."""

from math import pi, sin

import pytest

from logbook.formats.summary import Summary, summarise
from tests.builders.track import track_of


def test_a_track_of_everything_adds_up():
    track = track_of(
        [0, 10, 20, 320, 330],
        metres=[0, 30, 60, 60, 90],
        beats=[120, None, 140, 150, 151],
        altitudes_m=[100, 104, 108, 300, 302.9],
        resumes=[3],
    )

    assert summarise(track) == Summary(
        span_s=330, moving_s=30, distance_m=90, avg_hr=140, max_hr=151, ascent_m=8
    )


@pytest.mark.parametrize(("seconds", "span_s"), [([], None), ([5], 0), ([5, 9], 4)])
def test_what_no_point_says_is_unknown(seconds, span_s):
    assert summarise(track_of(seconds)) == Summary(
        span_s=span_s, moving_s=None, distance_m=None, avg_hr=None, max_hr=None, ascent_m=None
    )


@pytest.mark.parametrize(("metres", "moving_s"), [(0, 0), (2.77, 0), (2.78, 10), (30, 10)])
def test_faster_than_one_kilometre_an_hour_is_moving(metres, moving_s):
    assert summarise(track_of([0, 10], metres=[0, metres])).moving_s == moving_s


@pytest.mark.parametrize(("climb_m", "moving_s"), [(1, 0), (2.1, 10), (-2.1, 10), (None, 0)])
def test_going_up_or_down_is_moving_too(climb_m, moving_s):
    altitudes_m = [100, None if climb_m is None else 100 + climb_m]
    track = track_of([0, 10], metres=[0, 2], altitudes_m=altitudes_m)

    assert summarise(track).moving_s == moving_s


def test_a_point_without_metres_leaves_its_neighbours_next_to_each_other():
    assert summarise(track_of([0, 10, 20, 30], metres=[None, 0, None, 60])).moving_s == 20


def test_one_point_with_metres_in_each_stretch_says_nothing_of_motion():
    summary = summarise(track_of([0, 10], metres=[0, 60], resumes=[1]))

    assert (summary.moving_s, summary.distance_m) == (None, 60)


def test_the_last_metres_that_are_said_are_the_distance():
    assert summarise(track_of([0, 10, 20], metres=[0, 60, None])).distance_m == 60


@pytest.mark.parametrize(
    ("altitudes_m", "ascent_m"),
    [
        ([None, None], None),
        ([100], 0),
        ([100, 102.9, 100, 102.9, 100], 0),
        ([100, 103], 3),
        ([100, 101, None, 102, 103, 104, 105, 106], 6),
        ([100, 110, 108, 112], 12),
        ([100, 110, 105, 115], 20),
        ([110, 100], 0),
        ([100, 98, 101, 99, 103, 100.1, 104], 6),
        ([100, 103, 100, 103, 100], 6),
    ],
)
def test_a_climb_counts_from_three_metres(altitudes_m, ascent_m):
    assert summarise(track_of(range(len(altitudes_m)), altitudes_m=altitudes_m)).ascent_m == ascent_m


@pytest.mark.parametrize(("height_m", "each_m"), [(2, 4), (1, 0)])
@pytest.mark.parametrize("begins", [0, 6, 12, 24, 36, 42])
def test_waves_count_the_same_wherever_in_one_the_track_begins(begins, height_m, each_m):
    altitudes_m = [height_m * sin(2 * pi * n / 48) for n in range(begins, begins + 4800)]
    climbed_m = summarise(track_of(range(4800), altitudes_m=altitudes_m)).ascent_m

    assert climbed_m == pytest.approx(100 * each_m, abs=1.1 * each_m)


def test_a_climb_across_a_pause_does_not_count():
    track = track_of(range(4), altitudes_m=[100, 104, 200, 205], resumes=[2])

    assert summarise(track).ascent_m == 9

"""A run thinned to a few steps: equal ones, each the mean of what was recorded in it."""

import math

import pytest
from hypothesis import given

from logbook.track.thinned import thinned
from tests.logbook.track.tracks import even_track, track_of, tracks


def test_a_long_run_has_240_steps():
    series = thinned(track=even_track(metres=15_000, m_per_s=2.5, beats=140, altitude_m=30))
    assert (series.by_time, series.length) == (False, 15_000)
    assert series.pace_s_per_km.steps == pytest.approx([400] * 240)
    assert series.beats.steps == pytest.approx([140] * 240)
    assert series.altitude_m.steps == pytest.approx([30] * 240)


def test_a_short_run_has_steps_of_50_m():
    assert len(thinned(track=even_track(metres=1000)).pace_s_per_km.steps) == 20


def test_a_way_under_100_m_is_none_and_the_axis_is_time():
    assert thinned(track=track_of((0, 0.0), (60, 99.0))).by_time
    assert not thinned(track=track_of((0, 0.0), (60, 100.0))).by_time


def test_on_a_treadmill_without_distance_the_axis_is_time_and_there_is_no_pace():
    series = thinned(track=track_of(*((n, None, 120 + n // 300) for n in range(601))))
    assert (series.by_time, series.length) == (True, 600)
    assert series.pace_s_per_km is None and series.altitude_m is None
    assert len(series.beats.steps) == 60
    assert (series.beats.steps[0], series.beats.steps[-1]) == pytest.approx((120, 121), abs=0.2)
    assert (series.beats.lowest, series.beats.highest) == (120, 122)
    assert series.beats.mean == pytest.approx(120.5, abs=0.01)


def test_steps_between_two_points_far_apart_are_not_blank():
    series = thinned(track=track_of((0, 0.0, 120), (400, 1000.0, 140), (700, 2000.0, 140)))
    assert None not in series.pace_s_per_km.steps and None not in series.beats.steps
    assert (series.pace_s_per_km.lowest, series.pace_s_per_km.highest) == pytest.approx((300, 400))
    assert series.pace_s_per_km.mean == pytest.approx(350)


def test_a_pause_slows_nothing_down():
    points = [(n * 4 + (600 if n > 50 else 0), n * 10.0) for n in range(101)]
    series = thinned(track=track_of(*points, resumes=(51,)))
    assert series.pace_s_per_km.steps == pytest.approx([400] * 20, rel=0.25)
    assert series.pace_s_per_km.highest < 410
    assert series.pace_s_per_km.mean == pytest.approx(396)


def test_standing_with_the_watch_running_is_one_slow_step():
    points = [(n * 4 + (600 if n > 50 else 0), n * 10.0) for n in range(101)]
    steps = thinned(track=track_of(*points)).pace_s_per_km.steps
    assert sum(step > 1000 for step in steps) == 1


def test_a_gap_in_the_recording_is_blank():
    points = [(n * 4, n * 10.0, 140) for n in [*range(41), *range(61, 101)]]
    series = thinned(track=track_of(*points, resumes=(41,)))
    blank = [index for index, step in enumerate(series.pace_s_per_km.steps) if step is None]
    assert blank == list(range(8, 12))
    assert [index for index, step in enumerate(series.beats.steps) if step is None] == blank
    assert series.pace_s_per_km.mean == pytest.approx(400)


def test_a_pause_is_blank_on_an_axis_of_time():
    points = [(n, None, 140) for n in [*range(100), *range(200, 301)]]
    steps = thinned(track=track_of(*points, resumes=(100,))).beats.steps
    assert [index for index, step in enumerate(steps) if step is None] == list(range(10, 20))


def test_a_heart_rate_lost_for_a_while_is_blank_there():
    points = [(n * 4, n * 10.0, None if 40 <= n < 60 else 140) for n in range(101)]
    steps = thinned(track=track_of(*points)).beats.steps
    assert [index for index, step in enumerate(steps) if step is None] == list(range(9, 12))


def test_a_heart_rate_from_before_a_gap_says_nothing_of_what_follows():
    points = [(n * 4, n * 10.0, 140 if n <= 40 else None) for n in range(101)]
    steps = thinned(track=track_of(*points, resumes=(41,))).beats.steps
    assert [index for index, step in enumerate(steps) if step is not None] == list(range(8))


@pytest.mark.parametrize("track", [track_of(), track_of((0, 0.0, 120)), track_of((5, None, 1), (5, None, 2))])
def test_without_a_way_or_a_time_there_is_nothing(track):
    assert thinned(track=track) is None


@given(tracks())
def test_steps_are_as_many_for_each_series_and_lie_within_what_was_recorded(track):
    series = thinned(track=track)
    if series is None:
        return
    found = [part for part in (series.pace_s_per_km, series.beats, series.altitude_m) if part is not None]
    assert len({len(part.steps) for part in found}) <= 1
    for part in found:
        known = [step for step in part.steps if step is not None]
        assert 1 <= len(part.steps) <= 240 and known
        assert all(math.isfinite(value) for value in (*known, part.mean, part.lowest, part.highest))
        slack = 1e-4 * max(1, abs(part.lowest), abs(part.highest))
        assert part.lowest - slack <= min(known) and max(known) <= part.highest + slack

"""The strips of a run: inside their box, blank where nothing was recorded, steady where the run was."""

import pytest
from hypothesis import given

from logbook.charts.strips import run_strips
from tests.logbook.charts.paths import stretches
from tests.logbook.track.tracks import even_track, track_of, tracks
from workouts.units import DistanceUnit


def ramp(count=101, *, speeds=lambda n: 2.5, beats=lambda n: None, heights=lambda n: None):
    seconds, points = 0.0, []
    for n in range(count):
        points.append((seconds, n * 10.0, beats(n), heights(n)))
        seconds += 10 / speeds(n)
    return track_of(*points)


def test_three_strips_share_one_axis_from_edge_to_edge():
    strips = run_strips(track=ramp(beats=lambda n: 120 + n // 5, heights=lambda n: 50 + n / 2))
    for strip in (strips.pace, strips.beats, strips.altitude):
        [points] = stretches(strip.line)
        assert (points[0][0], points[-1][0]) == (0, 1000)


def test_up_is_faster():
    strips = run_strips(track=ramp(speeds=lambda n: 2.0 if n < 50 else 4.0))
    [points] = stretches(strips.pace.line)
    assert points[0][1] == 56 and points[-1][1] == 4
    assert (strips.pace.lowest, strips.pace.highest) == pytest.approx((250, 500))
    assert strips.pace.mean == pytest.approx(375)


def test_up_is_more_beats_and_higher_ground():
    strips = run_strips(track=ramp(beats=lambda n: 100 + n, heights=lambda n: float(n)))
    for strip in (strips.beats, strips.altitude):
        [points] = stretches(strip.line)
        assert points[0][1] > points[-1][1]
    assert (strips.beats.lowest, strips.beats.highest, strips.beats.mean) == pytest.approx((100, 200, 150))
    assert (strips.altitude.lowest, strips.altitude.highest) == (0, 100)


def test_one_stop_does_not_flatten_the_pace_of_the_rest():
    track = ramp(speeds=lambda n: 0.02 if n == 50 else 2.5 if n < 30 else 3.0)
    pace = run_strips(track=track).pace
    assert pace.highest == pytest.approx(400)
    [points] = stretches(pace.line)
    assert {y for _, y in points} == {4.0, 56.0}


def test_of_a_handful_of_steps_none_is_cut_off():
    pace = run_strips(track=ramp(46, speeds=lambda n: 2.0 if n < 5 else 2.5 if n < 40 else 4.0)).pace
    assert (pace.lowest, pace.highest) == pytest.approx((250, 500))


def test_an_even_run_is_drawn_as_an_even_line():
    [points] = stretches(run_strips(track=even_track(metres=2000, beats=140)).beats.line)
    assert {y for _, y in points} == {30.0}


def test_a_breath_of_difference_does_not_fill_the_box():
    strips = run_strips(track=ramp(beats=lambda n: 140 + n // 20 % 2))
    assert all(26 < y < 34 for [points] in [stretches(strips.beats.line)] for _, y in points)


def test_heights_stand_on_the_ground():
    strips = run_strips(track=ramp(heights=lambda n: float(n)))
    [outline], [points] = stretches(strips.altitude.area), stretches(strips.altitude.line)
    assert outline[1:-1] == points
    assert (outline[0], outline[-1]) == ((0, 60), (1000, 60))
    assert strips.altitude.area.endswith("Z")


def test_only_heights_have_an_area():
    strips = run_strips(track=ramp(beats=lambda n: 140))
    assert strips.pace.area == strips.beats.area == ""


def test_a_gap_is_left_blank():
    strips = run_strips(track=ramp(beats=lambda n: None if 40 <= n < 60 else 140))
    first, second = stretches(strips.beats.line)
    assert (first[-1][0], second[0][0]) == (450, 600)


def test_a_strip_without_data_is_none():
    strips = run_strips(track=even_track(metres=1000))
    assert strips.pace is not None and strips.beats is None and strips.altitude is None


def test_on_a_treadmill_without_distance_the_axis_is_minutes():
    strips = run_strips(track=track_of(*((n * 10, None, 120) for n in range(181))))
    assert strips.by_time and strips.pace is None
    assert [tick.label for tick in strips.ticks] == [
        "0:00",
        "5:00",
        "10:00",
        "15:00",
        "20:00",
        "25:00",
        "30:00",
    ]


def test_miles_are_marked_where_they_are():
    strips = run_strips(track=even_track(metres=8050), unit=DistanceUnit.MILES)
    assert [tick.label for tick in strips.ticks][:2] == ["0 mi", "1"]
    assert strips.ticks[1].percent == pytest.approx(1609.344 / 80.5, abs=0.01)


@pytest.mark.parametrize("track", [track_of(), track_of((0, None), (60, None)), track_of((0, 0.0, 120))])
def test_a_track_that_shows_nothing_has_none(track):
    assert run_strips(track=track) is None


@given(tracks())
def test_every_strip_stays_in_its_box_and_is_short(track):
    strips = run_strips(track=track)
    if strips is None:
        return
    assert all(0 <= tick.percent <= 100 for tick in strips.ticks)
    for strip in (strips.pace, strips.beats, strips.altitude):
        if strip is not None:
            points = [point for part in stretches(strip.line) for point in part]
            assert all(0 <= x <= 1000 and 4 <= y <= 56 for x, y in points)
            assert len(strip.line) < 9000
            xs = [x for x, _ in points]
            assert xs == sorted(xs)

"""Best efforts: the fastest stretch of each length, wherever it begins."""

from bisect import bisect_left, bisect_right

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.track.best_efforts import best_efforts
from tests.logbook.track.tracks import even_track, track_of, tracks


def best(name, *points, resumes=()):
    found = {effort.name: effort for effort in best_efforts(track=track_of(*points, resumes=resumes))}
    return found[name]


def test_an_even_run_is_as_fast_everywhere():
    efforts = best_efforts(track=even_track(metres=22_000, m_per_s=4, every_m=8))
    assert [effort.name for effort in efforts] == ["1 km", "1 mile", "5 km", "10 km", "Half marathon"]
    assert [effort.duration_s for effort in efforts] == pytest.approx([250, 402.336, 1250, 2500, 21097.5 / 4])


@pytest.mark.parametrize(
    ("metres", "count"), [(999.9, 0), (1000.0, 1), (1000.1, 1), (1609.3, 1), (1609.4, 2)]
)
def test_a_run_that_is_too_short_has_none(metres, count):
    assert len(best_efforts(track=track_of((0, 0.0), (400, metres)))) == count


def test_the_fastest_stretch_is_found_in_the_middle():
    effort = best("1 km", (0, 0.0), (300, 500.0), (500, 1500.0), (900, 2100.0))
    assert (effort.duration_s, effort.starts_m) == (200, 500)


def test_it_begins_between_two_points_where_it_ends_at_one():
    effort = best("1 km", (0, 0.0), (100, 100.0), (300, 800.0), (500, 1700.0), (900, 1800.0))
    # 200 s for the last 900 m, and the 100 m before at 3.5 m/s
    assert effort.duration_s == pytest.approx(200 + 100 / 3.5)
    assert effort.starts_m == 700


def test_it_ends_between_two_points_where_it_begins_at_one():
    effort = best("1 km", (0, 0.0), (400, 100.0), (600, 1000.0), (800, 1700.0))
    assert effort.duration_s == pytest.approx(200 + 100 / 3.5)
    assert effort.starts_m == 100


def test_a_faster_one_is_found_after_a_fast_one():
    fast = [(0, 0.0), (300, 1000.0)]
    ends_between = best("1 km", *fast, (400, 1100.0), (640, 2000.0), (1040, 3000.0))
    assert (ends_between.duration_s, ends_between.starts_m) == pytest.approx((280, 1100))
    begins_between = best("1 km", *fast, (700, 2000.0), (940, 2900.0), (1040, 3000.0))
    assert (begins_between.duration_s, begins_between.starts_m) == pytest.approx((280, 1900))


def test_pauses_count():
    assert best("1 km", (0, 0.0), (100, 500.0), (700, 500.0), (800, 1000.0), resumes=(2,)).duration_s == 800


def test_standing_before_and_after_does_not():
    points = [(0, 0.0), (50, 0.0), (90, 0.0), (390, 1000.0), (500, 1000.0), (600, 1000.0)]
    assert best("1 km", *points).duration_s == 300


def test_without_distances_there_are_none():
    assert best_efforts(track=track_of((0, None), (3600, None))) == ()


def clock_at(track, metres, *, leaving):
    """When a place along the way was reached first, or left last."""
    along = [value - track.metres[0] for value in track.metres]
    after = (bisect_right if leaving else bisect_left)(along, metres)
    if after == 0:
        return track.seconds[0]
    if after == len(along):
        return track.seconds[-1]
    share = (metres - along[after - 1]) / (along[after] - along[after - 1])
    return track.seconds[after - 1] + share * (track.seconds[after] - track.seconds[after - 1])


@given(tracks(distances=True, places=False), st.lists(st.floats(0, 1), max_size=30))
def test_no_window_is_faster(track, shares):
    for effort in best_efforts(track=track):
        slack_m = track.metres[-1] - track.metres[0] - effort.distance_m
        points_m = [metres - track.metres[0] for metres in track.metres]
        ends_m = [metres - effort.distance_m for metres in points_m]
        windows_m = [*points_m, *ends_m, *(share * slack_m for share in shares)]
        for start_m in (start_m for start_m in windows_m if 0 <= start_m <= slack_m):
            took_s = clock_at(track, start_m + effort.distance_m, leaving=False)
            took_s -= clock_at(track, start_m, leaving=True)
            assert effort.duration_s <= took_s + 1e-6
        assert 0 <= effort.starts_m <= slack_m + 1e-6
        assert effort.duration_s >= 0

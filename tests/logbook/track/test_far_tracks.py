"""A track that claims to reach farther than anybody goes in one activity is read up to 1,000 km."""

import pytest

from logbook.track.best_efforts import best_efforts
from logbook.track.course import by_distance
from logbook.track.graded import graded_pace_s_per_km
from logbook.track.heights import heights
from logbook.track.splits import splits
from logbook.track.thinned import thinned
from tests.logbook.track.tracks import track_of

NEAR = [(n * 360, n * 1000.0, 150, 10.0) for n in range(4)]
FAR = (5000, 50_000_000.0, 150, 10.0)


@pytest.mark.parametrize(("last_m", "count"), [(999_999.0, 1000), (1_000_000.0, 1000), (1_000_001.0, 3)])
def test_1000_km_are_read_and_what_lies_beyond_is_unknown(last_m, count):
    assert len(splits(track=track_of(*NEAR, (400_000, last_m, 150, 10.0)), every_m=1000)) == count


def test_1000_km_count_from_the_first_point_that_says_a_distance():
    track = track_of((0, 40_000_000.0), (360, 40_001_000.0), (720, 40_002_000.0))
    assert [split.distance_m for split in splits(track=track, every_m=1000)] == [1000, 1000]


def test_points_beyond_change_nothing_of_what_is_told():
    near, far = track_of(*NEAR), track_of(*NEAR, (4900, None), FAR, resumes=(5,))
    assert splits(track=far, every_m=1000) == splits(track=near, every_m=1000)
    assert best_efforts(track=far) == best_efforts(track=near)
    assert graded_pace_s_per_km(track=far) == graded_pace_s_per_km(track=near)
    assert thinned(track=far) == thinned(track=near)


def test_the_ground_is_read_at_no_more_than_100_000_places():
    points = [(n * 3600, n * 100_000.0, None, 10.0) for n in range(500)]
    assert len(heights(by_distance(track_of(*points))).edges_m) == 100_001


def test_a_first_step_beyond_has_no_way_but_its_time():
    track = track_of(NEAR[0], FAR)
    assert splits(track=track, every_m=1000) == ()
    assert graded_pace_s_per_km(track=track) is None
    assert thinned(track=track).by_time

"""A track given away begins and ends 200 m from where it was recorded, and keeps nothing of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.track.trimmed import trimmed
from tests.logbook.track.tracks import track_of, tracks


def test_points_from_200_m_to_200_m_before_the_end_stay():
    points = [(metres / 2, metres) for metres in (0.0, 199.0, 200.0, 201.0, 799.0, 800.0, 801.0, 1000.0)]
    assert trimmed(track_of(*points)).metres == [200, 201, 799, 800]


def test_the_way_counts_from_the_first_point_that_says_it():
    points = [(0, None), (1, 50.0), (2, 249.0), (3, 250.0), (4, 500.0)]
    assert trimmed(track_of(*points)).metres == [250]


@pytest.mark.parametrize(("metres", "left"), [(399.0, False), (400.0, True), (401.0, True)])
def test_a_run_under_400_m_leaves_nothing(metres, left):
    track = track_of((0, 0.0), (80, 200.0), (81, 200.5), (160, metres))
    assert (trimmed(track) is not None) == left


def test_without_distances_nothing_is_safe_to_keep():
    assert trimmed(track_of((0, None, 120, 5.0, (52.5, 13.4)), (600, None, 130, 5.0, (52.6, 13.4)))) is None
    assert trimmed(track_of()) is None


def test_seconds_and_metres_count_from_the_original_start():
    kept = trimmed(track_of((0, 0.0), (100, 300.0), (200, 600.0), (300, 900.0)))
    assert (kept.seconds, kept.metres) == ([100, 200], [300, 600])


def test_pauses_move_with_their_points_and_one_before_the_first_is_none():
    points = [(n * 40, n * 100.0) for n in range(8)]
    kept = trimmed(track_of(*points, resumes=(1, 2, 4, 6)))
    assert kept.metres == [200, 300, 400, 500]
    assert kept.resumes == (2,)


def test_as_much_as_asked_is_cut():
    points = [(n * 40, n * 100.0) for n in range(4)]
    assert trimmed(track_of(*points), ends_m=100).metres == [100, 200]


@given(tracks(), st.sampled_from([0.0, 1.0, 30.0, 200.0]))
def test_nothing_of_the_ends_stays(track, ends_m):
    kept = trimmed(track, ends_m=ends_m)
    if kept is None:
        return
    told = [value for value in track.metres if value is not None]
    first = track.seconds.index(kept.seconds[0])
    assert len({len(kept), len(kept.metres), len(kept.beats), len(kept.altitudes_m), len(kept.places)}) == 1
    assert told[0] + ends_m <= kept.metres[0] and kept.metres[-1] <= told[-1] - ends_m
    assert first + len(kept) <= len(track)
    assert all(0 < index < len(kept) for index in kept.resumes)

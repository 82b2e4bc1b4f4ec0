"""A track given away begins and ends 200 m from where it was recorded, and keeps nothing of the rest."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.track.earth import haversine_m
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


PER_M = 1 / 111_195.08  # degrees of latitude


def northward(*metres):
    """Points so many metres north of the door, a kilometre of way apart, so that the way cuts just one."""
    return track_of(
        *(
            (n * 400, n * 1000.0, None, None, None if m is None else (52.0 + m * PER_M, 13.0))
            for n, m in enumerate(metres)
        )
    )


def norths(track):
    return [None if place is None else round((place[0] - 52.0) / PER_M) for place in track.places]


class TestInAStraightLine:
    @pytest.mark.parametrize("ends", ["start", "end", "both"])
    def test_waiting_at_the_door_leaves_no_place_near_it(self, ends):
        """20 minutes of jitter add up to over a kilometre of way."""
        dice = random.Random(1)
        waiting = [dice.gauss(0, 2) for _ in range(1200)]
        before = waiting if ends in ("start", "both") else []
        after = waiting if ends in ("end", "both") else []
        run = [3.0 * n for n in range(601)]
        kept = trimmed(northward(*before, *run, *run[::-1], *after))
        assert min(norths(kept)) >= 195
        assert len(kept) >= 2 * 530

    @pytest.mark.parametrize(("more_m", "kept_m"), [(-1, 500), (0, 200), (1, 201)])
    def test_from_200_m_on_a_point_at_the_start_stays(self, more_m, kept_m):
        track = northward(0, 0, 200 + more_m, 500, 1000, 1000)
        ends_m = 200.0 if more_m else haversine_m(track.places[0], track.places[2])
        assert norths(trimmed(track, ends_m=ends_m))[0] == kept_m

    @pytest.mark.parametrize(("more_m", "kept_m"), [(-1, 500), (0, 800), (1, 799)])
    def test_until_200_m_before_the_last_place_a_point_stays(self, more_m, kept_m):
        track = northward(0, 0, 500, 800 - more_m, 1000, 1000)
        ends_m = 200.0 if more_m else haversine_m(track.places[3], track.places[-1])
        assert norths(trimmed(track, ends_m=ends_m))[-1] == kept_m

    def test_the_first_and_the_last_place_there_are_count(self):
        kept = trimmed(northward(None, None, 0, 100, 300, 600, 900, 1000, None, None))
        assert norths(kept) == [300, 600]

    def test_a_point_without_a_place_stays_only_between_two_that_are_far(self):
        kept = trimmed(northward(0, None, 100, None, 300, None, 600, None, 950, None, 1000))
        assert norths(kept) == [300, None, 600]

    def test_a_run_that_never_leaves_the_circle_leaves_nothing(self):
        assert trimmed(northward(*[0, 150] * 20)) is None

    def test_where_the_way_comes_past_the_door_again_it_is_kept(self):
        assert norths(trimmed(northward(0, 300, 0, 300, 0))) == [300, 0, 300]


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
    if doors := [place for place in track.places if place is not None]:
        assert haversine_m(doors[0], kept.places[0]) >= ends_m
        assert haversine_m(doors[-1], kept.places[-1]) >= ends_m
    assert all(0 < index < len(kept) for index in kept.resumes)

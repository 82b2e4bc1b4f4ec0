"""Splits: where each begins and ends, what counts in its time, and that they add up to the run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.track.course import by_distance
from logbook.track.splits import splits
from tests.logbook.track.tracks import even_track, track_of, tracks

MILE_M = 1609.344


def durations(*points, every_m=1000.0, resumes=()):
    return [split.duration_s for split in splits(track=track_of(*points, resumes=resumes), every_m=every_m)]


def test_an_even_run_has_even_splits_and_a_shorter_last():
    found = splits(track=even_track(metres=2400, m_per_s=2.5), every_m=1000)
    assert [split.number for split in found] == [1, 2, 3]
    assert [split.distance_m for split in found] == pytest.approx([1000, 1000, 400])
    assert [split.duration_s for split in found] == pytest.approx([400, 400, 160])


def test_a_mile_is_as_long_as_asked():
    first, rest = splits(track=even_track(metres=3000, m_per_s=2.5), every_m=MILE_M)
    assert (first.distance_m, first.duration_s) == pytest.approx((MILE_M, MILE_M / 2.5))
    assert rest.distance_m == pytest.approx(3000 - MILE_M)


def test_a_boundary_between_two_points_is_reached_in_a_straight_line():
    assert durations((0, 0.0), (300, 900.0), (360, 1100.0), (700, 2000.0)) == pytest.approx([330, 370])


@pytest.mark.parametrize(("metres", "count"), [(1019.0, 1), (1020.0, 2), (1021.0, 2)])
def test_a_rest_under_20_m_stays_with_the_split_before(metres, count):
    found = splits(track=track_of((0, 0.0), (500, metres)), every_m=1000)
    assert len(found) == count
    assert sum(split.distance_m for split in found) == pytest.approx(metres)


def test_a_run_shorter_than_a_split_is_one():
    assert durations((0, 0.0), (2, 5.0)) == [2]


def test_a_pause_counts_in_no_split():
    assert durations((0, 0.0), (200, 500.0), (800, 503.0), (1000, 1000.0), resumes=(2,)) == [400]


def test_standing_with_the_watch_running_counts():
    assert durations((0, 0.0), (200, 500.0), (800, 503.0), (1000, 1000.0)) == [1000]


def test_a_gap_across_which_the_way_went_on_counts():
    assert durations((0, 0.0), (100, 300.0), (200, 600.0), (300, 1000.0), resumes=(2,)) == [300]


def test_standing_at_a_boundary_counts_in_the_split_that_follows():
    points = [(0, 0.0), (400, 1000.0), (460, 1000.0), (860, 2000.0)]
    assert durations(*points) == pytest.approx([400, 460])


def test_standing_at_the_end_counts_in_the_last():
    assert durations((0, 0.0), (400, 1000.0), (800, 2000.0), (830, 2000.0)) == pytest.approx([400, 430])


def test_distances_count_from_the_first_point_that_says_one():
    found = splits(track=track_of((0, None), (10, 40.0), (410, 1040.0), (500, None)), every_m=1000)
    assert [(split.distance_m, split.duration_s) for split in found] == [(1000, 400)]


def test_a_pause_counts_in_no_split_where_the_points_around_it_say_no_distance():
    points = [(0, 0.0), (200, 500.0), (201, None), (800, None), (801, 502.0), (1000, 1000.0)]
    assert durations(*points, resumes=(3,)) == [399]


@pytest.mark.parametrize("points", [[], [(0, None), (9, None)], [(0, 0.0)], [(0, 0.0), (60, 0.0)]])
def test_without_a_way_there_are_none(points):
    assert durations(*points) == []


class TestHeart:
    def test_the_mean_weighs_each_moment_alike(self):
        track = track_of((0, 0.0, 100), (300, 900.0, 100), (301, 903.0, 160), (320, 1000.0, 160))
        assert splits(track=track, every_m=1000)[0].avg_hr == 104

    def test_between_two_points_is_the_mean_of_both(self):
        track = track_of((0, 0.0, 100), (750, 1500.0, 120), (1000, 2000.0, 160))
        assert [split.avg_hr for split in splits(track=track, every_m=1000)] == [110, 125]

    @pytest.mark.parametrize(("measured_m", "known"), [(1400, None), (1600, 150)])
    def test_is_unknown_unless_half_of_the_time_has_one(self, measured_m, known):
        points = [(n * 4, n * 10.0, 150 if n * 10 <= measured_m else None) for n in range(201)]
        assert [split.avg_hr for split in splits(track=track_of(*points), every_m=1000)] == [150, known]

    def test_said_at_every_other_point_is_known_throughout(self):
        points = [(n * 2, n * 5.0, 150 if n % 2 == 0 else None) for n in range(201)]
        assert splits(track=track_of(*points), every_m=1000)[0].avg_hr == 150

    def test_of_a_pause_does_not_count(self):
        track = track_of(
            (0, 0.0, 150), (200, 500.0, 150), (800, 501.0, 90), (801, 503.0, 150), (1000, 1000.0, 150),
            resumes=(2,),
        )  # fmt: skip
        assert splits(track=track, every_m=1000)[0].avg_hr == 150


class TestGround:
    def test_the_rise_is_the_end_less_the_start(self):
        first, second = splits(track=even_track(metres=2000, rise=0.03, altitude_m=100), every_m=1000)
        assert first.rise_m == pytest.approx(30)
        assert second.rise_m == pytest.approx(30)

    def test_a_fall_is_below_zero(self):
        [split] = splits(track=even_track(metres=1000, rise=-0.01, altitude_m=100), every_m=1000)
        assert split.rise_m == pytest.approx(-10)

    def test_ten_in_a_hundred_is_worth_as_much_as_minetti_says(self):
        [split] = splits(track=even_track(metres=1000, rise=0.1, altitude_m=0, m_per_s=2.5), every_m=1000)
        assert split.graded_s == pytest.approx(400 / 1.6578, rel=1e-4)

    @pytest.mark.parametrize(("first_m", "known"), [(20, True), (30, False)])
    def test_a_height_stands_for_the_25_m_around_it_and_no_more(self, first_m, known):
        points = [(n * 4, n * 10.0, None, n * 0.1 if n * 10 >= first_m else None) for n in range(101)]
        [split] = splits(track=track_of(*points), every_m=1000)
        assert (split.rise_m is not None) == known

    def test_without_altitudes_both_are_unknown(self):
        [split] = splits(track=even_track(metres=1000), every_m=1000)
        assert split.rise_m is None
        assert split.graded_s is None


@given(tracks(), st.sampled_from([100.0, 160.9344, 1000.0]))
def test_splits_add_up_to_the_run(track, every_m):
    found = splits(track=track, every_m=every_m)
    course = by_distance(track)
    if course is None:
        assert found == ()
        return
    assert sum(split.distance_m for split in found) == pytest.approx(course.length)
    assert sum(split.duration_s for split in found) == pytest.approx(course.ran_s[-1])
    assert [split.distance_m for split in found[:-1]] == pytest.approx([every_m] * (len(found) - 1))
    assert all(split.duration_s >= -1e-6 for split in found)
    rises = [split.rise_m for split in found]
    if None not in rises and len(rises) > 1:
        [whole] = splits(track=track, every_m=1e9)
        assert sum(rises) == pytest.approx(whole.rise_m, abs=1e-6)

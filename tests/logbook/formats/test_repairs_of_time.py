"""Moments of a track that cannot be are put right, and each repair says how many."""

from math import nan

import pytest

from logbook.formats.repairs import repair
from tests.builders.track import north, track_of

DAY_S = 86_400


def repaired(*args, **columns):
    """Return the track as a pair: what it became and what was said."""
    found = repair(track_of(*args, **columns))
    return found.track, list(found.said)


def test_a_track_in_order_stays_as_it_is_and_nothing_is_said():
    track = track_of(
        [-1, 0, 1, 5, 5],
        metres=[0, 0, None, 20, 20],
        beats=[None, 100, 101, 102, 103],
        altitudes_m=[1, 2, None, 3, 3],
        places=[None, north(0), north(3), north(15), north(15)],
        resumes=[4],
    )
    found = repair(track)

    assert (found.track, found.said) == (track, ())


def test_no_point_at_all_is_a_track_in_order():
    assert repaired([]) == (track_of([]), [])


def test_points_out_of_order_are_put_in_order_with_all_they_say():
    track, said = repaired([0, 30, 10, 20, 40], beats=[100, 130, 110, 120, 140])

    assert track == track_of([0, 10, 20, 30, 40], beats=[100, 110, 120, 130, 140])
    assert said == ["2 points out of order in time were put in order."]


def test_segments_in_the_wrong_order_stay_apart():
    track, said = repaired([100, 110, 0, 10], resumes=[2])

    assert track == track_of([0, 10, 100, 110], resumes=[2])
    assert said == ["2 points out of order in time were put in order."]


@pytest.mark.parametrize(
    ("seconds", "resumes", "left", "parted", "count"),
    [
        pytest.param([0, 10, 20, 0, 10, 20], [3], [0, 10, 20], [], 3, id="the same twice"),
        pytest.param([0, 10, 20, 15, 30, 40], [3], [0, 10, 20, 30, 40], [3], 1, id="overlapping"),
        pytest.param([15, 30, 40, 0, 10, 20], [3], [0, 10, 20, 30, 40], [3], 1, id="the later one first"),
        pytest.param([0, 10, 20, 15, 20, 30], [3], [0, 10, 20, 20, 30], [3], 1, id="on from the same moment"),
        pytest.param([0, 40, 10, 30, 40, 50], [2, 4], [0, 40, 40, 50], [2], 2, id="within another"),
        pytest.param([0, 10, 20, 30, 15, 40], [3, 3], [0, 10, 20, 30, 40], [3], 1, id="one point"),
    ],
)
def test_of_segments_that_overlap_the_first_goes_on_to_its_end(seconds, resumes, left, parted, count):
    track, said = repaired(seconds, resumes=resumes)

    assert track == track_of(left, resumes=parted)
    was = "1 point of a time that was" if count == 1 else f"{count} points of a time that was"
    assert said == [f"{was} recorded already {'was' if count == 1 else 'were'} left out."]


@pytest.mark.parametrize(
    ("wrong", "left"),
    [(-500, [0, 10, 20, 30, 50, 60, 70]), (500, [0, 10, 20, 30, 50, 60, 70, 500])],
)
def test_one_wrong_moment_makes_no_stretch_a_second_recording(wrong, left):
    track, _ = repaired([0, 10, 20, 30, wrong, 50, 60, 70], resumes=[3, 6])

    assert list(track.seconds) == left


def test_a_way_that_is_recorded_twice_counts_once():
    once = {"seconds": range(0, 100, 10), "places": [north(n * 30) for n in range(10)]}
    twice = {name: [*column, *column] for name, column in once.items()}

    assert repaired(**twice, resumes=[10])[0] == repaired(**once)[0]


def test_two_rows_of_one_moment_say_together_what_each_says():
    track, said = repaired(
        [0, 10, 10, 10, 20],
        metres=[0, None, 30, 31, 60],
        beats=[100, 110, 111, None, 120],
        altitudes_m=[1, None, None, 2, 3],
        places=[None, None, north(30), None, None],
    )

    assert track == track_of(
        [0, 10, 20],
        metres=[0, 30, 60],
        beats=[100, 110, 120],
        altitudes_m=[1, 2, 3],
        places=[None, north(30), None],
    )
    assert said == ["2 points at the same moment as another were joined to it."]


def test_where_recording_ends_and_resumes_in_one_moment_both_rows_stay():
    track, said = repaired([0, 10, 10, 20], resumes=[2])

    assert (track, said) == (track_of([0, 10, 10, 20], resumes=[2]), [])


@pytest.mark.parametrize("years_ago", [-7 * DAY_S - 2, -20 * 365 * DAY_S])
def test_points_from_before_the_clock_was_set_are_left_out(years_ago):
    track, said = repaired([years_ago, years_ago + 1, 0, 10], resumes=[1, 3])

    assert track == track_of([0, 10], resumes=[1])
    assert said == ["2 points from before the clock of the watch was set were left out."]


def test_a_week_before_the_start_is_no_clock_that_was_not_set():
    assert repaired([-7 * DAY_S, 0]) == (track_of([-7 * DAY_S, 0]), [])


def test_a_point_without_a_time_is_passed_at_an_even_pace_between_its_neighbours():
    track, said = repaired([0, nan, nan, 100], places=[north(0), north(300), north(400), north(400)])

    assert track.seconds == pytest.approx([0, 75, 100], abs=0.01)
    assert said[0] == "2 points had no time; it was filled in between their neighbours."


def test_without_a_place_the_metres_tell_where_between_its_neighbours_a_point_lies():
    track, said = repaired([100, nan, 200], metres=[1000, 1100, 1400], beats=[1, 2, 3])

    assert track == track_of([100, 125, 200], metres=[1000, 1100, 1400], beats=[1, 2, 3])
    assert said == ["1 point had no time; it was filled in between its neighbours."]


@pytest.mark.parametrize(
    "columns",
    [
        pytest.param({"places": [north(0), north(0), north(0)]}, id="nobody moved"),
        pytest.param({"places": [north(0), None, north(9)]}, id="it does not say where"),
        pytest.param({"places": [north(0), north(5), north(9)], "resumes": [1]}, id="behind a pause"),
        pytest.param({"places": [north(0), north(5), north(9)], "resumes": [2]}, id="before a pause"),
        pytest.param({"places": [north(0), (999.0, 8.0), north(9)]}, id="it lies nowhere"),
    ],
)
def test_a_point_without_a_time_that_could_be_anywhere_is_left_out(columns):
    track, said = repaired([0, nan, 10], **columns)

    assert track.seconds == (0, 10)
    assert said[-1] == "1 point without a time was left out."


def test_points_without_a_time_at_the_ends_are_left_out():
    places = [north(n) for n in range(5)]
    track, said = repaired([nan, 0, 10, nan, nan], metres=range(5), places=places)

    assert track == track_of([0, 10], metres=[1, 2], places=places[1:3])
    assert said == ["3 points without a time were left out."]


def test_a_pause_before_the_first_or_behind_the_last_point_is_none():
    assert repaired([nan, 0, 10], resumes=[0, 1, 3])[0] == track_of([0, 10])


def test_a_pause_before_a_point_that_is_left_out_stands_before_the_next():
    assert repaired([0, 10, nan, 500, 510], resumes=[2])[0] == track_of([0, 10, 500, 510], resumes=[2])

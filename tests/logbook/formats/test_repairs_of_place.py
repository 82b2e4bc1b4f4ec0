"""Places where nobody can have been are taken out of a track, and each repair says how many."""

from math import inf, nan

import pytest

from logbook.formats.repairs import repair
from tests.builders.track import north, track_of


def repaired(places, *, every_s=1, **columns):
    """Return the places and pauses that were left, and what was said."""
    found = repair(track_of([n * every_s for n in range(len(places))], places=places, **columns))
    return list(found.track.places), found.track.resumes, list(found.said)


def test_a_watch_without_a_satellite_was_not_in_the_atlantic():
    places, _, said = repaired([(0.0, 0.0), (-0.0, 0.0), (0.1, 0.0), (0.0, 0.1)], every_s=86_400)

    assert places == [None, None, (0.1, 0.0), (0.0, 0.1)]
    assert said == ["2 points at 0° N 0° E, where the watch had found no satellite, lost their place."]


@pytest.mark.parametrize(
    "place", [(90.1, 0.0), (-90.1, 0.0), (0.0, 180.1), (0.0, -180.1), (nan, 8.0), (8.0, inf)]
)
def test_a_place_off_the_earth_is_none(place):
    places, _, said = repaired([north(0), place, north(3)])

    assert places == [north(0), None, north(3)]
    assert said == ["1 point outside the earth lost its place."]


@pytest.mark.parametrize("place", [(90.0, 180.0), (-90.0, -180.0)])
def test_the_poles_and_the_date_line_are_on_the_earth(place):
    assert repaired([place]) == ([place], (), [])


@pytest.mark.parametrize(("metres", "strayed"), [(99.9, False), (100.1, True)])
def test_a_hundred_metres_a_second_are_the_limit(metres, strayed):
    places, _, _ = repaired([north(0), north(1), north(1 + metres)])

    assert (places[2] is None) == strayed


def test_within_a_second_a_hundred_metres_are_the_limit_too():
    track = track_of([0, 0.1, 0.2], places=[north(0), north(1), north(100)])

    assert repair(track).said == ()


def test_a_single_leap_and_back_loses_its_place_and_the_way_leads_straight_on():
    places, resumes, said = repaired([north(0), north(3), north(9000), north(9), north(12)])

    assert (places, resumes) == ([north(0), north(3), None, north(9), north(12)], ())
    assert said == ["1 point too far off for anyone to have been there lost its place."]
    track = repair(track_of(range(5), places=[north(0), north(3), north(9000), north(9), north(12)])).track
    assert track.metres == pytest.approx([0, 3, None, 9, 12], abs=0.01)


@pytest.mark.parametrize("strays", [1, 10])
def test_where_the_last_run_ended_is_not_where_this_one_starts(strays):
    right = [north(n * 3) for n in range(20)]
    places, resumes, _ = repaired([north(50_000 + n) for n in range(strays)] + right)

    assert (places, resumes) == ([None] * strays + right, ())


def test_more_points_than_stray_together_are_kept_and_nothing_counts_across():
    here, there = [north(n * 3) for n in range(20)], [north(50_000 + n * 3) for n in range(11)]
    places, resumes, said = repaired(here + there)

    assert (places, resumes) == (here + there, (20,))
    assert said == ["The track leaps farther than anyone moves at 1 point; nothing counts across."]


def test_of_two_points_nobody_knows_which_one_strayed():
    assert repaired([north(0), north(50_000)]) == (
        [north(0), north(50_000)],
        (1,),
        ["The track leaps farther than anyone moves at 1 point; nothing counts across."],
    )


def test_a_long_way_across_a_pause_is_no_leap():
    assert repaired([north(0), north(5), north(9000), north(9003)], resumes=[2])[2] == []


def test_the_time_since_the_last_place_counts_however_many_points_lie_between():
    places = [north(0), north(3), *[None] * 60, north(5000)]

    assert repaired(places)[2] == []

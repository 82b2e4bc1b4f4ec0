"""Graded pace: Minetti's cost of a grade, and what a run would have taken on the level."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.track.graded import cost_j_per_kg_m, factor, graded_pace_s_per_km
from tests.logbook.track.tracks import even_track, track_of, tracks

# Grade, cost, factor, and what 6:00 /km becomes, reckoned by hand from the published polynomial.
PUBLISHED = [
    (0.0, 3.6, 1.0, 360.0),
    (0.05, 4.6852, 1.3014, 276.62),
    (0.1, 5.9682, 1.6578, 217.15),
    (-0.05, 2.7459, 0.7628, 471.97),
    (-0.1, 2.1517, 0.5977, 602.31),
    (-0.2, 1.8, 0.5, 719.99),
]
SIX_MINUTES = 1000 / 360


@pytest.mark.parametrize(("grade", "cost", "times", "seconds"), PUBLISHED)
def test_a_grade_costs_what_was_published(grade, cost, times, seconds):
    assert cost_j_per_kg_m(grade) == pytest.approx(cost, abs=5e-5)
    assert factor(grade) == pytest.approx(times, abs=5e-5)
    assert 360 / factor(grade) == pytest.approx(seconds, abs=5e-3)


@pytest.mark.parametrize(("grade", "cost", "times", "seconds"), PUBLISHED)
def test_a_run_on_a_slope_has_the_pace_that_was_published(grade, cost, times, seconds):
    track = even_track(metres=3000, m_per_s=SIX_MINUTES, rise=grade, altitude_m=1000)
    assert graded_pace_s_per_km(track=track) == pytest.approx(seconds, abs=5e-3)


@pytest.mark.parametrize(("steep", "steepest"), [(0.46, 0.45), (3.0, 0.45), (-0.46, -0.45), (-9.0, -0.45)])
def test_steeper_than_was_measured_counts_as_the_steepest(steep, steepest):
    assert cost_j_per_kg_m(steep) == cost_j_per_kg_m(steepest)


@given(st.floats(-10, 10))
def test_every_grade_costs_something(grade):
    assert 0 < factor(grade) < 7


def test_level_ground_gives_the_pace_itself():
    track = even_track(metres=1234, m_per_s=3, altitude_m=55)
    assert graded_pace_s_per_km(track=track) == pytest.approx(1230 / 3 / 1.23)


def test_a_pause_does_not_count():
    track = track_of(
        (0, 0.0, None, 5.0), (200, 500.0, None, 5.0), (900, 500.0, None, 5.0), (1100, 1000.0, None, 5.0),
        resumes=(2,),
    )  # fmt: skip
    assert graded_pace_s_per_km(track=track) == pytest.approx(400)


def test_the_jitter_of_the_altitude_is_smoothed_away():
    jitter = [0.0, 0.6, -0.6, 0.3, -0.3]
    points = [(n * 4, n * 10.0, None, 50 + jitter[n % 5]) for n in range(101)]
    assert graded_pace_s_per_km(track=track_of(*points)) == pytest.approx(400, rel=0.01)


def test_points_far_apart_are_read_in_a_straight_line():
    track = track_of((0, 0.0, None, 0.0), (400, 1000.0, None, 100.0))
    assert graded_pace_s_per_km(track=track) == pytest.approx(400 / 1.6578, rel=1e-4)


def tunnel(start_m, end_m):
    """A kilometre with no altitude between two places."""
    return track_of(
        *((n * 4, n * 10.0, None, None if start_m < n * 10 < end_m else n * 1.0) for n in range(101))
    )


def test_a_tunnel_under_a_tenth_of_the_way_goes_by_the_rest():
    assert graded_pace_s_per_km(track=tunnel(500, 590)) == pytest.approx(400 / 1.6578, rel=1e-4)


def test_a_longer_tunnel_leaves_it_unknown():
    assert graded_pace_s_per_km(track=tunnel(400, 610)) is None


@pytest.mark.parametrize(
    "track",
    [
        track_of(),
        even_track(metres=1000),
        track_of((0, None, None, 5.0), (60, None, None, 9.0)),
        track_of((0, 0.0, None, 5.0), (60, 0.0, None, 5.0)),
    ],
)
def test_without_distances_or_altitudes_it_is_unknown(track):
    assert graded_pace_s_per_km(track=track) is None


@given(tracks())
def test_it_is_never_below_zero(track):
    pace = graded_pace_s_per_km(track=track)
    assert pace is None or 0 <= pace < float("inf")

"""A line with fewer points runs where the full one did."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.simplified import simplified

COORDINATES = st.integers(0, 100).map(float)
LINES = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=30, unique=True)


def off(point, start, end):
    """How far a point is from a straight line between two others."""
    span = dist(start, end)
    if not span:
        return dist(point, start)
    along = sum((p - s) * (e - s) for p, s, e in zip(point, start, end, strict=True)) / span**2
    nearest = [s + (e - s) * min(1, max(0, along)) for s, e in zip(start, end, strict=True)]
    return dist(point, nearest)


@given(LINES, st.sampled_from([0.5, 5.0, 40.0]))
def test_no_point_is_off_by_more_than_what_can_be_seen(points, finest):
    [kept] = simplified([points], most=1000, finest=finest)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    for start, end in pairwise(kept):
        between = points[points.index(start) : points.index(end)]
        assert all(off(point, start, end) <= finest + 1e-9 for point in between)


@given(st.lists(LINES, max_size=6), st.integers(2, 40))
def test_there_are_never_more_points_than_may_be(lines, most):
    kept = simplified(lines, most=most, finest=0.1)
    assert sum(map(len, kept)) <= most
    assert len(kept) == min(len(lines), most // 2)


def test_of_too_many_stretches_the_longest_stay():
    short, long = [(0.0, 0.0), (1.0, 0.0)], [(0.0, 5.0), (5.0, 9.0), (9.0, 5.0)]
    assert simplified([short, long, short], most=3, finest=0.1) == [long]


def test_a_loop_keeps_its_far_side():
    [kept] = simplified([[(0, 0), (5, 5), (10, 0), (5, -5), (0, 0)]], most=3, finest=0.1)
    assert kept == [(0, 0), (10, 0), (0, 0)]


def test_of_very_many_points_the_two_ends_of_each_stretch_stay():
    lines = [[(n / 100, float(number)) for n in range(6001)] for number in range(2)]
    kept = simplified(lines, most=300, finest=0.1)
    assert kept == [[(0.0, 0.0), (60.0, 0.0)], [(0.0, 1.0), (60.0, 1.0)]]


def test_of_very_many_points_one_in_so_many_is_read():
    # 12 001 are over twice as many as are read, so every third; 6001 is none of them.
    spike = [(n / 10, 9.0 if n == 6001 else 0.0) for n in range(12_001)]
    assert simplified([spike], most=300, finest=0.1) == [[(0.0, 0.0), (1200.0, 0.0)]]


@pytest.mark.parametrize(("most", "corner"), [(2, False), (3, True)])
def test_the_farthest_point_is_kept_first(most, corner):
    [kept] = simplified([[(0, 0), (3, 1), (5, 50), (9, 1), (10, 0)]], most=most, finest=0.1)
    assert ((5, 50) in kept) == corner

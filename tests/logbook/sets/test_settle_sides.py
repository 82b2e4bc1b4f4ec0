"""A left and right pair is one set; a side follows the other where nothing else was said."""

import pytest

from logbook.sets.shorthand import SetTyped
from tests.logbook.sets.stations import THREE_EIGHTS, UNPLANNED, amounts, last_time, lunge, settle
from tests.logbook.sets.strategies import SQUAT


def test_sides_apart_are_one_set():
    sets = settle(THREE_EIGHTS, sets=1, rows={1: "8/6"})

    assert sets == (lunge(8, right=6), None, None)
    assert sets[0].sides == (8, 6)


def test_a_left_side_alone_is_both_sides_even_where_they_differ_elsewhere():
    assert amounts(settle(THREE_EIGHTS, whole="8/6", rows={2: "7"})) == [(8, 6), 7, (8, 6)]


def test_a_right_side_alone_leaves_the_left_as_it_stands_above():
    right = SetTyped(right=5)
    assert amounts(settle(THREE_EIGHTS, whole="7", rows={1: right})) == [(7, 5), 7, 7]
    assert amounts(settle(THREE_EIGHTS, whole=right)) == [(8, 5)] * 3
    assert amounts(settle(last_time(UNPLANNED, lunge(9, right=7)), sets=1, whole=right)) == [(9, 5)]


@pytest.mark.parametrize("typed", ["8/8", SetTyped(right=8)])
def test_sides_alike_have_one_number(typed):
    assert amounts(settle(THREE_EIGHTS, rows={1: typed})) == [8, 8, 8]


def test_a_side_left_out_is_0():
    assert amounts(settle(THREE_EIGHTS, rows={1: "8/-", 2: "-/8"})) == [(8, 0), (0, 8), 8]


@pytest.mark.parametrize("typed", ["0/0", SetTyped(left=0, right=0), SetTyped(left=0)])
def test_no_side_at_all_leaves_the_set_out(typed):
    assert amounts(settle(THREE_EIGHTS, rows={2: typed})) == [8, None, 8]


def test_a_movement_without_sides_has_no_right():
    squat = SetTyped(movement=SQUAT, left=8, right=6)
    assert amounts(settle(THREE_EIGHTS, rows={1: squat})) == [8, 8, 8]
    assert amounts(settle(THREE_EIGHTS, rows={1: SetTyped(movement=SQUAT, left=0, right=6)})) == [None, 8, 8]

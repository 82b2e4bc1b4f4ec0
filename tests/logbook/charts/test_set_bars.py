"""The bars of a list of sets: the more, the longer, from zero."""

from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.set_bars import FULL_WIDTH_SETS, WIDTH, set_bars


def test_the_most_fill_the_width_and_half_as_many_half_of_it():
    assert set_bars([9.0, 4.5, 0.0]) == (100.0, 50.0, 0.0)


def test_one_set_alone_does_not_look_like_much():
    assert set_bars([1.0, 0.5]) == (25.0, 12.5)
    assert set_bars([]) == ()


@given(st.lists(st.floats(0, 500), max_size=23))
def test_no_bar_leaves_its_box_and_more_is_never_shorter(sets):
    bars = set_bars(sets)

    assert all(0 <= bar <= WIDTH for bar in bars)
    in_order = sorted(zip(sets, bars, strict=True))
    assert [bar for _, bar in in_order] == sorted(bars)
    assert max(sets, default=0) < FULL_WIDTH_SETS or max(bars) == WIDTH

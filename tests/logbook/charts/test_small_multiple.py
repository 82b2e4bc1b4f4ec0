"""Small charts: blank where nothing is known, a tick for nought, the last week marked."""

from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.small_multiple import HEIGHT, MARGIN, WIDTH, small_bars, small_line
from logbook.charts.week_bars import TICK


def test_bars_stand_on_the_ground_at_one_scale_and_the_last_is_now():
    first, last = small_bars([10.0, None, 5.0]).bars
    assert (first.kind, last.kind) == ("past", "now")
    assert (first.height, last.height) == (HEIGHT, HEIGHT / 2)
    assert first.y + first.height == last.y + last.height == HEIGHT


def test_nought_is_a_tick_and_unknown_is_blank():
    (tick,) = small_bars([None, 0.0]).bars
    assert tick.height == TICK
    assert small_bars([None, None]).bars == small_bars([]).bars == ()


def test_a_scale_that_is_given_holds_for_small_numbers_too():
    (bar,) = small_bars([1.0], most=10).bars
    assert bar.height == HEIGHT / 10


def test_a_line_breaks_where_nothing_is_known_and_ends_in_a_dot():
    line = small_line([0.0, 10.0, None, 5.0], most=10)
    top, ground = MARGIN, HEIGHT - MARGIN
    assert line.path == f"M30.0 {ground}L90.0 {top}.0M210.0 {(top + ground) / 2}".replace("56L", "56.0L")
    assert line.dots == "M210.0 30.0h0"


def test_a_week_that_stands_alone_is_a_dot():
    assert small_line([4.0, None, None], most=10).dots.count("h0") == 1
    assert small_line([None, None], most=10).path == ""


VALUES = st.lists(st.one_of(st.none(), st.floats(0, 1e6)), max_size=12)


@given(VALUES, st.one_of(st.none(), st.floats(1, 1e6)))
def test_whatever_the_numbers_bars_stay_inside_the_box(values, most):
    bars = small_bars(values, most=most).bars
    assert len(bars) == sum(value is not None for value in values)
    for bar in bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert -0.1 <= bar.y <= bar.y + bar.height <= HEIGHT + 0.1

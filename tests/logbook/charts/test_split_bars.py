"""Bars of splits: the faster, the longer, and an even run is drawn even."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.split_bars import LOST_BY_SLOWEST, WIDTH, split_bars

paces = st.floats(120, 1200)
SLOWEST = round(WIDTH * (1 - LOST_BY_SLOWEST), 1)


def bars_of(*paces_s_per_km):
    known = [pace for pace in paces_s_per_km if pace is not None]
    return split_bars(paces_s_per_km=paces_s_per_km, judged_by=known)


@given(st.lists(paces, min_size=1))
def test_the_fastest_fills_the_width_and_the_faster_is_never_the_shorter(several):
    bars = bars_of(*several)
    assert bars[several.index(min(several))] == WIDTH
    assert all(SLOWEST <= bar <= WIDTH for bar in bars)
    by_pace = [bar for _, bar in sorted(zip(several, bars, strict=True))]
    assert by_pace == sorted(bars, reverse=True)


def test_seconds_apart_is_drawn_as_next_to_even():
    assert bars_of(352, 355) == (WIDTH, pytest.approx(96.5))


def test_the_slowest_of_an_uneven_run_loses_the_most():
    assert bars_of(240, 360) == (WIDTH, pytest.approx(SLOWEST))


def test_a_rest_too_short_to_be_judged_ends_where_the_others_do():
    assert split_bars(paces_s_per_km=[350, 410, 200, 900], judged_by=[350, 410]) == (
        WIDTH,
        pytest.approx(SLOWEST),
        WIDTH,
        pytest.approx(SLOWEST),
    )


def test_an_unknown_pace_has_no_bar():
    assert bars_of(None, 360) == (None, WIDTH)
    assert split_bars(paces_s_per_km=[None], judged_by=[]) == (None,)

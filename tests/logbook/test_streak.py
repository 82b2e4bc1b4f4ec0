"""Weeks in a row with strength: counted without blame, and the week that is on never breaks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.streak import streak

Y, N = True, False


@pytest.mark.parametrize(
    ("weeks", "told"),
    [
        ([], ""),
        ([N], ""),
        ([N, N, N], ""),
        ([Y], "Strength this week."),
        ([Y, Y], "Strength this week and in the week before."),
        ([Y, N], "Strength in the last week. One session this week keeps the row going."),
        ([Y, Y, Y], "Strength this week and in each of the 2 weeks before."),
        ([Y, Y, N], "Strength in each of the last 2 weeks. One session this week keeps the row going."),
        (
            [Y, N, N],
            "Strength in 1 of the last 2 weeks. One session this week begins the next row.",
        ),
        (
            [Y, Y, Y, N, Y, Y],
            "Strength in 5 of the last 6 weeks, 2 in a row up to now; the longest row was 3 weeks.",
        ),
        ([Y, N, Y], "Strength in 2 of the last 3 weeks."),
        (
            [Y, Y, N, N],
            "Strength in 2 of the last 3 weeks; the longest row was 2 weeks."
            " One session this week begins the next row.",
        ),
    ],
)
def test_the_row_is_told_in_words(weeks, told):
    assert streak(weeks, is_running=True).told == told


def test_a_week_that_is_over_counts_also_without_any():
    over = streak([Y, Y, N], is_running=False)
    assert (over.now, over.longest, over.having, over.of) == (0, 2, 2, 3)


@given(st.lists(st.booleans(), max_size=52), st.booleans())
def test_whatever_the_weeks_the_numbers_agree(weeks, is_running):
    row = streak(weeks, is_running=is_running)
    assert 0 <= row.now <= row.longest <= row.having <= row.of <= len(weeks)
    assert row.having == sum(weeks)
    # Further weeks before the first never change the row that is on, nor does an open week.
    assert streak([N, *weeks], is_running=is_running).now == row.now
    if is_running and row.now:
        assert streak([*weeks, N] if weeks[-1] else weeks, is_running=True).now == row.now

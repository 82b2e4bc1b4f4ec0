"""Monotony: how alike the days of a week are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.load.monotony import is_alike, monotony

# Two worked weeks: hard and easy days in turn, and days that are nearly the same.
FOSTER = [0, 480, 260, 350, 330, 0, 500]
ALIKE = [100, 110, 100, 90, 100, 110, 90]
LOADS = st.lists(st.floats(0, 2000), min_size=7, max_size=7)


def test_the_handbook_s_week():
    assert monotony(FOSTER) == pytest.approx(1.3363, abs=1e-4)


@pytest.mark.parametrize("days", [[100.0] * 7, [0.0] * 7, [100.0], []])
def test_days_without_any_spread_have_no_number(days):
    assert monotony(days) is None


@given(LOADS, st.floats(0.1, 10))
def test_twice_the_load_on_each_day_is_as_monotonous(days, times):
    found, other = monotony(days), monotony([times * day for day in days])
    if found is not None and other is not None:
        assert other == pytest.approx(found, rel=1e-6)


@pytest.mark.parametrize(
    ("days", "mean", "threshold", "is_said"),
    [
        (ALIKE, 699, 2.0, True),
        # As much load as in the weeks before is no more load.
        (ALIKE, 700, 2.0, False),
        (FOSTER, 1000, 2.0, False),
        (FOSTER, 1000, 1.33, True),
        (FOSTER, 1000, 1.34, False),
        ([100.0] * 7, 600, 2.0, True),
        ([0.0] * 7, 0, 2.0, False),
        (ALIKE, None, 2.0, False),
    ],
)
def test_a_week_is_alike_above_the_limit_and_with_more_load_than_before(days, mean, threshold, is_said):
    assert is_alike(days, mean_before=mean, threshold=threshold) is is_said


def test_at_the_very_limit_nothing_is_said():
    assert not is_alike(ALIKE, mean_before=0, threshold=monotony(ALIKE))

"""The strip of a year: every week once, to scale, solid up to today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.year_strip import HEIGHT, weeks_of, year_strip
from workouts.weeks import WeekStart


@given(st.integers(1971, 2198), st.sampled_from(WeekStart))
def test_the_weeks_of_a_year_hold_each_of_its_days_once(year, starts):
    weeks = weeks_of(year, starts)
    days = [day for week in weeks for day in week.days if day.year == year]
    assert days == [date(year, 1, 1) + timedelta(days=nth) for nth in range(len(days))]
    assert days[-1] == date(year, 12, 31)
    assert len(weeks) in (53, 54)


def strip(loads, *, today=date(2026, 7, 29)):
    weeks = weeks_of(2026, WeekStart.MONDAY)
    every = [*loads, *[(None, None)] * (len(weeks) - len(loads))]
    return year_strip(year=2026, weeks=weeks, loads=every, today=today)


def test_runs_stand_on_the_ground_and_strength_on_top_blank_where_nothing_is_known():
    drawn = strip([(100.0, 50.0), (None, None), (0.0, None)])
    run, strength = drawn.columns[0].blocks
    assert (run.kind, strength.kind) == ("run", "strength")
    assert run.y + run.height == HEIGHT
    assert strength.y + strength.height < run.y
    assert run.height == pytest.approx(2 * strength.height, abs=0.1)
    assert drawn.columns[1].blocks == ()
    assert [block.height for block in drawn.columns[2].blocks] == [2]


def test_the_ground_ends_with_the_week_of_today():
    assert strip([]).ground_percent == pytest.approx(100 * 31 / 53, abs=0.01)
    assert strip([], today=date(2027, 3, 1)).ground_percent == 100
    assert strip([], today=date(2025, 3, 1)).ground_percent == 0


def test_months_stand_where_they_begin():
    months = strip([]).months
    assert [label.month.month for label in months] == list(range(1, 13))
    # 1 January 2026 is the Thursday of the first of 53 weeks.
    assert months[0].percent == pytest.approx(100 * 3 / 7 / 53, abs=0.01)
    assert [label.percent for label in months] == sorted(label.percent for label in months)


@given(st.lists(st.tuples(*[st.one_of(st.none(), st.floats(0, 1e5))] * 2), max_size=53))
def test_whatever_the_loads_the_columns_stay_inside(loads):
    drawn = strip(loads)
    for column in drawn.columns:
        for block in column.blocks:
            assert -0.2 <= block.y <= block.y + block.height <= HEIGHT + 0.2
            assert column.x <= block.x <= block.x + block.width <= drawn.width

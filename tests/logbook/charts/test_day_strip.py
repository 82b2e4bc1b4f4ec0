"""A month as columns: one a day, blank where nothing is known, a tick for nought."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.charts.day_strip import day_strip
from logbook.charts.week_bars import Block, DayMinutes
from workouts.weeks import WeekStart

AUGUST = date(2026, 8, 1)  # a Saturday
LATER = date(2029, 1, 1)
MINUTES = st.none() | st.just(0) | st.floats(0, 1500)
DAYS = st.builds(DayMinutes, MINUTES, MINUTES, MINUTES)


def strip(minutes_by_day, *, first_day=AUGUST, highest_min=100, today=LATER, week_starts=WeekStart.MONDAY):
    return day_strip(
        first_day=first_day,
        minutes_by_day=minutes_by_day,
        highest_min=highest_min,
        today=today,
        week_starts=week_starts,
    )


@pytest.mark.parametrize(
    ("first_day", "days"),
    [(AUGUST, 31), (date(2026, 2, 1), 28), (date(2028, 2, 1), 29), (date(2026, 12, 1), 31)],
)
def test_a_month_has_a_column_for_each_of_its_days(first_day, days):
    month = strip({}, first_day=first_day)
    assert [column.day for column in month.columns] == [first_day + timedelta(days=n) for n in range(days)]
    assert month.width == 10 * days


def test_a_day_without_anything_known_is_blank():
    assert strip({AUGUST: DayMinutes()}).columns[0].blocks == ()
    assert strip({}).columns[0].blocks == ()


def test_nought_minutes_are_a_tick_on_the_ground():
    [block] = strip({AUGUST: DayMinutes(run_min=0)}).columns[0].blocks
    assert (block.y, block.height) == (58, 2)


def test_nothing_but_noughts_is_drawn_too():
    [block] = strip({AUGUST: DayMinutes(run_min=0)}, highest_min=0).columns[0].blocks
    assert block.height == 2


def test_a_run_stands_on_the_ground_and_the_rest_on_top():
    days = {date(2026, 8, 2): DayMinutes(run_min=50, other_min=25, strength_min=20)}
    assert strip(days).columns[1].blocks == (
        Block("run", x=11.5, y=35, width=7, height=25),
        Block("other", x=11.5, y=20.5, width=7, height=12.5),
        Block("strength", x=11.5, y=8.5, width=7, height=10),
    )


def test_months_on_one_scale_compare():
    short = strip({AUGUST: DayMinutes(run_min=50)})
    among_long = strip({AUGUST: DayMinutes(run_min=50), date(2026, 8, 9): DayMinutes(run_min=100)})
    assert short.columns[0].blocks == among_long.columns[0].blocks


def test_the_day_of_the_month_stands_under_the_first_day_of_each_week():
    columns = strip({}).columns
    assert [column.label for column in columns if column.label] == ["3", "10", "17", "24", "31"]
    columns = strip({}, week_starts=WeekStart.SUNDAY).columns
    assert [column.label for column in columns if column.label] == ["2", "9", "16", "23", "30"]


def test_a_label_stands_under_the_middle_of_its_column():
    assert strip({}, first_day=date(2026, 2, 1)).columns[0].percent == pytest.approx(1.79)


@pytest.mark.parametrize(
    ("today", "percent"),
    [(date(2026, 7, 31), 0), (AUGUST, 3.23), (date(2026, 8, 31), 100), (date(2026, 9, 1), 100)],
)
def test_the_ground_is_solid_up_to_today(today, percent):
    assert strip({}, today=today).ground_percent == percent


def test_the_longest_day_says_how_long_it_was():
    days = {date(2026, 8, 2): DayMinutes(run_min=50, other_min=50), date(2026, 8, 16): DayMinutes(run_min=20)}
    label = strip(days).tallest
    assert (label.text, label.anchor) == ("1 h 40 min", "start")
    # Over its upper block, as far from the left as its column is.
    column = strip(days).columns[1]
    assert (label.y, label.percent) == (column.blocks[-1].y - 4, column.percent)


@pytest.mark.parametrize(("day", "anchor"), [(1, "start"), (16, "middle"), (31, "end")])
def test_the_label_of_the_longest_day_stays_inside(day, anchor):
    assert strip({AUGUST.replace(day=day): DayMinutes(run_min=20)}).tallest.anchor == anchor


def test_a_month_without_a_day_has_no_longest():
    assert strip({}).tallest is None


@given(st.dictionaries(st.dates(AUGUST, date(2026, 8, 31)), DAYS, max_size=31), st.floats(0, 1000))
def test_blocks_stay_in_the_box_and_clear_of_each_other(days, highest_min):
    for column in strip(days, highest_min=highest_min).columns:
        ground = 60.0
        for block in column.blocks:
            assert block.height >= 2
            assert block.y + block.height <= ground + 0.011
            ground = block.y - 2
        assert all(block.y >= -0.011 for block in column.blocks)

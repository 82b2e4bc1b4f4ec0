"""Weeks: every day lies in exactly one, they follow each other without a gap, and names lead back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workouts.weeks import BadWeek, Week, WeekStart, day_text

MONDAY, SUNDAY = WeekStart
DAYS = st.dates(date(1970, 1, 5), date(2199, 12, 20))
STARTS = st.sampled_from(WeekStart)


class TestWhichDays:
    def test_a_monday_week_is_the_iso_week(self):
        week = Week.containing(date(2026, 7, 29), MONDAY)
        assert week == Week(2026, 31)
        assert (week.first_day, week.last_day) == (date(2026, 7, 27), date(2026, 8, 2))

    def test_a_sunday_week_takes_the_number_of_the_monday_in_it(self):
        week = Week.containing(date(2026, 7, 26), SUNDAY)
        assert week == Week(2026, 31, SUNDAY)
        assert (week.first_day, week.last_day) == (date(2026, 7, 26), date(2026, 8, 1))

    def test_only_sundays_move_when_the_setting_changes(self):
        week = Week(2026, 31)
        assert [Week.containing(day, SUNDAY).number for day in week.days] == [31] * 6 + [32]

    def test_the_setting_is_understood_as_it_is_stored(self):
        assert Week.containing(date(2026, 7, 26), WeekStart("sunday")).number == 31

    @pytest.mark.parametrize(
        ("day", "starts", "name"),
        [
            (date(2026, 12, 31), MONDAY, "2026-W53"),
            (date(2027, 1, 3), MONDAY, "2026-W53"),
            (date(2027, 1, 3), SUNDAY, "2027-W01"),
            (date(2024, 12, 30), MONDAY, "2025-W01"),
            (date(2024, 12, 29), MONDAY, "2024-W52"),
            (date(2024, 12, 29), SUNDAY, "2025-W01"),
            (date(2021, 1, 1), MONDAY, "2020-W53"),
            (date(2024, 2, 29), MONDAY, "2024-W09"),
        ],
    )
    def test_the_turn_of_the_year_and_week_53(self, day, starts, name):
        week = Week.containing(day, starts)
        assert str(week) == name
        assert day in week.days

    @given(DAYS, STARTS)
    def test_a_day_lies_in_its_week_and_in_neither_neighbour(self, day, starts):
        week = Week.containing(day, starts)
        assert day in week
        assert day in week.days
        assert day not in week.next
        assert day not in week.previous

    @given(DAYS, STARTS)
    def test_weeks_follow_each_other_without_a_gap(self, day, starts):
        week = Week.containing(day, starts)
        assert week.next.first_day - week.last_day == timedelta(days=1)
        assert week.first_day - week.previous.last_day == timedelta(days=1)
        assert week.next.previous == week == week.previous.next
        assert week.previous < week < week.next

    @given(DAYS, STARTS)
    def test_a_week_is_seven_days_from_its_first_weekday(self, day, starts):
        days = Week.containing(day, starts).days
        assert [later - days[0] for later in days] == [timedelta(days=n) for n in range(7)]
        assert f"{days[0]:%A}" == starts.label


class TestNames:
    @given(DAYS, STARTS)
    def test_a_name_leads_back_to_its_week(self, day, starts):
        week = Week.containing(day, starts)
        assert Week.parse(str(week), starts) == week

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "2026",
            "2026-31",
            "2026W31",
            "2026-w31",
            "2026-W1",
            "2026-W031",
            " 2026-W31",
            "2026-W31\n",
            "٢٠٢٦-W31",
        ],
    )
    def test_other_ways_of_writing_are_refused_with_an_example(self, text):
        with pytest.raises(BadWeek, match=r"is not a week\. Weeks look like 2026-W31\."):
            Week.parse(text)

    @pytest.mark.parametrize("text", ["2026-W00", "2026-W54", "2025-W53", "2027-W53", "2026-W99"])
    def test_a_week_that_its_year_does_not_have_is_refused(self, text):
        with pytest.raises(BadWeek, match="has no week"):
            Week.parse(text)

    def test_a_year_of_53_weeks_has_its_last_with_both_settings(self):
        assert Week.parse("2026-W53").days[0] == date(2026, 12, 28)
        assert Week.parse("2026-W53", SUNDAY).days[0] == date(2026, 12, 27)

    @pytest.mark.parametrize("text", ["1969-W52", "2200-W01", "0000-W01", "9999-W52"])
    def test_years_outside_1970_to_2199_are_refused(self, text):
        with pytest.raises(BadWeek, match="Choose one from 1970 to 2199"):
            Week.parse(text)

    @pytest.mark.parametrize("text", ["1970-W01", "2199-W52"])
    def test_the_weeks_at_either_edge_still_have_neighbours_to_link_to(self, text):
        week = Week.parse(text, SUNDAY)
        assert week.previous < week < week.next


class TestWords:
    @pytest.mark.parametrize(
        ("week", "span"),
        [
            (Week(2026, 31), "27 July to 2 August 2026"),
            (Week(2026, 32), "3 to 9 August 2026"),
            (Week(2026, 53), "28 December 2026 to 3 January 2027"),
            (Week(2026, 31, SUNDAY), "26 July to 1 August 2026"),
        ],
    )
    def test_no_month_or_year_is_said_twice(self, week, span):
        assert week.span == span

    def test_a_day_is_written_out(self):
        assert day_text(date(2024, 2, 29)) == "29 February 2024"

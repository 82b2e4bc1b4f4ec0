"""Reads a calendar year: its sums, its weeks as a strip, its months as rows.  No query."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from logbook.charts.year_strip import YearStrip, weeks_of, year_strip
from logbook.totals import Totals
from logbook.week_rows import Done, MonthRow
from workouts.weeks import Week, WeekStart


@dataclass(frozen=True)
class YearPart:
    """A year up to today; the months without anything at its ends are left out."""

    year: int
    is_now: bool
    totals: Totals
    strip: YearStrip
    months: tuple[MonthRow, ...]


def year_of(*, year: int, of: Done, starts: WeekStart, today: date) -> YearPart:
    """The year from what was done in all its days; a week across its ends counts with its days in it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    weeks = weeks_of(year, starts)
    loads = [of.loads_between(max(week.first_day, first), min(week.last_day, last)) for week in weeks]
    months = [_month(of, date(year, month, 1), starts, today) for month in range(1, 13)]
    known = [nth for nth, month in enumerate(months) if not month.totals.is_empty]
    return YearPart(
        year,
        is_now=today.year == year,
        totals=of.between(first, last),
        strip=year_strip(year=year, weeks=weeks, loads=loads, today=today),
        months=tuple(months[known[0] : known[-1] + 1]) if known else (),
    )


def _month(of: Done, first: date, starts: WeekStart, today: date) -> MonthRow:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    page = Week.containing(min(last, max(first, today)), starts)
    # A week across the year's end belongs to the page of the year after.
    page = page if page.last_day.year == first.year or today in page else page.previous
    return MonthRow(first, of.between(first, last), page=page)

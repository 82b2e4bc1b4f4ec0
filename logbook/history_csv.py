"""Reads every week, or every month, from the first entry on, as rows of a CSV file."""

from collections.abc import Iterator
from datetime import date, timedelta

from logbook.csv_cells import Cell
from logbook.totals import Totals
from logbook.week_rows import done
from workouts.models import Athlete
from workouts.units import DistanceUnit, decimal_text
from workouts.vocabulary import place_of_pain
from workouts.weeks import Week, WeekStart


def sums_headers(unit: DistanceUnit) -> tuple[str, ...]:
    """What stands over the cells of `_sums`, each with its unit."""
    return (
        "Runs", f"Distance ({unit})", "Run time (min)", "Run effort (mean, 0-10)", "Run load (AU)",
        "Sessions", "Strength (min)", "Session effort (mean, 0-10)", "Strength load (AU)",
        "Pain (highest, 0-10)", "Pain place", "Load (AU)", "Efforts assumed",
    )  # fmt: skip


def week_headers(unit: DistanceUnit) -> tuple[str, ...]:
    return ("Week", "First day", "Last day", *sums_headers(unit))


def month_headers(unit: DistanceUnit) -> tuple[str, ...]:
    return ("Month", *sums_headers(unit))


def week_rows(*, athlete: Athlete, today: date) -> Iterator[tuple[Cell, ...]]:
    """From the week of the first entry up to this one.  Two queries, and two more a year."""
    unit, starts = DistanceUnit(athlete.distance_unit), WeekStart(athlete.week_start)
    week, until = Week.containing(_first_day(athlete, today), starts), athlete.week_of(today)
    while week <= until:
        year = week.year
        last = min(Week(year + 1, 1, starts).previous, until)
        of = done(athlete=athlete, first=week.first_day, last=last.last_day)
        while week <= last:
            sums = of.between(week.first_day, week.last_day)
            yield (str(week), week.first_day, week.last_day, *_sums(sums, unit))
            week = week.next


def month_rows(*, athlete: Athlete, today: date) -> Iterator[tuple[Cell, ...]]:
    """From the month of the first entry up to this one.  Two queries, and two more a year."""
    unit = DistanceUnit(athlete.distance_unit)
    begins = _first_day(athlete, today).replace(day=1)
    while begins <= today:
        year = begins.year
        of = done(athlete=athlete, first=begins, last=date(year, 12, 31))
        while begins.year == year and begins <= today:
            after = (begins + timedelta(days=31)).replace(day=1)
            sums = of.between(begins, after - timedelta(days=1))
            yield (f"{begins:%Y-%m}", *_sums(sums, unit))
            begins = after


def _first_day(athlete: Athlete, today: date) -> date:
    """The day of the first entry; today where there is none."""
    firsts = [
        days.order_by("performed_on").values_list("performed_on", flat=True).first()
        for days in (athlete.runs.kept(), athlete.sessions.kept())
    ]
    return min([first for first in firsts if first is not None] + [today])


def _sums(sums: Totals, unit: DistanceUnit) -> tuple[Cell, ...]:
    """The cells of some days; of days without anything all are blank."""
    if sums.is_empty:
        return (None,) * len(sums_headers(unit))
    worst = sums.worst
    return (
        sums.runs,
        _number(None if sums.distance_m is None else sums.distance_m / unit.metres),
        _number(sums.running_s / 60) if sums.runs else None,
        _number(sums.run_effort),
        _number(sums.run_load),
        sums.sessions,
        sums.strength_min,
        _number(sums.session_effort),
        _number(sums.session_load),
        worst.pain if worst else None,
        place_of_pain(worst.pain_place, worst.pain_side) if worst else "",
        _number(sums.load),
        sums.assumed,
    )


def _number(number: float | None) -> str:
    return decimal_text(number)

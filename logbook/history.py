"""Reads the weeks gone by, twelve at a time, newest first, with their year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logbook.charts.load_bars import LoadBars, WeekLoad, load_bars
from logbook.history_multiples import Multiple, multiples
from logbook.history_words import Head, head
from logbook.history_year import YearPart, year_of
from logbook.streak import Streak, streak
from logbook.week_rows import Done, WeekRow, done
from workouts.models import Athlete
from workouts.units import DistanceUnit
from workouts.weeks import FIRST_YEAR, Week, WeekStart

WEEKS_A_PAGE = 12
MEAN_OF = 4
# A year of weeks is what a row of weeks with strength is counted in.
WEEKS_OF_A_YEAR = 52


@dataclass(frozen=True)
class HistoryPage:
    """
    Twelve weeks and the calendar year they end in.

    chart: their load, where any is known, with its means, unless `hides_targets`, since what one did in other
    weeks reads as what to reach.  streak: the weeks with strength, up to this week.
    `earlier` leads on where anything older is logged, `later` leads back.
    """

    head: Head
    rows: tuple[WeekRow, ...]
    chart: LoadBars | None
    multiples: tuple[Multiple, ...]
    year: YearPart
    streak: Streak | None
    earlier: Week | None
    later: Week | None
    hides_targets: bool


def weeks(*, athlete: Athlete, until: Week, today: date) -> HistoryPage:
    """The twelve weeks that end with `until`.  Four queries at any length of history."""
    year = min(until.last_day, today).year if until.first_day <= today else until.first_day.year
    looked_at = _before(until, WEEKS_OF_A_YEAR)
    # Those before the ones shown are for the mean, and for weeks in a row.
    first = min(looked_at[-1].first_day, date(year, 1, 1))
    of = done(athlete=athlete, first=first, last=max(until.last_day, date(year, 12, 31)))
    shown = looked_at[:WEEKS_A_PAGE]
    every = [of.of_week(week, today=today) for week in looked_at[: WEEKS_A_PAGE + MEAN_OF]]
    rows = every[:WEEKS_A_PAGE]
    goes_on = _is_anything(athlete, before=first)
    is_older = goes_on or of.begins_before(shown[-1].first_day)
    while not is_older and len(rows) > 1 and rows[-1].totals.is_empty:
        rows.pop()  # weeks from before anything was logged
    known = every if goes_on or of.begins_before(every[-1].week.first_day) else _since_the_first(every)
    this_week, hides = athlete.week_of(today), athlete.hides_load_targets
    return HistoryPage(
        head(rows=rows, mean=None if hides else _mean(known[1 : 1 + MEAN_OF]), today=today),
        tuple(rows),
        chart=_chart(rows, () if hides else known),
        multiples=multiples(rows=rows, unit=DistanceUnit(athlete.distance_unit), today=today),
        year=year_of(year=year, of=of, starts=WeekStart(athlete.week_start), today=today),
        streak=_streak(of, looked_at) if until == this_week else None,
        earlier=shown[-1].previous if is_older else None,
        later=_later(until, this_week),
        hides_targets=hides,
    )


def _before(until: Week, count: int) -> list[Week]:
    """That week and those before it, newest first, so many in all, and none before 1970."""
    found = [until]
    while len(found) < count and found[-1].previous.year >= FIRST_YEAR:
        found.append(found[-1].previous)
    return found


def _is_anything(athlete: Athlete, *, before: date) -> bool:
    return (
        athlete.runs.kept().filter(performed_on__lt=before).exists()
        or athlete.sessions.kept().filter(performed_on__lt=before).exists()
    )


def _streak(of: Done, looked_at: Sequence[Week]) -> Streak:
    """The weeks with strength since the first of which anything is known, up to now."""
    having = [of.has_strength(week) for week in reversed(looked_at)]
    return streak(having[having.index(True) :] if any(having) else having, is_running=True)


def _chart(rows: Sequence[WeekRow], every: Sequence[WeekRow]) -> LoadBars | None:
    """The load of the weeks shown, the oldest first, each with the mean of the four before."""
    loads = [
        WeekLoad(
            label=str(row.week.number),
            run=row.totals.run_load,
            strength=row.totals.session_load,
            mean=_mean(every[nth + 1 : nth + 1 + MEAN_OF]),
        )
        for nth, row in enumerate(rows)
    ]
    return load_bars(loads[::-1])


def _since_the_first(every: Sequence[WeekRow]) -> Sequence[WeekRow]:
    """Without the weeks from before anything was logged: nobody knows what was done in them."""
    known = [nth for nth, row in enumerate(every) if not row.totals.is_empty]
    return every[: known[-1] + 1] if known else ()


def _mean(before: Sequence[WeekRow]) -> float | None:
    """The mean load of the four weeks before; None where not so many are known."""
    if len(before) < MEAN_OF:
        return None
    return sum(row.totals.load or 0 for row in before) / MEAN_OF


def _later(until: Week, this_week: Week) -> Week | None:
    """The week that the page after this one ends with."""
    if until >= this_week:
        return None
    week = until
    for _ in range(WEEKS_A_PAGE):
        week = week.next
    return min(week, this_week)

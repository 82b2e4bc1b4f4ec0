"""Reads the weeks gone by, twelve at a time, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logbook.charts.load_bars import LoadBars, WeekLoad, load_bars
from logbook.models import Run, Session
from logbook.review import Totals, totals
from workouts.models import Athlete
from workouts.weeks import FIRST_YEAR, Week

WEEKS_A_PAGE = 12
MEAN_OF = 4
# More than anybody deletes in 30 days by hand; a page must not grow without end.
MOST_HIDDEN = 100


@dataclass(frozen=True)
class WeekRow:
    week: Week
    totals: Totals
    is_now: bool

    @property
    def is_empty(self) -> bool:
        return self.totals.load is None and not self.totals.runs


@dataclass(frozen=True)
class HistoryPage:
    """Twelve weeks, their load as a chart where any is known.

    `earlier` leads on where anything older is logged, `later` leads back.
    """

    rows: tuple[WeekRow, ...]
    chart: LoadBars | None
    earlier: Week | None
    later: Week | None
    hidden_runs: tuple[Run, ...]
    hidden_sessions: tuple[Session, ...]


def weeks(*, athlete: Athlete, until: Week, today: date) -> HistoryPage:
    """The twelve weeks that end with `until`.  Six queries at any length of history."""
    looked_at = [until]
    # Those before the ones shown are for the mean alone.
    while len(looked_at) < WEEKS_A_PAGE + MEAN_OF and looked_at[-1].previous.year >= FIRST_YEAR:
        looked_at.append(looked_at[-1].previous)
    shown = looked_at[:WEEKS_A_PAGE]
    runs = list(athlete.runs.kept().between(looked_at[-1].first_day, until.last_day))
    sessions = list(athlete.sessions.kept().between(looked_at[-1].first_day, until.last_day))
    every = [
        WeekRow(
            week,
            totals(
                runs=[r for r in runs if week.first_day <= r.performed_on <= week.last_day],
                sessions=[s for s in sessions if week.first_day <= s.performed_on <= week.last_day],
            ),
            is_now=week.first_day <= today <= week.last_day,
        )
        for week in looked_at
    ]
    rows = every[:WEEKS_A_PAGE]
    oldest = looked_at[-1].first_day
    goes_on = (
        athlete.runs.kept().filter(performed_on__lt=oldest).exists()
        or athlete.sessions.kept().filter(performed_on__lt=oldest).exists()
    )
    older = goes_on or not all(row.is_empty for row in every[WEEKS_A_PAGE:])
    while not older and len(rows) > 1 and rows[-1].is_empty:
        rows.pop()  # weeks from before anything was logged
    this_week = athlete.week_of(today)
    return HistoryPage(
        tuple(rows),
        chart=_chart(rows, every if goes_on else _since_the_first(every)),
        earlier=shown[-1].previous if older else None,
        later=_later(until, this_week),
        hidden_runs=tuple(athlete.runs.hidden()[:MOST_HIDDEN]),
        hidden_sessions=tuple(athlete.sessions.hidden()[:MOST_HIDDEN]),
    )


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
    known = [nth for nth, row in enumerate(every) if not row.is_empty]
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

"""Reads the weeks gone by, twelve at a time, newest first."""

from dataclasses import dataclass
from datetime import date

from logbook.models import Run, Session
from logbook.review import Totals, totals
from workouts.models import Athlete
from workouts.weeks import FIRST_YEAR, Week

WEEKS_A_PAGE = 12
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
    """Twelve weeks; `earlier` leads on where anything older is logged, `later` leads back."""

    rows: tuple[WeekRow, ...]
    earlier: Week | None
    later: Week | None
    hidden_runs: tuple[Run, ...]
    hidden_sessions: tuple[Session, ...]


def weeks(*, athlete: Athlete, until: Week, today: date) -> HistoryPage:
    """The twelve weeks that end with `until`.  Six queries at any length of history."""
    shown = [until]
    while len(shown) < WEEKS_A_PAGE and shown[-1].previous.year >= FIRST_YEAR:
        shown.append(shown[-1].previous)
    first = shown[-1].first_day
    runs = list(athlete.runs.kept().between(first, until.last_day))
    sessions = list(athlete.sessions.kept().between(first, until.last_day))
    rows = [
        WeekRow(
            week,
            totals(
                runs=[r for r in runs if week.first_day <= r.performed_on <= week.last_day],
                sessions=[s for s in sessions if week.first_day <= s.performed_on <= week.last_day],
            ),
            is_now=week.first_day <= today <= week.last_day,
        )
        for week in shown
    ]
    older = (
        athlete.runs.kept().filter(performed_on__lt=first).exists()
        or athlete.sessions.kept().filter(performed_on__lt=first).exists()
    )
    while not older and len(rows) > 1 and rows[-1].is_empty:
        rows.pop()  # weeks from before anything was logged
    this_week = athlete.week_of(today)
    return HistoryPage(
        tuple(rows),
        earlier=shown[-1].previous if older else None,
        later=_later(until, this_week),
        hidden_runs=tuple(athlete.runs.hidden()[:MOST_HIDDEN]),
        hidden_sessions=tuple(athlete.sessions.hidden()[:MOST_HIDDEN]),
    )


def _later(until: Week, this_week: Week) -> Week | None:
    """The week that the page after this one ends with."""
    if until >= this_week:
        return None
    week = until
    for _ in range(WEEKS_A_PAGE):
        week = week.next
    return min(week, this_week)

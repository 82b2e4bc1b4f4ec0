"""Reads what was done in some weeks or months: fetched at once, then summed bit by bit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from logbook.load import session_rpe
from logbook.models import SummedRun, SummedSession
from logbook.totals import Totals, totals
from workouts.models import Athlete
from workouts.weeks import Week

_Summed = TypeVar("_Summed", SummedRun, SummedSession)


@dataclass(frozen=True)
class WeekRow:
    week: Week
    totals: Totals
    is_now: bool


@dataclass(frozen=True)
class MonthRow:
    """A month; `page` is the week that its page of the history ends with."""

    first_day: date
    totals: Totals
    page: Week


@dataclass(frozen=True)
class Done:
    """What was done in some days, by day."""

    runs: Mapping[date, Sequence[SummedRun]]
    sessions: Mapping[date, Sequence[SummedSession]]

    def between(self, first: date, last: date) -> Totals:
        """The sums of those days, both ends among them."""
        runs, sessions = self._of(first, last)
        return totals(runs=runs, sessions=sessions)

    def loads_between(self, first: date, last: date) -> tuple[float | None, float | None]:
        """The load of the runs of those days and that of their sessions, as `between` has them."""
        runs, sessions = self._of(first, last)
        return session_rpe.total(run.load for run in runs), session_rpe.total(s.load for s in sessions)

    def _of(self, first: date, last: date) -> tuple[list[SummedRun], list[SummedSession]]:
        days = [first + timedelta(days=nth) for nth in range((last - first).days + 1)]
        return (
            [run for day in days for run in self.runs.get(day, ())],
            [session for day in days for session in self.sessions.get(day, ())],
        )

    def of_week(self, week: Week, *, today: date) -> WeekRow:
        return WeekRow(week, self.between(week.first_day, week.last_day), is_now=today in week)

    def begins_before(self, day: date) -> bool:
        """Whether anything of this was done before that day."""
        return any(each < day for each in (*self.runs, *self.sessions))

    def has_strength(self, week: Week) -> bool:
        """Whether any session of that week was strength, and not only stretching."""
        return any(
            each.session_class != "mobility" for day in week.days for each in self.sessions.get(day, ())
        )


def done(*, athlete: Athlete, first: date, last: date) -> Done:
    """What was done in those days, with the columns that sums are made of.  Two queries."""
    return Done(
        _by_day(athlete.runs.kept().between(first, last).for_sums()),
        _by_day(athlete.sessions.kept().between(first, last).for_sums()),
    )


def _by_day(rows: Iterable[_Summed]) -> dict[date, list[_Summed]]:
    by_day: dict[date, list[_Summed]] = defaultdict(list)
    for row in rows:
        by_day[row.performed_on].append(row)
    return by_day

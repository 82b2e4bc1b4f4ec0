"""Reads what was done of late, of runs and sessions that are fetched already, for rules that look back.

No query.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.afterwards import MOBILITY
from logbook.load import session_rpe
from logbook.models import Run, Session
from workouts.training.running_load import FORTNIGHT_DAYS

# As far as the longest of them looks back, the 30 days of rule LOAD-01, and some more.
REACH = timedelta(days=35)


@dataclass(frozen=True)
class Lately:
    """Runs and sessions of some days, by when they began."""

    runs: tuple[Run, ...]
    sessions: tuple[Session, ...]

    def longest_m(self, day: date, *, days: int) -> float | None:
        """
        The longest run of so many days before a day.

        None without one, and where a run whose length nobody knows took longer than each that is known:
        that one may have been the longest.
        """
        runs = list(self._runs(day - timedelta(days=days), day - timedelta(days=1)))
        known = [run for run in runs if run.distance_m is not None]
        took = max((run.paced_s for run in known), default=0.0)
        if any(run.distance_m is None and run.paced_s > took for run in runs):
            return None
        return max((run.distance_m or 0.0 for run in known), default=None)

    def fortnights_m(self, today: date) -> tuple[float | None, float | None]:
        """
        How far one ran in the last two weeks, today among them, and in the two before; None if not known.

        Each of the two weeks before needs a run: else there was a break, or the log had not begun.
        """
        first, second = (today - timedelta(days=nth * FORTNIGHT_DAYS - 1) for nth in (2, 1))
        weeks = (first, first + timedelta(days=7))
        begun = all(any(self._runs(day, day + timedelta(days=6))) for day in weeks)
        before = self._sum_m(first, second - timedelta(days=1)) if begun else None
        return self._sum_m(second, today), before

    def days_without_strength(self, today: date) -> int | None:
        """Since the last session that was more than stretching; None where none is known."""
        strength = [each for each in self.sessions if each.session_class != MOBILITY]
        last = max((each.performed_on for each in strength if each.performed_on <= today), default=None)
        return None if last is None else (today - last).days

    def days_known(self, today: date) -> int:
        """For how many days something is logged, as far as that is looked back."""
        first = min((each.performed_on for each in (*self.runs, *self.sessions)), default=today)
        return max((today - first).days, 0)

    def load(self, first: date, last: date) -> float:
        """The load of some days in AU; days with nothing logged have none, and count as 0 in their sum."""
        of_runs = session_rpe.total(run.load for run in self.runs if first <= run.performed_on <= last)
        sessions = (each for each in self.sessions if first <= each.performed_on <= last)
        return (of_runs or 0.0) + (session_rpe.total(each.load for each in sessions) or 0.0)

    def is_logged(self, first: date, last: date) -> bool:
        """Whether anything was on those days."""
        return any(first <= each.performed_on <= last for each in (*self.runs, *self.sessions))

    def _runs(self, first: date, last: date) -> Iterator[Run]:
        return (run for run in self.runs if run.is_running and first <= run.performed_on <= last)

    def _sum_m(self, first: date, last: date) -> float | None:
        lengths = [run.distance_m for run in self._runs(first, last)]
        known = [length for length in lengths if length is not None]
        return sum(known) if len(known) == len(lengths) else None

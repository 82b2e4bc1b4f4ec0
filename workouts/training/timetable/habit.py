"""Habit: the usual run of each weekday, as the last weeks suggest it.

Meaning   what an athlete's week looks like, to be looked over and corrected, never taken for granted.
Formula   a weekday has a run if at least half of the weeks had one on it, and two at least; it is of the kind
          that was most common, the latest of equals, as long and as early as in the middle (median).
Units     minutes, rounded to 5; the hour, rounded to a quarter.
Source    a choice of our own.
Limits    only weeks count in which there was a run at all; a second run of the same day is left out.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from statistics import median

from workouts.vocabulary import RunKind

FEWEST = 2


@dataclass(frozen=True, kw_only=True)
class PastRun:
    """A run as far as habits go: its day, its kind, when it began by the clock, and how long it took."""

    day: date
    kind: RunKind
    began: time
    minutes: float


@dataclass(frozen=True, kw_only=True)
class HabitualRun:
    """
    The usual run of a weekday, from 0 for Monday, or the one of a single day.

    distance_m: None where only the time is planned.  name: "" where it has none but its kind.
    """

    weekday: int
    kind: RunKind
    minutes: int
    starts_at: time
    distance_m: int | None = None
    name: str = ""


def habits(runs: Sequence[PastRun]) -> tuple[HabitualRun, ...]:
    """Return the usual runs of a week, in the order of its days."""
    first_of_day: dict[date, PastRun] = {}
    for run in sorted(runs, key=lambda run: (run.day, run.began)):
        first_of_day.setdefault(run.day, run)
    weeks = {day.isocalendar()[:2] for day in first_of_day}
    enough = max(FEWEST, len(weeks) / 2)
    found = []
    for weekday in range(7):
        there = [run for day, run in first_of_day.items() if day.weekday() == weekday]
        if len(there) >= enough:
            found.append(_usual(weekday, there))
    return tuple(found)


def _usual(weekday: int, runs: Sequence[PastRun]) -> HabitualRun:
    counted = Counter(run.kind for run in runs)
    most = max(counted.values())
    kind = next(run.kind for run in reversed(runs) if counted[run.kind] == most)
    minutes = max(5, 5 * round(median(run.minutes for run in runs) / 5))
    quarter = round(median(run.began.hour * 60 + run.began.minute for run in runs) / 15) % 96
    return HabitualRun(
        weekday=weekday, kind=kind, minutes=minutes, starts_at=time(quarter // 4, quarter % 4 * 15)
    )

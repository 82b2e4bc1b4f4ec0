"""Reads the usual week: as the athlete said it, or as the last weeks of runs suggest it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workouts.models import Athlete
from workouts.training.timetable.habit import HabitualRun, PastRun, habits
from workouts.vocabulary import RunKind

LOOKED_AT = timedelta(weeks=8)


@dataclass(frozen=True)
class UsualWeek:
    """
    The usual run of each weekday that has one.

    is_proposed: whether nobody said so yet, and the runs of the last eight weeks suggest it.
    """

    runs: tuple[HabitualRun, ...]
    is_proposed: bool


def of_athlete(*, athlete: Athlete) -> tuple[HabitualRun, ...]:
    """What the athlete said; nothing where they never did.  One query."""
    return tuple(
        HabitualRun(weekday=run.weekday, kind=RunKind(run.kind), minutes=run.minutes, starts_at=run.starts_at)
        for run in athlete.planned_runs.usual()
        if run.minutes is not None and run.starts_at is not None
    )


def to_edit(*, athlete: Athlete, now: datetime) -> UsualWeek:
    """What the athlete said, else what their runs suggest.  Two queries at most."""
    said = of_athlete(athlete=athlete)
    if said:
        return UsualWeek(said, is_proposed=False)
    recent = athlete.runs.kept().filter(performed_on__gt=athlete.day_of(now) - LOOKED_AT)
    past = [
        PastRun(
            day=run.performed_on,
            kind=RunKind(run.kind),
            began=run.local_start.time(),
            minutes=run.paced_s / 60,
        )
        for run in recent.order_by("started_at")
        if run.is_running
    ]
    return UsualWeek(habits(past), is_proposed=True)

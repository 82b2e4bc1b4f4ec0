"""Writes which runs single days have in place of the usual ones, and takes that back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from workouts.models import Athlete, PlannedRun
from workouts.models.planned_run import PlannedRunQuerySet
from workouts.training.timetable.habit import HabitualRun

# More than two seasons of a run a day.
MOST_DAYS = 800


@dataclass(frozen=True, kw_only=True)
class DaySaid:
    """
    What is said of a day: its run, None for none at all; or, with `is_usual`, that it is as usual again.

    uid: the event of the calendar that says so.
    """

    day: date
    run: HabitualRun | None = None
    is_usual: bool = False
    uid: str = ""


class TooManyDays(Exception):
    """More is said of single days than an account may keep."""


class DaysChangedSince(Exception):
    """Something else was said of one of the days since."""


def say(*, athlete: Athlete, key: UUID, days: Sequence[DaySaid], now: datetime) -> UUID:
    """
    Store what is said of these days over what was said before, whole or not at all; said twice, it is once.

    key: of the form or the import.  Returns the key by which all of it can be taken back: another one where
    the same form said something else before.

    :raises TooManyDays: if more than 800 days would be said
    """
    with transaction.atomic():
        _lock(athlete)
        rows = [_row(athlete, key, each) for each in days if not each.is_usual]
        if is_said(athlete=athlete, key=key):
            standing = athlete.planned_runs.single().filter(key=key)
            if {_content(row) for row in standing} == {_content(row) for row in rows}:
                return key
            key = uuid4()
            rows = [_row(athlete, key, each) for each in days if not each.is_usual]
        athlete.planned_runs.single().filter(day__in=[each.day for each in days]).update(
            removed_at=now, removed_by=key
        )
        if athlete.planned_runs.single().count() + len(rows) > MOST_DAYS:
            raise TooManyDays
        PlannedRun.objects.bulk_create(rows)
    return key


def is_said(*, athlete: Athlete, key: UUID) -> bool:
    """Whether a form with that key said something of single days.  One query."""
    return bool(_of(athlete, key).exists())


def days_of(*, athlete: Athlete, key: UUID) -> list[date]:
    """The days of which a form with that key said something.  One query."""
    found = _of(athlete, key).order_by("day").values_list("day", flat=True)
    return [day for day in found if day is not None]


def undo(*, athlete: Athlete, key: UUID, now: datetime) -> None:
    """
    Take back what was said by that form, so that what stood before stands again; taken back, nothing is left.

    :raises DaysChangedSince: if something else was said of one of its days since
    """
    with transaction.atomic():
        _lock(athlete)
        said = athlete.planned_runs.filter(key=key, removed_by=None)
        before = athlete.planned_runs.filter(removed_by=key)
        days = {*said.values_list("day", flat=True), *before.values_list("day", flat=True)}
        others = athlete.planned_runs.single().filter(day__in=days).exclude(key=key)
        if others.exists() or athlete.planned_runs.filter(key=key, removed_by__isnull=False).exists():
            raise DaysChangedSince
        said.filter(removed_at=None).update(removed_at=now)
        before.update(removed_at=None, removed_by=None)


def _of(athlete: Athlete, key: UUID) -> PlannedRunQuerySet:
    """Every row that this form made or took out."""
    return athlete.planned_runs.filter(Q(key=key) | Q(removed_by=key))


def _content(row: PlannedRun) -> tuple[object, ...]:
    return (row.day, row.kind, row.minutes, row.starts_at, row.distance_m, row.name)


def _row(athlete: Athlete, key: UUID, said: DaySaid) -> PlannedRun:
    row = PlannedRun(athlete=athlete, day=said.day, weekday=said.day.weekday(), key=key, uid=said.uid)
    if said.run is not None:
        run = said.run
        row.kind, row.minutes, row.starts_at = run.kind, run.minutes, run.starts_at
        row.distance_m, row.name = run.distance_m, run.name
    return row


def _lock(athlete: Athlete) -> None:
    """Two tabs at once follow each other."""
    Athlete.objects.select_for_update().get(pk=athlete.pk)

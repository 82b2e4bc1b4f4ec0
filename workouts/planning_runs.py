"""Writes which runs single days have in place of the usual ones, and takes that back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from workouts.models import Athlete, PlannedRun
from workouts.models.planned_run import PlannedRunQuerySet
from workouts.training.timetable.habit import HabitualRun


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


class DaysChangedSince(Exception):
    """Something else was said of one of the days since."""


def say(
    *,
    athlete: Athlete,
    key: UUID,
    days: Sequence[DaySaid],
    seen: Mapping[date, int] | None = None,
    now: datetime,
) -> UUID | None:
    """
    Store what is said of these days over what was said before, whole or not at all; said twice, it is once.

    key: of the form or the import.  Returns the key by which all of it can be taken back, another one where
    the same form said something else before; None where nothing changed.  seen: the rows that said something
    of these days when they were looked at, None where that does not matter.

    :raises DaysChangedSince: if others do by now
    """
    with transaction.atomic():
        stored = Athlete.objects.select_for_update().get(pk=athlete.pk)
        rows = [_row(athlete, key, each) for each in days if not each.is_usual]
        if is_said(athlete=athlete, key=key):
            standing = athlete.planned_runs.single().filter(key=key)
            if {_content(row) for row in standing} == {_content(row) for row in rows}:
                return key
            key = uuid4()
            rows = [_row(athlete, key, each) for each in days if not each.is_usual]
        before = athlete.planned_runs.single().filter(day__in=[each.day for each in days])
        if seen is not None:
            known = {seen[each.day] for each in days if each.day in seen}
            if known != set(before.values_list("pk", flat=True)):
                raise DaysChangedSince
        if not before.update(removed_at=now, removed_by=key) and not rows:
            return None
        PlannedRun.objects.bulk_create(rows)
        stored.planned_since = athlete.planned_since = athlete.day_of(now)
        stored.save(update_fields=["planned_since"])
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
        stored = Athlete.objects.select_for_update().get(pk=athlete.pk)
        said = athlete.planned_runs.filter(key=key)
        before = athlete.planned_runs.filter(removed_by=key)
        if said.filter(removed_by__isnull=False).exists():
            raise DaysChangedSince
        standing = said.filter(removed_at=None)
        if not standing.exists() and not before.exists():
            return
        others = athlete.planned_runs.single().filter(day__in=before.values("day")).exclude(key=key)
        if others.exists():
            raise DaysChangedSince
        standing.update(removed_at=now)
        before.update(removed_at=None, removed_by=None)
        stored.save(update_fields=stored.plan_anew(athlete.day_of(now)))


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

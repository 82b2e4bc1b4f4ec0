"""Writes what an athlete decides about the sessions of a week."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from workouts.models import Athlete, Circuit, PlanChange
from workouts.weeks import Week


class ChangedSince(Exception):
    """Something else was decided about the session since."""


def move(
    *,
    athlete: Athlete,
    week: Week,
    number: int,
    key: UUID,
    day: date,
    slot: str,
    overruled: tuple[str, ...] = (),
    reason: str = "",
    now: datetime,
) -> PlanChange:
    """Put a session where the athlete wants it, against these rules if need be."""
    said = {"day": day, "slot": slot, "overruled": [*overruled], "reason": reason, "is_skipped": False}
    return _decide(athlete, week, number, key, now, **said)


def skip(*, athlete: Athlete, week: Week, number: int, key: UUID, now: datetime) -> PlanChange:
    """Leave a session out this week."""
    return _decide(athlete, week, number, key, now, is_skipped=True)


def put_back(*, athlete: Athlete, week: Week, number: int, key: UUID, now: datetime) -> PlanChange:
    """Let the timetable place a session, as if nothing had been decided about it."""
    return _decide(athlete, week, number, key, now, **_NOTHING)


def swap(
    *, athlete: Athlete, week: Week, number: int, key: UUID, circuit: Circuit, now: datetime
) -> PlanChange:
    """Do another circuit instead; where it goes is placed anew."""
    return _decide(athlete, week, number, key, now, **{**_NOTHING, "circuit": circuit})


def undo(change: PlanChange) -> None:
    """
    Take a decision back, so that the one of before counts.

    :raises ChangedSince: if it is not the last about its session
    """
    with transaction.atomic():
        athlete = Athlete.objects.select_for_update().get(pk=change.athlete_id)
        of_session = athlete.plan_changes.filter(week=change.week, number=change.number)
        if of_session.latest("pk") != change:
            raise ChangedSince
        change.delete()


_NOTHING: dict[str, Any] = {
    "day": None,
    "slot": "",
    "circuit": None,
    "overruled": [],
    "reason": "",
    "is_skipped": False,
}


def _decide(athlete: Athlete, week: Week, number: int, key: UUID, now: datetime, **said: Any) -> PlanChange:
    with transaction.atomic():
        # Two tabs at once follow each other.
        Athlete.objects.select_for_update().get(pk=athlete.pk)
        same = athlete.plan_changes.filter(key=key).first()
        if same is not None:
            return same
        before = athlete.plan_changes.filter(week=str(week), number=number).last()
        kept = {name: getattr(before, name) if before else usual for name, usual in _NOTHING.items()}
        return athlete.plan_changes.create(
            key=key, week=str(week), number=number, made_at=now, **{**kept, **said}
        )

"""Writes what an athlete decides about the sessions of a week."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from workouts.models import Athlete, Circuit, PlanChange
from workouts.planned import About


class ChangedSince(Exception):
    """Something else was decided about the session since."""


def move(
    *,
    athlete: Athlete,
    about: About,
    key: UUID,
    day: date,
    slot: str,
    overruled: tuple[str, ...] = (),
    reason: str = "",
    now: datetime,
) -> PlanChange:
    """Put a session where the athlete wants it, against these rules if need be."""
    said = {"day": day, "slot": slot, "overruled": [*overruled], "reason": reason, "is_skipped": False}
    return _decide(athlete, about, key, now, **said)


def skip(*, athlete: Athlete, about: About, key: UUID, now: datetime) -> PlanChange:
    """Leave a session out this week."""
    return _decide(athlete, about, key, now, is_skipped=True)


def put_back(*, athlete: Athlete, about: About, key: UUID, now: datetime) -> PlanChange:
    """Let the timetable place a session, as if nothing had been decided about it."""
    return _decide(athlete, about, key, now, **_NOTHING)


def swap(*, athlete: Athlete, about: About, key: UUID, circuit: Circuit, now: datetime) -> PlanChange:
    """Do another circuit instead; where it goes is placed anew."""
    return _decide(athlete, about, key, now, **{**_NOTHING, "circuit": circuit})


def undo(change: PlanChange, *, now: datetime) -> None:
    """
    Take a decision back, so that the one of before counts; taken back already, nothing is left to do.

    :raises ChangedSince: if it is not the last about its session
    """
    with transaction.atomic():
        athlete = Athlete.objects.select_for_update().get(pk=change.athlete_id)
        change.refresh_from_db()
        if change.undone_at is not None:
            return
        if _standing(athlete, change.week, change.number) != change:
            raise ChangedSince
        change.undone_at = now
        change.save(update_fields=["undone_at"])


_NOTHING: dict[str, Any] = {
    "day": None,
    "slot": "",
    "circuit": None,
    "overruled": [],
    "reason": "",
    "is_skipped": False,
}


def _standing(athlete: Athlete, week: str, number: int) -> PlanChange | None:
    return athlete.plan_changes.filter(week=week, number=number, undone_at=None).last()


def _decide(athlete: Athlete, about: About, key: UUID, now: datetime, **said: Any) -> PlanChange:
    with transaction.atomic():
        # Two tabs at once follow each other.
        Athlete.objects.select_for_update().get(pk=athlete.pk)
        before = _standing(athlete, str(about.week), about.number)
        if before is not None and before.session_class != about.session_class:
            before = None
        kept = {name: getattr(before, name) if before else usual for name, usual in _NOTHING.items()}
        same = athlete.plan_changes.filter(key=key).first()
        if same is not None and same == before and all(getattr(same, name) == said[name] for name in said):
            return same
        return athlete.plan_changes.create(
            # Two buttons of one page are two decisions.
            key=uuid4() if same is not None else key,
            week=str(about.week),
            number=about.number,
            session_class=about.session_class,
            made_at=now,
            **{**kept, **said},
        )

"""Reads the sessions that are in the making, as the first page tells of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q

from logbook import afterwards
from logbook.models import Session
from logbook.models.logged_set import is_done
from logbook.pairing import STILL_ON
from workouts.circuits import AFTERWARDS
from workouts.models import Athlete
from workouts.weeks import WEEKDAYS, day_text

# A routine follows its session within hours.
NEAR = timedelta(days=1)
# Nobody leaves many; the page must not grow without end.
MOST = 3


@dataclass(frozen=True)
class UnderWay:
    """
    A session in the making: when it was started, and how many of its sets are done so far.

    play_id: the session whose player goes on with it, which is that of the session it follows where one does.
    """

    session_id: int
    play_id: int
    name: str
    circuit_id: int | None
    on: date
    today: date
    done: int
    sets: int

    @property
    def is_left(self) -> bool:
        """Whether it was begun on another day."""
        return self.on != self.today

    @property
    def told(self) -> str:
        """Such as "After-easy-run four is under way: 5 of 12 sets done." """
        done = f"{self.done} of {self.sets} sets done" if self.done else "no set done yet"
        if not self.is_left:
            return f"{self.name} is under way: {done}."
        near = (self.today - self.on).days < 7
        return (
            f"You left {self.name} on {WEEKDAYS[self.on.weekday()] if near else day_text(self.on)}: {done}."
        )

    @property
    def next(self) -> str:
        """What can become of one that was left; "" of one of today."""
        if not self.is_left:
            return ""
        return (
            "Carry on, log what is there, or throw it away." if self.done else "Carry on, or throw it away."
        )


def of_athlete(*, athlete: Athlete, now: datetime) -> tuple[UnderWay, ...]:
    """The latest first; a routine that follows one of them goes with that one.  Two queries at most."""
    rows = athlete.sessions.open().annotate(
        begun=Count("sets", filter=Q(sets__revision__gt=0)),
        done=Count("sets", filter=is_done(of="sets__")),
        asked=Count("sets"),
    )
    rows = rows.filter(Q(begun__gt=0) | Q(started_at__gte=now - STILL_ON)).latest_first()
    found = list(rows[: MOST * (1 + len(AFTERWARDS))])
    following = {afterwards.key_of(row, slug) for row in found for slug in AFTERWARDS}
    shown = [row for row in found if row.key not in following][:MOST]
    parents, today = _parents(athlete, shown), athlete.day_of(now)
    return tuple(
        UnderWay(
            session_id=row.pk,
            play_id=parents.get(row.key, row.pk),
            name=row.name,
            circuit_id=row.circuit_id,
            on=row.performed_on,
            today=today,
            done=row.done,
            sets=row.asked,
        )
        for row in shown
    )


def _parents(athlete: Athlete, rows: Iterable[Session]) -> dict[UUID, int]:
    """By the key of what may follow it, each logged session near these."""
    began = [row.started_at for row in rows]
    if not began:
        return {}
    near = athlete.sessions.kept().filter(started_at__range=(min(began) - NEAR, max(began)))
    found = near.strength().only("athlete", "key")
    return {afterwards.key_of(row, slug): row.pk for row in found for slug in AFTERWARDS}

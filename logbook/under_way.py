"""Reads the sessions that are in the making, as the first page tells of them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from logbook import afterwards
from logbook.models.logged_set import is_done
from logbook.pairing import STILL_ON
from workouts.circuits import AFTERWARDS
from workouts.models import Athlete
from workouts.weeks import WEEKDAYS, day_text

# Nobody leaves many; the page must not grow without end.
MOST = 3


@dataclass(frozen=True)
class UnderWay:
    """A session in the making: when it was started, and how many of its sets are done so far."""

    session_id: int
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
    """The latest first; a routine that follows one of them goes with that one.  One query."""
    rows = athlete.sessions.open().annotate(
        begun=Count("sets", filter=Q(sets__revision__gt=0)),
        done=Count("sets", filter=is_done(of="sets__")),
        asked=Count("sets"),
    )
    rows = rows.filter(Q(begun__gt=0) | Q(started_at__gte=now - STILL_ON)).latest_first()
    found = list(rows[: MOST * (1 + len(AFTERWARDS))])
    following = {afterwards.key_of(row, slug) for row in found for slug in AFTERWARDS}
    today = athlete.day_of(now)
    return tuple(
        UnderWay(row.pk, row.name, row.circuit_id, row.performed_on, today, row.done, row.asked)
        for row in [row for row in found if row.key not in following][:MOST]
    )

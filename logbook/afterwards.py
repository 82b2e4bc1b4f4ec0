"""Reads what follows a strength session, stretches and the recovery routine, and what of it is logged."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from logbook.models import Session
from logbook.pairing import STILL_FRESH
from workouts.circuits import AFTERWARDS, routines
from workouts.models import Circuit

MOBILITY = "mobility"


@dataclass(frozen=True)
class Routine:
    """
    A routine that follows; `session_id` is where it was logged, None as long as it is not.

    open_id: the session of it that is in the making, None where none is.
    """

    circuit: Circuit
    minutes: int
    session_id: int | None
    open_id: int | None = None


def still_to_log(routines: Iterable[Routine]) -> tuple[Routine, ...]:
    """Those that are not logged yet."""
    return tuple(routine for routine in routines if routine.session_id is None)


def key_of(session: Session, slug: str) -> UUID:
    """The key of a routine that is logged in one tap: the same session has it once."""
    return uuid5(session.key, slug)


def begun(session: Session, slug: str) -> Session | None:
    """The session of a routine after that one, as the player or its tap began it; None before.  One query."""
    found: Session | None = session.athlete.sessions.filter(key=key_of(session, slug)).first()
    return found


def begins_at(session: Session, slug: str, following: Iterable[Routine]) -> datetime:
    """When a routine began that was done right after the session, and after those of it that come before."""
    minutes = 0
    for each in following:
        if each.circuit.slug == slug:
            break
        minutes += each.minutes if each.session_id is not None or each.open_id is not None else 0
    return session.ended_at + timedelta(minutes=minutes)


def of_session(session: Session) -> tuple[Routine, ...]:
    """
    The routines after a session, in their order; none follows another routine.

    One is logged if it was by its tap, or if a session of it began between the start of this one and
    three hours after its end.  Two queries.
    """
    if session.session_class == MOBILITY:
        return ()
    following = routines()
    there = _there(session, [row.circuit for row in following])
    return tuple(
        Routine(row.circuit, *there.get(row.circuit.pk, (max(row.shape.minutes, 1), None, None)))
        for row in following
    )


def _there(session: Session, circuits: Collection[Circuit]) -> dict[int, tuple[int, int | None, int | None]]:
    """How long each takes, and where it is logged or in the making, by its circuit.  One query."""
    keys = {key_of(session, slug) for slug in AFTERWARDS}
    sessions = session.athlete.sessions.filter(circuit__in=circuits)
    # Looked for apart, so that each goes by its own index however long the history.
    looks = (
        sessions.filter(deleted_at=None, key__in=keys),
        sessions.kept().filter(started_at__range=(session.started_at, session.ended_at + STILL_FRESH)),
    )
    columns = ("key", "started_at", "pk", "circuit_id", "minutes", "logged_at")
    tapped, near = (look.values_list(*columns) for look in looks)
    # What is logged before what is in the making, and by its tap before any other.
    found = sorted(tapped.union(near), key=lambda row: (row[5] is None, row[0] not in keys, *row[1:3]))
    return {
        circuit_id: (minutes, pk, None) if logged_at else (minutes, None, pk)
        for _, _, pk, circuit_id, minutes, logged_at in reversed(found)
    }

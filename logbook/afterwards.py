"""Reads what follows a strength session, stretches and the recovery routine, and what of it is logged."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5

from logbook.models import Session
from logbook.pairing import STILL_FRESH
from workouts.circuits import AFTERWARDS, routines
from workouts.models import Circuit

MOBILITY = "mobility"


@dataclass(frozen=True)
class Routine:
    """A routine that follows; `session_id` is where it was logged, None as long as it is not."""

    circuit: Circuit
    minutes: int
    session_id: int | None


def still_to_log(routines: Iterable[Routine]) -> tuple[Routine, ...]:
    """Those that are not logged yet."""
    return tuple(routine for routine in routines if routine.session_id is None)


def key_of(session: Session, slug: str) -> UUID:
    """The key of a routine that is logged in one tap: the same session has it once."""
    return uuid5(session.key, slug)


def of_session(session: Session) -> tuple[Routine, ...]:
    """
    The routines after a session, in their order; none follows another routine.

    One is logged if it was by its tap, or if a session of it began between the start of this one and
    three hours after its end.  Two queries.
    """
    if session.session_class == MOBILITY:
        return ()
    following = routines()
    logged = _logged(session, [row.circuit for row in following])
    return tuple(
        Routine(row.circuit, *logged.get(row.circuit.pk, (max(row.shape.minutes, 1), None)))
        for row in following
    )


def _logged(session: Session, circuits: Collection[Circuit]) -> dict[int, tuple[int, int]]:
    """How long each took and where it is logged, by its circuit; one by its tap goes first.  One query."""
    keys = {key_of(session, slug) for slug in AFTERWARDS}
    kept = session.athlete.sessions.kept().filter(circuit__in=circuits)
    # Looked for apart, so that each goes by its own index however long the history.
    looks = (
        kept.filter(key__in=keys),
        kept.filter(started_at__range=(session.started_at, session.ended_at + STILL_FRESH)),
    )
    tapped, near = (look.values_list("key", "started_at", "pk", "circuit_id", "minutes") for look in looks)
    found = sorted(tapped.union(near), key=lambda row: (row[0] not in keys, *row[1:3]))
    return {circuit_id: (minutes, pk) for _, _, pk, circuit_id, minutes in reversed(found)}

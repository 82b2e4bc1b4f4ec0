"""Reads what follows a strength session, stretches and the recovery routine, and what of it is logged."""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db.models import OuterRef, Q, Subquery

from logbook.models import Session
from logbook.pairing import STILL_FRESH
from workouts.circuits import AFTERWARDS
from workouts.models import Circuit

MOBILITY = "mobility"


@dataclass(frozen=True)
class Routine:
    """A routine that follows; `session_id` is where it was logged, None as long as it is not."""

    circuit: Circuit
    minutes: int
    session_id: int | None


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
    around = (session.started_at, session.ended_at + STILL_FRESH)
    tapped = Q(key__in=[key_of(session, slug) for slug in AFTERWARDS])
    near = Q(started_at__range=around)
    logged = session.athlete.sessions.kept().filter(tapped | near, circuit=OuterRef("pk"))
    first = logged.order_by("started_at", "pk")
    found = (
        Circuit.objects.offered()
        .filter(slug__in=AFTERWARDS)
        .annotate(
            logged_id=Subquery(first.values("pk")[:1]),
            logged_minutes=Subquery(first.values("minutes")[:1]),
        )
        .with_stations()
    )
    return tuple(
        Routine(each, each.logged_minutes or minutes_of(each), each.logged_id)
        for each in sorted(found, key=lambda circuit: AFTERWARDS.index(circuit.slug))
    )


def minutes_of(circuit: Circuit) -> int:
    """How long it takes as it is asked for.  Uses its stations."""
    return max(circuit.shape.minutes, 1)

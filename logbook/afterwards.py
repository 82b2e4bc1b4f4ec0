"""Reads what follows a strength session, stretches and the recovery routine, and what of it is logged."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

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
    kept = session.athlete.sessions.kept().filter(circuit=OuterRef("pk"))
    tapped = kept.filter(key__in=[key_of(session, slug) for slug in AFTERWARDS])
    near = kept.filter(started_at__range=(session.started_at, session.ended_at + STILL_FRESH))
    # Looked for apart, so that each goes by its own index however long the history.
    looks = (tapped, near.order_by("started_at", "pk"))

    def logged(column: str) -> Coalesce:
        return Coalesce(*(Subquery(look.values(column)[:1]) for look in looks))

    # With what each was logged as, which no field of a circuit holds.
    found: Iterable[Any] = (
        Circuit.objects.offered()
        .filter(slug__in=AFTERWARDS)
        .annotate(logged_id=logged("pk"), logged_minutes=logged("minutes"))
        .with_stations()
    )
    return tuple(
        Routine(each, each.logged_minutes or minutes_of(each), each.logged_id)
        for each in sorted(found, key=lambda circuit: AFTERWARDS.index(circuit.slug))
    )


def minutes_of(circuit: Circuit) -> int:
    """How long it takes as it is asked for.  Uses its stations."""
    return max(circuit.shape.minutes, 1)

"""Reads the times before and after a session with the same circuit, and how they compare."""

from dataclasses import dataclass

from django.db.models import Q

from logbook.models import Session


@dataclass(frozen=True)
class OtherTime:
    """Another session of the circuit; `compared` says how it was beside this one: "2 min longer"."""

    session: Session
    compared: str


def around(session: Session) -> tuple[OtherTime | None, OtherTime | None]:
    """The time before and the time after.  One query, none for a session without a circuit."""
    if session.circuit_id is None:
        return None, None
    same = session.athlete.sessions.kept().of_circuit(session.circuit_id)
    before, after = same.before(session).values("pk")[:1], same.after(session).values("pk")[:1]
    # Of each no more than what is said of it.
    told = Session.objects.only("started_at", "performed_on", "minutes", "effort")
    found = list(told.filter(Q(pk__in=before) | Q(pk__in=after)))
    earlier = [other for other in found if _moment(other) < _moment(session)]
    later = [other for other in found if _moment(other) > _moment(session)]
    return _first(earlier, session), _first(later, session)


def _moment(session: Session) -> tuple[object, ...]:
    return session.started_at, session.pk


def _first(found: list[Session], session: Session) -> OtherTime | None:
    return OtherTime(found[0], _compared(found[0], session)) if found else None


def _compared(other: Session, session: Session) -> str:
    minutes = other.minutes - session.minutes
    told = [f"{abs(minutes)} min {'longer' if minutes > 0 else 'shorter'}" if minutes else "as long"]
    if other.effort is None:
        told += ["no effort given"] if session.effort is not None else []
    elif session.effort is None:
        told.append(f"effort {other.effort}")
    elif other.effort == session.effort:
        told.append("same effort")
    else:
        more = other.effort - session.effort
        told.append(f"effort {abs(more)} {'higher' if more > 0 else 'lower'}")
    return ", ".join(told)

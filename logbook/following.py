"""Writes what followed a strength session: a routine done as it is asked for, right after it."""

from datetime import datetime, timedelta

from logbook import afterwards, recording, stations
from logbook.facts import SessionFacts
from logbook.models import Session
from logbook.proposals import prescribed_by
from logbook.recording import LoggedSession
from logbook.sets.station import StationDone
from workouts import circuits


class DoesNotFollow(Exception):
    """That routine is not on offer after the session, or the session is deleted."""


def log_afterwards(*, session: Session, slug: str, now: datetime) -> LoggedSession:
    """
    Log a routine from the end of a session, or from `now` if that comes first, with the run of the session.

    Twice is once: what is logged already is returned.  What was deleted meanwhile is brought back, as new.

    :raises DoesNotFollow: if it does not follow the session, or the session is deleted just now
    """
    on_offer = () if session.deleted_at else afterwards.of_session(session)
    routine = next((each for each in on_offer if each.circuit.slug == slug), None)
    if routine is None:
        raise DoesNotFollow(slug)
    if routine.session_id is not None:
        return LoggedSession(session.athlete.sessions.get(pk=routine.session_id), is_new=False)
    # What was logged of it so far came first.
    earlier = on_offer[: on_offer.index(routine)]
    before = timedelta(minutes=sum(each.minutes for each in earlier if each.session_id is not None))
    circuit = circuits.to_do(slug=slug)
    facts = SessionFacts(
        started_at=min(session.ended_at + before, now.replace(second=0, microsecond=0)),
        time_zone=session.time_zone,
        minutes=routine.minutes,
        run=session.kept_run,
        effort=None,
        note="",
        stations=[StationDone(plan=plan, sets=plan.as_planned) for plan in stations.of_circuit(circuit)],
    )
    logged = recording.log_session(
        athlete=session.athlete,
        key=afterwards.key_of(session, slug),
        prescribed=prescribed_by(circuit),
        facts=facts,
        now=now,
    )
    if logged.session.deleted_at is not None:
        logged.session.bring_back()
        return LoggedSession(logged.session, is_new=True)
    return logged

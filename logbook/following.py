"""Writes what followed a strength session: a routine done as it is asked for, right after it."""

from datetime import datetime

from django.db import transaction

from logbook import afterwards, recording, stations
from logbook.facts import SessionFacts
from logbook.models import Session
from logbook.proposals import prescribed_by
from logbook.recording import LoggedSession
from logbook.sets.station import StationDone
from workouts import circuits


class DoesNotFollow(Exception):
    """That routine is not on offer after the session, or the session is deleted or not logged yet."""


def log_afterwards(*, session: Session, slug: str, now: datetime) -> LoggedSession:
    """
    Log a routine from the end of a session, or from `now` if that comes first, with the run of the session.

    Twice is once: what is logged already is returned.  What was deleted meanwhile is brought back, as new.
    What is in the making, some of it done, is returned as it is: nobody's word stands over what was played.

    :raises DoesNotFollow: if it does not follow the session, or that is deleted or in the making just now
    """
    on_offer = () if session.deleted_at or session.is_open else afterwards.of_session(session)
    routine = next((each for each in on_offer if each.circuit.slug == slug), None)
    if routine is None:
        raise DoesNotFollow(slug)
    if routine.session_id is not None:
        return LoggedSession(session.athlete.sessions.get(pk=routine.session_id), is_new=False)
    began_at = afterwards.begins_at(session, slug, on_offer)
    circuit = circuits.to_do(slug=slug)
    facts = SessionFacts(
        started_at=min(began_at, now.replace(second=0, microsecond=0)),
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
    if logged.session.is_open:
        return _logged_in_full(logged.session, facts, now)
    if logged.session.deleted_at is not None:
        logged.session.bring_back()
        return LoggedSession(logged.session, is_new=True)
    return logged


def _logged_in_full(session: Session, facts: SessionFacts, now: datetime) -> LoggedSession:
    """What was opened in the player, and thrown away or never begun, logged as it is asked for."""
    with transaction.atomic():
        stored: Session = Session.objects.select_for_update().get(pk=session.pk)
        if not stored.is_open or (stored.deleted_at is None and stored.sets.filter(revision__gt=0).exists()):
            return LoggedSession(stored, is_new=False)
        recording.correct_session(session=stored, facts=facts, seen=stored.version)
        stored.logged_at, stored.deleted_at = now, None
        stored.save(update_fields=["logged_at", "deleted_at"])
    return LoggedSession(stored, is_new=True)

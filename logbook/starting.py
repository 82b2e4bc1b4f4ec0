"""Writes a session in the making: all that is asked for, each set left out until the player has it done."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from logbook import afterwards
from logbook.facts import Prescribed
from logbook.following import DoesNotFollow
from logbook.models import LoggedSet, Run, Session
from logbook.models.session import MOST_MINUTES
from logbook.pairing import STILL_FRESH, STILL_ON
from logbook.playing import DeletedElsewhere
from logbook.proposals import prescribed_by
from logbook.recording import LoggedSession, with_counts
from logbook.sets.station import StationPlan
from logbook.stations import of_circuit
from workouts import circuits
from workouts.models import Athlete

_SAME = ("circuit_id", "run_id", "rounds")


def start_session(
    *,
    athlete: Athlete,
    key: UUID,
    prescribed: Prescribed,
    plans: tuple[StationPlan, ...],
    minutes: int,
    run: Run | None,
    now: datetime,
) -> LoggedSession:
    """
    Store a session in the making, or return the one that was opened before and not begun.

    The same key again, also at the same moment, returns the session stored first.
    minutes: how long it takes as planned, until its end says how long it took.
    """
    zone = athlete.time_zone
    session, rows = _made(athlete, key, prescribed, plans, minutes, run, started_at=now, time_zone=zone)
    opened = _opened_before(session, rows)
    return LoggedSession(opened, is_new=False) if opened else _stored(session, rows)


def _made(
    athlete: Athlete,
    key: UUID,
    prescribed: Prescribed,
    plans: tuple[StationPlan, ...],
    minutes: int,
    run: Run | None,
    *,
    started_at: datetime,
    time_zone: str,
) -> tuple[Session, list[LoggedSet]]:
    session = Session(athlete=athlete, key=key, minutes=min(minutes, MOST_MINUTES), run=run)
    for field in fields(prescribed):
        setattr(session, field.name, getattr(prescribed, field.name))
    session.move_to(started_at=started_at, time_zone=time_zone)
    asked = [plan for plan in plans if plan.planned]
    rows = [
        LoggedSet.of(session=session, station=place, number=number, plan=plan, done=None)
        for place, plan in enumerate(asked, start=1)
        for number in range(1, len(plan.planned) + 1)
    ]
    return session, rows


def _opened_before(session: Session, rows: list[LoggedSet]) -> Session | None:
    """One that asks for just the same, after the same run, and has no set yet: it begins now."""
    not_begun = session.athlete.sessions.not_begun(since=session.started_at - STILL_ON)
    for opened in not_begun.with_sets():
        is_same = all(getattr(opened, name) == getattr(session, name) for name in _SAME)
        if is_same and [row.told for row in opened.sets.all()] == [row.told for row in rows]:
            opened.move_to(started_at=session.started_at, time_zone=session.time_zone)
            opened.save(update_fields=["started_at", "time_zone", "performed_on"])
            found: Session = opened
            return found
    return None


def _stored(session: Session, rows: list[LoggedSet]) -> LoggedSession:
    try:
        with transaction.atomic():
            session.save(force_insert=True)
            LoggedSet.objects.bulk_create(with_counts(rows))
    except IntegrityError:
        if stored := session.athlete.sessions.filter(key=session.key).first():
            return LoggedSession(stored, is_new=False)
        raise
    return LoggedSession(session, is_new=True)


def routine_of(
    *, session: Session, slug: str, now: datetime, began: datetime | None = None, over: str = ""
) -> Session:
    """
    The session of a routine that follows another one, started by whatever of it comes first.

    One that was logged after it in another way is that one.  One sent later than hours after the session was
    done right after it, on a phone without a connection, unless that says when.

    began: when the phone says that it began; None where it does not.
    over: what the athlete chose where the session was deleted, as `DeletedElsewhere.over` had it.
    :raises DoesNotFollow: if no such routine follows it
    :raises DeletedElsewhere: if the session was deleted, and nothing of the routine is there yet
    """
    key = afterwards.key_of(session, slug)
    if stored := session.athlete.sessions.filter(key=key).first():
        return stored
    if session.session_class == afterwards.MOBILITY or slug not in circuits.AFTERWARDS:
        raise DoesNotFollow(slug)
    following = afterwards.of_session(session)
    there = next((each.session_id for each in following if each.circuit.slug == slug), None)
    if found := session.athlete.sessions.numbered(there):
        logged: Session = found
        return logged
    if session.deleted_at is not None:
        if over != session.stamp():
            raise DeletedElsewhere(stored=None, session=session, over=session.stamp())
        session.bring_back()
    circuit = circuits.to_do(slug=slug, also_retired=True)
    is_told = began is not None and session.started_at <= began <= now
    is_late = now > session.ended_at + STILL_FRESH
    guessed = afterwards.begins_at(session, slug, following) if is_late else now
    made = _made(
        session.athlete,
        key,
        prescribed_by(circuit),
        of_circuit(circuit),
        max(circuit.shape.minutes, 1),
        session.kept_run,
        started_at=began if is_told and began else guessed,
        time_zone=session.time_zone,
    )
    return _stored(*made).session


def start_routine(*, session: Session, slug: str, now: datetime) -> Session:
    """
    Start a routine after a session that is logged, with its run; what there is of it already is returned.

    What was deleted meanwhile is brought back.

    :raises DoesNotFollow: if no such routine follows it, or it is deleted or not logged yet
    """
    if session.deleted_at is not None or session.is_open:
        raise DoesNotFollow(slug)
    of_slug = (each for each in afterwards.of_session(session) if each.circuit.slug == slug)
    routine = next(of_slug, None)
    if routine is not None and routine.session_id is not None:
        stored: Session = session.athlete.sessions.get(pk=routine.session_id)
        return stored
    started = routine_of(session=session, slug=slug, now=now)
    if started.deleted_at is not None:
        started.bring_back()
    return started

"""Writes a session while it is played: started, set by set, logged at its end; each may come twice."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from logbook import afterwards
from logbook.facts import Pain, Prescribed
from logbook.following import DoesNotFollow
from logbook.models import LoggedSet, Run, Session
from logbook.proposals import prescribed_by
from logbook.recording import LoggedSession
from logbook.sets.done import SetDone
from logbook.sets.station import StationPlan
from logbook.stations import of_circuit
from workouts import circuits
from workouts.models import Athlete, Exercise

_SET = (
    "exercise_id", "exercise_name", "per_side", "counts_tension", "tempo", "done_reps", "done_seconds",
    "done_distance_m", "done_right", "load_kg", "implements", "counted", "writer", "revision",
)  # fmt: skip
_COMPLETED = (
    "logged_at", "minutes", "effort", "pain", "pain_place", "pain_side", "note", "run", "version",
    "deleted_at",
)  # fmt: skip
# What two completions are compared by.
_SAID = ("minutes", "effort", "pain", "pain_place", "pain_side", "note", "run_id")


class ChangedElsewhere(Exception):
    """
    What is stored was written by another browser or by the form, and says something else.

    stored: the set, or None where the session has no such set any more; `over` names what is stored now.
    """

    def __init__(self, *, stored: LoggedSet | None, session: Session, over: str) -> None:
        super().__init__(over)
        self.stored, self.session, self.over = stored, session, over


class DeletedElsewhere(ChangedElsewhere):
    """The session was deleted meanwhile; `over` brings it back."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """
    Who wrote a set, for the how-manieth time, and over what.

    over: what the athlete saw and chose to store theirs over, as `ChangedElsewhere.over` had it; else "".
    """

    writer: UUID | None
    revision: int
    over: str = ""


@dataclass(frozen=True, kw_only=True)
class Completion:
    """What the finish says of a session: whole minutes, effort from 0 to 10, pain, a note, its run."""

    minutes: int
    effort: int | None
    pain: Pain | None
    note: str
    run: Run | None


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
    Store a session in the making: all that is asked for, every set left out until it is done.

    The same key again, also at the same moment, returns the session stored first.
    minutes: how long it takes as planned, until its end says how long it took.
    """
    session = Session(athlete=athlete, key=key, minutes=minutes, run=run)
    for field in fields(prescribed):
        setattr(session, field.name, getattr(prescribed, field.name))
    session.move_to(started_at=now, time_zone=athlete.time_zone)
    asked = [plan for plan in plans if plan.planned]
    rows = [
        LoggedSet.of(session=session, station=place, number=number, plan=plan, done=None)
        for place, plan in enumerate(asked, start=1)
        for number in range(1, len(plan.planned) + 1)
    ]
    try:
        with transaction.atomic():
            session.save(force_insert=True)
            LoggedSet.objects.bulk_create(rows)
    except IntegrityError:
        if stored := athlete.sessions.filter(key=key).first():
            return LoggedSession(stored, is_new=False)
        raise
    return LoggedSession(session, is_new=True)


def routine_of(*, session: Session, slug: str, now: datetime) -> Session:
    """
    The session of a routine that follows another one, started by whatever of it comes first.

    :raises DoesNotFollow: if no such routine follows it
    """
    key = afterwards.key_of(session, slug)
    if stored := session.athlete.sessions.filter(key=key).first():
        return stored
    if session.session_class == afterwards.MOBILITY or slug not in circuits.AFTERWARDS:
        raise DoesNotFollow(slug)
    circuit = circuits.to_do(slug=slug)
    started = start_session(
        athlete=session.athlete,
        key=key,
        prescribed=prescribed_by(circuit),
        plans=of_circuit(circuit),
        minutes=max(circuit.shape.minutes, 1),
        run=session.kept_run,
        now=now,
    )
    return started.session


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


def keep_set(
    *, session: Session, station: int, number: int, plan: StationPlan, done: SetDone | None, written: Written
) -> None:
    """
    Store one set as it was done, or as left out, over what the same browser wrote of it before.

    Sent again, late, or saying what is stored anyway, it changes nothing.

    :raises ChangedElsewhere: if another browser or the form said something else of it
    :raises DeletedElsewhere: if its session was deleted
    :raises Session.DoesNotExist: if it was deleted so long ago that it is gone for good
    """
    with transaction.atomic():
        stored = Session.objects.select_for_update().get(pk=session.pk)
        row = stored.sets.filter(station=station, number=number).first()
        fresh = LoggedSet.of(session=stored, station=station, number=number, plan=plan, done=done)
        over = stored.stamp(row)
        if row is not None and _is_known(row, fresh, written):
            return
        if stored.deleted_at is not None and written.over != over:
            raise DeletedElsewhere(stored=row, session=stored, over=over)
        is_free = row is not None and (row.revision == 0 or row.writer == written.writer is not None)
        if row is None or not (is_free or written.over == over):
            raise ChangedElsewhere(stored=row, session=stored, over=over)
        _write(row, fresh, written)
        if stored.logged_at is not None or stored.deleted_at is not None:
            # A tab that has it open to be corrected learns of it.
            stored.version, stored.deleted_at = stored.version + 1, None
            stored.save(update_fields=["version", "deleted_at"])


def complete_session(*, session: Session, completion: Completion, now: datetime, over: str = "") -> None:
    """
    Log a session that was played; its routines that have no run yet get its own.

    Sent again, or saying what is stored anyway, it changes nothing.

    :raises ChangedElsewhere: if it was logged before, and says something else
    :raises DeletedElsewhere: if it was deleted
    :raises Session.DoesNotExist: if it was deleted so long ago that it is gone for good
    """
    with transaction.atomic():
        stored = Session.objects.select_for_update().get(pk=session.pk)
        seen, was_logged = stored.stamp(), stored.logged_at is not None
        before = [getattr(stored, name) for name in _SAID]
        pain = completion.pain
        stored.minutes, stored.effort, stored.note = completion.minutes, completion.effort, completion.note
        stored.pain, stored.pain_place, stored.pain_side = (
            (pain.level, pain.place, pain.side) if pain else (None, "", "")
        )
        stored.run = completion.run
        says_the_same = before == [getattr(stored, name) for name in _SAID]
        if was_logged and says_the_same and stored.deleted_at is None:
            return
        if stored.deleted_at is not None and over != seen:
            raise DeletedElsewhere(stored=None, session=stored, over=seen)
        if was_logged and over != seen:
            raise ChangedElsewhere(stored=None, session=_as_stored(stored), over=seen)
        stored.version += was_logged or stored.deleted_at is not None
        stored.logged_at, stored.deleted_at = stored.logged_at or now, None
        stored.save(update_fields=_COMPLETED)
        keys = [afterwards.key_of(stored, slug) for slug in circuits.AFTERWARDS]
        stored.athlete.sessions.filter(key__in=keys, run=None).update(run=stored.run)
    session.refresh_from_db()


def _is_known(row: LoggedSet, fresh: LoggedSet, written: Written) -> bool:
    """Whether what came is stored already, or older than what is stored of the same browser."""
    is_late = row.writer is not None and row.writer == written.writer and written.revision <= row.revision
    return is_late or (row.revision > 0 and row.told == fresh.told)


def _write(row: LoggedSet, fresh: LoggedSet, written: Written) -> None:
    # A form counts nothing itself; what it wrote has another name each time all the same.
    revision = max(written.revision, 1) if written.writer else row.revision + 1
    for name in _SET:
        setattr(row, name, getattr(fresh, name))
    row.counted = LoggedSet.counted_of(Exercise.objects.get(pk=fresh.exercise_id))
    row.writer, row.revision = written.writer, revision
    row.save(update_fields=[name.removesuffix("_id") for name in _SET])


def _as_stored(session: Session) -> Session:
    return Session.objects.select_related("run").get(pk=session.pk)

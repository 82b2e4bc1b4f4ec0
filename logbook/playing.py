"""Writes a session while it is played: started, set by set, logged at its end; each may come twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F

from logbook import afterwards
from logbook.facts import Pain
from logbook.models import LoggedSet, Run, Session
from logbook.models.session import SAID_AT_END
from logbook.sets.done import SetDone
from logbook.sets.station import StationPlan
from workouts import circuits
from workouts.models import Exercise

_SAID_OF_SET = (
    "exercise_id", "exercise_name", "per_side", "counts_tension", "tempo", "done_reps", "done_seconds",
    "done_distance_m", "done_right", "load_kg", "implements", "rpe", "reps_in_reserve",
)  # fmt: skip
_SET = (*_SAID_OF_SET, "counted", "writer", "revision")
_COMPLETED = (
    "logged_at", "minutes", "effort", "pain", "pain_place", "pain_side", "note", "run", "version",
    "deleted_at", "completed_as",
)  # fmt: skip


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
    began: when the session of it began, as far as that is known, and not after now.
    """

    writer: UUID | None
    revision: int
    over: str = ""
    began: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Completion:
    """What the finish says of a session: whole minutes, effort from 0 to 10, pain, a note, its run."""

    minutes: int
    effort: int | None
    pain: Pain | None
    note: str
    run: Run | None


def keep_set(
    *, session: Session, station: int, number: int, plan: StationPlan, done: SetDone | None, written: Written
) -> None:
    """
    Store one set as it was done, or as left out, over what the same browser wrote of it before.

    Sent again, late, or saying what is stored anyway, it changes nothing; nor does one that was left out of
    a session that was deleted, unless it is stored as done.  The first set of all moves the session
    to when it began, since it may have been opened long before.

    :raises ChangedElsewhere: if another browser or the form said something else of it
    :raises DeletedElsewhere: if its session was deleted
    :raises Session.DoesNotExist: if it was deleted so long ago that it is gone for good
    """
    with transaction.atomic():
        stored = Session.objects.select_for_update().get(pk=session.pk)
        row = stored.sets.filter(station=station, number=number).first()
        fresh = LoggedSet.of(session=stored, station=station, number=number, plan=plan, done=done)
        over = stored.stamp(row)
        is_chosen = written.over == over
        is_known = row is not None and _is_known(row, fresh, written)
        if is_known and not (stored.deleted_at is not None and is_chosen):
            return
        if stored.deleted_at is not None and not is_chosen:
            # Who threw it away is not asked about what they never did.
            if done is None and (row is None or row.done is None):
                return
            raise DeletedElsewhere(stored=row, session=stored, over=over)
        is_free = row is not None and (row.revision == 0 or row.writer == written.writer is not None)
        if row is None or not (is_free or is_chosen):
            raise ChangedElsewhere(stored=row, session=stored, over=over)
        has_moved = _moved(stored, written.began)
        has_changed = has_moved or row.told != fresh.told
        if not is_known:
            _write(row, fresh, written)
        if stored.deleted_at is not None or (stored.logged_at is not None and has_changed):
            # A tab that has it open to be corrected learns of it.
            stored.version, stored.deleted_at = stored.version + 1, None
            stored.save(update_fields=["version", "deleted_at"])


def complete_session(
    *, session: Session, completion: Completion, now: datetime, writer: UUID | None = None, over: str = ""
) -> None:
    """
    Log a session that was played; its routines that have no run yet get its own.

    Sent again, or saying what is stored anyway, it changes nothing.  What a browser said of the end it may
    say anew, as long as nobody else did.

    writer: the browser that says so; None for a form, which is asked.
    :raises ChangedElsewhere: if it was logged before by somebody else, and says something else
    :raises DeletedElsewhere: if it was deleted
    :raises Session.DoesNotExist: if it was deleted so long ago that it is gone for good
    """
    with transaction.atomic():
        stored = Session.objects.select_for_update().get(pk=session.pk)
        seen, was_logged = stored.stamp(), stored.logged_at is not None
        is_own = writer is not None and stored.completed_as == stored.end_as_told(by=writer)
        before = [getattr(stored, name) for name in SAID_AT_END]
        # A run that is deleted just now is not on offer, and stays for when it is brought back; the run of
        # a routine may have come from its session in this very moment.
        hidden_run = stored.run if stored.kept_run is None else None
        is_routine = stored.session_class == afterwards.MOBILITY
        pain = completion.pain
        stored.minutes, stored.effort, stored.note = completion.minutes, completion.effort, completion.note
        stored.pain, stored.pain_place, stored.pain_side = (
            (pain.level, pain.place, pain.side) if pain else (None, "", "")
        )
        stored.run = completion.run or hidden_run or (stored.run if is_routine else None)
        says_the_same = before == [getattr(stored, name) for name in SAID_AT_END]
        if was_logged and says_the_same and stored.deleted_at is None:
            return
        if stored.deleted_at is not None and over != seen:
            raise DeletedElsewhere(stored=None, session=_as_stored(stored), over=seen)
        if was_logged and not is_own and over != seen:
            raise ChangedElsewhere(stored=None, session=_as_stored(stored), over=seen)
        stored.version += was_logged or stored.deleted_at is not None
        stored.logged_at, stored.deleted_at = stored.logged_at or now, None
        stored.completed_as = stored.end_as_told(by=writer) if writer else None
        stored.save(update_fields=_COMPLETED)
        if stored.kept_run is not None:
            keys = [afterwards.key_of(stored, slug) for slug in circuits.AFTERWARDS]
            unpaired = stored.athlete.sessions.filter(key__in=keys, run=None)
            # A tab in which one is open to be corrected learns that it belongs to a run now.
            unpaired.update(run=stored.run, version=F("version") + 1)
    session.refresh_from_db()


def _is_known(row: LoggedSet, fresh: LoggedSet, written: Written) -> bool:
    """Whether what came is stored already, or older than what is stored of the same browser."""
    if row.writer is not None and row.writer == written.writer:
        # One that says the same anew is numbered anew: what was said in between may come after it.
        return written.revision <= row.revision
    return row.revision > 0 and row.told == fresh.told


def _moved(session: Session, began: datetime | None) -> bool:
    """Let a session that nothing was written of yet stand where it began; whether that is another place."""
    if began is None or began <= session.started_at or session.sets.filter(revision__gt=0).exists():
        return False
    session.move_to(started_at=began, time_zone=session.time_zone)
    session.save(update_fields=["started_at", "time_zone", "performed_on"])
    return True


def _write(row: LoggedSet, fresh: LoggedSet, written: Written) -> None:
    is_another = row.exercise_id != fresh.exercise_id
    for name in _SAID_OF_SET:
        setattr(row, name, getattr(fresh, name))
    # One that stands there already counts as on the day it was started.
    if is_another:
        row.counted = LoggedSet.counted_of(Exercise.objects.get(pk=fresh.exercise_id))
    # A plain form numbers nothing, and what was seen of it has to be told from what came after.
    revision = written.revision if written.writer else row.revision + 1
    row.writer, row.revision = written.writer, max(revision, 1)
    row.save(update_fields=[name.removesuffix("_id") for name in _SET])


def _as_stored(session: Session) -> Session:
    return Session.objects.select_related("run").get(pk=session.pk)

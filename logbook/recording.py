"""Writes what was done: log, correct, delete and bring back runs and sessions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from logbook.facts import Prescribed, RunFacts, SessionFacts
from logbook.matching import pair_late_run
from logbook.models import LoggedSet, Run, Session
from logbook.sets.station import StationDone
from workouts.models import Athlete, Exercise
from workouts.vocabulary import RunKind

# What a correction may change.  Not whether it is deleted: another tab may just have done that.
_MOMENT = ("started_at", "time_zone", "performed_on", "effort", "note")
_RUN_FIELDS = (
    *_MOMENT, "name", "duration_s", "moving_s", "elapsed_s", "distance_m", "kind", "kind_because",
)  # fmt: skip
_SESSION_FIELDS = (*_MOMENT, "run_id", "minutes", "name", "pain", "pain_place", "pain_side", "version")


@dataclass(frozen=True)
class LoggedRun:
    """The run that is stored, whether this very request stored it, and the session it was paired with."""

    run: Run
    is_new: bool
    session: Session | None = None


@dataclass(frozen=True)
class LoggedSession:
    """The session that is stored, and whether this very request stored it."""

    session: Session
    is_new: bool


def log_run(*, athlete: Athlete, key: UUID, facts: RunFacts, now: datetime) -> LoggedRun:
    """Store a run typed in by hand.  The same key again returns the run stored first."""
    run = Run(athlete=athlete, key=key, logged_at=now, duration_s=0, kind=facts.kind)
    _apply(run, facts)
    try:
        with transaction.atomic():
            run.save(force_insert=True)
            session = pair_late_run(run=run)
    except IntegrityError:
        if stored := athlete.runs.filter(key=key).first():
            return LoggedRun(stored, is_new=False)
        raise
    return LoggedRun(run, is_new=True, session=session)


def correct_run(*, run: Run, facts: RunFacts) -> None:
    """Change what was typed.  What only a watch knows (heart rate, climb) stays."""
    _apply(run, facts)
    run.save(update_fields=_RUN_FIELDS)


def choose_kind(*, run: Run, kind: RunKind) -> None:
    """Take the athlete's word for what a run was for; nothing guesses it again."""
    run.kind, run.kind_because = kind, ""
    run.save(update_fields=["kind", "kind_because"])


def _apply(run: Run, facts: RunFacts) -> None:
    if facts.kind != run.kind:
        run.kind_because = ""
    if facts.duration_s != run.duration_s:
        # Another duration than the watch's: its pauses say nothing about this one.
        run.moving_s = run.elapsed_s = None
    run.move_to(started_at=facts.started_at, time_zone=facts.time_zone)
    run.duration_s, run.distance_m = facts.duration_s, facts.distance_m
    run.kind, run.name = facts.kind, facts.name
    run.effort, run.note = facts.effort, facts.note


def log_session(
    *, athlete: Athlete, key: UUID, prescribed: Prescribed, facts: SessionFacts, now: datetime
) -> LoggedSession:
    """Store a session with a snapshot of what was prescribed, whole or not at all.

    The same key again, also at the same moment, returns the session stored first.
    """
    session = Session(athlete=athlete, key=key, logged_at=now)
    for field in fields(prescribed):
        setattr(session, field.name, getattr(prescribed, field.name))
    _describe(session, facts)
    session.run = facts.run
    try:
        with transaction.atomic():
            session.save(force_insert=True)
            LoggedSet.objects.bulk_create(with_counts(_rows(session, facts.stations)))
    except IntegrityError:
        if stored := athlete.sessions.filter(key=key).first():
            return LoggedSession(stored, is_new=False)
        raise
    return LoggedSession(session, is_new=True)


class ChangedMeanwhile(Exception):
    """Another tab changed the session since it was shown here; `stored` is what it says now."""

    def __init__(self, stored: Session) -> None:
        super().__init__(str(stored))
        self.stored = stored


def correct_session(*, session: Session, facts: SessionFacts, seen: int) -> None:
    """
    Change what was done.  What was prescribed stays as it was on that day.

    A run that is deleted just now is not on offer; unchosen, it stays, for when it is brought back.
    Sent again, or saying what is stored anyway, it changes nothing.

    seen: the version that was shown when it was corrected.
    :raises ChangedMeanwhile: if it says something else by now, which is left as it is
    :raises Session.DoesNotExist: if it was deleted so long ago that it is gone for good
    """
    with transaction.atomic():
        # The row is taken first, so that two corrections at once follow each other.  Its run is looked up
        # after that: joined, it would be the one of before the wait.
        stored = Session.objects.select_for_update().get(pk=session.pk)
        hidden_run = stored.run if stored.kept_run is None else None
        before = _said(stored, stored.sets.all())
        _describe(stored, facts)
        stored.run = facts.run or hidden_run
        rows = _rows(stored, facts.stations)
        if _said(stored, rows) != before:
            if stored.version != seen:
                raise ChangedMeanwhile(Session.objects.with_sets().select_related("run").get(pk=session.pk))
            stored.version += 1
            stored.save(update_fields=_SESSION_FIELDS)
            rows = with_counts(rows, then=stored.sets.all())
            stored.sets.all().delete()
            LoggedSet.objects.bulk_create(rows)
        session.refresh_from_db()


def _describe(session: Session, facts: SessionFacts) -> None:
    session.move_to(started_at=facts.started_at, time_zone=facts.time_zone)
    session.minutes, session.effort, session.note = facts.minutes, facts.effort, facts.note
    session.name = facts.name or session.name
    pain = facts.pain
    session.pain, session.pain_place, session.pain_side = (
        (pain.level, pain.place, pain.side) if pain else (None, "", "")
    )


def _rows(session: Session, stations: Sequence[StationDone]) -> list[LoggedSet]:
    """
    One row for every set that was asked for or done, the stations numbered in the order given.

    A station without any takes no number, so that read and said again it all stays the same.
    """
    not_empty = [station for station in stations if station.sets]
    rows = [
        LoggedSet.of(session=session, station=place, number=number, plan=station.plan, done=done)
        for place, station in enumerate(not_empty, start=1)
        for number, done in enumerate(station.sets, start=1)
    ]
    for row in rows:
        row.revision = 1  # What the player sends of it later meets what was typed.
    return rows


def with_counts(rows: list[LoggedSet], *, then: Iterable[LoggedSet] = ()) -> list[LoggedSet]:
    """
    The rows with what their exercises count for: as in the sets of then, else as it is today.

    So that changing an exercise never changes what was logged.  One query, or none for no other exercise.
    """
    counted = {row.exercise_id: row.counted for row in then}
    others = {row.exercise_id for row in rows} - counted.keys()
    if others:
        exercises = Exercise.objects.filter(pk__in=others)
        counted |= {exercise.pk: LoggedSet.counted_of(exercise) for exercise in exercises}
    for row in rows:
        row.counted = counted[row.exercise_id]
    return rows


def _said(session: Session, rows: Iterable[LoggedSet]) -> tuple[object, ...]:
    """All that a correction may change, to tell whether it changes anything."""
    values = [getattr(session, name) for name in _SESSION_FIELDS if name != "version"]
    return (*values, [row.told for row in rows])

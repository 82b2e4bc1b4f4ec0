"""Writes what was done: log, correct, delete and bring back runs and sessions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from logbook.facts import RunFacts, SessionFacts, StationDone
from logbook.matching import pair_late_run
from logbook.models import LoggedSet, Run, Session
from workouts.models import Athlete, Circuit, Station
from workouts.vocabulary import RunKind

# What a correction may change.  Not whether it is deleted: another tab may just have done that.
_MOMENT = ("started_at", "time_zone", "performed_on", "effort", "note")
_RUN_FIELDS = (
    *_MOMENT, "name", "duration_s", "moving_s", "elapsed_s", "distance_m", "kind", "kind_because",
)  # fmt: skip
_SESSION_FIELDS = (*_MOMENT, "run", "minutes")


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
    *, athlete: Athlete, key: UUID, circuit: Circuit, facts: SessionFacts, now: datetime
) -> LoggedSession:
    """Store a session with a snapshot of its circuit, whole or not at all.

    The same key again, also at the same moment, returns the session stored first.
    """
    session = Session(
        athlete=athlete,
        key=key,
        circuit=circuit,
        name=circuit.name,
        format=circuit.format,
        rounds=circuit.rounds,
        rest_between_rounds_s=circuit.rest_between_rounds_s,
        session_class=circuit.session_class,
        target_rpe_low=circuit.target_rpe_low,
        target_rpe_high=circuit.target_rpe_high,
        logged_at=now,
    )
    _describe(session, facts)
    sets = _sets_as_planned(session, circuit)
    try:
        with transaction.atomic():
            session.save(force_insert=True)
            LoggedSet.objects.bulk_create(_with_deviations(session, sets, facts.deviations))
    except IntegrityError:
        if stored := athlete.sessions.filter(key=key).first():
            return LoggedSession(stored, is_new=False)
        raise
    return LoggedSession(session, is_new=True)


def correct_session(*, session: Session, facts: SessionFacts) -> None:
    """Change what was done.  What was prescribed stays as it was on that day.

    A run that is deleted just now is not on offer; unchosen, it stays, for when it is brought back.
    """
    hidden_run = session.run if session.kept_run is None else None
    _describe(session, facts)
    session.run = facts.run or hidden_run
    planned = [logged for logged in session.sets.all() if logged.planned is not None]
    with transaction.atomic():
        # Writing the row first makes two corrections at once follow each other: the later stands, whole.
        session.save(update_fields=_SESSION_FIELDS)
        session.sets.all().delete()
        LoggedSet.objects.bulk_create(_with_deviations(session, planned, facts.deviations))


def _describe(session: Session, facts: SessionFacts) -> None:
    session.move_to(started_at=facts.started_at, time_zone=facts.time_zone)
    session.run, session.minutes = facts.run, facts.minutes
    session.effort, session.note = facts.effort, facts.note


def _sets_as_planned(session: Session, circuit: Circuit) -> list[LoggedSet]:
    """One row for every set that the circuit asks for."""
    shape = circuit.shape
    return [
        _planned_set(session, station, number)
        for station, prescription in zip(circuit.stations.all(), shape.stations, strict=True)
        for number in range(1, shape.sets_of(prescription) + 1)
    ]


def _planned_set(session: Session, station: Station, number: int) -> LoggedSet:
    return LoggedSet(
        session=session,
        station=station.position,
        number=number,
        exercise=station.exercise,
        exercise_name=station.exercise.name,
        per_side=station.exercise.unilateral,
        tempo=station.tempo,
        counts_tension=station.exercise.counts_tension,
        rest_after_s=station.rest_after_s,
        planned_reps=station.reps,
        planned_seconds=station.seconds,
        planned_distance_m=station.distance_m,
    )


def _with_deviations(
    session: Session, planned: Sequence[LoggedSet], deviations: Sequence[StationDone]
) -> list[LoggedSet]:
    """The planned sets with what was done filled in, and sets on top where more were done."""
    by_station = {deviation.station: deviation for deviation in deviations}
    rows: list[LoggedSet] = []
    for logged in planned:
        deviation = by_station.get(logged.station)
        if deviation is None:
            amount = logged.planned
        else:
            amount = deviation.amount if logged.number <= deviation.sets else None
        rows.append(_done(logged, session, logged.number, amount))
    for deviation in deviations:
        of_station = [logged for logged in planned if logged.station == deviation.station]
        for number in range(len(of_station) + 1, deviation.sets + 1):
            extra = _done(of_station[0], session, number, deviation.amount)
            extra.planned_reps = extra.planned_seconds = extra.planned_distance_m = None
            rows.append(extra)
    return rows


def _done(logged: LoggedSet, session: Session, number: int, amount: int | None) -> LoggedSet:
    return LoggedSet(
        session=session,
        station=logged.station,
        number=number,
        exercise_id=logged.exercise_id,
        exercise_name=logged.exercise_name,
        per_side=logged.per_side,
        tempo=logged.tempo,
        counts_tension=logged.counts_tension,
        rest_after_s=logged.rest_after_s,
        planned_reps=logged.planned_reps,
        planned_seconds=logged.planned_seconds,
        planned_distance_m=logged.planned_distance_m,
        done_reps=amount if logged.planned_reps is not None else None,
        done_seconds=amount if logged.planned_seconds is not None else None,
        done_distance_m=amount if logged.planned_distance_m is not None else None,
    )

"""Reads what a session form begins with: its frame and stations, and the run it probably belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from logbook import pairing, stations
from logbook.facts import Prescribed
from logbook.models import Run, Session
from logbook.sets.station import StationPlan
from workouts.circuits import named, trimmed
from workouts.models import Athlete, Circuit
from workouts.models.circuit import FRONT_DOOR
from workouts.training.circuit_time import Format
from workouts.training.jumping import Trim

RUNS_OFFERED = 4
# How long a session took that no circuit gives a time for, to guess when it began.
USUAL_MINUTES = 20


@dataclass(frozen=True)
class RunChoice:
    """A run to pair with, and why it stands there."""

    run: Run
    because: str


@dataclass(frozen=True)
class Proposal:
    """
    A session form as it is first shown; what was done the last time is still to be read.

    run: the one preselected, the nearest in time.  minutes: None where nothing says how long it takes.
    trim: set where the circuit is asked for with fewer sets than it has.
    """

    prescribed: Prescribed
    stations: tuple[StationPlan, ...]
    starts_at: datetime
    minutes: int | None
    run: Run | None
    runs: tuple[RunChoice, ...]
    trim: Trim | None = None


def circuit_to_offer(*, athlete: Athlete) -> str:
    """The slug of the circuit last logged, else of the front door; routines are offered where they follow."""
    last = _last_logged(athlete)
    return last[0] if last else FRONT_DOOR


def offered_by_name(*, athlete: Athlete) -> tuple[str, str] | None:
    """Slug and name of the same circuit, None where none is there.  One query, two before one is logged."""
    return _last_logged(athlete) or named(FRONT_DOOR)


def _last_logged(athlete: Athlete) -> tuple[str, str] | None:
    last = (
        athlete.sessions.kept()
        .filter(circuit__retired_at=None)
        .exclude(circuit=None)
        .exclude(session_class="mobility")
        .latest_first()
    )
    found: tuple[str, str] | None = last.values_list("circuit__slug", "circuit__name").first()
    return found


def of_circuit(
    *,
    athlete: Athlete,
    circuit: Circuit,
    run_id: int | None,
    now: datetime,
    most_contacts: int | None = None,
) -> Proposal:
    """
    A circuit done now, after the run asked for or the nearest.  Two queries at most.

    most_contacts: where the plan trimmed it to so many landings; it is asked for with as many sets less.
    """
    row = trimmed(circuit, most_contacts=most_contacts)
    return _proposal(
        athlete=athlete,
        prescribed=replace(prescribed_by(circuit), rounds=row.shape.rounds),
        plans=stations.of_circuit(circuit, shape=row.shape),
        trim=row.trim,
        minutes=max(row.shape.minutes, 1),
        run_id=run_id,
        now=now,
    )


def of_own_choice(*, athlete: Athlete, run_id: int | None, now: datetime) -> Proposal:
    """A session that begins with nothing: its exercises are chosen one by one.  Two queries at most."""
    return _proposal(athlete=athlete, prescribed=Prescribed(), plans=(), minutes=None, run_id=run_id, now=now)


def of_session(*, athlete: Athlete, session: Session, run_id: int | None, now: datetime) -> Proposal:
    """A logged session done again as it was done then.  Uses its sets; three queries more at most."""
    return _proposal(
        athlete=athlete,
        prescribed=prescribed_like(session),
        plans=stations.as_last_time(session),
        minutes=session.minutes,
        run_id=run_id,
        now=now,
    )


def prescribed_by(circuit: Circuit) -> Prescribed:
    """The frame of a session of that circuit, as it is today."""
    return Prescribed(
        circuit=circuit,
        name=circuit.name,
        format=Format(circuit.format),
        rounds=circuit.rounds,
        rest_between_rounds_s=circuit.rest_between_rounds_s,
        session_class=circuit.session_class,
        target_rpe_low=circuit.target_rpe_low,
        target_rpe_high=circuit.target_rpe_high,
    )


def prescribed_like(session: Session) -> Prescribed:
    """The frame of another session like that one."""
    return Prescribed(
        circuit=session.circuit,
        name=session.name,
        format=Format(session.format),
        rounds=session.rounds,
        rest_between_rounds_s=session.rest_between_rounds_s,
        session_class=session.session_class,
        target_rpe_low=session.target_rpe_low,
        target_rpe_high=session.target_rpe_high,
    )


def _proposal(
    *,
    athlete: Athlete,
    prescribed: Prescribed,
    plans: Sequence[StationPlan],
    minutes: int | None,
    run_id: int | None,
    now: datetime,
    trim: Trim | None = None,
) -> Proposal:
    length = timedelta(minutes=minutes or USUAL_MINUTES)
    near = list(athlete.runs.kept().near(starts_at=now - length, ends_at=now))
    picked = athlete.runs.kept().numbered(run_id) or nearest(near, starts_at=now - length, ends_at=now)
    starts_at = pairing.proposed_start(
        now=now, minutes=minutes or USUAL_MINUTES, run_ended_at=picked.ended_at if picked else None
    )
    ends_at = starts_at + length
    if picked is not None and picked not in near:
        near = list(athlete.runs.kept().near(starts_at=starts_at, ends_at=ends_at))
    return Proposal(
        prescribed,
        tuple(plans),
        starts_at,
        minutes,
        picked,
        _ranked(near, starts_at, ends_at, always=picked),
        trim,
    )


def nearest(runs: Sequence[Run], *, starts_at: datetime, ends_at: datetime) -> Run | None:
    """The run to begin with: the likeliest of those near enough to belong to a session of that time."""
    ranked = pairing.rank(starts_at=starts_at, ends_at=ends_at, runs=[run.fact for run in runs])
    return next((run for run in runs if ranked and run.pk == ranked[0].run_id), None)


def choices(
    *, athlete: Athlete, starts_at: datetime, ends_at: datetime, always: Run | None = None
) -> tuple[RunChoice, ...]:
    """Runs to pair with: the nearest in time first, then others close by.  One query."""
    near = athlete.runs.kept().near(starts_at=starts_at, ends_at=ends_at)
    return _ranked(list(near), starts_at, ends_at, always=always)


def _ranked(
    near: Sequence[Run], starts_at: datetime, ends_at: datetime, *, always: Run | None
) -> tuple[RunChoice, ...]:
    runs = [*near, *([always] if always is not None and always not in near else [])]
    ranked = pairing.rank(starts_at=starts_at, ends_at=ends_at, runs=[run.fact for run in runs])
    reasons = {candidate.run_id: candidate.because for candidate in ranked}
    order = {candidate.run_id: place for place, candidate in enumerate(ranked)}
    runs.sort(key=lambda run: (run != always, order.get(run.pk, len(order))))
    far = "more than 12 hours apart"
    return tuple(RunChoice(run, reasons.get(run.pk, far)) for run in runs[:RUNS_OFFERED])

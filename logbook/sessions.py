"""Reads sessions for their pages: what to offer in the form, and one session as planned beside as done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from logbook import pairing
from logbook.models import LoggedSet, Run, Session
from workouts.models import Athlete, Circuit
from workouts.models.circuit import FRONT_DOOR
from workouts.training.circuit_time import Shape
from workouts.training.prescription import Prescription
from workouts.units import spoken_minutes

RUNS_OFFERED = 4


@dataclass(frozen=True)
class RunChoice:
    """A run to pair with, and why it stands there."""

    run: Run
    because: str


@dataclass(frozen=True)
class PlannedStation:
    """One row of the form: what was asked for, and what is filled in to begin with."""

    position: int
    name: str
    dose: str
    per_side: bool
    measure: str
    sets: int
    amount: int
    done_sets: int
    done_amount: int

    @property
    def as_planned(self) -> bool:
        return (self.sets, self.amount) == (self.done_sets, self.done_amount)


@dataclass(frozen=True)
class Proposal:
    """A session form as it is first shown.  `run` is the one preselected, the nearest in time."""

    starts_at: datetime
    minutes: int
    run: Run | None
    runs: tuple[RunChoice, ...]
    stations: tuple[PlannedStation, ...]


@dataclass(frozen=True)
class StationResult:
    """One station of a logged session, in words."""

    name: str
    slug: str
    planned: str
    done: str
    as_planned: bool


@dataclass(frozen=True)
class SessionPage:
    session: Session
    stations: tuple[StationResult, ...]
    tension_s: float
    run_because: str


def circuit_to_offer(*, athlete: Athlete) -> str:
    """The slug of the circuit last logged, else of the front door.  One query."""
    last = (
        athlete.sessions.kept()
        .filter(circuit__retired_at=None)
        .exclude(circuit=None)
        .latest_first()
        .values_list("circuit__slug", flat=True)
    )
    return last.first() or FRONT_DOOR


def proposal(*, athlete: Athlete, circuit: Circuit, run_id: int | None, now: datetime) -> Proposal:
    """What to offer for logging `circuit` now, after the run asked for or the nearest.  Two queries."""
    shape = circuit.shape
    minutes = max(shape.minutes, 1)
    asked_for = athlete.runs.kept().numbered(run_id)
    if asked_for is None:
        nearest = choices(athlete=athlete, starts_at=now - timedelta(minutes=minutes), ends_at=now)
        picked = _nearest(nearest, now - timedelta(minutes=minutes), now)
    else:
        picked = asked_for
    starts_at = pairing.proposed_start(
        now=now, minutes=minutes, run_ended_at=picked.ended_at if picked else None
    )
    ends_at = starts_at + timedelta(minutes=minutes)
    offered = choices(athlete=athlete, starts_at=starts_at, ends_at=ends_at, always=picked)
    return Proposal(starts_at, minutes, picked, offered, _planned_stations(circuit, shape))


def choices(
    *, athlete: Athlete, starts_at: datetime, ends_at: datetime, always: Run | None = None
) -> tuple[RunChoice, ...]:
    """Runs to pair with: the nearest in time first, then others close by.  One query."""
    nearby = list(athlete.runs.kept().near(starts_at=starts_at, ends_at=ends_at))
    if always is not None and always not in nearby:
        nearby.append(always)
    ranked = pairing.rank(starts_at=starts_at, ends_at=ends_at, runs=[run.fact for run in nearby])
    reasons = {candidate.run_id: candidate.because for candidate in ranked}
    order = {candidate.run_id: place for place, candidate in enumerate(ranked)}
    nearby.sort(key=lambda run: (run != always, order.get(run.pk, len(order))))
    return tuple(
        RunChoice(run, reasons.get(run.pk, "more than 12 hours apart")) for run in nearby[:RUNS_OFFERED]
    )


def _nearest(offered: Sequence[RunChoice], starts_at: datetime, ends_at: datetime) -> Run | None:
    ranked = pairing.rank(starts_at=starts_at, ends_at=ends_at, runs=[choice.run.fact for choice in offered])
    return next((choice.run for choice in offered if ranked and choice.run.pk == ranked[0].run_id), None)


def _planned_stations(circuit: Circuit, shape: Shape) -> tuple[PlannedStation, ...]:
    return tuple(
        _planned(station.position, station.exercise.name, prescription, shape.sets_of(prescription))
        for station, prescription in zip(circuit.stations.all(), shape.stations, strict=True)
    )


def _planned(position: int, name: str, prescription: Prescription, sets: int) -> PlannedStation:
    measured = (
        (prescription.reps, "reps"),
        (prescription.seconds, "seconds"),
        (prescription.distance_m, "metres"),
    )
    amount, measure = next((amount, measure) for amount, measure in measured if amount is not None)
    return PlannedStation(
        position=position,
        name=name,
        dose=f"{sets} × {prescription.dose}",
        per_side=prescription.per_side,
        measure=measure,
        sets=sets,
        amount=amount,
        done_sets=sets,
        done_amount=amount,
    )


def logged_stations(*, session: Session) -> tuple[PlannedStation, ...]:
    """A logged session as the form shows it again.  Uses the sets, so fetch them with `with_sets`."""
    rows = []
    for position, group in groupby(session.sets.all(), key=lambda logged: logged.station):
        sets = list(group)
        planned = [logged for logged in sets if logged.planned is not None]
        done = [logged.done for logged in sets if logged.done is not None]
        row = _planned(position, sets[0].exercise_name, planned[0].prescription, len(planned))
        rows.append(replace(row, done_sets=len(done), done_amount=done[0] if done else row.amount))
    return tuple(rows)


def page(*, session: Session) -> SessionPage:
    """One session, station by station.  Uses the sets, so fetch them with `with_sets`: no further query."""
    stations = []
    for _, group in groupby(session.sets.all(), key=lambda logged: logged.station):
        sets = tuple(group)
        planned = [logged for logged in sets if logged.planned is not None]
        amounts = [logged.done for logged in sets]
        stations.append(
            StationResult(
                name=sets[0].exercise_name,
                slug=sets[0].exercise.slug,
                planned=f"{len(planned)} × {planned[0].prescription.dose}",
                done=_done_text(sets[0], amounts),
                as_planned=amounts == [logged.planned for logged in sets],
            )
        )
    return SessionPage(
        session,
        tuple(stations),
        tension_s=sum(logged.tension_s for logged in session.sets.all()),
        run_because=between(session.kept_run, session),
    )


def _done_text(logged: LoggedSet, amounts: Sequence[int | None]) -> str:
    """What was done in few words: "3 × 8 each side", or each set where they differ."""
    done = [amount for amount in amounts if amount is not None]
    if not done:
        return "left out"
    unit = "" if logged.planned_reps is not None else " s" if logged.planned_seconds is not None else " m"
    side = " each side" if logged.per_side else ""
    amount = f"{done[0]}{unit}" if len(set(done)) == 1 else ", ".join(f"{a}{unit}" for a in done)
    return f"{len(done)} × {amount}{side}"


def between(run: Run | None, session: Session) -> str:
    """How far run and session lie apart, in words; nothing without a run."""
    if run is None:
        return ""
    gap_s = (session.started_at - run.ended_at).total_seconds()
    if gap_s >= 0:
        return f"Started {spoken_minutes(gap_s)} after the run ended."
    gap_s = (run.started_at - session.ended_at).total_seconds()
    if gap_s >= 0:
        return f"Ended {spoken_minutes(gap_s)} before the run."
    return "Overlaps the run."

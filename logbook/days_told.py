"""Reads the days of a week as their cells show them: plain, so that a day that stays as it is is drawn once.

No query.
"""

from dataclasses import dataclass
from datetime import date

from logbook.charts.week_bars import LyingBar, StandingBar
from logbook.models import Run, Session
from logbook.planned_days import DayPlan
from logbook.review import Day, Outing
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

# Strength is written for straight after these.
EASY = frozenset({RunKind.EASY, RunKind.RECOVERY})


@dataclass(frozen=True)
class RunTold:
    run_id: int
    title: str
    distance_m: float | None
    paced_s: float


@dataclass(frozen=True)
class SessionTold:
    """`run_on` is the day of its run where that was on another one."""

    session_id: int
    name: str
    minutes: int
    run_on: date | None


@dataclass(frozen=True)
class OutingTold:
    run: RunTold | None
    sessions: tuple[SessionTold, ...]


@dataclass(frozen=True)
class PlanTold:
    """
    The usual run and the circuit that are still to come, "" where there is none; `why` is the day's.

    slug, contacts, run_id: what the circuit is started with, the run it would follow among it.
    """

    run: str
    run_min: int
    circuit: str
    circuit_url: str
    circuit_min: int
    when: str
    why: str
    session: str
    warm_up: str
    length: str
    slug: str
    contacts: int | None
    run_id: int | None


@dataclass(frozen=True)
class DayTold:
    """`usual` is the run that usually falls on the day, "easy run, 40 min"; "" where nobody asks."""

    day: date
    is_today: bool
    is_ahead: bool
    outings: tuple[OutingTold, ...]
    plan: PlanTold | None
    usual: str
    standing: StandingBar
    lying: LyingBar


def told(days: tuple[Day, ...]) -> tuple[DayTold, ...]:
    """Uses the runs of the sessions and the stations of the circuits."""
    return tuple(
        DayTold(
            day.day,
            day.is_today,
            day.is_ahead,
            outings=tuple(_outing(outing) for outing in day.outings),
            plan=None if day.plan is None else _plan(day.plan, to_follow(day)),
            usual="" if day.usual is None else _usual(day.usual),
            standing=day.standing,
            lying=day.lying,
        )
        for day in days
    )


def _outing(outing: Outing) -> OutingTold:
    run = outing.run
    sessions = tuple(_session(session, run) for session in outing.sessions)
    if run is None:
        return OutingTold(None, sessions)
    return OutingTold(RunTold(run.pk, run.title, run.distance_m, run.paced_s), sessions)


def _session(session: Session, beside: Run | None) -> SessionTold:
    run = session.kept_run if beside is None else None
    return SessionTold(session.pk, session.name, session.minutes, None if run is None else run.performed_on)


def to_follow(day: Day) -> Run | None:
    """The last run of a day, where strength goes straight after it."""
    runs = [outing.run for outing in day.outings if outing.run is not None]
    return runs[-1] if runs and runs[-1].kind in EASY else None


def _plan(plan: DayPlan, run: Run | None) -> PlanTold:
    circuit = plan.circuit
    return PlanTold(
        run=plan.run_heading,
        run_min=plan.run_minutes or 0,
        circuit=circuit.circuit.name if circuit else "",
        circuit_url=circuit.circuit.get_absolute_url() if circuit else "",
        circuit_min=circuit.shape.minutes if circuit else 0,
        when=plan.when,
        why=plan.why,
        session=plan.session,
        warm_up=plan.warm_up,
        length=plan.length,
        slug=circuit.circuit.slug if circuit else "",
        contacts=circuit.contacts if circuit else None,
        run_id=run.pk if circuit and run else None,
    )


def _usual(run: HabitualRun) -> str:
    return f"{run.kind.label.lower()}, {run.minutes} min"

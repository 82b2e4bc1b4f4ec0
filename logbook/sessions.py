"""Reads one session for its page: as asked for beside as done, its numbers, and what stands around it."""

from dataclasses import dataclass

from logbook import afterwards, proposals, same_circuit
from logbook.afterwards import Routine
from logbook.models import Run, Session
from logbook.proposals import RunChoice
from logbook.same_circuit import OtherTime
from logbook.session_numbers import SessionNumbers, numbers
from logbook.session_stations import StationTold, told
from logbook.stations import as_named_then, set_done
from workouts.units import WeightUnit, spoken_minutes

RUNS_OFFERED = 3


@dataclass(frozen=True)
class SessionPage:
    """
    `run_because` says how far the run lies from it, "" without one; `runs` are those to pair it with
    then.  `earlier` and `later` are the times next to it with the same circuit.
    """

    session: Session
    stations: tuple[StationTold, ...]
    numbers: SessionNumbers
    run_because: str
    runs: tuple[RunChoice, ...]
    earlier: OtherTime | None
    later: OtherTime | None
    afterwards: tuple[Routine, ...]

    @property
    def has_plan(self) -> bool:
        """Whether anything was asked for at all."""
        return any(station.asked for station in self.stations)

    @property
    def any_to_log(self) -> bool:
        """Whether something that follows it is not logged yet."""
        return bool(afterwards.still_to_log(self.afterwards))


def page(*, session: Session, unit: WeightUnit) -> SessionPage:
    """
    One session with all that belongs to it; a deleted one is shown without what could be done next.

    Four queries, one more for a session that belongs to no run.
    """
    rows = list(session.sets.with_exercises())
    sets = [(row, set_done(row, as_named_then(row, row.exercise))) for row in rows]
    earlier, later = same_circuit.around(session)
    is_open = session.deleted_at is None
    return SessionPage(
        session,
        told(sets, unit=unit),
        numbers(session, sets),
        between(session.kept_run, session),
        _runs(session) if is_open and session.kept_run is None else (),
        earlier,
        later,
        afterwards.of_session(session) if is_open else (),
    )


def _runs(session: Session) -> tuple[RunChoice, ...]:
    near = proposals.choices(athlete=session.athlete, starts_at=session.started_at, ends_at=session.ended_at)
    return near[:RUNS_OFFERED]


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

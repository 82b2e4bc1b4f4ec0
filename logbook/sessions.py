"""Reads one session for its page: as planned beside as done, and the run it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from logbook.models import LoggedSet, Run, Session
from workouts.units import spoken_minutes


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
                planned=_done_text(sets[0], [logged.planned for logged in planned]),
                done=_done_text(sets[0], amounts),
                as_planned=amounts == [logged.planned for logged in sets],
            )
        )
    return SessionPage(
        session,
        tuple(stations),
        tension_s=0,
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

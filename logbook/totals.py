"""Sums over runs and sessions that are fetched already: of a week, a month or a year.  No query."""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.afterwards import MOBILITY
from logbook.load import session_rpe
from logbook.load.mean_effort import mean_effort
from logbook.models import Ran, Trained


@dataclass(frozen=True)
class Pain:
    """How much it hurt, of 10, and where, "" where nobody said."""

    pain: int
    pain_place: str
    pain_side: str


@dataclass(frozen=True)
class Totals:
    """
    Sums of some days.  None is unknown; days without runs have run 0 times and no distance.

    stretches: how many of the sessions were stretching or recovery, and no strength.
    assumed: of so many no effort was given, so that the usual one counts towards the load.
    run_effort, session_effort: the means of those that were given.
    worst: the highest pain of a session, the first of them; None where nobody said.
    """

    runs: int
    distance_m: float | None
    distance_unknown_of: int
    running_s: float
    sessions: int
    stretches: int
    strength_min: int
    run_load: float | None
    session_load: float | None
    assumed: int
    run_effort: float | None
    session_effort: float | None
    worst: Pain | None

    @property
    def load(self) -> float | None:
        return added([load for load in (self.run_load, self.session_load) if load is not None])

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was logged, so that even nought is not known."""
        return self.load is None and not self.runs and not self.sessions


def totals(*, runs: Sequence[Ran], sessions: Sequence[Trained]) -> Totals:
    """Add up.  Cross-training counts towards load, never as running; strength with all its minutes."""
    running = [run for run in runs if run.is_running]
    distances = [run.distance_m for run in running if run.distance_m is not None]
    run_loads, session_loads = [run.load for run in runs], [session.load for session in sessions]
    felt = [
        Pain(session.pain, session.pain_place, session.pain_side)
        for session in sessions
        if session.pain is not None
    ]
    return Totals(
        runs=len(running),
        distance_m=added(distances),
        distance_unknown_of=len(running) - len(distances),
        running_s=sum(run.paced_s for run in running),
        sessions=len(sessions),
        stretches=sum(1 for session in sessions if session.session_class == MOBILITY),
        strength_min=sum(session.minutes for session in sessions),
        run_load=session_rpe.total(run_loads),
        session_load=session_rpe.total(session_loads),
        assumed=sum(1 for load in (*run_loads, *session_loads) if load is not None and load.assumed),
        run_effort=mean_effort(run.effort for run in running),
        session_effort=mean_effort(session.effort for session in sessions),
        worst=max(felt, key=lambda each: each.pain, default=None),
    )


def added(numbers: Sequence[float]) -> float | None:
    """The sum, or None when there is nothing to add up: unknown is blank, not 0."""
    return sum(numbers) if numbers else None

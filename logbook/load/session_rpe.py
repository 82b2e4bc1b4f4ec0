"""Session load: how hard it felt, times how long it took (session RPE).

Meaning   one number for a whole run or strength session, so that both can be added in a week.
Formula   load = RPE × minutes, the RPE rating the session as a whole from 0 (rest) to 10 (limit).
Units     arbitrary units (AU); a strength session counts all its minutes, rests among them.
Source    Foster 1998, Med Sci Sports Exerc 30:1164; Foster 2021, Int J Sports Physiol Perform.
Limits    only as good as the rating, so an assumed one is marked; a number to hold against the same
          athlete's other weeks, and no measure of injury risk.  Unknown minutes give no load, never 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workouts.units import decimal_text
from workouts.vocabulary import RunKind

# For a session that follows no circuit, and so has no target.
USUAL_SESSION_RPE = 7.0

USUAL_RUN_RPE: Mapping[RunKind, float] = MappingProxyType(
    {
        RunKind.RECOVERY: 2.0,
        RunKind.EASY: 3.0,
        RunKind.STRIDES: 3.0,
        RunKind.STEADY: 5.0,
        RunKind.LONG: 5.0,
        RunKind.TEMPO: 7.0,
        RunKind.INTERVALS: 8.0,
        RunKind.HILLS: 8.0,
        RunKind.RACE_PACE: 7.0,
        RunKind.TIME_TRIAL: 9.0,
        RunKind.RACE: 9.0,
        RunKind.CROSS_TRAINING: 4.0,
    }
)

_USUAL_FOR: Mapping[RunKind, str] = MappingProxyType(
    {
        RunKind.RECOVERY: "a recovery run",
        RunKind.EASY: "an easy run",
        RunKind.STRIDES: "a run with strides",
        RunKind.STEADY: "a steady run",
        RunKind.LONG: "a long run",
        RunKind.TEMPO: "a tempo run",
        RunKind.INTERVALS: "intervals",
        RunKind.HILLS: "hills",
        RunKind.RACE_PACE: "a race-pace run",
        RunKind.TIME_TRIAL: "a time trial",
        RunKind.RACE: "a race",
        RunKind.CROSS_TRAINING: "cross-training",
    }
)


@dataclass(frozen=True)
class Load:
    """One load: the rating and the minutes it is made of, and why a rating was assumed, else ""."""

    rpe: float
    minutes: float
    assumption: str = ""

    @property
    def au(self) -> float:
        """The load in arbitrary units."""
        return self.rpe * self.minutes

    @property
    def assumed(self) -> bool:
        """Whether nobody gave the rating."""
        return bool(self.assumption)

    @property
    def because(self) -> str:
        """What it is made of, in a sentence."""
        if self.assumption:
            return f"Effort assumed {_said(self.rpe)}, {self.assumption}."
        return f"Effort {_said(self.rpe)} for {_said(self.minutes, places=0)} min."


def run_load(*, kind: RunKind, effort: float | None, duration_s: float | None) -> Load | None:
    """Return a run's load, a blank effort counting as its kind's usual one; `None` without a duration."""
    if duration_s is None:
        return None
    if effort is not None:
        return Load(effort, duration_s / 60)
    return Load(USUAL_RUN_RPE[kind], duration_s / 60, f"the usual for {_USUAL_FOR[kind]}")


def session_load(
    *,
    effort: float | None,
    minutes: float | None,
    target_low: float | None,
    target_high: float | None,
) -> Load | None:
    """
    Return a strength session's load, or `None` without a duration.

    A blank effort counts as the middle of the circuit's target, or 7 where there is no target.
    """
    if minutes is None:
        return None
    if effort is not None:
        return Load(effort, minutes)
    ends = [end for end in (target_low, target_high) if end is not None]
    if not ends:
        return Load(USUAL_SESSION_RPE, minutes, "the usual for a session without a target")
    middle, where = sum(ends) / len(ends), "the circuit's target"
    if ends[0] != ends[-1]:
        where = f"the middle of the circuit's {_said(ends[0])} to {_said(ends[-1])}"
    return Load(middle, minutes, where)


def total(loads: Iterable[Load | None]) -> float | None:
    """Return the sum in AU of the loads that are known, or `None` where none is."""
    known = [load.au for load in loads if load is not None]
    return sum(known) if known else None


def _said(number: float, places: int = 2) -> str:
    return decimal_text(number, places=places)

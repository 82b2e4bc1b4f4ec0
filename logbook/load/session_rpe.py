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
    """One load in AU, the rating and the minutes it is made of, and whether the rating was assumed."""

    au: float
    rpe: float
    minutes: float
    assumed: bool
    because: str


def run_load(*, kind: RunKind, effort: float | None, duration_s: float | None) -> Load | None:
    """Return a run's load, a blank effort counting as its kind's usual one; `None` without a duration."""
    if duration_s is None:
        return None
    if effort is not None:
        return _load(effort, duration_s / 60)
    usual = USUAL_RUN_RPE[kind]
    return _load(usual, duration_s / 60, f"Effort assumed {_said(usual)}, the usual for {_USUAL_FOR[kind]}.")


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
        return _load(effort, minutes)
    ends = [end for end in (target_low, target_high) if end is not None]
    if not ends:
        because = f"Effort assumed {_said(USUAL_SESSION_RPE)}, the usual for a session without a target."
        return _load(USUAL_SESSION_RPE, minutes, because)
    middle, where = sum(ends) / len(ends), "the circuit's target"
    if ends[0] != ends[-1]:
        where = f"the middle of the circuit's {_said(ends[0])} to {_said(ends[-1])}"
    return _load(middle, minutes, f"Effort assumed {_said(middle)}, {where}.")


def total(loads: Iterable[Load | None]) -> float | None:
    """Return the sum in AU of the loads that are known, or `None` where none is."""
    known = [load.au for load in loads if load is not None]
    return sum(known) if known else None


def _load(rpe: float, minutes: float, assumption: str = "") -> Load:
    because = assumption or f"Effort {_said(rpe)} for {_said(minutes, places=0)} min."
    return Load(au=rpe * minutes, rpe=rpe, minutes=minutes, assumed=bool(assumption), because=because)


def _said(number: float, places: int = 2) -> str:
    return decimal_text(number, places=places)

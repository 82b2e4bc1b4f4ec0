"""Evidence, laps and earlier runs for a test to change in the one thing that it is about."""

from dataclasses import replace

from logbook.kinds import Evidence, Guess, PastRun, guess_kind
from logbook.track.track import Lap
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

# 8 km in 48 min at 140 beats, 6:00 /km: nothing in it says anything.
PLAIN = Evidence(
    title=None, flags=frozenset(), sub_sport=None, laps=(),
    duration_s=2880, distance_m=8000, avg_hr=140, max_hr=152, ascent_m=40,
)  # fmt: skip
USUAL = PastRun(kind=RunKind.EASY, duration_s=2880, distance_m=8000, avg_hr=140)


def evidence(**changes: object) -> Evidence:
    return replace(PLAIN, **changes)


def usual(runs: int = 5, **changes: object) -> list[PastRun]:
    """Earlier runs that are all alike, the plain run unless changed."""
    return [replace(USUAL, **changes)] * runs


def guess(
    past: list[PastRun] | None = None, unit: DistanceUnit = DistanceUnit.KM, **changes: object
) -> Guess:
    """The guess for a plain run with changes, after five plain runs unless others are given."""
    return guess_kind(evidence=evidence(**changes), past=usual() if past is None else past, unit=unit)


def lap(duration_s: float, distance_m: float | None = None, **changes: object) -> Lap:
    plain = Lap(
        starts_s=None, duration_s=duration_s, distance_m=distance_m, avg_hr=None, max_hr=None, ascent_m=None
    )  # fmt: skip
    return replace(plain, **changes)


def at_pace(duration_s: float, s_per_km: float, **changes: object) -> Lap:
    """A lap of so many seconds at so many seconds a kilometre."""
    return lap(duration_s, 1000 * duration_s / s_per_km, **changes)

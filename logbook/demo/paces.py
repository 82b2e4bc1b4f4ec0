"""What the demo runner runs how fast, and at which heart rate: a plateau, then slowly better."""

from random import Random

from logbook.demo.season import WeekPlan
from logbook.demo.story import Leg
from workouts.vocabulary import RunKind

# Seconds a kilometre on the plateau, and today.
_PACES = {
    RunKind.RECOVERY: (392, 380),
    RunKind.EASY: (354, 341),
    RunKind.STRIDES: (352, 339),
    RunKind.LONG: (358, 346),
    RunKind.TEMPO: (297, 287),
    RunKind.INTERVALS: (279, 268),
    RunKind.TIME_TRIAL: (281, 271),
    RunKind.RACE: (288, 281),
}
_BEATS = {
    RunKind.RECOVERY: 128,
    RunKind.EASY: 139,
    RunKind.STRIDES: 140,
    RunKind.LONG: 143,
    RunKind.TEMPO: 167,
    RunKind.INTERVALS: 175,
    RunKind.TIME_TRIAL: 180,
    RunKind.RACE: 175,
}
JOG_S, HALF_MARATHON_PACE_S = 400, 307


def pace_s(kind: RunKind, plan: WeekPlan, random: Random) -> float:
    """Return the seconds a kilometre of that kind on such a day."""
    before, now = _PACES[kind]
    return (before + (now - before) * plan.fitness) * random.uniform(0.985, 1.015)


def over(metres: float, kind: RunKind, plan: WeekPlan, random: Random, *, meant: str = "Active") -> Leg:
    """Return that distance at the pace of a kind."""
    seconds = round(metres / 1000 * pace_s(kind, plan, random))
    return Leg(seconds=seconds, metres=metres, beats=_BEATS[kind] + random.randint(-3, 3), meant=meant)


def jogged(metres: float, random: Random) -> Leg:
    """Return the jog between two hard pieces."""
    seconds = round(metres / 1000 * (JOG_S + random.randint(-10, 20)))
    return Leg(seconds=seconds, metres=metres, beats=148, meant="Resting")

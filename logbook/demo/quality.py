"""The hard run of a week, leg by leg: intervals, tempo, hills, strides, a race or a time trial."""

from dataclasses import dataclass
from random import Random

from logbook.demo.paces import HALF_MARATHON_PACE_S, jogged, over
from logbook.demo.season import Turn, WeekPlan
from logbook.demo.story import Leg
from workouts.vocabulary import RunKind

HILL_GRADE, HILL_M, HILL_S, DOWN_S = 0.062, 200.0, 72, 98
STRIDE_S, STRIDE_M, EASY_BETWEEN_M = 20, 92.0, 160.0
HALF_MARATHON_M = 21_097.5


@dataclass(frozen=True)
class Workout:
    """A kind of run with its legs, and what it is called."""

    kind: RunKind
    legs: tuple[Leg, ...]
    name: str


def quality_of(plan: WeekPlan, random: Random) -> Workout:
    """Return what the Tuesday of a week asks for."""
    if plan.turn is Turn.TIME_TRIAL:
        return _time_trial(plan, random)
    if plan.turn is not Turn.BUILD:
        return _strides(plan, random)
    return (_intervals, _tempo, _hills)[(plan.number + plan.number // 4) % 3](plan, random)


def race_of(plan: WeekPlan, random: Random) -> Workout:
    """Return the race on the Sunday of its week."""
    if plan.turn is Turn.HALF_MARATHON:
        seconds = round(HALF_MARATHON_M / 1000 * (HALF_MARATHON_PACE_S + random.uniform(-1, 2)))
        leg = Leg(seconds=seconds, metres=HALF_MARATHON_M, beats=171)
        return Workout(RunKind.RACE, (leg,), "Vale Half Marathon race")
    return Workout(RunKind.RACE, (over(10_040.0, RunKind.RACE, plan, random),), "Club 10 km race")


def _warm(plan: WeekPlan, random: Random, metres: float) -> Leg:
    return over(metres, RunKind.EASY, plan, random, meant="Resting")


def _intervals(plan: WeekPlan, random: Random) -> Workout:
    repetitions, metres = random.choice([(6, 800.0), (5, 1000.0), (7, 800.0)])
    legs = [_warm(plan, random, 2000.0)]
    for _ in range(repetitions):
        legs += [over(metres, RunKind.INTERVALS, plan, random), jogged(400.0, random)]
    legs[-1] = _warm(plan, random, 1600.0)
    return Workout(RunKind.INTERVALS, tuple(legs), f"{repetitions} x {metres:.0f} m")


def _tempo(plan: WeekPlan, random: Random) -> Workout:
    metres = 4000.0 + 500 * min(4, plan.number // 6)
    legs = (
        _warm(plan, random, 2200.0),
        over(metres, RunKind.TEMPO, plan, random),
        _warm(plan, random, 1700.0),
    )
    return Workout(RunKind.TEMPO, legs, f"Tempo {metres / 1000:g} km")


def _hills(plan: WeekPlan, random: Random) -> Workout:
    legs = [_warm(plan, random, 2600.0)]
    for _ in range(random.choice([7, 8, 8, 9])):
        seconds = HILL_S + random.randint(-3, 4) - round(4 * plan.fitness)
        legs.append(Leg(seconds=seconds, metres=HILL_M, beats=174, grade=HILL_GRADE))
        down_s = DOWN_S + random.randint(-6, 10)
        legs.append(Leg(seconds=down_s, metres=HILL_M, beats=142, grade=-HILL_GRADE, meant="Resting"))
    return Workout(RunKind.HILLS, (*legs, _warm(plan, random, 2400.0)), "Hill repeats")


def _strides(plan: WeekPlan, random: Random) -> Workout:
    legs = [over(5200.0, RunKind.STRIDES, plan, random, meant="Resting")]
    for _ in range(6):
        legs.append(Leg(seconds=STRIDE_S, metres=STRIDE_M + random.uniform(-4, 5), beats=156))
        legs.append(jogged(EASY_BETWEEN_M, random))
    return Workout(RunKind.STRIDES, tuple(legs), "Easy with strides")


def _time_trial(plan: WeekPlan, random: Random) -> Workout:
    legs = (
        _warm(plan, random, 2000.0),
        over(5000.0, RunKind.TIME_TRIAL, plan, random),
        _warm(plan, random, 1500.0),
    )
    return Workout(RunKind.TIME_TRIAL, legs, "5 km time trial")

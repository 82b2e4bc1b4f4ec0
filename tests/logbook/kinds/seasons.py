"""Seasons of labelled runs: what a plausible runner does in twelve weeks, as their watch recorded it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from logbook.kinds import Evidence
from tests.logbook.kinds.pieces import MADE_OF, Pieces, warm_up_alone
from tests.logbook.kinds.runners import Runner, runner
from tests.logbook.kinds.titling import Titles, title_for
from tests.logbook.kinds.watch import recorded
from workouts.vocabulary import RunKind

WEEKS = 12

SESSIONS = frozenset(
    {RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.RACE_PACE, RunKind.TIME_TRIAL, RunKind.STRIDES}
)
# The mark that an app offers for hard sessions of any kind.
MARKED_INTERVALS = frozenset({RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.RACE_PACE})


@dataclass(frozen=True)
class Labelled:
    """A run as recorded, and the kind its runner meant."""

    evidence: Evidence
    kind: RunKind


def season(seed: int, titles: Titles) -> list[Labelled]:
    """The runs of one runner in the order they were run."""
    random = Random(seed)
    athlete = runner(random)
    return [run for week in range(WEEKS) for run in _week(week, athlete, random, titles)]


def _week(week: int, athlete: Runner, random: Random, titles: Titles) -> Iterator[Labelled]:
    for kind in _plan(week, athlete, random):
        if kind in SESSIONS - {RunKind.STRIDES} and athlete.warms_up_apart:
            yield _labelled(RunKind.EASY, warm_up_alone(athlete, random), athlete, random, titles)
        yield _labelled(kind, MADE_OF[kind](athlete, random), athlete, random, titles)


def _plan(week: int, athlete: Runner, random: Random) -> list[RunKind]:
    """A week: a race now and then, else a long run, one or two hard sessions, the rest easy."""
    if week == WEEKS - 1 or random.random() < 0.12:
        weekend = RunKind.RACE
    else:
        weekend = RunKind.LONG if random.random() < 0.9 else RunKind.EASY
    hard = random.choices(
        (RunKind.TEMPO, RunKind.INTERVALS, RunKind.HILLS, RunKind.RACE_PACE, RunKind.TIME_TRIAL),
        weights=(30, 40, 15, 12, 6),
        k=2 if athlete.runs_a_week >= 5 else 1,
    )
    if athlete.is_beginner and random.random() < 0.5:
        hard = [RunKind.EASY]
    calm = random.choices(
        (RunKind.EASY, RunKind.RECOVERY, RunKind.STEADY, RunKind.STRIDES),
        weights=(65, 12, 12, 11),
        k=athlete.runs_a_week - 1 - len(hard),
    )
    days = hard + calm
    random.shuffle(days)
    return [*days, weekend]


def _labelled(kind: RunKind, pieces: Pieces, athlete: Runner, random: Random, titles: Titles) -> Labelled:
    ground = None
    if kind not in {RunKind.RACE, RunKind.HILLS, RunKind.TIME_TRIAL}:
        chance = random.random()
        if chance < athlete.treadmill:
            ground = "treadmill"
        elif chance > 1 - athlete.trail and kind in {RunKind.EASY, RunKind.LONG, RunKind.RECOVERY}:
            ground = "trail"
    laps_by_piece = kind in SESSIONS and (kind is not RunKind.STRIDES or random.random() < 0.5)
    evidence = recorded(
        pieces, athlete, random, sub_sport=ground, is_session=laps_by_piece or len(pieces) > 4
    )
    title = title_for(kind, evidence.distance_m, athlete, random, titles)
    flags = _flags(kind, athlete, random) | _flags_of_steps(evidence)
    return Labelled(replace(evidence, title=title, flags=flags), kind)


def _flags(kind: RunKind, athlete: Runner, random: Random) -> frozenset[str]:
    if not athlete.tags or random.random() < 0.3:
        return frozenset()
    marks = {RunKind.RACE: "race", RunKind.LONG: "long"} | dict.fromkeys(MARKED_INTERVALS, "intervals")
    return frozenset({marks[kind]}) if kind in marks else frozenset()


def _flags_of_steps(evidence: Evidence) -> frozenset[str]:
    """What a file says by its steps alone: running that goes on after a rest is intervals to it."""
    meant = [lap.intensity for lap in evidence.laps if lap.intensity not in {None, "warmup", "cooldown"}]
    rested = any(one == "recovery" and other != "recovery" for one, other in pairwise(meant))
    return frozenset({"intervals"} if rested else ())

"""What runners do in a run of each kind, piece by piece, from how training is commonly written down.

Easy running is a quarter to a third slower than threshold, recovery slower still; tempo is held at
threshold for 20 to 40 min, intervals are run a few per cent faster in pieces of half a minute to ten,
hills at the same effort uphill, marathon pace a few per cent below threshold.  Hard sessions have a
warm-up and a cool-down, in the same recording or in one of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from random import Random

from tests.logbook.kinds.runners import Runner
from workouts.vocabulary import RunKind

COURSES_M = (5_000.0, 5_000.0, 10_000.0, 10_000.0, 21_097.5, 21_097.5, 42_195.0, 15_000.0)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """
    So long at so hard an effort, as a share of threshold; on a gradient; meant as, in the words of FIT.

    course_m: where it ends if it is run over a course; duration_s is then about how long that takes.
    """

    duration_s: float
    effort: float
    gradient: float = 0.0
    meant: str = "active"
    course_m: float | None = None


Pieces = tuple[Piece, ...]


def recovery(runner: Runner, random: Random) -> Pieces:
    return (_easy(runner, random, random.uniform(0.5, 0.85), random.uniform(0.87, 0.96)),)


def easy(runner: Runner, random: Random) -> Pieces:
    if runner.walks:
        run = Piece(duration_s=random.choice((120, 180, 240)), effort=0.92)
        walk = Piece(duration_s=60, effort=0.55, meant="recovery")
        return (run, walk) * round(runner.usual_s / (run.duration_s + 60))
    return (_easy(runner, random, random.uniform(0.75, 1.3)),)


def strides(runner: Runner, random: Random) -> Pieces:
    fast = Piece(
        duration_s=random.choice((15, 20, 20, 25)), effort=random.uniform(1.28, 1.45), meant="interval"
    )
    back = Piece(duration_s=random.choice((45, 60, 90)), effort=random.uniform(0.5, 0.75), meant="recovery")
    before = _easy(runner, random, random.uniform(0.7, 1.05))
    after = _easy(runner, random, random.uniform(0.05, 0.2))
    return (before, *_repeated(fast, back, random.randint(4, 8)), after)


def steady(runner: Runner, random: Random) -> Pieces:
    body = Piece(duration_s=runner.usual_s * random.uniform(0.7, 1.1), effort=random.uniform(0.87, 0.92))
    return (_warm_up(runner, random, 5, 10), body) if random.random() < 0.5 else (body,)


def long(runner: Runner, random: Random) -> Pieces:
    body = _easy(runner, random, random.uniform(1.5, 2.3), random.uniform(0.95, 1.03))
    if runner.is_beginner or random.random() < 0.8:
        return (body,)
    last = Piece(duration_s=body.duration_s * 0.25, effort=random.uniform(0.88, 0.95))
    return (replace(body, duration_s=body.duration_s * 0.75), last)


def tempo(runner: Runner, random: Random) -> Pieces:
    effort = random.uniform(0.97, 1.02)
    if random.random() < 0.25:
        half = Piece(duration_s=60 * random.choice((12, 15, 20)), effort=effort)
        jog = Piece(duration_s=random.choice((120, 180)), effort=0.65, meant="recovery")
        return _framed(runner, random, (half, jog, half))
    return _framed(runner, random, (Piece(duration_s=60 * random.choice((20, 25, 30, 40)), effort=effort),))


def intervals(runner: Runner, random: Random) -> Pieces:
    rest_effort = random.choice((0.0, 0.3, 0.6, 0.68))
    style = random.choice(("even", "even", "even", "short", "cruise", "pyramid", "fartlek"))
    if style == "fartlek":
        sizes = [random.choice((45, 60, 90, 120, 180, 240)) for _ in range(random.randint(5, 9))]
        rests, rest_effort = [random.choice((60, 90, 120)) for _ in sizes], 0.76
    elif style == "pyramid":
        sizes, rests = [60, 120, 180, 240, 180, 120, 60], [90] * 7
    else:
        choices = {"even": (70, 90, 120, 180, 240, 300), "short": (30,), "cruise": (480, 600)}[style]
        size = random.choice(choices)
        count = {
            "even": random.randint(4, 10),
            "short": random.randint(12, 24),
            "cruise": random.randint(3, 5),
        }[style]
        rest = {"even": random.uniform(0.4, 1.0) * size + 20, "short": 30, "cruise": 75}[style]
        sizes, rests = [size] * count, [rest] * count
    pieces = [
        (
            Piece(duration_s=size, effort=1.14 - 0.025 * size / 60 if size < 330 else 1.0, meant="interval"),
            Piece(duration_s=rest, effort=rest_effort, meant="recovery"),
        )
        for size, rest in zip(sizes, rests, strict=True)
    ]
    return _framed(runner, random, tuple(chain.from_iterable(pieces))[:-1])


def hills(runner: Runner, random: Random) -> Pieces:
    gradient, up_s = random.uniform(0.05, 0.09), random.choice((30, 45, 60, 90, 120))
    up = Piece(duration_s=up_s, effort=random.uniform(1.05, 1.2), gradient=gradient, meant="interval")
    down = Piece(
        duration_s=up_s * random.uniform(1.2, 1.6) + 10, effort=0.62, gradient=-gradient, meant="recovery"
    )
    return _framed(runner, random, _repeated(up, down, random.randint(6, 12)))


def race_pace(runner: Runner, random: Random) -> Pieces:
    effort = random.uniform(0.90, 0.96)
    if random.random() < 0.3:
        piece = Piece(duration_s=60 * random.choice((12, 15)), effort=effort)
        return _framed(
            runner, random, _repeated(piece, Piece(duration_s=150, effort=0.65, meant="recovery"), 3)
        )
    return _framed(runner, random, (Piece(duration_s=60 * random.uniform(30, 70), effort=effort),))


def time_trial(runner: Runner, random: Random) -> Pieces:
    length_m = random.choice((1609.344, 3_000.0, 3_000.0, 5_000.0))
    piece = _all_out(runner, length_m)
    if random.random() < 0.3:
        piece = Piece(duration_s=random.choice((720, 1800)), effort=1.06 if random.random() < 0.5 else 1.02)
    return _framed(runner, random, (piece,)) if random.random() < 0.6 else (piece,)


def race(runner: Runner, random: Random) -> Pieces:
    length_m = random.choice(COURSES_M[:4] if runner.is_beginner else COURSES_M)
    piece = _all_out(runner, length_m)
    piece = replace(piece, effort=piece.effort * random.gauss(0.99, 0.015))
    return (_warm_up(runner, random, 10, 15), piece) if random.random() < 0.1 else (piece,)


MADE_OF: dict[RunKind, Callable[[Runner, Random], Pieces]] = {
    RunKind.RECOVERY: recovery,
    RunKind.EASY: easy,
    RunKind.STRIDES: strides,
    RunKind.STEADY: steady,
    RunKind.LONG: long,
    RunKind.TEMPO: tempo,
    RunKind.INTERVALS: intervals,
    RunKind.HILLS: hills,
    RunKind.RACE_PACE: race_pace,
    RunKind.TIME_TRIAL: time_trial,
    RunKind.RACE: race,
}


def warm_up_alone(runner: Runner, random: Random) -> Pieces:
    """The warm-up or cool-down of a session, recorded as a run of its own: easy."""
    return (replace(_warm_up(runner, random, 10, 18), meant="active"),)


def _easy(runner: Runner, random: Random, usuals: float, slower: float = 1.0) -> Piece:
    return Piece(
        duration_s=runner.usual_s * usuals, effort=runner.easy_share * slower * random.gauss(1, 0.025)
    )


def _all_out(runner: Runner, length_m: float) -> Piece:
    """A course at the best pace: threshold for an hour, and by Riegel's exponent elsewhere."""
    hour_m = runner.threshold_mps * 3600
    duration_s = 3600 * (length_m / hour_m) ** 1.06
    effort = length_m / duration_s / runner.threshold_mps
    return Piece(duration_s=duration_s, effort=effort, course_m=length_m)


def _framed(runner: Runner, random: Random, body: Pieces) -> Pieces:
    if runner.warms_up_apart:
        return body
    after = replace(_warm_up(runner, random, 5, 12), meant="cooldown")
    return (_warm_up(runner, random, 10, 18), *body, after)


def _warm_up(runner: Runner, random: Random, shortest: int, longest: int) -> Piece:
    effort = runner.easy_share * random.uniform(0.93, 1.0)
    return Piece(duration_s=60 * random.uniform(shortest, longest), effort=effort, meant="warmup")


def _repeated(work: Piece, rest: Piece, times: int) -> Pieces:
    return ((work, rest) * times)[:-1]

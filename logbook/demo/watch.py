"""What a watch would have recorded of one of the demo's runs: seconds, metres, beats, heights and places."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from logbook.demo.course import COMMON, DOWNS, FLAT, HILL, LANES, MILL, RIDGE, Course, Loop
from logbook.demo.story import Leg, RunStory, Source
from logbook.track.track import Place, Track
from workouts.vocabulary import RunKind

# A point every seven seconds, as watches do that save memory.
EVERY_S = 7
_RESTING, _FOLLOWS_S, _DRIFT_A_SECOND = 96.0, 28.0, 0.0012


@dataclass(frozen=True)
class Recorded:
    """The track, and where in it each leg begins."""

    track: Track
    starts: tuple[int, ...]


def recorded(run: RunStory) -> Recorded:
    """Return the track of a run; the same run has the same."""
    random = Random(f"{run.day} {run.name}")
    seconds, metres, along, heights = [0.0], [0.0], [0.0], [0.0]
    starts = []
    for leg in run.legs:
        starts.append(len(seconds) - 1)
        begins_s, begins_m, begins_along, begins_high = seconds[-1], metres[-1], along[-1], heights[-1]
        # Down the hill again is the way back.
        way = -1 if leg.grade < 0 else 1
        for after_s, share in _steps(leg, random):
            gone_m = share * leg.metres
            seconds.append(begins_s + after_s)
            metres.append(begins_m + gone_m)
            along.append(begins_along + way * gone_m)
            heights.append(begins_high + leg.grade * gone_m)
    beats = tuple(_beats(run, seconds, random))
    if run.source is Source.TREADMILL:
        nothing: tuple[None, ...] = (None,) * len(seconds)
        return Recorded(
            Track(seconds=seconds, metres=metres, beats=beats, altitudes_m=nothing, places=nothing),
            tuple(starts),
        )
    loop, laps = _loop(run, along[-1])
    shares = [(each / loop.length_m) % 1 if each < laps * loop.length_m else 1.0 for each in along]
    places: list[Place] = [loop.place(share) for share in shares]
    altitudes = [
        round(loop.height_m(share) + high + weather, 1)
        for share, high, weather in zip(shares, heights, _wander(random, 0.16), strict=False)
    ]
    track = Track(seconds=seconds, metres=metres, beats=beats, altitudes_m=altitudes, places=places)
    return Recorded(track, tuple(starts))


def _steps(leg: Leg, random: Random) -> Iterator[tuple[int, float]]:
    """Yield the seconds into a leg and the share of it that is run by then, at a pace that sways a little."""
    moments = [*range(EVERY_S, leg.seconds - EVERY_S // 2, EVERY_S), leg.seconds]
    sway, pieces, before = 0.0, [], 0
    for moment in moments:
        sway = 0.93 * sway + random.gauss(0, 0.012)
        pieces.append((moment - before) * (1 + sway))
        before = moment
    total, gone = sum(pieces), 0.0
    for moment, piece in zip(moments, pieces, strict=True):
        gone += piece
        yield moment, gone / total


def _beats(run: RunStory, seconds: list[float], random: Random) -> Iterator[int]:
    """Yield a heart rate for each moment: it follows the effort late, and drifts up on a long run."""
    beats, until, legs = _RESTING, 0.0, iter(run.legs)
    leg, before = run.legs[0], 0.0
    for moment, mood in zip(seconds, _wander(random, 0.9), strict=False):
        while moment > until:
            leg = next(legs)
            until += leg.seconds
        target = leg.beats + _DRIFT_A_SECOND * moment
        beats += (target - beats) * (1 - math.exp((before - moment) / _FOLLOWS_S)) + random.gauss(0, 0.4)
        before = moment
        yield round(beats + mood)


def _wander(random: Random, step: float) -> Iterator[float]:
    """Yield a small error that comes and goes, as of a barometer, or of a heart on an ordinary road."""
    error = 0.0
    while True:
        yield error
        error = 0.97 * error + random.gauss(0, step)


def _loop(run: RunStory, along_m: float) -> tuple[Loop, int]:
    """Return the loop, stretched so that the last round ends where the first began, and the rounds."""
    course = _course(run, along_m)
    laps = max(1, round(along_m / course.metres))
    return course.of_length(along_m / laps), laps


def _course(run: RunStory, along_m: float) -> Course:
    if run.kind is RunKind.HILLS:
        return HILL
    if run.kind in (RunKind.INTERVALS, RunKind.TIME_TRIAL):
        return FLAT
    # One week this way, the next week the other.
    one_way = run.day.isocalendar().week % 2 == 0
    if along_m > 11_000:
        return RIDGE if one_way else DOWNS
    if along_m > 7_000 or run.kind is RunKind.RACE:
        return LANES
    return COMMON if run.day.weekday() % 2 == one_way else MILL

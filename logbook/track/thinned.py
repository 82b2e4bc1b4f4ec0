"""The course of a run thinned to what the eye can see: a mean for each of at most 240 steps.

Formula   steps of equal distance or, where less than 100 m are known, of equal time; the pace of a step
          is its time without pauses over its metres, a heart rate or a height the mean over its time.
Units     seconds a kilometre, beats a minute, metres above the sea.
Limits    a step in which nothing was recorded is None and drawn as a blank.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from logbook.track.course import Course, by_distance, by_time, means, reading
from logbook.track.track import Track

MOST_STEPS = 240
# Shorter, a step shows the jitter of the satellites rather than the run.
LEAST_STEP_M, LEAST_STEP_S = 50.0, 10.0
LEAST_WAY_M = 100.0


@dataclass(frozen=True, kw_only=True)
class Series:
    """One value for each step, None where nothing was recorded, and what the whole of it comes to."""

    steps: tuple[float | None, ...]
    mean: float
    lowest: float
    highest: float


@dataclass(frozen=True, kw_only=True)
class Thinned:
    """
    The series of a run over one axis; a series without a value is None.

    length: what all steps together stand for, in metres or, where `by_time`, in seconds.
    pace_s_per_km: the lowest is the fastest step.
    beats, altitude_m: the lowest and the highest are those that were recorded.
    """

    by_time: bool
    length: float
    pace_s_per_km: Series | None
    beats: Series | None
    altitude_m: Series | None


def thinned(*, track: Track) -> Thinned | None:
    """Return the series of a run, or None where it has neither a way nor a time."""
    course = by_distance(track)
    if course is None or course.length < LEAST_WAY_M:
        course = by_time(track)
    if course is None:
        return None
    least = LEAST_STEP_S if course.by_time else LEAST_STEP_M
    count = max(1, min(MOST_STEPS, int(course.length / least)))
    edges = course.positions(course.length / count, count)
    return Thinned(
        by_time=course.by_time,
        length=course.length,
        pace_s_per_km=None if course.by_time else _pace(course, edges),
        beats=_series(course, course.beats, edges),
        altitude_m=_series(course, course.altitudes_m, edges),
    )


def _pace(course: Course, edges: Sequence[float]) -> Series | None:
    # Any column that is known throughout tells where something was recorded.
    recorded = means(course, course.along)
    step_km = course.length / 1000 / (len(edges) - 1)
    paces = [
        None
        if recorded.between(start, end) is None
        else (reading(course.ran_s, end) - reading(course.ran_s, start)) / step_km
        for start, end in pairwise(edges)
    ]
    known = [pace for pace in paces if pace is not None]
    if not known:
        return None
    return Series(
        steps=tuple(paces),
        mean=course.ran_s[-1] / (course.length / 1000),
        lowest=min(known),
        highest=max(known),
    )


def _series(course: Course, column: Sequence[float | None], edges: Sequence[float]) -> Series | None:
    sums = means(course, column)
    steps = tuple(sums.between(start, end) for start, end in pairwise(edges))
    mean = sums.between(edges[0], edges[-1])
    if mean is None or not any(step is not None for step in steps):
        return None
    known = [value for value in column if value is not None]
    return Series(
        steps=steps,
        mean=mean,
        lowest=min(known),
        highest=max(known),
    )

"""The fastest kilometre, mile, 5 km, 10 km and half marathon inside a run.

Formula   of all stretches so long, the one that took least from its start to its end.  Between two points
          the way is taken as even, so the best begins or ends at a point: each is tried as either.
Units     seconds on the clock, pauses included, since a rest makes the next kilometre easier; metres from
          the first point that says a distance.
Source    a choice of our own.
Limits    a run that stops a metre short has no effort over that distance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.track.course import by_distance
from logbook.track.track import Track
from workouts.units import METRES_PER_MILE

DISTANCES_M = (
    ("1 km", 1000.0),
    ("1 mile", METRES_PER_MILE),
    ("5 km", 5000.0),
    ("10 km", 10_000.0),
    ("Half marathon", 21_097.5),
)


@dataclass(frozen=True, kw_only=True)
class BestEffort:
    """The fastest stretch of one length: what it is called, how long it took and where it begins."""

    name: str
    distance_m: float
    duration_s: float
    starts_m: float


def best_efforts(*, track: Track) -> tuple[BestEffort, ...]:
    """Return the best effort over each distance that the run is long enough for, the shortest first."""
    course = by_distance(track)
    if course is None:
        return ()
    efforts = []
    for name, distance_m in DISTANCES_M:
        if distance_m <= course.length:
            duration_s, starts_m = _fastest(course.along, course.seconds, distance_m)
            efforts.append(
                BestEffort(name=name, distance_m=distance_m, duration_s=duration_s, starts_m=starts_m)
            )
    return tuple(efforts)


def _fastest(metres: Sequence[float], seconds: Sequence[float], length_m: float) -> tuple[float, float]:
    """Return the least seconds that the length took, and where that stretch starts."""
    return min(_from_points(metres, seconds, length_m), _to_points(metres, seconds, length_m))


def _from_points(metres: Sequence[float], seconds: Sequence[float], length_m: float) -> tuple[float, float]:
    """Try each point as the start; the end follows it along, once through the run."""
    best_s, starts_m = seconds[-1] - seconds[0], 0.0
    end = 0
    for start_m, start_s in zip(metres, seconds, strict=True):
        goal_m = start_m + length_m
        if goal_m > metres[-1]:
            break
        while metres[end] < goal_m:
            end += 1
        if seconds[end - 1] - start_s >= best_s:
            continue
        share = (metres[end] - goal_m) / (metres[end] - metres[end - 1])
        took_s = seconds[end] - share * (seconds[end] - seconds[end - 1]) - start_s
        if took_s < best_s:
            best_s, starts_m = took_s, start_m
    return best_s, starts_m


def _to_points(metres: Sequence[float], seconds: Sequence[float], length_m: float) -> tuple[float, float]:
    """Try each point as the end; the start follows it along, once through the run."""
    best_s, starts_m = seconds[-1] - seconds[0], 0.0
    start = 0
    for end_m, end_s in zip(metres, seconds, strict=True):
        goal_m = end_m - length_m
        if goal_m < 0:
            continue
        while metres[start + 1] <= goal_m:
            start += 1
        if end_s - seconds[start + 1] >= best_s:
            continue
        share = (goal_m - metres[start]) / (metres[start + 1] - metres[start])
        took_s = end_s - seconds[start] - share * (seconds[start + 1] - seconds[start])
        if took_s < best_s:
            best_s, starts_m = took_s, goal_m
    return best_s, starts_m

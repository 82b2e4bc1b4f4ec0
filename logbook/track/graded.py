"""Graded pace: how fast the same effort would have been on level ground.

Meaning   uphill costs more per metre and downhill less; this is the pace with that taken out.
Formula   C(i) = 155.4 i⁵ − 30.4 i⁴ − 43.3 i³ + 46.3 i² + 19.5 i + 3.6 is the energy one metre takes;
          factor = C(i) ÷ 3.6; graded seconds = seconds ÷ factor, cell by cell of 10 m.
Units     i is rise ÷ run as a decimal, held to −0.45 to +0.45; C in joules a kilogram and metre.
Source    Minetti 2002, J Appl Physiol 93:1039.
Limits    measured in ten runners on a treadmill; generous downhill, since braking is not in it; knows
          nothing of wind, mud or heat; only as good as the heights, which are smoothed over 50 m first.
          Unknown where less than nine tenths of the way has a height.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from logbook.track.course import Course, by_distance, reading
from logbook.track.heights import Heights, heights
from logbook.track.track import Track

STEEPEST = 0.45
LEVEL_COST = 3.6

# A tunnel may hide the height of a tenth; the rest then speaks for it.
LEAST_KNOWN = 0.9


def cost_j_per_kg_m(grade: float) -> float:
    """Return the energy that running one metre takes a kilogram at a grade, 0.1 being 10 m up in 100 m."""
    i = max(-STEEPEST, min(STEEPEST, grade))
    return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + LEVEL_COST


def factor(grade: float) -> float:
    """Return how many times the energy of level running a grade takes."""
    return cost_j_per_kg_m(grade) / LEVEL_COST


def graded_pace_s_per_km(*, track: Track) -> float | None:
    """Return the graded pace of a whole run, pauses left out; None without distances or altitudes."""
    course = by_distance(track)
    ground = None if course is None else heights(course)
    if course is None or ground is None:
        return None
    graded_s = graded(course, ground).between(0.0, course.length)
    return None if graded_s is None else graded_s / course.length * 1000


@dataclass(frozen=True)
class Graded:
    """Graded seconds, and the metres that have them, summed over cells of equal length."""

    _cell_m: float
    _graded_s: Sequence[float]
    _known_m: Sequence[float]

    def between(self, start_m: float, end_m: float) -> float | None:
        """Return the seconds a stretch would have taken on the level; None where its height is unknown."""
        start, end = (min(m / self._cell_m, len(self._known_m) - 1.0) for m in (start_m, end_m))
        known_m = reading(self._known_m, end) - reading(self._known_m, start)
        if known_m < LEAST_KNOWN * (end_m - start_m) or known_m <= 0:
            return None
        return (reading(self._graded_s, end) - reading(self._graded_s, start)) * (end_m - start_m) / known_m


def graded(course: Course, ground: Heights) -> Graded:
    """Sum up the graded seconds of a course by distance."""
    cells = len(ground.edges_m) - 1
    edges = course.positions(ground.cell_m, cells)
    clock_s = [reading(course.ran_s, edge) for edge in edges]
    graded_s, known_m = [0.0], [0.0]
    for (before_s, after_s), (before_m, after_m) in zip(
        pairwise(clock_s), pairwise(ground.edges_m), strict=True
    ):
        if before_m is None or after_m is None:
            graded_s.append(0.0)
            known_m.append(0.0)
        else:
            graded_s.append((after_s - before_s) / factor((after_m - before_m) / ground.cell_m))
            known_m.append(ground.cell_m)
    return Graded(ground.cell_m, list(accumulate(graded_s)), list(accumulate(known_m)))

"""The ground under a run: its height every ten metres, smoothed.

Meaning   the height of the ground along the way, without the jitter of barometer and satellite.
Formula   heights in a straight line between the points that say one, read every 10 m or nearly so; each
          then the mean of itself and two neighbours to either side, a window of 50 m.  Near an end, where
          one side has fewer neighbours, the other gives up as many, so that a slope keeps its grade.
Units     metres above the sea, metres along the way.
Source    windows of 30 to 50 m are what the users of Minetti's formula smooth over.
Limits    unknown across a stretch of more than 50 m whose points say no height; a kerb, a bridge or a
          spike of less than 50 m is flattened.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from logbook.track.course import Course

CELL_M = 10.0
REACH = 2
WINDOW_M = CELL_M * (2 * REACH + 1)


@dataclass(frozen=True)
class Heights:
    """The smoothed height at the edges of cells of equal length; None is unknown."""

    cell_m: float
    edges_m: Sequence[float | None]

    def at(self, along_m: float) -> float | None:
        """Return the height so far along the way."""
        cell = along_m / self.cell_m
        index = min(int(cell), len(self.edges_m) - 2)
        before, after = self.edges_m[index], self.edges_m[index + 1]
        return None if before is None or after is None else before + (after - before) * (cell - index)


def heights(course: Course) -> Heights | None:
    """Return the heights along a course by distance; None if no point says one."""
    known = [index for index, height in enumerate(course.altitudes_m) if height is not None]
    if not known:
        return None
    cells = max(1, round(course.length / CELL_M))
    cell_m = course.length / cells
    raw = _read(course, known, [number * cell_m for number in range(cells + 1)])
    return Heights(cell_m, [_smooth(raw, index) for index in range(len(raw))])


def _read(course: Course, known: list[int], places: list[float]) -> list[float | None]:
    """Return the unsmoothed height at each place along the way."""
    along = [course.along[index] for index in known]
    altitudes = [height for height in course.altitudes_m if height is not None]
    raw: list[float | None] = []
    for place in places:
        after = bisect_left(along, place)
        if after < len(along) and along[after] == place:
            raw.append(altitudes[after])
        elif after in (0, len(along)):
            # Before the first or after the last: near enough within half a window.
            nearest = min(after, len(along) - 1)
            near = abs(along[nearest] - place) <= WINDOW_M / 2
            raw.append(altitudes[nearest] if near else None)
        else:
            before = after - 1
            reach_m = along[after] - along[before]
            neighbours = known[after] - known[before] == 1
            share = (place - along[before]) / reach_m
            height = altitudes[before] + (altitudes[after] - altitudes[before]) * share
            raw.append(height if neighbours or reach_m <= WINDOW_M else None)
    return raw


def _smooth(raw: list[float | None], index: int) -> float | None:
    """Return the mean of the widest window around one height in which all are known."""
    for reach in range(min(REACH, index), -1, -1):
        window = [height for height in raw[index - reach : index + reach + 1] if height is not None]
        if len(window) == 2 * reach + 1:
            return sum(window) / len(window)
    return None

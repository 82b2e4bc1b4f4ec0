"""Lines with fewer points that look the same (Douglas and Peucker 1973, the worst place first)."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import hypot

from logbook.charts.svg_path import Point


def simplified(stretches: Sequence[Sequence[Point]], *, most: int, finest: float) -> list[list[Point]]:
    """
    Return the stretches with `most` points in all, or fewer where no point is off by `finest` any more.

    Each keeps its two ends.  Of more than half as many stretches as points may be, the shorter ones go.
    """
    if len(stretches) * 2 > most:
        stretches = sorted(stretches, key=len)[-(most // 2) :]
    kept = [{0, len(points) - 1} for points in stretches]
    left = most - 2 * len(stretches)
    # Always mend the place that is farthest off, whichever stretch it is in, until the points are used up.
    waiting = [_worst(points, number, 0, len(points) - 1) for number, points in enumerate(stretches)]
    heapify(waiting)
    while waiting and left > 0:
        missed, number, first, middle, last = heappop(waiting)
        if -missed < finest:
            break
        kept[number].add(middle)
        left -= 1
        for start, end in ((first, middle), (middle, last)):
            if end - start > 1:
                heappush(waiting, _worst(stretches[number], number, start, end))
    return [[points[index] for index in sorted(some)] for points, some in zip(stretches, kept, strict=True)]


def _worst(points: Sequence[Point], number: int, first: int, last: int) -> tuple[float, int, int, int, int]:
    """Return which point between two is farthest from the line that joins them, to be sorted."""
    (x, y), (end_x, end_y) = points[first], points[last]
    along_x, along_y = end_x - x, end_y - y
    length = hypot(along_x, along_y)
    between = points[first + 1 : last]
    if not between:
        return 0.0, number, first, first, last
    if length == 0:
        distances = [hypot(px - x, py - y) for px, py in between]
    else:
        # Beyond either end of the line, as at the turn of a way there and back, the end is what is near.
        distances = [_distance(px - x, py - y, along_x, along_y, length) for px, py in between]
    worst = max(distances)
    return -worst, number, first, first + 1 + distances.index(worst), last


def _distance(x: float, y: float, along_x: float, along_y: float, length: float) -> float:
    share = (x * along_x + y * along_y) / (length * length)
    if share <= 0:
        return hypot(x, y)
    if share >= 1:
        return hypot(x - along_x, y - along_y)
    return abs(x * along_y - y * along_x) / length

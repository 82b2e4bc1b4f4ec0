"""Lines with fewer points that look the same (Douglas and Peucker 1973, the worst place first)."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from math import hypot

from logbook.charts.svg_path import Point

# Each point that is kept may cost a look at all that were read; so many and more lie closer together
# than the eye can see.
MOST_READ = 5_000


def simplified(stretches: Sequence[Sequence[Point]], *, most: int, finest: float) -> list[list[Point]]:
    """
    Return the stretches with `most` points in all, or fewer where no point is off by `finest` any more.

    Each keeps its two ends.  Of more than half as many stretches as points may be, the shorter ones go.
    Of very many points in all, only one in so many is read, beside those ends.
    """
    if len(stretches) * 2 > most:
        stretches = sorted(stretches, key=len)[-(most // 2) :]
    stride = 1 + sum(map(len, stretches)) // MOST_READ
    stretches = [[*points[:-1:stride], points[-1]] for points in stretches]
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
    length = hypot(end_x - x, end_y - y)
    # One long along the line; of no length where both ends are one place.
    unit_x, unit_y = ((end_x - x) / length, (end_y - y) / length) if length else (0.0, 0.0)
    between = points[first + 1 : last]
    if not between:
        return 0.0, number, first, first, last
    # Beyond either end of the line, as at the turn of a way there and back, the end is what is near.
    # Written out, since this is asked of a million points in the worst case.
    distances = [
        abs((py - y) * unit_x - (px - x) * unit_y)
        if 0 < (along := (px - x) * unit_x + (py - y) * unit_y) < length
        else hypot(px - x, py - y)
        if along <= 0
        else hypot(px - end_x, py - end_y)
        for px, py in between
    ]
    worst = max(distances)
    return -worst, number, first, first + 1 + distances.index(worst), last

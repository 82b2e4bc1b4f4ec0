"""The way of a run as a line, north up, with its start and a scale bar; there is no map below it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, dist, radians

from logbook.charts.simplified import simplified
from logbook.charts.svg_path import Point, line
from logbook.track.track import Place, Track
from workouts.units import DistanceUnit, decimal_text

# The box, and what stays free around the line for the dot at its start.
WIDTH, HEIGHT, MARGIN = 400, 300, 12

# A degree of latitude on a sphere with the earth's mean radius (IUGG).
METRES_PER_DEGREE = 111_195.08

# Within so few metres it is one place, seen by jittery satellites, and no way.
LEAST_EXTENT_M = 20.0

MOST_POINTS = 300
# A detail finer than this cannot be seen, nor a gap as narrow as that.
FINEST, NARROWEST_GAP = 0.4, 4.0

# The scale bar stands below the box, so far from its left and so far down.
BOX_HEIGHT, BAR_X, BAR_Y = 330, 12, 318
# It is the longest round length within so much of the width.
LONGEST_BAR = 100
_BARS = tuple(round(n * 10.0**power, 2) for power in range(3, -3, -1) for n in (5, 2, 1))
LABEL_GAP = 12


@dataclass(frozen=True, kw_only=True)
class RouteStart:
    """
    The dot at the start, in percent of the box and of the bar below it.

    anchor, label_dx: on which side its label stands so as to stay inside, and how many pixels away.
    """

    left: float
    top: float
    anchor: str
    label_dx: int


@dataclass(frozen=True, kw_only=True)
class ScaleBar:
    """A length on the ground: where it ends in the box, also in percent of its width, and what it says."""

    length: float
    ends_x: float
    end_percent: float
    label: str


@dataclass(frozen=True, kw_only=True)
class RouteLine:
    """
    A route for a viewBox of 400 × 330, the last 30 of it for the scale bar.

    path: an SVG path of at most 300 points, open where a gap would be seen.
    width_m: what the width of the box stands for on the ground.
    """

    path: str
    start: RouteStart
    width_m: float
    scale_bar: ScaleBar


def route_line(*, track: Track, unit: DistanceUnit = DistanceUnit.KM) -> RouteLine | None:
    """Return the route of a track, or None where its places lie less than 20 m apart or all alone."""
    told = [index for index, place in enumerate(track.places) if place is not None]
    points = _on_the_plane([place for place in track.places if place is not None])
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if not points or max(max(xs) - min(xs), max(ys) - min(ys)) < LEAST_EXTENT_M:
        return None
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    wide = (WIDTH - 2 * MARGIN) / max(right - left, LEAST_EXTENT_M)
    high = (HEIGHT - 2 * MARGIN) / max(bottom - top, LEAST_EXTENT_M)
    scale = min(wide, high)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    fitted = [(WIDTH / 2 + (x - middle_x) * scale, HEIGHT / 2 + (y - middle_y) * scale) for x, y in points]
    drawn = _stretches(fitted, sorted({bisect_left(told, index) for index in track.resumes}))
    if not drawn:
        return None
    return RouteLine(
        path=line(simplified(drawn, most=MOST_POINTS, finest=FINEST)),
        start=_start(*fitted[0]),
        width_m=WIDTH / scale,
        scale_bar=_scale_bar(scale, unit),
    )


def _on_the_plane(places: Sequence[Place]) -> list[Point]:
    """
    Return places in metres east and south of the first (equirectangular projection).

    True to length in the middle of their latitudes, which is all a run needs.
    """
    if not places:
        return []
    first_north, first_east = places[0]
    norths = [north for north, _ in places]
    narrower = cos(radians((min(norths) + max(norths)) / 2))
    return [
        # From the first place the short way round, also where that crosses 180°.
        (
            ((east - first_east + 180) % 360 - 180) * narrower * METRES_PER_DEGREE,
            (first_north - north) * METRES_PER_DEGREE,
        )
        for north, east in places
    ]


def _stretches(points: list[Point], resumes: list[int]) -> list[list[Point]]:
    """Cut the line where a gap would be seen, unlike after a pause on the spot; one point is no line."""
    cuts = [
        index
        for index in resumes
        if 0 < index < len(points) and dist(points[index - 1], points[index]) >= NARROWEST_GAP
    ]
    return [points[first:stop] for first, stop in pairwise([0, *cuts, len(points)]) if stop - first > 1]


def _start(x: float, y: float) -> RouteStart:
    on_the_right = x > WIDTH / 2
    return RouteStart(
        left=round(x / WIDTH * 100, 2),
        top=round(y / BOX_HEIGHT * 100, 2),
        anchor="end" if on_the_right else "start",
        label_dx=-LABEL_GAP if on_the_right else LABEL_GAP,
    )


def _scale_bar(scale: float, unit: DistanceUnit) -> ScaleBar:
    per_unit = unit.metres * scale
    length = next((length for length in _BARS if length * per_unit <= LONGEST_BAR), _BARS[-1])
    ends_x = BAR_X + length * per_unit
    return ScaleBar(
        length=round(length * per_unit, 1),
        ends_x=round(ends_x, 1),
        end_percent=round(ends_x / WIDTH * 100, 2),
        label=_length_text(length, unit),
    )


def _length_text(length: float, unit: DistanceUnit) -> str:
    """Return "2 km", "200 m" for less than a kilometre, or "0.2 mi"."""
    if unit is DistanceUnit.KM and length < 1:
        return f"{decimal_text(length * unit.metres)} m"
    return f"{decimal_text(length)} {unit}"

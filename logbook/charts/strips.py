"""Pace, heart rate and height of a run as three strips over one axis, from start to end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from logbook.charts.svg_path import Point, area, line
from logbook.charts.ticks import Tick, distance_ticks, time_ticks
from logbook.track.thinned import Series, thinned
from logbook.track.track import Track
from workouts.units import DistanceUnit

# Each strip's box; it is stretched to the width of the page. y = 60 is the ground.
WIDTH, HEIGHT = 1000, 60
# Kept free above and below, so that a stroke is never cut; a height stands on the ground.
MARGIN = 4

# One stop for water must not flatten the pace of an hour: beyond the 2nd and the 98th percentile, which is
# at least one step at either end of ten or more, pace is drawn at the edge.
CUT, LEAST_TO_CUT = 0.02, 10

# An even run is drawn even: a strip is never taller than this many units of what it shows.
LEAST_PACE_S_PER_KM, LEAST_BEATS, LEAST_HEIGHT_M = 30.0, 20.0, 20.0


@dataclass(frozen=True, kw_only=True)
class Strip:
    """
    One strip for a viewBox of 1000 × 60.

    line: an SVG path, blank where nothing was recorded.
    area: the same closed down to the ground, for heights; "" for others.
    lowest, highest, mean: for the words beside it, in the unit of the series.
    """

    line: str
    area: str
    lowest: float
    highest: float
    mean: float


@dataclass(frozen=True, kw_only=True)
class Strips:
    """
    The strips of a run, a strip without data being None.

    by_time: whether the axis is time, for want of distances.
    ticks: where whole kilometres, miles or minutes lie on the axis.
    pace: seconds a kilometre; up is faster, `lowest` is the fastest that is drawn and `highest` the slowest.
    beats: a minute.
    altitude: metres above the sea.
    """

    by_time: bool
    ticks: tuple[Tick, ...]
    pace: Strip | None
    beats: Strip | None
    altitude: Strip | None


def run_strips(*, track: Track, unit: DistanceUnit = DistanceUnit.KM) -> Strips | None:
    """Return the strips of a run; None where the track shows neither pace, heart rate nor height."""
    series = thinned(track=track)
    if series is None:
        return None
    pace, beats, altitude = series.pace_s_per_km, series.beats, series.altitude_m
    if pace is None and beats is None and altitude is None:
        return None
    ticks = time_ticks(series.length) if series.by_time else distance_ticks(series.length, unit)
    return Strips(
        by_time=series.by_time,
        ticks=ticks,
        pace=None if pace is None else _pace(pace),
        beats=None if beats is None else _strip(beats, least=LEAST_BEATS),
        altitude=None if altitude is None else _strip(altitude, least=LEAST_HEIGHT_M, stands=True),
    )


def _pace(series: Series) -> Strip:
    """Return the strip upside down, its slowest and fastest steps cut off at the edge."""
    known = sorted(step for step in series.steps if step is not None)
    cut = ceil(len(known) * CUT) if len(known) >= LEAST_TO_CUT else 0
    fastest, slowest = known[cut], known[-1 - cut]
    steps = [None if step is None else -min(max(step, fastest), slowest) for step in series.steps]
    return Strip(
        line=line(_stretches(steps, LEAST_PACE_S_PER_KM)),
        area="",
        lowest=fastest,
        highest=slowest,
        mean=series.mean,
    )


def _strip(series: Series, *, least: float, stands: bool = False) -> Strip:
    stretches = _stretches(series.steps, least)
    return Strip(
        line=line(stretches),
        area=area(stretches, ground=HEIGHT) if stands else "",
        lowest=series.lowest,
        highest=series.highest,
        mean=series.mean,
    )


def _stretches(steps: Sequence[float | None], least: float) -> list[list[Point]]:
    """Return the points between gaps, fitted into the box, each stretch as wide as its steps are."""
    known = [step for step in steps if step is not None]
    low, high = min(known), max(known)
    missing = max(0.0, least - (high - low)) / 2
    low, high = low - missing, high + missing
    scale = (HEIGHT - 2 * MARGIN) / (high - low)
    width = WIDTH / len(steps)

    stretches = []
    for is_known, run in groupby(enumerate(steps), key=lambda step: step[1] is not None):
        if is_known:
            points = [
                ((index + 0.5) * width, HEIGHT - MARGIN - (step - low) * scale)
                for index, step in run
                if step is not None
            ]
            (first_x, first_y), (last_x, last_y) = points[0], points[-1]
            stretches.append([(first_x - width / 2, first_y), *points, (last_x + width / 2, last_y)])
    return stretches

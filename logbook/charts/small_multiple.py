"""One thing over the same weeks, small: bars on the ground or a line, the last of them marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.charts.week_bars import TICK, Block

# The box; it is stretched to its column.  y = 60 is the ground.
WIDTH, HEIGHT = 240, 60
# What of a week's column its bar fills.
BAR_SHARE = 0.74
# Room for a dot at either end and above.
MARGIN = 4


@dataclass(frozen=True)
class SmallBars:
    """A bar for each week of which something is known, of the kind "past" or, the last, "now"."""

    bars: tuple[Block, ...]


@dataclass(frozen=True)
class SmallLine:
    """
    A line through the weeks of which something is known, broken where nothing is.

    path, dots: SVG paths; a dot is a line of no length, so that it stays round however it is stretched.
    `dots` are the weeks that stand alone, and the last week where it is known.
    """

    path: str
    dots: str


def small_bars(values: Sequence[float | None], *, most: float | None = None) -> SmallBars:
    """
    Draw one bar a value, the oldest first; None is blank and 0 is a tick on the ground.

    most: what fills the box; the largest value where nothing is said.
    """
    scale = HEIGHT / (most or max((value for value in values if value is not None), default=0) or 1)
    column = WIDTH / max(len(values), 1)
    bars = []
    for nth, value in enumerate(values):
        if value is None:
            continue
        height = round(min(max(value * scale, TICK), HEIGHT), 1)
        x, top = round((nth + (1 - BAR_SHARE) / 2) * column, 1), round(HEIGHT - height, 1)
        kind = "now" if nth == len(values) - 1 else "past"
        bars.append(Block(kind, x=x, y=top, width=round(BAR_SHARE * column, 1), height=height))
    return SmallBars(tuple(bars))


def small_line(values: Sequence[float | None], *, most: float) -> SmallLine:
    """Draw a line through the values, the oldest first, `most` at the top of the box; None is a gap."""
    column = WIDTH / max(len(values), 1)
    points = [
        None if value is None else (round((nth + 0.5) * column, 1), _height(value, most))
        for nth, value in enumerate(values)
    ]
    path, dots, last = [], [], len(points) - 1
    for nth, point in enumerate(points):
        if point is None:
            continue
        before = points[nth - 1] if nth else None
        after = points[nth + 1] if nth < last else None
        path.append(f"{'L' if before else 'M'}{point[0]} {point[1]}")
        if nth == last or not (before or after):
            dots.append(f"M{point[0]} {point[1]}h0")
    return SmallLine("".join(path), "".join(dots))


def _height(value: float, most: float) -> float:
    return round(HEIGHT - MARGIN - min(value / most, 1) * (HEIGHT - 2 * MARGIN), 1)

"""The load of each week as a bar, runs below, strength on top, with the mean of the weeks before."""

from collections.abc import Sequence
from dataclasses import dataclass

from logbook.charts.week_bars import Block
from workouts.units import grouped

# The box; it is stretched to the width of the page.  y = 200 is the ground.
WIDTH, HEIGHT = 1200, 200
# What of a week's column its bar fills.
BAR_SHARE = 0.62
# Room above the highest bar for its number.
HEADROOM = 22
GAP = 2
MOST_LINES = 4
_STEPS = tuple(float(n * 10**power) for power in range(5) for n in (1, 2, 5))


@dataclass(frozen=True, kw_only=True)
class WeekLoad:
    """A week's load in AU, None where nothing is known; `mean` is that of the four weeks before."""

    label: str
    run: float | None
    strength: float | None
    mean: float | None

    @property
    def total(self) -> float:
        return (self.run or 0) + (self.strength or 0)


@dataclass(frozen=True, kw_only=True)
class LoadBar:
    """One week: its blocks, its middle in percent of the width, and what stands below it."""

    blocks: tuple[Block, ...]
    percent: float
    label: str


@dataclass(frozen=True)
class Line:
    """A line across at a round load: where, and what it is called."""

    y: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Mark:
    """The number over a bar: its baseline, and its middle in percent of the width."""

    y: float
    percent: float
    text: str


@dataclass(frozen=True, kw_only=True)
class LoadBars:
    """
    Weeks in a box of 1200 × 200, the oldest first.

    mean: the steps of the mean as an SVG path, "" where no week has one.
    marks: the number over the newest bar, and over the highest where the two do not touch.
    """

    bars: tuple[LoadBar, ...]
    lines: tuple[Line, ...]
    mean: str
    marks: tuple[Mark, ...]


def load_bars(weeks: Sequence[WeekLoad]) -> LoadBars | None:
    """Draw the weeks; None where no load is known at all."""
    most = max((max(week.total, week.mean or 0) for week in weeks), default=0.0)
    if not most:
        return None
    scale = (HEIGHT - HEADROOM) / max(most, 1)
    column = WIDTH / len(weeks)
    tallest, newest = max(range(len(weeks)), key=lambda nth: weeks[nth].total), len(weeks) - 1
    marked = [tallest] if newest - tallest > 1 or not weeks[newest].total else []
    return LoadBars(
        bars=tuple(
            LoadBar(
                blocks=_blocks(week, (nth + (1 - BAR_SHARE) / 2) * column, BAR_SHARE * column, scale),
                percent=_percent(nth, len(weeks)),
                label=week.label,
            )
            for nth, week in enumerate(weeks)
        ),
        lines=_lines(most, scale),
        mean=_mean(weeks, column, scale),
        marks=tuple(
            Mark(
                y=round(HEIGHT - weeks[nth].total * scale - 6, 1),
                percent=_percent(nth, len(weeks)),
                text=grouped(weeks[nth].total),
            )
            for nth in [*marked, *([newest] if weeks[newest].total else [])]
        ),
    )


def _percent(nth: int, count: int) -> float:
    return round(100 * (nth + 0.5) / count, 2)


def _blocks(week: WeekLoad, x: float, width: float, scale: float) -> tuple[Block, ...]:
    blocks: list[Block] = []
    ground: float = HEIGHT
    for kind, load in (("run", week.run), ("strength", week.strength)):
        if load is None:
            continue
        height = max(load * scale - (GAP if blocks else 0), 1.0)
        top = round(ground - height, 1)
        blocks.append(Block(kind, x=round(x, 1), y=top, width=round(width, 1), height=round(height, 1)))
        ground -= height + GAP
    return tuple(blocks)


def _lines(most: float, scale: float) -> tuple[Line, ...]:
    step = next((step for step in _STEPS if most / step <= MOST_LINES), _STEPS[-1])
    return tuple(
        Line(round(HEIGHT - number * step * scale, 1), grouped(number * step))
        for number in range(1, int(most / step) + 1)
    )


def _mean(weeks: Sequence[WeekLoad], column: float, scale: float) -> str:
    """Steps over the columns of the weeks that have a mean; a gap where one has none."""
    path, drawing = [], False
    for nth, week in enumerate(weeks):
        if week.mean is None:
            drawing = False
            continue
        y = round(HEIGHT - week.mean * scale, 1)
        path.append(f"V{y}" if drawing else f"M{round(nth * column, 1)} {y}")
        path.append(f"H{round((nth + 1) * column, 1)}")
        drawing = True
    return "".join(path)

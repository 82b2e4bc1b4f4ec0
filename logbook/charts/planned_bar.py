"""What was planned and what was done of one thing, as an outline and a bar on the same scale."""

from dataclasses import dataclass

from logbook.charts.week_bars import LYING_WIDTH, TICK


@dataclass(frozen=True)
class PlannedBar:
    """Two widths for a viewBox of 290 × 12; 0 where there is nothing to draw."""

    planned: float
    done: float


def planned_bar(*, planned: float, done: float) -> PlannedBar:
    """Fill the box with the larger of the two; nought that was planned or done is not drawn."""
    scale = LYING_WIDTH / max(planned, done, 1e-9)
    return PlannedBar(_width(planned * scale), _width(done * scale))


def _width(width: float) -> float:
    return round(max(width, TICK), 1) if width else 0

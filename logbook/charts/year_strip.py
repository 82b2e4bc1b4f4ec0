"""The weeks of a year as columns on the ground line, runs below and strength on top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.charts.week_bars import GAP, TICK, Block
from workouts.weeks import Week, WeekStart

# A week's box; the strip is stretched to the width of the page.  y = 60 is the ground.
COLUMN_WIDTH, BAR_WIDTH, HEIGHT = 10, 7, 60
_ROOM = HEIGHT - GAP - 2 * TICK


@dataclass(frozen=True, kw_only=True)
class WeekColumn:
    """One week, or what of it lies in the year; `percent` is its middle in the strip's width."""

    week: Week
    x: int
    blocks: tuple[Block, ...]
    percent: float


@dataclass(frozen=True, kw_only=True)
class MonthLabel:
    """Where a month begins, in percent of the strip's width."""

    percent: float
    month: date


@dataclass(frozen=True, kw_only=True)
class YearStrip:
    """A year for a viewBox of `width` × 60; the ground is solid up to `ground_percent`, where today is."""

    width: int
    columns: tuple[WeekColumn, ...]
    months: tuple[MonthLabel, ...]
    ground_percent: float


def weeks_of(year: int, starts: WeekStart) -> tuple[Week, ...]:
    """Every week that has a day in that calendar year, in order: 53, or 54 where both ends are cut."""
    week, last = Week.containing(date(year, 1, 1), starts), date(year, 12, 31)
    weeks = [week]
    while weeks[-1].last_day < last:
        weeks.append(weeks[-1].next)
    return tuple(weeks)


def year_strip(
    *,
    year: int,
    weeks: Sequence[Week],
    loads: Sequence[tuple[float | None, float | None]],
    today: date,
) -> YearStrip:
    """
    Return a column for each of `weeks_of` that year.

    loads: of runs and of strength in AU for each week; None is blank and 0 a tick on the ground.
    """
    most = max((sum(part or 0 for part in parts) for parts in loads), default=0)
    scale = _ROOM / max(most, 1)  # so that a year of noughts has one
    columns = tuple(
        WeekColumn(
            week=week,
            x=COLUMN_WIDTH * nth,
            blocks=_blocks(parts, x=COLUMN_WIDTH * nth + (COLUMN_WIDTH - BAR_WIDTH) / 2, scale=scale),
            percent=_percent(nth + 0.5, len(weeks)),
        )
        for nth, (week, parts) in enumerate(zip(weeks, loads, strict=True))
    )
    gone = sum(week.first_day <= today for week in weeks)
    return YearStrip(
        width=COLUMN_WIDTH * len(weeks),
        columns=columns,
        months=tuple(_months(year, weeks)),
        ground_percent=_percent(gone, len(weeks)),
    )


def _percent(place: float, count: int) -> float:
    return round(100 * place / count, 2)


def _blocks(parts: tuple[float | None, float | None], *, x: float, scale: float) -> tuple[Block, ...]:
    blocks: list[Block] = []
    ground: float = HEIGHT
    for kind, load in zip(("run", "strength"), parts, strict=True):
        if load is None:
            continue
        height = round(max(load * scale, TICK), 1)
        top = round(ground - height, 1)
        blocks.append(Block(kind, x=x, y=top, width=BAR_WIDTH, height=height))
        ground = top - GAP
    return tuple(blocks)


def _months(year: int, weeks: Sequence[Week]) -> list[MonthLabel]:
    """The first of each month, by the day within its week."""
    starts = weeks[0].first_day
    firsts = [date(year, month, 1) for month in range(1, 13)]
    return [
        MonthLabel(percent=_percent((first - starts) / timedelta(weeks=1), len(weeks)), month=first)
        for first in firsts
    ]

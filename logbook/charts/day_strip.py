"""The days of a month as columns on the ground line, for the head of a list of runs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.charts.week_bars import GAP, TICK, Block, DayMinutes
from workouts.weeks import Week, WeekStart

# A day's box; the strip is stretched to the width of the page. y = 60 is the ground.
COLUMN_WIDTH, BAR_WIDTH, HEIGHT = 10, 7, 60
# What three parts of a day may need beside their minutes: two gaps, and a tick each.
_ROOM = HEIGHT - 2 * GAP - 3 * TICK


@dataclass(frozen=True, kw_only=True)
class DayColumn:
    """
    One day: its blocks from the ground up, its middle in percent of the strip's width, and its label.

    label: the day of the month where a week begins, else "".
    """

    day: date
    blocks: tuple[Block, ...]
    percent: float
    label: str


@dataclass(frozen=True, kw_only=True)
class DayStrip:
    """A month for a viewBox of `width` × 60, ten units a day."""

    width: int
    columns: tuple[DayColumn, ...]


def day_strip(
    *,
    first_day: date,
    minutes_by_day: Mapping[date, DayMinutes],
    highest_min: float,
    week_starts: WeekStart = WeekStart.MONDAY,
) -> DayStrip:
    """
    Return a column for each day of the month that begins on `first_day`.

    A day that is not in the mapping is blank, and 0 minutes are a tick on the ground.

    highest_min: the minutes of the longest day of all months that are to compare at a glance; where a day
        here is longer, it shrinks its own month.
    """
    days = list(_month(first_day))
    # At least a minute, so that a month of noughts has a scale.
    scale = _ROOM / max([1.0, highest_min, *(_total(minutes_by_day.get(day)) for day in days)])
    return DayStrip(
        width=COLUMN_WIDTH * len(days),
        columns=tuple(
            DayColumn(
                day=day,
                blocks=_blocks(minutes_by_day.get(day), left=COLUMN_WIDTH * index, scale=scale),
                percent=round((index + 0.5) / len(days) * 100, 2),
                label=str(day.day) if Week.containing(day, week_starts).first_day == day else "",
            )
            for index, day in enumerate(days)
        ),
    )


def _month(first_day: date) -> Iterator[date]:
    day = first_day
    while day.month == first_day.month:
        yield day
        day += timedelta(days=1)


def _total(minutes: DayMinutes | None) -> float:
    return sum(part for _, part in _parts(minutes))


def _parts(minutes: DayMinutes | None) -> list[tuple[str, float]]:
    """Return what is known of a day, from the ground up."""
    if minutes is None:
        return []
    kinds = (("run", minutes.run_min), ("other", minutes.other_min), ("strength", minutes.strength_min))
    return [(kind, part) for kind, part in kinds if part is not None]


def _blocks(minutes: DayMinutes | None, *, left: float, scale: float) -> tuple[Block, ...]:
    blocks = []
    ground: float = HEIGHT
    for kind, part in _parts(minutes):
        height = round(max(TICK, part * scale), 2)
        top = round(ground - height, 2)
        x = left + (COLUMN_WIDTH - BAR_WIDTH) / 2
        blocks.append(Block(kind, x=x, y=top, width=BAR_WIDTH, height=height))
        ground = top - GAP
    return tuple(blocks)

"""The days of a month as columns on the ground line, for the head of a list of runs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.charts.week_bars import GAP, TICK, Block, DayMinutes
from workouts.units import spoken_minutes
from workouts.weeks import Week, WeekStart

# A day's box; the strip is stretched to the width of the page. y = 60 is the ground.
COLUMN_WIDTH, BAR_WIDTH, HEIGHT = 10, 7, 60
# A label nearer to an end than so many percent would be cut on a phone; so far it stands above its bar.
LABEL_ROOM, LABEL_RISE = 12, 4
# What three parts of a day may need beside their minutes: two gaps, and a tick each.
_ROOM = HEIGHT - 2 * GAP - 3 * TICK


@dataclass(frozen=True, kw_only=True)
class DayColumn:
    """
    One day: where it begins, its blocks from the ground up, its middle in percent of the strip's width.

    label: the day of the month where a week begins, else "".
    """

    day: date
    x: int
    blocks: tuple[Block, ...]
    percent: float
    label: str


@dataclass(frozen=True, kw_only=True)
class TallestLabel:
    """What stands over the longest day, "1 h 40 min": where, and how it is anchored to stay inside."""

    percent: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, kw_only=True)
class DayStrip:
    """
    A month for a viewBox of `width` × 60, ten units a day.

    tallest: None in a month of which nothing is known.
    ground_percent: how far the ground is solid, 100 but for the running month, where it ends with today.
    """

    width: int
    columns: tuple[DayColumn, ...]
    tallest: TallestLabel | None
    ground_percent: float


def day_strip(
    *,
    first_day: date,
    minutes_by_day: Mapping[date, DayMinutes],
    highest_min: float,
    today: date,
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
    columns = tuple(
        DayColumn(
            day=day,
            x=COLUMN_WIDTH * index,
            blocks=_blocks(minutes_by_day.get(day), left=COLUMN_WIDTH * index, scale=scale),
            percent=round((index + 0.5) / len(days) * 100, 2),
            label=str(day.day) if Week.containing(day, week_starts).first_day == day else "",
        )
        for index, day in enumerate(days)
    )
    gone = sum(day <= today for day in days)
    return DayStrip(
        width=COLUMN_WIDTH * len(days),
        columns=columns,
        tallest=_tallest(columns, minutes_by_day),
        ground_percent=round(gone / len(days) * 100, 2),
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


def _tallest(columns: Sequence[DayColumn], minutes_by_day: Mapping[date, DayMinutes]) -> TallestLabel | None:
    drawn = [column for column in columns if column.blocks]
    if not drawn:
        return None
    column = max(drawn, key=lambda column: _total(minutes_by_day.get(column.day)))
    percent = column.percent
    anchor = "start" if percent < LABEL_ROOM else "end" if percent > 100 - LABEL_ROOM else "middle"
    return TallestLabel(
        percent=percent,
        y=round(column.blocks[-1].y - LABEL_RISE, 1),
        anchor=anchor,
        text=spoken_minutes(_total(minutes_by_day.get(column.day)) * 60),
    )


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

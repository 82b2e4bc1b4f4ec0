"""The minutes of a week as bars: seven standing side by side, or seven lying one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from workouts.units import decimal_text

# A standing bar's box; y = 130 is the ground.
BOX_WIDTH, BOX_HEIGHT, BAR_WIDTH = 64, 130, 40
# A lying bar's box.
LYING_WIDTH, LYING_HEIGHT = 290, 12

# Units a minute, so that weeks of ordinary days compare at a glance; a longer day shrinks its whole week.
STANDING_SCALE, LYING_SCALE = BOX_HEIGHT / 115, 250 / 120

GAP = 2
# Nought minutes is something that happened and is drawn, unlike a blank.
TICK = 2
# A short circuit must stay visible, and pressable, beside a long run.
LEAST_STRENGTH = 10

LABEL_X, LABEL_DROP, LABEL_SPACING = 46, 11, 13
# Baselines between these keep 12-unit figures inside the box.
LABEL_TOP, LABEL_BOTTOM = 10, 128


@dataclass(frozen=True)
class DayMinutes:
    """A day's minutes, and those still planned; `None` is blank, and 0 is known to be nothing."""

    run_min: float | None = None
    strength_min: float | None = None
    other_min: float | None = None
    planned_run_min: float | None = None
    planned_strength_min: float | None = None


@dataclass(frozen=True)
class Block:
    """A rectangle of the kind "run", "other" or "strength"; "run todo" is one that is only planned."""

    kind: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class BarLabel:
    """The whole minutes of a block; `y` is the baseline."""

    kind: str
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class StandingBar:
    """One day for a viewBox of 64 × 130: run at the ground, other above it, strength on top."""

    blocks: tuple[Block, ...]
    labels: tuple[BarLabel, ...]


@dataclass(frozen=True)
class LyingBar:
    """One day for a viewBox of 290 × 12: run, other and strength from left to right."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class WeekBars:
    """The same days twice, each set to one scale; a day without minutes has no blocks."""

    standing: tuple[StandingBar, ...]
    lying: tuple[LyingBar, ...]


@dataclass(frozen=True)
class _Part:
    kind: str
    minutes: float
    least: float

    def length(self, scale: float) -> float:
        """Return its length, cut to hundredths downwards so that a full bar never outgrows its box."""
        return max(self.least, floor(self.minutes * scale * 100) / 100)


def week_bars(days: Sequence[DayMinutes | None]) -> WeekBars:
    """Return a bar of each sort for each day; a missing day is a blank one."""
    week = [_parts(day) for day in days]
    upright = _scale(week, usual=STANDING_SCALE, room=BOX_HEIGHT)
    flat = _scale(week, usual=LYING_SCALE, room=LYING_WIDTH)
    return WeekBars(
        standing=tuple(_standing(parts, upright) for parts in week),
        lying=tuple(_lying(parts, flat) for parts in week),
    )


def _parts(day: DayMinutes | None) -> list[_Part]:
    """Return what is known of a day, in the order it is drawn."""
    if day is None:
        return []
    kinds = (
        ("run", day.run_min),
        ("other", day.other_min),
        ("run todo", day.planned_run_min),
        ("strength", day.strength_min),
        ("strength todo", day.planned_strength_min),
    )
    return [
        _Part(kind, minutes, LEAST_STRENGTH if kind.startswith("strength") and minutes else TICK)
        for kind, minutes in kinds
        if minutes is not None
    ]


def _scale(week: list[list[_Part]], *, usual: float, room: float) -> float:
    """Return the usual units a minute, or the most with which the longest day still fits."""
    return min([usual, *(_fitting(parts, usual, room) for parts in week)])


def _fitting(parts: list[_Part], usual: float, room: float) -> float:
    """Shrink the parts that are longer than their least length until the day fits into `room`."""
    scale = usual
    for _ in parts:  # each round may bring one more part down to its least length
        free = [part for part in parts if part.minutes * scale > part.least]
        fixed = sum(part.least for part in parts if part not in free) + GAP * (len(parts) - 1)
        if not free or sum(part.minutes * scale for part in free) + fixed <= room:
            break
        scale = (room - fixed) / sum(part.minutes for part in free)
    return scale


def _standing(parts: list[_Part], scale: float) -> StandingBar:
    blocks: list[Block] = []
    ground: float = BOX_HEIGHT
    for part in parts:
        height = part.length(scale)
        top = round(ground - height, 2)
        blocks.append(Block(part.kind, x=0, y=top, width=BAR_WIDTH, height=height))
        ground = top - GAP
    baselines = _apart([block.y + LABEL_DROP for block in blocks])
    return StandingBar(
        blocks=tuple(blocks),
        labels=tuple(
            BarLabel(part.kind, x=LABEL_X, y=baseline, text=decimal_text(part.minutes, places=0))
            for part, baseline in zip(parts, baselines, strict=True)
        ),
    )


def _apart(wanted: list[float]) -> list[float]:
    """Return baselines from the ground up, near where they are wanted, clear of each other and the edge."""
    rising: list[float] = []
    for baseline in wanted:
        rising.append(min(baseline, rising[-1] - LABEL_SPACING if rising else LABEL_BOTTOM))
    falling: list[float] = []
    for baseline in reversed(rising):
        falling.append(max(baseline, falling[-1] + LABEL_SPACING if falling else LABEL_TOP))
    return [round(baseline, 2) for baseline in reversed(falling)]


def _lying(parts: list[_Part], scale: float) -> LyingBar:
    blocks: list[Block] = []
    left: float = 0
    for part in parts:
        width = part.length(scale)
        blocks.append(Block(part.kind, x=round(left, 2), y=0, width=width, height=LYING_HEIGHT))
        left += width + GAP
    return LyingBar(tuple(blocks))

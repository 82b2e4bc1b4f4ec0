"""Reads the same weeks one thing at a time: six small charts with their numbers.  No query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from logbook.charts.small_multiple import SmallBars, SmallLine, small_bars, small_line
from logbook.totals import Totals
from logbook.week_rows import WeekRow
from workouts.units import DistanceUnit, decimal_text
from workouts.weeks import WEEKDAYS

MOST_EFFORT = MOST_PAIN = 10


@dataclass(frozen=True, kw_only=True)
class Multiple:
    """
    One thing over the weeks of the page.

    value: the newest week's number, "" where it is unknown.  tint: which colour it has.
    first, last: what stands below either end.  told: every number in words.
    """

    title: str
    value: str
    tint: str
    chart: SmallBars | SmallLine
    first: str
    last: str
    told: str

    @property
    def is_line(self) -> bool:
        return isinstance(self.chart, SmallLine)


def multiples(*, rows: Sequence[WeekRow], unit: DistanceUnit, today: date) -> tuple[Multiple, ...]:
    """Six things of the weeks, the newest first in `rows`; a week without anything is blank in each."""
    weeks = rows[::-1]

    def one(title: str, tint: str, number: Callable[[Totals], float | None], *, most: float = 0) -> Multiple:
        values = [None if row.totals.is_empty else number(row.totals) for row in weeks]
        last = f"{weeks[-1].week.number}{_to_today(weeks[-1], today)}"
        return Multiple(
            title=title,
            value=_text(values[-1]),
            tint=tint,
            chart=small_line(values, most=most)
            if most and tint != "pain"
            else small_bars(values, most=most or None),
            first=str(weeks[0].week.number),
            last=last,
            told=", ".join(
                f"week {row.week.number} {_text(value) or 'unknown'}"
                for row, value in zip(weeks, values, strict=True)
            ),
        )

    return (
        one(f"Distance, {unit}", "run", lambda sums: _in(unit, sums.distance_m if sums.runs else 0.0)),
        one("Strength, min", "str", lambda sums: sums.strength_min),
        one("Sessions", "str", lambda sums: sums.sessions),
        one("Run effort, mean", "ink", lambda sums: sums.run_effort, most=MOST_EFFORT),
        one("Session effort, mean", "ink", lambda sums: sums.session_effort, most=MOST_EFFORT),
        one("Pain, highest", "pain", lambda sums: sums.worst.pain if sums.worst else None, most=MOST_PAIN),
    )


def _in(unit: DistanceUnit, metres: float | None) -> float | None:
    return None if metres is None else metres / unit.metres


def _text(value: float | None) -> str:
    return decimal_text(value, places=1)


def _to_today(row: WeekRow, today: date) -> str:
    """Up to which day the newest week goes, while it is on."""
    is_over = today >= row.week.last_day
    return "" if is_over or not row.is_now else f", to {WEEKDAYS[today.weekday()][:3]}"

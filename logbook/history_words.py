"""Reads the weeks of a page of the history in words: what they hold, and beside what.  No query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from logbook.totals import Totals
from logbook.week_rows import WeekRow
from workouts.units import grouped, in_words
from workouts.weeks import WEEKDAYS, Week, day_text


@dataclass(frozen=True)
class Head:
    """What stands over the history."""

    dateline: str
    headline: str
    because: str


def head(*, rows: Sequence[WeekRow], mean: float | None, today: date) -> Head:
    """The week that is on in a sentence; of weeks gone by, how many and up to when.

    mean: the load of the four weeks before the newest in AU, where it is known.
    """
    newest = rows[0]
    if not newest.is_now:
        many = _counted(len(rows), "week")
        until = day_text(newest.week.last_day)
        return Head(f"{rows[-1].week.first_day.year}", f"{many.capitalize()} to {until}.", "")
    return Head(
        f"Week {newest.week.number}, {_days_so_far(newest.week, today)}",
        _so_far(newest.totals),
        _beside(newest.totals, mean),
    )


def _days_so_far(week: Week, today: date) -> str:
    first, last = (WEEKDAYS[day.weekday()] for day in (week.first_day, today))
    return first if first == last else f"{first} to {last}"


def _so_far(sums: Totals) -> str:
    parts = [
        _counted(count, word) for count, word in ((sums.runs, "run"), (sums.sessions, "session")) if count
    ]
    if not parts:
        return "Nothing but cross-training so far." if sums.load else "Nothing logged this week yet."
    return f"{' and '.join(parts).capitalize()} so far."


def _beside(sums: Totals, mean: float | None) -> str:
    """The load of the week by its parts, and what the weeks before held."""
    parts = [
        f"{grouped(load)} AU from {word}"
        for load, word in ((sums.run_load, "running"), (sums.session_load, "strength"))
        if load is not None
    ]
    if sums.runs == 0:
        parts = [part.replace("running", "cross-training") for part in parts]
    both = f"{grouped(sums.load)} AU so far: " if len(parts) > 1 else ""
    so_far = f"{both}{' and '.join(parts)}{'' if both else ' so far'}." if parts else ""
    before = f"Your four weeks before averaged {grouped(mean)} AU." if mean is not None else ""
    return " ".join(sentence for sentence in (so_far, before) if sentence)


def _counted(count: int, word: str) -> str:
    return f"{in_words(count)} {word}{'' if count == 1 else 's'}"

"""Reads how many weeks in a row have strength in them.  No query: it goes by weeks that are fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Streak:
    """
    Weeks with strength among some weeks up to now.

    now: how many in a row up to the last week, 0 where that has none.  longest: the most in a row.
    having: how many have any.  of: how many weeks were looked at.
    """

    now: int
    longest: int
    having: int
    of: int
    is_open: bool

    @property
    def told(self) -> str:
        """The line in words; "" where there is none to tell of."""
        if not self.having:
            return ""
        if self.having == self.of:
            row = f"Strength in {'each of ' if self.of > 1 else ''}{_weeks(self.of, 'the last ')}"
        else:
            row = f"Strength in {self.having} of the last {self.of} weeks"
            row += f", {self.now} in a row up to now" if self.now > 1 else ""
            row += f"; the longest row was {_weeks(self.longest)}" if self.longest > max(self.now, 1) else ""
        if not self.is_open:
            return f"{row}."
        return f"{row}. One session this week {'keeps the row going' if self.now else 'begins the next row'}."


def streak(weeks: Sequence[bool], *, is_running: bool) -> Streak:
    """
    Count the weeks that have strength, the oldest first.

    is_running: whether the last week is not over yet; until it has a session it counts for nothing.
    """
    is_open = is_running and bool(weeks) and not weeks[-1]
    over = weeks[:-1] if is_open else weeks
    rows = [(has, sum(1 for _ in group)) for has, group in groupby(over)]
    return Streak(
        now=rows[-1][1] if rows and rows[-1][0] else 0,
        longest=max((length for has, length in rows if has), default=0),
        having=sum(over),
        of=len(over),
        is_open=is_open,
    )


def _weeks(count: int, before: str = "") -> str:
    return f"{before}{count} weeks" if count != 1 else f"{before}week" if before else "one week"

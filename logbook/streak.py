"""Reads how many weeks in a row have strength in them.  No query: it goes by weeks that are fetched."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True)
class Streak:
    """
    Weeks with strength among some weeks up to now.

    now: how many in a row up to the last week, 0 where that has none.  longest: the most in a row.
    having: how many have any.  of: how many weeks were looked at.  is_running: whether the last of the
    weeks is still on; is_open: whether it has no session so far, and so counts for nothing.
    """

    now: int
    longest: int
    having: int
    of: int
    is_open: bool
    is_running: bool

    @property
    def told(self) -> str:
        """The line in words; "" where there is none to tell of."""
        if not self.having:
            return ""
        if self.having == self.of:
            row = f"Strength {self._each}"
        else:
            row = f"Strength in {self.having} of the last {self.of} weeks"
            row += f", {self.now} in a row up to now" if self.now > 1 else ""
            row += f"; the longest row was {_weeks(self.longest)}" if self.longest > max(self.now, 1) else ""
        if not self.is_open:
            return f"{row}."
        return f"{row}. One session this week {'keeps the row going' if self.now else 'begins the next row'}."

    @property
    def _each(self) -> str:
        """All the weeks that were looked at, the one that is on called by its name."""
        if self.of == 1:
            return "in the last week" if self.is_open or not self.is_running else "this week"
        if self.is_open or not self.is_running:
            return f"in each of the last {self.of} weeks"
        before = self.of - 1
        return f"this week and {f'in each of the {before} weeks' if before > 1 else 'in the week'} before"


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
        is_running=is_running,
    )


def _weeks(count: int) -> str:
    return f"{count} weeks" if count != 1 else "one week"

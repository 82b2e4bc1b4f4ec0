"""A place that a session could be put in, as it is offered."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Choice:
    """
    A place: its day, when on it, and what speaks against it, "" if nothing does.

    rules: those that do, by their ids.  needs_reason: whether that is more than a suggestion.  is_closed:
    whether it cannot be taken, not even all the same.
    """

    day: date
    slot: str
    label: str
    against: str
    rules: tuple[str, ...]
    needs_reason: bool
    is_closed: bool
    is_here: bool
    is_best: bool

    @property
    def verdict(self) -> str:
        """What becomes of taking it, in a word: here, closed, warned or open."""
        if self.is_here:
            return "here"
        return "closed" if self.is_closed else "warned" if self.needs_reason else "open"

    @property
    def value(self) -> str:
        """As a form sends it: "2026-12-01 evening"."""
        return f"{self.day} {self.slot}"

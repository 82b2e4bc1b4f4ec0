"""Tempo: how many seconds each part of a repetition takes, written "3-1-X-0".

The order of the four numbers is always lowering, pause in the stretched position, lifting, pause
in the contracted position, whichever of them the movement begins with.  An `X` for the lifting
means as fast as possible and counts one second.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

EXPLOSIVE_S = 1

_WRITTEN = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{1,2}|X)-(\d{1,2})", re.ASCII)


class StartsWith(StrEnum):
    """Which way a repetition goes first."""

    LOWER = "lower"
    LIFT = "lift"


class BadTempo(ValueError):
    """The text or the numbers are not a tempo; the message says what to write instead."""


@dataclass(frozen=True)
class Phase:
    """One part of a repetition.  Level 0 is the low end of the movement, 1 the high end."""

    word: str
    seconds: int
    start_level: int
    end_level: int


@dataclass(frozen=True)
class Tempo:
    """Seconds for each part of a repetition, in the order they are written in.

    :raises BadTempo: if a part is not 0 to 99 s, all are 0, or an explosive lift is not 1 s
    """

    eccentric_s: int
    pause_stretched_s: int
    concentric_s: int
    pause_contracted_s: int
    explosive: bool = False

    def __post_init__(self) -> None:
        parts = (self.eccentric_s, self.pause_stretched_s, self.concentric_s, self.pause_contracted_s)
        if any(not 0 <= part <= 99 for part in parts):
            raise BadTempo("Each part of a tempo takes 0 to 99 seconds.")
        if not any(parts):
            raise BadTempo("A repetition takes at least a second: 0-0-0-0 is not a tempo.")
        if self.explosive and self.concentric_s != EXPLOSIVE_S:
            raise BadTempo(f"A lift as fast as possible counts {EXPLOSIVE_S} s, not {self.concentric_s} s.")

    @classmethod
    @lru_cache(maxsize=1024)
    def parse(cls, text: str) -> "Tempo":
        """Read a tempo such as "3-1-2-0" or "3-0-X-0".

        :raises BadTempo: if it is not four numbers, or has an X anywhere but in third place
        """
        written = _WRITTEN.fullmatch(text)
        if written is None:
            raise BadTempo(
                f'"{text}" is not a tempo. Write four numbers of seconds such as 3-1-2-0;'
                " only the third may be X, for as fast as possible."
            )
        lowering, stretched, lifting, contracted = written.groups()
        explosive = lifting == "X"
        return cls(
            eccentric_s=int(lowering),
            pause_stretched_s=int(stretched),
            concentric_s=EXPLOSIVE_S if explosive else int(lifting),
            pause_contracted_s=int(contracted),
            explosive=explosive,
        )

    def __str__(self) -> str:
        lifting = "X" if self.explosive else self.concentric_s
        return f"{self.eccentric_s}-{self.pause_stretched_s}-{lifting}-{self.pause_contracted_s}"

    @property
    def total_s(self) -> int:
        """Seconds for one repetition of one side."""
        return self.eccentric_s + self.pause_stretched_s + self.concentric_s + self.pause_contracted_s

    def phases(self, starts_with: StartsWith) -> tuple[Phase, ...]:
        """The parts in the order they are done, without those that take no time."""
        going_down = (
            Phase("lower", self.eccentric_s, 1, 0),
            Phase("pause", self.pause_stretched_s, 0, 0),
        )
        going_up = (
            Phase("lift", self.concentric_s, 0, 1),
            Phase("hold", self.pause_contracted_s, 1, 1),
        )
        in_order = going_down + going_up if starts_with is StartsWith.LOWER else going_up + going_down
        return tuple(phase for phase in in_order if phase.seconds)

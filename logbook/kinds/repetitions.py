"""Reads repetitions in a title: "6 x 800 m", "8x20s", "10 x hill"."""

from collections.abc import Sequence
from itertools import takewhile

from logbook.kinds.around import HILL_WORDS, STRIDE_WORDS
from logbook.kinds.tokens import is_number
from workouts.vocabulary import RunKind

# Two of a thing are two halves: "2 x 20 min threshold" is a tempo run with a pause.
AT_LEAST = 3

# A stride is a fast 15 to 30 s, some 60 to 120 m; what is longer is an interval.
STRIDE_S, STRIDE_M = 30, 120

_TIMES = frozenset({"x", "×", "*", "mal", "fois", "por"})
_SECONDS = frozenset({"s", "sec", "secs", "sek", "seg", "second", "seconds"})
_MINUTES_AND_LENGTHS = frozenset({"min", "mins", "m", "k", "km", "mi", "mile", "miles", "meter", "metres"})


def repetitions_at(texts: Sequence[str], at: int) -> tuple[RunKind, int] | None:
    """Return which kind the repetitions that begin at a position name, and where they end."""
    if at + 2 >= len(texts) or not is_number(texts[at], digits=2) or texts[at + 1] not in _TIMES:
        return None
    if int(texts[at]) < AT_LEAST:
        return None
    size, end = texts[at + 2], at + 3
    if size in HILL_WORDS:
        return RunKind.HILLS, end
    if size in {"mile", "km"}:
        return RunKind.INTERVALS, end
    if not is_number(size, digits=5):
        return None
    unit = texts[end] if end < len(texts) else ""
    if unit in _SECONDS or unit in _MINUTES_AND_LENGTHS:
        end += 1
    # "6 x 3 min + 4 strides" are two things, "6 x 30 s on the hill" is one.
    nearby = set(takewhile(lambda text: not text.isdecimal(), texts[end : end + 3]))
    if nearby & HILL_WORDS:
        return RunKind.HILLS, end
    if nearby & STRIDE_WORDS or _is_short(int(size), unit):
        return RunKind.STRIDES, end
    return RunKind.INTERVALS, end


def _is_short(size: int, unit: str) -> bool:
    if unit in _SECONDS:
        return size <= STRIDE_S
    # A number alone is minutes or kilometres while it is small, and metres from the straight of a track on.
    in_metres = unit == "m" or (not unit and size >= 50)
    return in_metres and size <= STRIDE_M

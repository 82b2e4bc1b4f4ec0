"""What the title and the text of a calendar's event say of a run: which kind, how far, how long."""

import re
from dataclasses import dataclass

from logbook.kinds.phrases import kind_named
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind

_REST = re.compile(r"^\W*(rest|rest day|day off|off|ruhetag|pause|repos|descanso)\W*$", re.IGNORECASE)
_RUN = re.compile(
    r"\b(run|runs|running|parkrun|jog|jogs|jogging|\w*lauf|footing|\d{1,3}([.,]\d{1,2})?\s*(km|k|mi|miles?))\b",
    re.IGNORECASE,
)
_NO_RUN = re.compile(
    r"\b(strength|gym|weights?|yoga|pilates|swim\w*|bike|biking|cycl\w+|ride|spin|row(ing)?|stretch\w*|core|"
    r"meeting|dinner|lunch|no|errands?|dry|talk|shoes?|kraft\w*|schwimm\w*|rad\w*)\b",
    re.IGNORECASE,
)
_FAR = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(km|k|mi|miles?)\b", re.IGNORECASE)
_HOURS = re.compile(
    r"(?<![\w.,:])(\d)\s*(?:h|hr|hrs|hours?|std)\s*(?:(\d{1,2})\s*(?:m|min)?)?\b", re.IGNORECASE
)
_CLOCK = re.compile(r"(?<![\w.,:])(\d):([0-5]\d)(?::[0-5]\d)?\s*h\b", re.IGNORECASE)
_MINUTES = re.compile(r"(?<![\w.,:x×@])(\d{1,3})\s*(?:min|mins|minutes|minuten|')(?!\w)", re.IGNORECASE)
_REPEATED = re.compile(r"\d+\s*[x×]\s*$", re.IGNORECASE)
# What is said of a run is said at the beginning; the patterns look at no more of it.
LOOKED_AT, BEFORE = 300, 12
_BEGINS_WITH_LENGTH = re.compile(r"\W*(?:run\W+)?\d", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """kind: None where the words name no run.  is_rest: whether they say that nothing is run."""

    kind: RunKind | None
    is_rest: bool = False
    distance_m: int | None = None
    minutes: int | None = None


def said_by(title: str, text: str) -> Said:
    """
    Return what an event says: its kind by the title, its length by the title, else by the text.

    A run that names no kind is an easy one.  Lengths in a row of repetitions ("5 x 1 km") are not the run's,
    and minutes in a text are only if it begins with them: further on they are those of a part of it.
    """
    title, text = title[:LOOKED_AT], text[:LOOKED_AT]
    if _REST.match(title):
        return Said(None, is_rest=True)
    named = kind_named(title)
    kind = named[0] if named is not None else None
    if kind is None and _RUN.search(title) and not _NO_RUN.search(title):
        kind = RunKind.EASY
    if kind is None or kind is RunKind.CROSS_TRAINING:
        return Said(None)
    metres = next(filter(None, map(_metres, (title, text))), None)
    minutes = _minutes(title) or (_minutes(text) if _BEGINS_WITH_LENGTH.match(text) else None)
    return Said(kind, distance_m=metres, minutes=minutes)


def _metres(text: str) -> int | None:
    found = [
        each
        for each in _FAR.finditer(text)
        if not _REPEATED.search(text[max(each.start() - BEFORE, 0) : each.start()])
    ]
    if not found:
        return None
    number, unit = found[0].groups()
    metres = DistanceUnit.MILES.metres if unit.lower().startswith("mi") else DistanceUnit.KM.metres
    return round(float(number.replace(",", ".")) * float(metres)) or None


def _minutes(text: str) -> int | None:
    for pattern in (_CLOCK, _HOURS):
        found = pattern.search(text)
        if found:
            return int(found[1]) * 60 + int(found[2] or 0) or None
    single = [
        each
        for each in _MINUTES.finditer(text)
        if not _REPEATED.search(text[max(each.start() - BEFORE, 0) : each.start()])
    ]
    return int(single[0][1]) or None if single else None

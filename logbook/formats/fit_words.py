"""What a FIT file says in words: the sport, the title, and what kind of run it marks itself as."""

import re
from collections.abc import Sequence

from logbook.formats.fit_parts import Fields
from logbook.track.track import Lap

_LONGEST_WORD = 40
_LONGEST_TITLE = 100
_RACE = re.compile(r"\brace\b", re.IGNORECASE)
_TURNS = ("active", "rest", "recovery")


def word(session: Fields, sport: Fields, name: str) -> str | None:
    """Return the session's own word, else the sport message's; a sport newer than the profile has none."""
    value = session.get(name, sport.get(name))
    # The profile's words are short; anything else is a field that says what it likes.
    if isinstance(value, str) and value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_WORD:
        return value
    return None


def title_of(workout: Fields) -> str | None:
    """Return the name of the structured workout that was followed."""
    return printable(workout.get("wkt_name"))[:_LONGEST_TITLE].strip() or None


def flags_of(*, session: Fields, sport: Fields, steps: set[object], laps: Sequence[Lap]) -> frozenset[str]:
    """Return "race" where the sport's profile is called one, and "intervals" where steps or laps are such."""
    profile = printable(session.get("sport_profile_name")) or printable(sport.get("name"))
    is_race = _RACE.search(profile) is not None
    intensities = [lap.intensity for lap in laps]
    is_intervals = "interval" in steps or "interval" in intensities or _alternate(intensities)
    return frozenset(["race"] * is_race + ["intervals"] * is_intervals)


def _alternate(intensities: Sequence[str | None]) -> bool:
    """Return whether the athlete ran on after an easy lap that followed a hard one."""
    turns = "".join("a" if each == "active" else "e" for each in intensities if each in _TURNS)
    return re.search("ae+a", turns) is not None


def printable(value: object) -> str:
    """Return what of a text can be printed, "" of anything else."""
    if not isinstance(value, str):
        return ""
    return "".join(letter for letter in value if letter.isprintable() and letter != "\ufffd").strip()

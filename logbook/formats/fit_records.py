"""One record of a FIT file: a moment, and what the watch knew then, each as far as it can be believed."""

from collections.abc import Mapping
from typing import NamedTuple

from logbook.formats.plausible import altitude_m, distance_m, heart_rate
from logbook.track.track import Place

# FIT keeps places in semicircles: half a turn is 2^31 of them (FIT profile, position_lat).
_DEGREES = 180 / 2**31
_LAST_MOMENT = 0xFFFFFFFE


class Record(NamedTuple):
    """
    One point.

    at: the moment as the watch counted it, in whole seconds.
    metres: of the whole file so far.
    """

    at: int
    metres: float | None
    bpm: int | None
    altitude_m: float | None
    place: Place | None


def record_of(said: Mapping[str, object]) -> Record | None:
    """Return the point that a record message makes, or None if it has no moment."""
    at = moment_s(said.get("timestamp"))
    if at is None:
        return None
    altitude = said.get("enhanced_altitude")
    return Record(
        at,
        distance_m(said.get("distance")),
        heart_rate(said.get("heart_rate")),
        altitude_m(said.get("altitude") if altitude is None else altitude),
        _place(said.get("position_lat"), said.get("position_long")),
    )


def moment_s(value: object) -> int | None:
    """Return the seconds that a moment counts, if they are such as FIT can write."""
    return value if type(value) is int and 0 <= value <= _LAST_MOMENT else None


def _place(north: object, east: object) -> Place | None:
    if type(north) is not int or type(east) is not int:
        return None
    return north * _DEGREES, east * _DEGREES

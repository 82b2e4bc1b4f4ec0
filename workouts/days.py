"""Instants and the local days of an athlete: which day it was where they ran, and back again."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from workouts.weeks import FIRST_YEAR, LAST_YEAR, day_text

# "localtime" is the server's own zone, which says nothing of the athlete; "Factory" is a placeholder.
_NOT_PLACES = frozenset({"localtime", "Factory"})


class NoSuchTime(ValueError):
    """A day and a time of day that name no instant; its text says why and what to type instead."""


def is_time_zone(name: str) -> bool:
    """Whether `name` is one of `zone_names()`."""
    return name in _zones()


def zone_names() -> list[str]:
    """Return every time zone's name, sorted, for a select box."""
    return sorted(_zones())


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones()) - _NOT_PLACES


def local_day(at: datetime, zone: str) -> date:
    """Return the date on the wall calendar of `zone` at that instant."""
    return local(at, zone).date()


def local(at: datetime, zone: str) -> datetime:
    """
    Return the same instant as the clock in `zone` shows it.

    :raises ValueError: if `at` is naive; the server's own zone must never be guessed into it
    """
    if at.tzinfo is None:
        raise ValueError("An instant needs a time zone.")
    return at.astimezone(ZoneInfo(zone))


def instant(day: date, wall: time, zone: str) -> datetime:
    """
    Return the instant, in UTC, at which the clock in `zone` shows `wall` on `day`.

    Where the clock is put back and shows a time twice, the first of the two is meant.

    :raises NoSuchTime: if the clock is put forward past that time, or the year is out of range
    """
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NoSuchTime(f"The year {day.year} is out of range. Type one from {FIRST_YEAR} to {LAST_YEAR}.")
    shown = datetime.combine(day, wall.replace(tzinfo=None, fold=0), tzinfo=ZoneInfo(zone))
    at = shown.astimezone(UTC)
    if local(at, zone).replace(tzinfo=None) != shown.replace(tzinfo=None):
        raise NoSuchTime(_gap_sentence(shown, zone))
    return at


def nearest_instant(wall: datetime, zone: str) -> datetime:
    """
    Return the instant, in UTC, at which the clock in `zone` shows `wall`.

    As `instant`, for what nobody typed and so nobody can type anew: where the clock is put forward past
    that time, as long after the change as it would have been.
    """
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def _gap_sentence(shown: datetime, zone: str) -> str:
    """Say which times the clock left out around `shown`, and what to type instead."""
    # Inside a gap, fold 1 reads the time with the offset after the change and so gives an instant
    # before it; fold 0 the other way round.  The change lies between the two.
    before, after = shown.replace(fold=1).astimezone(UTC), shown.astimezone(UTC)
    offset = local(before, zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        before, after = (middle, after) if local(middle, zone).utcoffset() == offset else (before, middle)
    change = after.replace(microsecond=0)
    first_left_out = local(change - timedelta(seconds=1), zone) + timedelta(seconds=1)

    def told(moment: datetime) -> str:
        clock = f"{moment:%H:%M:%S}" if moment.second else f"{moment:%H:%M}"
        return clock if moment.date() == shown.date() else f"{clock} on {day_text(moment.date())}"

    # On the same day there is an earlier time to choose, unless the gap begins with the day.
    starts_later = first_left_out.date() == shown.date() and first_left_out.time() > time.min
    earlier = f", or a time before {told(first_left_out)}" if starts_later else ""
    return (
        f"There is no {told(shown)} on {day_text(shown.date())} in {zone}: the clock was put forward from "
        f"{told(first_left_out)} to {told(local(change, zone))}. "
        f"Type {told(local(shown.astimezone(UTC), zone))}{earlier}."
    )

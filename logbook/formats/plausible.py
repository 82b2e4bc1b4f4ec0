"""What a number in an activity file must look like to be believed; anything else counts as not said."""

from datetime import UTC, datetime, timedelta

LONGEST_S = 7 * 24 * 3600
FARTHEST_M = 1_000_000
HIGHEST_ASCENT_M = 30_000
FASTEST_HEART_BPM = 250

# Watches whose clock was never set count from the first day of their format, 1989 in FIT, or
# from power-up.  No device that writes these files is older than the year 2000.
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
# As far as the seconds of FIT count; formats that write years may claim any.
LATEST = datetime(2126, 1, 1, tzinfo=UTC)

LOWEST_ALTITUDE_M, HIGHEST_ALTITUDE_M = -500, 9_000


def duration_s(value: object) -> float | None:
    """Return seconds from 0 to seven days."""
    return _between(value, 0, LONGEST_S)


def distance_m(value: object) -> float | None:
    """Return metres from 0 to 1,000 km."""
    return _between(value, 0, FARTHEST_M)


def ascent_m(value: object) -> float | None:
    """Return metres climbed, from 0 to 30,000."""
    return _between(value, 0, HIGHEST_ASCENT_M)


def altitude_m(value: object) -> float | None:
    """Return metres above the sea, from 500 below it to the highest mountain."""
    return _between(value, LOWEST_ALTITUDE_M, HIGHEST_ALTITUDE_M)


def heart_rate(value: object) -> int | None:
    """Return beats a minute from 1 to 250; 0 is a strap that lost contact."""
    bpm = _between(value, 1, FASTEST_HEART_BPM)
    return None if bpm is None else round(bpm)


def instant(seconds: object, *, since: datetime) -> datetime | None:
    """Return the moment that lies whole `seconds` after `since`, unless it is before the year 2000."""
    if not isinstance(seconds, int) or not 0 <= seconds <= 0xFFFFFFFF:
        return None
    moment = since + timedelta(seconds=seconds)
    return moment if moment >= EARLIEST else None


def moment(at: datetime) -> datetime | None:
    """Return an aware moment in UTC, unless it is before the year 2000 or beyond 2125."""
    try:
        in_utc = at.astimezone(UTC)
    except OverflowError:
        return None
    return in_utc if EARLIEST <= in_utc < LATEST else None


def _between(value: object, low: float, high: float) -> float | None:
    # NaN fails both comparisons, so it needs no test of its own.
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        return None
    return float(value)

"""Whether two records are of the same activity: the same run from the watch, from its app, or typed in."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# A watch starts with the first step, its app with the first satellite.
START_WITHIN = timedelta(seconds=60)

# By how much the totals may differ, as a share of the larger.  A length reckoned from positions
# differs more than one that the watch measured and only rounded.
SHARE = 0.005
SHARE_BY_POSITION = 0.02

# From here on two records may well be of one activity, and the athlete is asked.
OVERLAP_TO_ASK = 0.7

# The start and the end of an activity.
Span = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Outline:
    """
    What one record says of an activity; what it does not say is None.

    timer_s: seconds on the stopwatch; elapsed_s: seconds from start to end.
    by_position: whether distance_m was reckoned from positions.
    """

    started_at: datetime
    distance_m: float | None
    timer_s: float | None
    elapsed_s: float | None
    by_position: bool


def same_activity(one: Outline, other: Outline) -> bool:
    """
    Say whether both are the same: start, length, and one of the two durations agree.

    Two records without a length agree in it; a length agrees with none that is missing.
    """
    # In UTC, since Python subtracts two instants of one local zone as if the clock never changed.
    if abs(one.started_at.astimezone(UTC) - other.started_at.astimezone(UTC)) > START_WITHIN:
        return False
    share = SHARE_BY_POSITION if one.by_position or other.by_position else SHARE
    if one.distance_m is None or other.distance_m is None:
        if one.distance_m is not other.distance_m:
            return False
    elif not _near(one.distance_m, other.distance_m, share):
        return False
    return _near(one.elapsed_s, other.elapsed_s, share) or _near(one.timer_s, other.timer_s, share)


def _near(one: float | None, other: float | None, share: float) -> bool:
    if one is None or other is None:
        return False
    return abs(one - other) <= share * max(one, other)


def overlap_share(one: Span, other: Span) -> float:
    """Return how much of the shorter of two spans of time lies within the other, from 0 to 1."""
    (starts, ends), (other_starts, other_ends) = _in_utc(one), _in_utc(other)
    shorter = min(ends - starts, other_ends - other_starts)
    if shorter <= timedelta(0):
        return 0.0
    return max(0.0, (min(ends, other_ends) - max(starts, other_starts)) / shorter)


def _in_utc(span: Span) -> Span:
    return span[0].astimezone(UTC), span[1].astimezone(UTC)

"""What one fast block of laps says: a tempo or steady run within its warm-up and cool-down."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
from logbook.kinds.repeats import are_automatic
from logbook.kinds.stretches import MOVING_MPS, Stretch, speed_of, stretch_of, timed
from logbook.track.track import Lap
from workouts.units import pace, spoken_minutes
from workouts.vocabulary import RunKind

# Tempo blocks last 12 min and more, with or without a pause; anything shorter than 5 min at a time is a
# hill, a headwind gone or a race for a bus.
SHORTEST_IN_ALL_S, SHORTEST_PIECE_S = 12 * 60, 5 * 60
# In laps that the watch cut itself, more than two pieces are the rise and fall of the road.
MOST_PIECES_IF_AUTOMATIC = 2
# A fast finish, the last quarter of a long run, leaves it a long run, and so does any block in 90 min.
SHARE_OF_RUN, LONGEST_RUN_S = 0.3, 90 * 60
# What surrounds it is long enough to be running, and no walk to the start.
SHORTEST_AROUND_S = 5 * 60

# Threshold pace is some 20 % above easy; half of it leaves room for a rolling road.
FASTER_THAN_AROUND, FASTER_THAN_USUAL = 1.10, 1.06
# Where it is known how fast easy is, what lies nearer to it than to threshold is steady.
TEMPO_TIMES_USUAL = 1.15
# A block that only fell out downhill raises no pulse.
BEATS_TIMES_AROUND = 1.03


def by_fast_block(case: Case) -> Guess | None:
    """Laps in a row are clearly faster than those around them, and the heart rate is higher in them."""
    laps = [lap for lap in timed(case.evidence.laps) if lap.distance_m is not None]
    if (split := _fast_and_slow(laps)) is None:
        return None
    fast, slow = split
    if fast.speed_mps is None or slow.speed_mps is None or slow.speed_mps < MOVING_MPS:
        return None
    if fast.duration_s < SHORTEST_IN_ALL_S or slow.duration_s < SHORTEST_AROUND_S:
        return None
    whole_s = fast.duration_s + slow.duration_s
    if whole_s >= LONGEST_RUN_S or fast.duration_s < SHARE_OF_RUN * whole_s:
        return None
    usual_mps = case.usual.speed_mps or 0
    if fast.speed_mps < max(FASTER_THAN_AROUND * slow.speed_mps, FASTER_THAN_USUAL * usual_mps):
        return None
    if fast.avg_hr and slow.avg_hr and fast.avg_hr < BEATS_TIMES_AROUND * slow.avg_hr:
        return None
    because = (
        f"{spoken_minutes(fast.duration_s)} of it at {pace(fast.speed_mps, 1, case.unit)} "
        f"between slower running at {pace(slow.speed_mps, 1, case.unit)}."
    )
    is_tempo = fast.speed_mps >= TEMPO_TIMES_USUAL * usual_mps
    return Guess(kind=RunKind.TEMPO if is_tempo else RunKind.STEADY, because=because)


def _fast_and_slow(laps: Sequence[Lap]) -> tuple[Stretch, Stretch] | None:
    """Return the fast pieces as one and all the rest as one, None if there are not both."""
    fast_mps = _cut_mps(laps)
    fast: list[Lap] = []
    slow: list[Lap] = []
    pieces = 0
    for is_fast, group in groupby(laps, key=lambda lap: speed_of(lap) >= fast_mps):
        piece = list(group)
        if is_fast and stretch_of(piece).duration_s >= SHORTEST_PIECE_S:
            pieces += 1
            fast += piece
        else:
            slow += piece
    if not fast or not slow or (pieces > MOST_PIECES_IF_AUTOMATIC and are_automatic(laps)):
        return None
    return stretch_of(fast), stretch_of(slow)


def _cut_mps(laps: Sequence[Lap]) -> float:
    """Return the speed that parts the laps best into slow and fast (Otsu 1979), each by its duration."""
    by_speed = sorted(laps, key=speed_of)
    whole_s = sum(lap.duration_s or 0 for lap in laps)
    whole_m = sum(lap.distance_m or 0 for lap in laps)
    best, best_mps, slow_s, slow_m = 0.0, float("inf"), 0.0, 0.0
    for slower, faster in pairwise(by_speed):
        slow_s, slow_m = slow_s + (slower.duration_s or 0), slow_m + (slower.distance_m or 0)
        fast_s, fast_m = whole_s - slow_s, whole_m - slow_m
        between = slow_s * fast_s * (fast_m / fast_s - slow_m / slow_s) ** 2
        if between > best:
            best, best_mps = between, speed_of(faster)
    return best_mps

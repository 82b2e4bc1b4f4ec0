"""What laps that alternate say: repeats uphill, strides after easy running, intervals."""

from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
from logbook.kinds.repeats import Repeats, climbing_repeats, marked_repeats, paced_repeats
from logbook.kinds.stretches import MOVING_MPS, Stretch
from workouts.units import clock, height, in_words, pace, spoken_minutes
from workouts.vocabulary import RunKind

# Hill repeats are run on 4 % and more, where pace gives way to climb, and down again between.
STEEP = 0.04
LEVEL_BETWEEN = STEEP / 2
# Where the laps are silent, a hill run up and down for 20 m in every kilometre of the whole run.
STEEP_OVERALL = 0.02
# Longer climbs are the road itself.
LONGEST_HILL_S = 6 * 60

# Strides are 15 to 30 s, a few of them, once the legs are warm; many more are intervals of 30 s.
LONGEST_STRIDE_S = 30
STRIDES_IN_ALL_S = 5 * 60
EASY_BEFORE_STRIDES_S = 10 * 60

# Who walks between from the first minutes on, and runs slower than 5:33 a kilometre, runs and walks by turns.
WALKING_MPS, RUN_AND_WALK_MPS, WARM_UP_S = 2.0, 3.0, 5 * 60

# Interval work is a fifth faster than easy running; less than half of that is no effort.
FASTER_THAN_USUAL = 1.10


def by_hill_laps(case: Case) -> Guess | None:
    """Short climbs alternate with laps that do not climb, or repeats stand in a run that climbs much."""
    laps = case.evidence.laps
    if (found := climbing_repeats(laps, steep=STEEP)) and _is_short(found):
        _, between = found.middle(lambda stretch: stretch.climb)
        if between is not None and between <= LEVEL_BETWEEN:
            climb = f"{height(found.typical.ascent_m)} of climb"
            because = f"{_count(found)} uphill of {_lengths(found)}, with {climb} at a time."
            return Guess(kind=RunKind.HILLS, because=because)
    found = _repeats(case)
    climb_m, length_m = case.evidence.ascent_m, case.evidence.distance_m
    if found is None or not _is_short(found) or not climb_m or not length_m:
        return None
    if found.typical.ascent_m is not None or climb_m < STEEP_OVERALL * length_m:
        return None
    climb = f"{height(climb_m)} of climb"
    because = f"{_count(found)} of {_lengths(found)} between slower ones, in a run with {climb}."
    return Guess(kind=RunKind.HILLS, because=because)


def by_stride_laps(case: Case) -> Guess | None:
    """A few fast laps of half a minute at most follow easy running."""
    found = _repeats(case)
    if found is None or found.typical.duration_s > LONGEST_STRIDE_S:
        return None
    in_all_s = sum(piece.duration_s for piece in found.work)
    if in_all_s > STRIDES_IN_ALL_S or found.before_s < EASY_BEFORE_STRIDES_S:
        return None
    before = spoken_minutes(found.before_s)
    because = f"{_count(found, 'fast ')} of {_lengths(found)} after {before} of slower running."
    return Guess(kind=RunKind.STRIDES, because=because)


def by_walking_laps(case: Case) -> Guess | None:
    """Running and walking by turns, all the way: easy, however much the laps alternate."""
    if (found := _repeats(case)) is None or found.before_s >= WARM_UP_S:
        return None
    run_mps, walk_mps = found.middle(lambda stretch: stretch.speed_mps)
    if run_mps is None or walk_mps is None or walk_mps > WALKING_MPS:
        return None
    if not MOVING_MPS <= run_mps < RUN_AND_WALK_MPS:
        return None
    because = f"{_count(found)} of {_lengths(found)}, at {pace(run_mps, 1, case.unit)}, with walking between."
    return Guess(kind=RunKind.EASY, because=because)


def by_interval_laps(case: Case) -> Guess | None:
    """Faster laps alternate with slower ones."""
    if (found := _repeats(case)) is None:
        return None
    speed_mps, _ = found.middle(lambda stretch: stretch.speed_mps)
    usual_mps = case.usual.speed_mps
    if speed_mps and usual_mps and speed_mps < FASTER_THAN_USUAL * usual_mps:
        return None
    at = f", at {pace(speed_mps, 1, case.unit)}," if speed_mps and speed_mps >= MOVING_MPS else ""
    because = f"{_count(found)} of {_lengths(found)}{at} between slower ones."
    return Guess(kind=RunKind.INTERVALS, because=because)


def _repeats(case: Case) -> Repeats | None:
    return marked_repeats(case.evidence.laps) or paced_repeats(case.evidence.laps)


def _is_short(found: Repeats) -> bool:
    return found.typical.duration_s <= LONGEST_HILL_S


def _count(found: Repeats, how: str = "") -> str:
    number = len(found.work)
    return f"{in_words(number).capitalize()} {how}laps"


def _lengths(found: Repeats) -> str:
    """Return "about 3:12", or "1:30 to 6:10" where they differ by more than a quarter."""
    durations = sorted(piece.duration_s for piece in found.work)
    if durations[-1] <= 1.25 * durations[0]:
        return f"about {_spoken(found.typical)}"
    return f"{clock(durations[0])} to {clock(durations[-1])}"


def _spoken(piece: Stretch) -> str:
    return spoken_minutes(piece.duration_s) if piece.duration_s < 60 else clock(piece.duration_s)

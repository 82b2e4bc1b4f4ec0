"""What the length says: a long run is long for this athlete."""

from collections.abc import Iterator

from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
from workouts.units import decimal_text, distance, spoken_minutes
from workouts.vocabulary import RunKind

# From 75 min on a run may count as long (the planner's own bound), if it is well beyond the usual one.
LONG_S = 75 * 60
TIMES_USUAL = 1.4

# A beginner's long run is shorter and stands out further: half as long again, in a week of three runs, is
# over two fifths of the week.
LONG_FOR_A_BEGINNER_S = 45 * 60
TIMES_USUAL_IF_SHORTER = 1.5

# Without runs to compare with, only what is long for nearly everybody.
LONG_FOR_ANYBODY_S = 105 * 60


def by_length(case: Case) -> Guess | None:
    """It is far longer than the median of the earlier runs."""
    duration_s = case.evidence.duration_s
    if not case.usual.is_known:
        return _long_for_anybody(duration_s)
    bounds = ((LONG_S, TIMES_USUAL), (LONG_FOR_A_BEGINNER_S, TIMES_USUAL_IF_SHORTER))
    for at_least_s, at_least_times in bounds:
        for times, because in _comparisons(case):
            if duration_s >= at_least_s and times >= at_least_times:
                return Guess(kind=RunKind.LONG, because=because)
    return None


def _comparisons(case: Case) -> Iterator[tuple[float, str]]:
    """Yield how many times the usual the run is, by distance and by time, each with its sentence."""
    length_m, usual_m = case.evidence.distance_m, case.usual.distance_m
    if length_m and usual_m:
        times = length_m / usual_m
        yield times, _sentence(distance(length_m, case.unit), times, distance(usual_m, case.unit))
    duration_s, usual_s = case.evidence.duration_s, case.usual.duration_s
    if usual_s:
        times = duration_s / usual_s
        yield times, _sentence(spoken_minutes(duration_s), times, spoken_minutes(usual_s))


def _sentence(length: str, times: float, usual: str) -> str:
    return f"{length} is {decimal_text(times, places=1)} times your median of {usual}."


def _long_for_anybody(duration_s: float) -> Guess | None:
    if duration_s < LONG_FOR_ANYBODY_S:
        return None
    because = f"It took {spoken_minutes(duration_s)}, which is long for most runners."
    return Guess(kind=RunKind.LONG, because=because)

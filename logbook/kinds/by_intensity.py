"""What pace and heart rate say, held against the athlete's own calm runs."""

from collections.abc import Mapping
from types import MappingProxyType

from logbook.kinds.case import Case
from logbook.kinds.evidence import Guess
from logbook.kinds.usual import A_WHOLE_RUN_S
from workouts.units import decimal_text, distance, pace, spoken_minutes
from workouts.vocabulary import RunKind

# The usual courses, in metres, each with how much faster than easy it is run at the least: a race of that
# length is 30, 25, 20 or 12 % faster, and a bad day or a slow course takes a third to a half of it.
RACES: Mapping[float, float] = MappingProxyType(
    {5_000.0: 1.18, 10_000.0: 1.15, 21_097.5: 1.10, 42_195.0: 1.04}
)
# How far a watch finds a course to be: it adds some, and takes little away.
SHORT_OF_COURSE, BEYOND_COURSE = 0.99, 1.025
# Nearly as fast as the fastest of all runs about as long.
SHARE_OF_FASTEST, ABOUT_AS_LONG = 0.96, 0.75
RACE_BEATS_TIMES_USUAL = 1.06
# In a race the heart rate stays near the run's own highest; a warm-up in the same file pulls it away.
SHARE_OF_OWN_MAX = 0.88

# Easy pace sways by 3 to 4 % from day to day and heart rate by 3 %: twice as much in both
# at once is no chance.
TEMPO_TIMES_USUAL, TEMPO_BEATS_TIMES_USUAL = 1.17, 1.10
STEADY_TIMES_USUAL, STEADY_BEATS_TIMES_USUAL = 1.07, 1.05

# A recovery run is shorter and slower, or of a lower heart rate, than an easy one.
SHORT_TIMES_USUAL, SLOW_TIMES_USUAL, LOW_BEATS_TIMES_USUAL = 0.75, 0.93, 0.94

# Where the way climbs more than 20 m a kilometre, or is a trail, pace tells of the ground.
HILLY = 0.02
NO_PACE = frozenset({"trail", "mountain", "treadmill", "indoor_running", "virtual_activity"})


def by_race_effort(case: Case) -> Guess | None:
    """About the fastest run of its length, at a race's distance and at a high heart rate if there is one."""
    evidence, usual, speed_mps = case.evidence, case.usual, _pace_mps(case)
    length_m = evidence.distance_m
    if not speed_mps or not length_m or not usual.speed_mps:
        return None
    times_usual = [
        times for m, times in RACES.items() if SHORT_OF_COURSE * m <= length_m <= BEYOND_COURSE * m
    ]
    fastest_mps = usual.fastest_mps(at_least_m=ABOUT_AS_LONG * length_m) or 0
    if not times_usual or speed_mps < max(SHARE_OF_FASTEST * fastest_mps, times_usual[0] * usual.speed_mps):
        return None
    length = f"{distance(length_m, case.unit)} at {pace(speed_mps, 1, case.unit)}"
    because = f"{length} is among your fastest of that length"
    if not evidence.avg_hr or not usual.avg_hr:
        return Guess(kind=RunKind.RACE, because=f"{because}.")
    if evidence.avg_hr < max(
        RACE_BEATS_TIMES_USUAL * usual.avg_hr, SHARE_OF_OWN_MAX * (evidence.max_hr or 0)
    ):
        return None
    at = f"at a heart rate of {evidence.avg_hr} where {_beats(usual.avg_hr)} is usual"
    return Guess(kind=RunKind.RACE, because=f"{because}, {at}.")


def by_higher_intensity(case: Case) -> Guess | None:
    """Faster than the usual calm run, at a higher heart rate."""
    speed_mps, usual_mps = _pace_mps(case), case.usual.speed_mps
    beats, usual_beats = case.evidence.avg_hr, case.usual.avg_hr
    if not speed_mps or not usual_mps or not beats or not usual_beats:
        return None
    because = (
        f"{pace(speed_mps, 1, case.unit)} at a heart rate of {beats}, "
        f"where {pace(usual_mps, 1, case.unit)} and {_beats(usual_beats)} are usual."
    )
    faster, higher = speed_mps / usual_mps, beats / usual_beats
    if faster >= TEMPO_TIMES_USUAL and higher >= TEMPO_BEATS_TIMES_USUAL:
        return Guess(kind=RunKind.TEMPO, because=because)
    if faster >= STEADY_TIMES_USUAL and higher >= STEADY_BEATS_TIMES_USUAL:
        return Guess(kind=RunKind.STEADY, because=because)
    return None


def by_lower_intensity(case: Case) -> Guess | None:
    """Shorter than the usual run, and slower or at a lower heart rate, with neither of the two above it."""
    duration_s, usual_s = case.evidence.duration_s, case.usual.duration_s
    if not usual_s or not A_WHOLE_RUN_S <= duration_s <= SHORT_TIMES_USUAL * usual_s:
        return None
    speed_mps, usual_mps = _pace_mps(case), case.usual.speed_mps
    beats, usual_beats = case.evidence.avg_hr, case.usual.avg_hr
    own, usual = [], []
    if speed_mps and usual_mps and speed_mps <= SLOW_TIMES_USUAL * usual_mps:
        own.append(pace(speed_mps, 1, case.unit))
        usual.append(pace(usual_mps, 1, case.unit))
    if beats and usual_beats and beats <= LOW_BEATS_TIMES_USUAL * usual_beats:
        own.append(f"a heart rate of {beats}")
        usual.append(_beats(usual_beats))
    if (
        not own
        or (usual_mps and (speed_mps or 0) > usual_mps)
        or (usual_beats and (beats or 0) > usual_beats)
    ):
        return None
    because = (
        f"{spoken_minutes(duration_s)} at {' and '.join(own)} is shorter and easier "
        f"than your usual {spoken_minutes(usual_s)} at {' and '.join(usual)}."
    )
    return Guess(kind=RunKind.RECOVERY, because=because)


def _pace_mps(case: Case) -> float | None:
    """Return the speed of a run whose pace tells of effort."""
    evidence = case.evidence
    climbs = bool(
        evidence.ascent_m and evidence.distance_m and evidence.ascent_m > HILLY * evidence.distance_m
    )
    return None if climbs or evidence.sub_sport in NO_PACE else case.speed_mps


def _beats(beats: float) -> str:
    return decimal_text(beats, places=0)

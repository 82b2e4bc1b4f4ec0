"""Adds a track up to the totals of a run, for whatever its file does not say itself."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from logbook.track.track import Track

# Altitude is noisy by a metre or two even on the flat. A climb counts once it is three metres above
# the lowest since the last descent, the same threshold that GoldenCheetah counts with, and then on to
# its highest, until a descent has led three metres down from there. So waves of 4 m count 4 m each,
# wherever in one the track begins, and noise of 2 m counts nothing.
CLIMB_M = 3.0

# Slower than 1 km/h is standing, and a position that drifts; gpxpy counts from the same speed.
STANDING_M_PER_S = 1 / 3.6


@dataclass(frozen=True, kw_only=True)
class Summary:
    """
    The totals of a track; None where no point says anything that counts towards it.

    span_s: seconds from the first point to the last.
    moving_s: seconds between neighbouring points of one stretch that lie apart by more than 1 km/h.
    distance_m, ascent_m: metres; a climb across a pause does not count.
    avg_hr, max_hr: beats a minute, the mean of the points.
    """

    span_s: float | None
    moving_s: float | None
    distance_m: float | None
    avg_hr: int | None
    max_hr: int | None
    ascent_m: float | None


def summarise(track: Track) -> Summary:
    """Return the totals of a track that is in order."""
    beats = [bpm for bpm in track.beats if bpm is not None]
    return Summary(
        span_s=track.seconds[-1] - track.seconds[0] if len(track) else None,
        moving_s=_moving_s(track),
        distance_m=next((metres for metres in reversed(track.metres) if metres is not None), None),
        avg_hr=round(sum(beats) / len(beats)) if beats else None,
        max_hr=max(beats, default=None),
        ascent_m=_ascent_m(track),
    )


def _moving_s(track: Track) -> float | None:
    """
    Return the seconds in motion, uphill included, which gpxpy counts so too.

    A point without metres leaves the two around it neighbours.
    """
    moving_s: float | None = None
    for begins, ends in pairwise([0, *track.resumes, len(track)]):
        said = [n for n in range(begins, ends) if track.metres[n] is not None]
        for before, after in pairwise(said):
            seconds = track.seconds[after] - track.seconds[before]
            moved_m = math.hypot(_gain(track.metres, before, after), _gain(track.altitudes_m, before, after))
            moving_s = (moving_s or 0.0) + (seconds if moved_m > STANDING_M_PER_S * seconds else 0.0)
    return moving_s


def _gain(column: Sequence[float | None], before: int, after: int) -> float:
    one, other = column[before], column[after]
    return 0.0 if one is None or other is None else other - one


def _ascent_m(track: Track) -> float | None:
    """Return the metres climbed, in climbs of three and more."""
    climbed_m: float | None = None
    for begins, ends in pairwise([0, *track.resumes, len(track)]):
        said = [altitude_m for altitude_m in track.altitudes_m[begins:ends] if altitude_m is not None]
        if said:
            climbed_m = (climbed_m or 0.0) + _climbs_m(said)
    return climbed_m


def _climbs_m(altitudes_m: Sequence[float]) -> float:
    climbed_m = 0.0
    lowest_m = highest_m = altitudes_m[0]
    is_climbing = False
    for altitude_m in altitudes_m:
        if not is_climbing:
            lowest_m = min(lowest_m, altitude_m)
            if altitude_m - lowest_m >= CLIMB_M:
                is_climbing = True
                highest_m = lowest_m
        if is_climbing and altitude_m > highest_m:
            climbed_m += altitude_m - highest_m
            highest_m = altitude_m
        elif is_climbing and highest_m - altitude_m >= CLIMB_M:
            is_climbing = False
            lowest_m = altitude_m
    return climbed_m

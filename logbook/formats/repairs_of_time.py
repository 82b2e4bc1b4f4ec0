"""Repairs of the moments of a track's points: clocks set late, no time, out of order, the same twice."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import TypeVar

from logbook.formats.columns import Change, only, points, stretch_of_each
from logbook.formats.plausible import LONGEST_S
from logbook.track.earth import haversine_m
from logbook.track.track import Track

T = TypeVar("T")


def leave_out_before_clock_was_set(track: Track) -> Change:
    """A clock that was set on the way lets the first points lie years before the start."""
    kept = [n for n, seconds in enumerate(track.seconds) if not seconds < -LONGEST_S]
    count = len(track) - len(kept)
    if not count:
        return track, ""
    was = "was" if count == 1 else "were"
    return only(track, kept), f"{points(count)} from before the clock of the watch was set {was} left out."


def fill_in_times(track: Track) -> Change:
    """A point without a time between two with one was passed at an even pace, by its place or its metres."""
    seconds = list(track.seconds)
    filled = 0
    for begins, ends in pairwise([0, *track.resumes, len(track)]):
        timed = [n for n in range(begins, ends) if not math.isnan(seconds[n])]
        for before, after in pairwise(timed):
            if after - before == 1 or (shares := _shares(track, before, after)) is None:
                continue
            for n, share in enumerate(shares, start=before + 1):
                seconds[n] = seconds[before] + share * (seconds[after] - seconds[before])
            filled += len(shares)
    if not filled:
        return track, ""
    whose = "its" if filled == 1 else "their"
    said = f"{points(filled)} had no time; it was filled in between {whose} neighbours."
    return replace(track, seconds=seconds), said


def _shares(track: Track, first: int, last: int) -> list[float] | None:
    """Return what part of the way from first to last lies before each point between; None if unknown."""
    places = [place for place in track.places[first : last + 1] if place is not None]
    metres = [metres for metres in track.metres[first : last + 1] if metres is not None]
    if len(places) == last - first + 1:
        hops = [haversine_m(one, other) for one, other in pairwise(places)]
    elif len(metres) == last - first + 1:
        hops = [max(0.0, other - one) for one, other in pairwise(metres)]
    else:
        return None
    *gone_m, way_m = accumulate(hops)
    return [each_m / way_m for each_m in gone_m] if way_m else None


def leave_out_untimed(track: Track) -> Change:
    """What has no time now has no place in a record of when; NaN stands for none."""
    kept = [n for n, seconds in enumerate(track.seconds) if not math.isnan(seconds)]
    count = len(track) - len(kept)
    if not count:
        return track, ""
    return only(track, kept), f"{points(count)} without a time {'was' if count == 1 else 'were'} left out."


def leave_out_recorded_twice(track: Track) -> Change:
    """
    Where a segment is written twice, or two overlap in time, the one that began first goes on to its end.

    Put in order point by point, they would break off at each other at every point.
    """
    stretches = [range(*ends) for ends in pairwise([0, *track.resumes, len(track)]) if ends[0] < ends[1]]
    kept: list[int] = []
    latest = -math.inf
    for stretch in sorted(stretches, key=lambda each: track.seconds[each[0]]):
        # Its ends in the file: one wrong moment on the way must not outweigh all the stretches behind it.
        begins, ends = track.seconds[stretch[0]], track.seconds[stretch[-1]]
        # What begins where the one before ends is no second recording, if it should end there, too.
        if begins >= latest or ends > latest:
            kept += [n for n in stretch if track.seconds[n] >= latest]
            latest = max(latest, ends)
    count = len(track) - len(kept)
    if not count:
        return track, ""
    was = "was" if count == 1 else "were"
    return only(track, kept), f"{points(count)} of a time that was recorded already {was} left out."


def put_in_order(track: Track) -> Change:
    """Some apps write points late, or segments in the wrong order."""
    early = 0
    latest = -math.inf
    for seconds in track.seconds:
        early += seconds < latest
        latest = max(latest, seconds)
    if not early:
        return track, ""
    order = sorted(range(len(track)), key=lambda n: track.seconds[n])
    was = "was" if early == 1 else "were"
    return only(track, order), f"{points(early)} out of order in time {was} put in order."


def join_same_moments(track: Track) -> Change:
    """
    Two rows of one moment, as watches write where laps meet, are one: what the first does not say, the
    other may.  Where recording was resumed in the moment it ended, both stay: one ends, one begins.
    """
    stretches = stretch_of_each(track)
    rows = range(len(track))
    groups = [list(group) for _, group in groupby(rows, key=lambda n: (stretches[n], track.seconds[n]))]
    count = len(track) - len(groups)
    if not count:
        return track, ""
    joined = replace(
        only(track, [group[0] for group in groups]),
        metres=[_first(track.metres, group) for group in groups],
        beats=[_first(track.beats, group) for group in groups],
        altitudes_m=[_first(track.altitudes_m, group) for group in groups],
        places=[_first(track.places, group) for group in groups],
    )
    return (
        joined,
        f"{points(count)} at the same moment as another {'was' if count == 1 else 'were'} joined to it.",
    )


def _first(column: Sequence[T | None], positions: Sequence[int]) -> T | None:
    return next((column[n] for n in positions if column[n] is not None), None)

"""Repairs of the distances that a track's points say, and the distance of a track that says none."""

from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from logbook.formats.columns import Change, is_possible, points
from logbook.formats.plausible import FARTHEST_M
from logbook.track.earth import haversine_m
from logbook.track.track import Track
from workouts.units import grouped


class _Said(NamedTuple):
    """What one point says of the distance."""

    position: int
    seconds: float
    metres: float


def leave_out_stray_metres(track: Track) -> Change:
    """A distance that falls or leaps while the next goes on from the one before is wrong by itself."""
    metres = list(track.metres)
    said = _said(track)
    lost = 0
    last: _Said | None = None
    for here, following in zip_longest(said, said[1:]):
        if _is_stray(last, here, following):
            metres[here.position] = None
            lost += 1
        else:
            last = here
    if not lost:
        return track, ""
    whose = "its" if lost == 1 else "their"
    return replace(track, metres=metres), f"{points(lost)} at an impossible distance lost {whose} distance."


def count_on(track: Track) -> Change:
    """A counter that begins again, as some do each lap, or leaps ahead is counted on from where it was."""
    metres = list(track.metres)
    ahead_m = way_m = 0.0
    times = 0
    last: _Said | None = None
    for here in _said(track):
        if last is not None and not _goes_on(last, here):
            times += 1
            ahead_m += last.metres - here.metres
            # A counter set back to 0 has counted since, if that is possible.
            if here.metres < last.metres and is_possible(here.metres, here.seconds - last.seconds):
                ahead_m += here.metres
        # Rounding may lead back by less than an atom.
        metres[here.position] = way_m = max(way_m, here.metres + ahead_m)
        last = here
    if not times:
        return track, ""
    often = "once" if times == 1 else f"{grouped(times)} times"
    return replace(track, metres=metres), f"The distance began again or leapt {often}; it was counted on."


def reckon_metres(track: Track) -> Change:
    """
    Where no point says a distance, the way leads from place to place; nobody needs to be told.

    A point without a place has no metres: the way leads straight on to the next. What lies before a
    point where recording was resumed does not count.
    """
    if any(metres is not None for metres in track.metres):
        return track, ""
    metres: list[float | None] = [None] * len(track)
    way_m = 0.0
    for begins, ends in pairwise([0, *track.resumes, len(track)]):
        last = None
        for n in range(begins, ends):
            place = track.places[n]
            if place is None:
                continue
            if last is not None and place != last:
                way_m += haversine_m(last, place)
            metres[n] = way_m
            last = place
    return replace(track, metres=metres), ""


def leave_out_endless_way(track: Track) -> Change:
    """Hops that are each possible add up, over days, to a way that nobody goes."""
    if all(metres is None or metres <= FARTHEST_M for metres in track.metres):
        return track, ""
    said = f"The way adds up to more than {grouped(FARTHEST_M // 1000)} km; its distances were left out."
    return replace(track, metres=[None] * len(track)), said


def _said(track: Track) -> list[_Said]:
    return [
        _Said(n, seconds, metres)
        for n, (seconds, metres) in enumerate(zip(track.seconds, track.metres, strict=True))
        if metres is not None
    ]


def _is_stray(last: _Said | None, here: _Said, following: _Said | None) -> bool:
    if last is None:
        # The rest of a counter that was set back a moment later.
        return following is not None and following.metres < here.metres / 2
    if _goes_on(last, here):
        return False
    if here.metres >= last.metres:
        return following is None or following.metres < here.metres
    # Only to less than half does a counter fall that begins again; less is a reckoning that went back.
    return here.metres >= last.metres / 2 or following is None or following.metres >= last.metres


def _goes_on(last: _Said, here: _Said) -> bool:
    return here.metres >= last.metres and is_possible(here.metres - last.metres, here.seconds - last.seconds)

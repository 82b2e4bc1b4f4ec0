"""A track without its two ends, so that a file given away does not lead to anybody's door."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from logbook.track.earth import haversine_m
from logbook.track.track import Place, Track

ENDS_M = 200.0


def trimmed(track: Track, *, ends_m: float = ENDS_M) -> Track | None:
    """
    Return the track from 200 m after its start to 200 m before its end, or None when nothing is left.

    The first point that stays is 200 m on along the way and its place 200 m off the first recorded one in a
    straight line, since a watch that waits at the door adds up metres of jitter; the last likewise, from the
    end back.  Nothing of the points before and after stays.  Seconds and metres still count from the
    original start.  Without distances nobody can say which points are near an end, so none stays; without
    any place, the way alone counts.

    All between those two points is kept: where the way comes past the door again, these places are in it.
    A first place that is itself wrong by so far moves the circle around it along.
    """
    told = [index for index, metres in enumerate(track.metres) if metres is not None]
    metres = [value for value in track.metres if value is not None]
    if not metres:
        return None
    first = bisect_left(metres, metres[0] + ends_m)
    stop = bisect_right(metres, metres[-1] - ends_m)
    inner: Sequence[int] = told[first:stop]
    places = [place for place in track.places if place is not None]
    if places:
        inner = _away(inner, track, places[0], ends_m)
        inner = _away(inner[::-1], track, places[-1], ends_m)[::-1]
    return _between(track, inner[0], inner[-1] + 1) if inner else None


def _away(indexes: Sequence[int], track: Track, door: Place, ends_m: float) -> Sequence[int]:
    """Return the points from the first one on that is known to lie so far from the door."""
    for number, index in enumerate(indexes):
        place = track.places[index]
        if place is not None and haversine_m(place, door) >= ends_m:
            return indexes[number:]
    return ()


def _between(track: Track, start: int, stop: int) -> Track:
    return Track(
        seconds=track.seconds[start:stop],
        metres=track.metres[start:stop],
        beats=track.beats[start:stop],
        altitudes_m=track.altitudes_m[start:stop],
        places=track.places[start:stop],
        resumes=tuple(index - start for index in track.resumes if start < index < stop),
    )

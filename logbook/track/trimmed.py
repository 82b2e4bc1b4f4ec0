"""A track without its two ends, so that a file given away does not lead to anybody's door."""

from bisect import bisect_left, bisect_right

from logbook.track.track import Track

ENDS_M = 200.0


def trimmed(track: Track, *, ends_m: float = ENDS_M) -> Track | None:
    """
    Return the track without the first and the last 200 m along its way, or None when nothing is left.

    The points that stay are those from 200 m after the first to 200 m before the last, nothing of the others
    stays with them.  Seconds and metres still count from the original start.  Without distances nobody
    can say which points are near an end, so none stays.  A place in the middle is kept even if the way
    comes past the door there.
    """
    chosen = [index for index, metres in enumerate(track.metres) if metres is not None]
    metres = [value for value in track.metres if value is not None]
    if not metres:
        return None
    first = bisect_left(metres, metres[0] + ends_m)
    last = bisect_right(metres, metres[-1] - ends_m) - 1
    if first > last:
        return None
    start, stop = chosen[first], chosen[last] + 1
    return Track(
        seconds=track.seconds[start:stop],
        metres=track.metres[start:stop],
        beats=track.beats[start:stop],
        altitudes_m=track.altitudes_m[start:stop],
        places=track.places[start:stop],
        resumes=tuple(index - start for index in track.resumes if start < index < stop),
    )

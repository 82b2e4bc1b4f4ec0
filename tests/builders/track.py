"""Makes tracks from the columns a test is about; the others say nothing."""

from logbook.track.track import Track


def track_of(seconds, *, metres=None, beats=None, altitudes_m=None, places=None, resumes=()):
    """Return the track of those columns; `places` may be metres due north of 50° N 8° E."""
    nothing = [None] * len(seconds)
    return Track(
        seconds=tuple(float(each) for each in seconds),
        metres=tuple(nothing if metres is None else metres),
        beats=tuple(nothing if beats is None else beats),
        altitudes_m=tuple(nothing if altitudes_m is None else altitudes_m),
        places=tuple(nothing if places is None else places),
        resumes=tuple(resumes),
    )


def north(metres):
    """Return the place so many metres due north of 50° N 8° E."""
    return (50 + metres / 111_195.080, 8.0)

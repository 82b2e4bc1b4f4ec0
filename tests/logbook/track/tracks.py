"""Tracks for tests: even ones to reckon with by hand, and odd ones for properties."""

from hypothesis import strategies as st

from logbook.track.track import Track

STEP_S = st.integers(0, 6000).map(lambda n: n / 100)
STEP_DM = st.integers(0, 1500)
BEATS = st.none() | st.integers(0, 250)
ALTITUDES_M = st.none() | st.integers(-4000, 90000).map(lambda n: n / 10)
PLACES = st.none() | st.tuples(
    st.integers(-90_000_000, 90_000_000).map(lambda n: n / 1_000_000),
    st.integers(-180_000_000, 180_000_000).map(lambda n: n / 1_000_000),
)
POINTS = st.tuples(STEP_S, STEP_DM, st.booleans(), BEATS, ALTITUDES_M, PLACES, st.integers(0, 9))


def even_track(*, metres, every_m=10.0, m_per_s=2.5, beats=None, rise=0.0, altitude_m=None):
    """A run at an even speed on an even slope, a point every 10 m."""
    count = int(metres / every_m) + 1
    along = [every_m * number for number in range(count)]
    return Track(
        seconds=[m / m_per_s for m in along],
        metres=along,
        beats=[beats] * count,
        altitudes_m=[None if altitude_m is None else altitude_m + rise * m for m in along],
        places=[None] * count,
    )


def track_of(*points, resumes=()):
    """A track from (seconds, metres, beats, altitude, place), with what stands last left out if unknown."""
    rows = [(*point, *[None] * (5 - len(point))) for point in points]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[]] * 5
    seconds, metres, beats, altitudes_m, places = columns
    return Track(
        seconds=seconds,
        metres=metres,
        beats=beats,
        altitudes_m=altitudes_m,
        places=places,
        resumes=resumes,
    )


@st.composite
def tracks(draw, places=True, distances=None):
    """Any track on the grid that is kept; `distances` says whether its points all have one, or some."""
    every = draw(st.booleans()) if distances is None else distances
    at_cs, at_dm = 0, 0
    points, resumes = [], []
    for step_s, step_dm, has_metres, beats, altitude_m, place, dice in draw(st.lists(POINTS, max_size=25)):
        at_cs += round(step_s * 100)
        at_dm += step_dm
        if dice == 0 and points:
            resumes.append(len(points))
        metres = at_dm / 10 if has_metres or every else None
        points.append((at_cs / 100, metres, beats, altitude_m, place if places else None))
    return track_of(*points, resumes=tuple(resumes))

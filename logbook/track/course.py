"""A track laid along one axis, its way or its time, to be read at any place between two points."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add, mul, sub

from logbook.track.track import Track

# Watches go on counting metres where they lose a minute of points, and stop where the athlete stops them.
# Slower than any walk across a gap, it was a pause; faster, it was run and its time counts.
PAUSE_M_PER_S = 1.0

# Some watches say the heart rate at every other point only.
HOLDS_S = 10.0

# No activity is so long, and a track that says so must not be walked along to its end, step by step.
FARTHEST_M = 1_000_000.0

# What is left where equal sums are taken from each other.
_NO_TIME_S = 1e-9


@dataclass(frozen=True, kw_only=True)
class Course:
    """
    Some points of a track in columns of equal length, at least two.

    A position is an index into them, 2.5 lying halfway between the points 2 and 3.

    along: metres since the first of them or, where `by_time`, seconds; never falling.
    seconds: since the activity's start, as in the track.
    ran_s: since the first of them, pauses left out.
    resumes: positions of the points before which nothing was recorded.
    """

    by_time: bool
    along: Sequence[float]
    seconds: Sequence[float]
    ran_s: Sequence[float]
    beats: Sequence[int | None]
    altitudes_m: Sequence[float | None]
    resumes: frozenset[int]

    @property
    def length(self) -> float:
        """The metres or seconds from first to last."""
        return self.along[-1]

    def position(self, along: float) -> float:
        """Return where so far along is reached first; beyond either end, that end."""
        after = bisect_left(self.along, along)
        if after == 0:
            return 0.0
        if after == len(self.along):
            return after - 1.0
        before = self.along[after - 1]
        return after - 1 + (along - before) / (self.along[after] - before)

    def positions(self, step: float, count: int) -> list[float]:
        """Return the edges of `count` stretches, each a `step` long but the last, which takes the rest."""
        return [
            0.0,
            *(self.position(step * number) for number in range(1, count)),
            len(self.along) - 1.0,
        ]


def by_distance(track: Track) -> Course | None:
    """Return the points that say how far they are, up to 1,000 km; None where these gain no metres."""
    metres = [value for value in track.metres if value is not None]
    along = [value - metres[0] for value in metres if value - metres[0] <= FARTHEST_M]
    if not along or along[-1] <= 0:
        return None
    if len(along) == len(track):
        return _course(track, along, frozenset(track.resumes), by_time=False)
    chosen = [index for index, value in enumerate(track.metres) if value is not None][: len(along)]
    resumes = {bisect_left(chosen, index) for index in track.resumes} - {0, len(chosen)}
    told = Track(
        seconds=[track.seconds[index] for index in chosen],
        beats=[track.beats[index] for index in chosen],
        altitudes_m=[track.altitudes_m[index] for index in chosen],
    )
    return _course(told, along, frozenset(resumes), by_time=False)


def by_time(track: Track) -> Course | None:
    """Return all points along their time; None where no time passes."""
    if not track.seconds or track.seconds[-1] <= track.seconds[0]:
        return None
    start = track.seconds[0]
    return _course(track, [value - start for value in track.seconds], frozenset(track.resumes), by_time=True)


def _course(track: Track, along: list[float], resumes: frozenset[int], *, by_time: bool) -> Course:
    return Course(
        by_time=by_time,
        along=along,
        seconds=track.seconds,
        ran_s=_ran_s(track.seconds, [0.0] * len(along) if by_time else along, resumes),
        beats=track.beats,
        altitudes_m=track.altitudes_m,
        resumes=resumes,
    )


def _ran_s(seconds: Sequence[float], metres: Sequence[float], resumes: frozenset[int]) -> list[float]:
    """Return the seconds since the first point without those across a pause."""
    ran_s: list[float] = []
    away_s = seconds[0]
    for first, last in pairwise([0, *sorted(resumes), len(seconds)]):
        if first:
            passed_s = seconds[first] - seconds[first - 1]
            if metres[first] - metres[first - 1] < passed_s * PAUSE_M_PER_S:
                away_s += passed_s
        ran_s.extend([value - away_s for value in seconds[first:last]])
    return ran_s


def reading(column: Sequence[float], position: float) -> float:
    """Return what a column says at a position, in a straight line between two points."""
    index = int(position)
    if index == position:
        return column[index]
    return column[index] + (column[index + 1] - column[index]) * (position - index)


@dataclass(frozen=True)
class Means:
    """A column of a course summed over the time it was recorded, so that any stretch's mean is at hand."""

    _known_s: Sequence[float]
    _value_s: Sequence[float]

    def between(self, start: float, end: float, *, least_s: float = 0.0) -> float | None:
        """Return the mean over time between two positions; None where no more than `least_s` have a value."""
        known_s = reading(self._known_s, end) - reading(self._known_s, start)
        if known_s <= max(least_s, _NO_TIME_S):
            return None
        return (reading(self._value_s, end) - reading(self._value_s, start)) / known_s / 2


def means(course: Course, column: Sequence[float | None]) -> Means:
    """Sum up a column of the course; the mean of two points counts for the time between them."""
    steps_s = list(map(sub, course.ran_s[1:], course.ran_s))
    for index in course.resumes:
        steps_s[index - 1] = 0.0
    sums = [0.0] * len(steps_s)
    if None not in column:
        sums = list(map(add, column, column[1:]))
    else:
        held = _held(course, column)
        for index, (before, after) in enumerate(pairwise(held)):
            if before is None or after is None:
                steps_s[index] = 0.0
            else:
                sums[index] = before + after
    return Means(
        _known_s=list(accumulate(steps_s, initial=0.0)),
        _value_s=list(accumulate(map(mul, steps_s, sums), initial=0.0)),
    )


def _held(course: Course, column: Sequence[float | None]) -> list[float | None]:
    """Let a value stand for the points after it that say none, for ten seconds or until a gap."""
    held: list[float | None] = []
    last: float | None = None
    until_s = 0.0
    for index, (value, ran_s) in enumerate(zip(column, course.ran_s, strict=True)):
        if value is not None:
            last, until_s = value, ran_s + HOLDS_S
        elif index in course.resumes or ran_s > until_s:
            last = None
        held.append(last)
    return held

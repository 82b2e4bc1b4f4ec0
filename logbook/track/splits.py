"""Kilometre by kilometre, or mile by mile: how long each took, how the heart went, how it climbed.

Formula   a split begins and ends where its distance is first reached, in a straight line between the two
          points around that place; the time across a pause counts in no split; the mean heart rate weighs
          each moment alike; the rise is the smoothed height at the end less that at the start.
Units     metres, seconds, beats a minute.
Source    a choice of our own.
Limits    distances are counted from the first point that says one.
"""

from dataclasses import dataclass
from itertools import pairwise

from logbook.track.course import by_distance, means, reading
from logbook.track.graded import graded
from logbook.track.heights import heights
from logbook.track.track import Track

# So short a rest has no pace worth a line and stays with the split before it.
LEAST_M = 20.0


@dataclass(frozen=True, kw_only=True)
class Split:
    """
    One of the equal parts of a run; what is unknown is None.

    number: from 1.
    distance_m: as asked for; the last is what remains, and less, or at most 20 m more.
    duration_s: from start to end without pauses, that is without the time across a `resumes`, unless the
        way went on across it.
    avg_hr: mean beats a minute over the time, where more than half of it has any.
    rise_m: how much higher the end lies than the start, below zero when lower.
    graded_s: what it would have taken on level ground, by Minetti.
    """

    number: int
    distance_m: float
    duration_s: float
    avg_hr: int | None
    rise_m: float | None
    graded_s: float | None


def splits(*, track: Track, every_m: float) -> tuple[Split, ...]:
    """Return the splits of a run, 1000 or 1609.344 m each; none where no distance is known."""
    course = by_distance(track)
    if course is None:
        return ()
    full, rest_m = divmod(course.length, every_m)
    count = max(1, int(full) + (rest_m >= LEAST_M))
    ends_m = [*(every_m * number for number in range(count)), course.length]
    heart = means(course, course.beats)
    ground = heights(course)
    level = None if ground is None else graded(course, ground)

    found = []
    positions = course.positions(every_m, count)
    for number, ((start, end), (start_m, end_m)) in enumerate(
        zip(pairwise(positions), pairwise(ends_m), strict=True), start=1
    ):
        duration_s = reading(course.ran_s, end) - reading(course.ran_s, start)
        beats = heart.between(start, end, least_s=duration_s / 2)
        low_m, high_m = (None, None) if ground is None else (ground.at(start_m), ground.at(end_m))
        found.append(
            Split(
                number=number,
                distance_m=end_m - start_m,
                duration_s=duration_s,
                avg_hr=None if beats is None else round(beats),
                rise_m=None if low_m is None or high_m is None else high_m - low_m,
                graded_s=None if level is None else level.between(start_m, end_m),
            )
        )
    return tuple(found)

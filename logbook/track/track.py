"""What a watch recorded of an activity, point by point and lap by lap."""

from collections.abc import Sequence
from dataclasses import dataclass

# Degrees north of the equator and east of Greenwich.
Place = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Track:
    """
    The points of one activity in order of time, in columns of equal length; None is what one does not say.

    seconds: since the activity's start, never falling.
    metres: along the way since its start, never falling where they are said.
    beats: a minute.
    altitudes_m: above the sea.
    places: where.
    resumes: positions of the points before which nothing was recorded, a pause or a gap; never 0.
    """

    seconds: Sequence[float] = ()
    metres: Sequence[float | None] = ()
    beats: Sequence[int | None] = ()
    altitudes_m: Sequence[float | None] = ()
    places: Sequence[Place | None] = ()
    resumes: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.seconds)


@dataclass(frozen=True, kw_only=True)
class Lap:
    """
    One lap as the watch summed it up; what it does not say is None.

    starts_s: seconds since the activity's start.
    duration_s: seconds on the stopwatch.
    intensity: what a structured workout meant it for, in the words of FIT: "active", "rest", "warmup",
        "cooldown", "recovery", "interval".
    by_hand: whether the athlete pressed the button, as opposed to a lap every kilometre; None if unsaid.
    """

    starts_s: float | None
    duration_s: float | None
    distance_m: float | None
    avg_hr: int | None
    max_hr: int | None
    ascent_m: float | None
    intensity: str | None = None
    by_hand: bool | None = None

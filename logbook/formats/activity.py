"""The one neutral record that every file format is read into, and the refusal when it cannot be."""

from dataclasses import dataclass, field
from datetime import datetime

from logbook.formats.detect import Format
from logbook.track.track import Lap, Track


class Unreadable(ValueError):
    """The file is not taken. `str()` is the whole text for the athlete: what is wrong, what to do."""


@dataclass(frozen=True, kw_only=True)
class Activity:
    """
    What one recorded activity says of itself.

    Zero is a value; what the file does not say, or says absurdly, is None.

    format: the format it was read from.
    started_at: the start, aware, in UTC; None where the clock of the watch was never set, and the track
        and the laps then count their seconds from the first point.
    title: what the athlete, the app or the structured workout called it.
    sport, sub_sport: in the words of FIT ("running", "trail"); "generic" where the file names a sport
        that is none, or names none at all and yet could.
    timer_s: seconds on the stopwatch, pauses left out.
    moving_s: seconds in motion, as the watch judged it.
    elapsed_s: seconds from start to end, pauses included.
    distance_m, ascent_m: metres.
    avg_hr, max_hr: beats a minute.
    device: what recorded it, for people to read ("Garmin fenix6").
    flags: what the file marks it as, in words of kinds of run: "race", "intervals", "long".
    track, laps: point by point and lap by lap, as far as recorded, once the repairs are made.
    repairs: a sentence for each repair that changed something.
    caveat: a sentence for the athlete when the file was damaged or broke off and was yet read.
    """

    format: Format
    started_at: datetime | None
    title: str | None = None
    sport: str
    sub_sport: str | None
    timer_s: float | None
    moving_s: float | None
    elapsed_s: float | None
    distance_m: float | None
    avg_hr: int | None
    max_hr: int | None
    ascent_m: float | None
    device: str | None
    flags: frozenset[str] = frozenset()
    track: Track = field(default_factory=Track)
    laps: tuple[Lap, ...] = ()
    repairs: tuple[str, ...] = ()
    caveat: str | None = None

    @property
    def is_run(self) -> bool:
        """Whether this counts as running: on road, trail, track or treadmill alike."""
        return self.sport == "running"

    @property
    def duration_s(self) -> float | None:
        """The seconds to count: the stopwatch, else start to end, else the time in motion."""
        return next((s for s in (self.timer_s, self.elapsed_s, self.moving_s) if s is not None), None)

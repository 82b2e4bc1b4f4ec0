"""The points of a GPX or TCX file in columns, as the file has them, before anything is put right."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import nan

from logbook.formats.plausible import EARLIEST
from logbook.track.track import Place, Track

_CLOCK_SET = EARLIEST.timestamp()
# Files say thousandths of a second at best; the rest is what counting since 1970 leaves behind.
_DECIMALS = 3


@dataclass(kw_only=True)
class RawPoint:
    """One point while it is being read; what it does not say is None."""

    moment: float | None = None
    metres: float | None = None
    bpm: int | None = None
    altitude_m: float | None = None
    north: float | None = None
    east: float | None = None

    @property
    def place(self) -> Place | None:
        """Where it lies, which half a place does not say."""
        return None if self.north is None or self.east is None else (self.north, self.east)


@dataclass(kw_only=True)
class RawTrack:
    """
    Points as they come, in columns; None is what one does not say.

    moments: seconds since 1970 in UTC. What a clock wrote that was never set lies before the year 2000:
        it says how long something took, and not when it was.
    """

    moments: list[float | None] = field(default_factory=list)
    metres: list[float | None] = field(default_factory=list)
    beats: list[int | None] = field(default_factory=list)
    altitudes_m: list[float | None] = field(default_factory=list)
    places: list[Place | None] = field(default_factory=list)
    resumes: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.moments)

    def take(self, point: RawPoint) -> None:
        """Add the next point."""
        self.moments.append(point.moment)
        self.metres.append(point.metres)
        self.beats.append(point.bpm)
        self.altitudes_m.append(point.altitude_m)
        self.places.append(point.place)

    def break_off(self) -> None:
        """What lies before the next point was not recorded."""
        self.resumes.append(len(self))

    def go_on_with(self, other: "RawTrack") -> None:
        """Add the points of another track, with a break before them."""
        self.break_off()
        self.resumes += [len(self) + at for at in other.resumes]
        self.moments += other.moments
        self.metres += other.metres
        self.beats += other.beats
        self.altitudes_m += other.altitudes_m
        self.places += other.places

    @property
    def timed(self) -> int:
        """How many points have a time."""
        return len(self) - self.moments.count(None)

    @property
    def first(self) -> float | None:
        """The earliest moment."""
        return min(once_set(self.moments), default=None)

    @property
    def last(self) -> float | None:
        """The latest moment."""
        return max(once_set(self.moments), default=None)

    @property
    def span_s(self) -> float:
        """The seconds from the earliest moment to the latest; 0 without any."""
        return (self.last or 0.0) - (self.first or 0.0)

    def since(self, start: float) -> Track:
        """Return the track with its seconds since the moment `start`; NaN where a point has no time."""
        return Track(
            seconds=[nan if at is None else round(at - start, _DECIMALS) for at in self.moments],
            metres=self.metres,
            beats=self.beats,
            altitudes_m=self.altitudes_m,
            places=self.places,
            resumes=self.resumes,
        )


def once_set(moments: Iterable[float | None]) -> list[float]:
    """Return the moments since the clock was set; all that are known if it never was."""
    known = [at for at in moments if at is not None]
    return [at for at in known if at >= _CLOCK_SET] or known


def date_of(moment: float) -> datetime | None:
    """Return the moment, in UTC, unless the clock was not set."""
    return datetime.fromtimestamp(moment, UTC) if moment >= _CLOCK_SET else None

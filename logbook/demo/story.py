"""The words the demo's story is told in: weeks with their runs and strength sessions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from workouts.days import instant
from workouts.vocabulary import RunKind

# Where the demo runner lives, and whose clock and calendar count.
ZONE = "Europe/London"


class Source(StrEnum):
    """How a run came into the log."""

    TYPED = "typed"
    WATCH = "tcx"
    PHONE = "gpx"
    TREADMILL = "treadmill"


@dataclass(frozen=True, kw_only=True)
class Leg:
    """
    A part of a run at one effort.

    beats: the heart rate it tends to.  grade: metres of climb a metre; down again is the way back.
    meant: "Active" or "Resting" as a watch writes it, in a workout with laps.
    """

    seconds: int
    metres: float
    beats: int
    grade: float = 0.0
    meant: str = "Active"


@dataclass(frozen=True, kw_only=True)
class RunStory:
    """One run; without a distance where nobody measured any."""

    day: date
    starts_at: time
    kind: RunKind
    legs: tuple[Leg, ...]
    source: Source = Source.TYPED
    effort: int | None = None
    name: str = ""
    note: str = ""

    @property
    def started_at(self) -> datetime:
        return instant(self.day, self.starts_at, ZONE)

    @property
    def ended_at(self) -> datetime:
        return self.started_at + timedelta(seconds=self.duration_s)

    @property
    def duration_s(self) -> int:
        return sum(leg.seconds for leg in self.legs)

    @property
    def distance_m(self) -> float:
        return sum(leg.metres for leg in self.legs)

    @property
    def is_running(self) -> bool:
        return self.kind is not RunKind.CROSS_TRAINING


class Change(StrEnum):
    """What differed at a station from what was asked for."""

    FEWER = "fewer"
    ONE_SIDE_FEWER = "one side fewer"
    EASIER = "Easier"
    HARDER = "Harder"
    LAST_LEFT_OUT = "last left out"


@dataclass(frozen=True, kw_only=True)
class Deviation:
    """At the station of that place, 1 or more; one that the circuit does not have changes nothing."""

    station: int
    change: Change


@dataclass(frozen=True, kw_only=True)
class Ache:
    """Pain during a session, with the keys of the log's own lists."""

    level: int
    place: str = ""
    side: str = ""


@dataclass(frozen=True, kw_only=True)
class SessionStory:
    """
    One strength session.

    run: the run of its day that it follows, straight after it unless `starts_at` says when.
    over_minutes: how much longer it took than its circuit is reckoned at.
    loads: kilograms and implements by the slug of the exercise.
    in_reserve: the repetitions there would have been left in the last sets.
    """

    circuit: str
    run: RunStory
    starts_at: time | None = None
    over_minutes: int = 0
    effort: int | None = None
    note: str = ""
    ache: Ache | None = None
    loads: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    in_reserve: int | None = None
    deviations: tuple[Deviation, ...] = ()
    routines: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        return self.run.day

    @property
    def may_start_at(self) -> datetime:
        """The end of its run with a drink of water, or the time of day it was done at."""
        if self.starts_at is not None:
            return instant(self.day, self.starts_at, ZONE)
        end = self.run.ended_at.replace(second=0, microsecond=0)
        return end + timedelta(minutes=4)


@dataclass(frozen=True, kw_only=True)
class WeekStory:
    """One week from its Monday, as far as it has been lived: days before today alone."""

    monday: date
    runs: tuple[RunStory, ...]
    sessions: tuple[SessionStory, ...]

    @property
    def distance_m(self) -> float:
        return sum(run.distance_m for run in self.runs if run.is_running)

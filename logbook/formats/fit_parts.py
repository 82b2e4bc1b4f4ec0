"""What is kept of one FIT file out of a chain: what its messages said, and its records as points."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from logbook.formats.fit_records import Record, record_of

# The device that wrote the file, as numbered and as worded by the FIT profile.
_CREATOR = (0, "creator")
_DEVICES_KEPT = 20
_STARTS = ("start",)
_STOPS = ("stop", "stop_all", "stop_disable", "stop_disable_all")

# What is read of them; a message may have two hundred fields more.
_OF_BOTH = (
    "start_time",
    "total_elapsed_time",
    "total_timer_time",
    "total_distance",
    "avg_heart_rate",
    "max_heart_rate",
    "total_ascent",
)
_OF_LAP = (*_OF_BOTH, "intensity", "lap_trigger")
_OF_SESSION = (
    *_OF_BOTH,
    "timestamp",
    "total_moving_time",
    "first_lap_index",
    "num_laps",
    "sport",
    "sub_sport",
    "sport_profile_name",
)
_OF_SPORT = ("sport", "sub_sport", "name")

# What a message said: the field's name and its value in SI units, fields left blank not listed.
Fields = Mapping[str, object]


class Damage(Enum):
    """What is wrong with a part: it ends too early, turns unreadable half-way, or fails its checksum."""

    CUT = auto()
    BROKEN = auto()
    CHECKSUM = auto()


class TimerEvent(NamedTuple):
    """The stopwatch was started or stopped, at a moment as the watch counted it."""

    at: object
    runs: bool


@dataclass(kw_only=True)
class Part:
    """
    One of the FIT files that may stand chained in a file, filled message by message.

    ends: the offset of its checksum.
    """

    ends: int
    is_finished: bool = False
    damage: Damage | None = None
    file_id: Fields = field(default_factory=dict)
    activity: Fields = field(default_factory=dict)
    workout: Fields = field(default_factory=dict)
    step_intensities: set[object] = field(default_factory=set)
    creators: list[Fields] = field(default_factory=list)
    sports: list[Fields] = field(default_factory=list)
    sessions: list[Fields] = field(default_factory=list)
    laps: list[Fields] = field(default_factory=list)
    timer: list[TimerEvent] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)

    def take(self, *, name: str, said: Fields) -> None:
        """Keep what the next message of that name adds."""
        if name == "record":
            if (record := record_of(said)) is not None:
                self.records.append(record)
        elif name == "session":
            self.sessions.append(_only(said, _OF_SESSION))
        elif name == "lap":
            self.laps.append(_only(said, _OF_LAP))
        elif name == "event":
            self._take_event(said)
        elif name == "sport":
            self.sports.append(_only(said, _OF_SPORT))
        elif name == "workout_step":
            self.step_intensities.add(said.get("intensity"))
        elif name == "device_info":
            if said.get("device_index") in _CREATOR and len(self.creators) < _DEVICES_KEPT:
                self.creators.append(said)
        elif name == "file_id":
            self.file_id = self.file_id or said
        elif name == "activity":
            self.activity = self.activity or said
        elif name == "workout":
            self.workout = self.workout or said

    def _take_event(self, said: Fields) -> None:
        if said.get("event") == "timer" and (kind := said.get("event_type")) in _STARTS + _STOPS:
            self.timer.append(TimerEvent(said.get("timestamp"), kind in _STARTS))


def _only(said: Fields, names: Sequence[str]) -> Fields:
    return {name: said[name] for name in names if name in said}

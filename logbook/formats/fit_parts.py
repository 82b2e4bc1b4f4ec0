"""What is kept of one FIT file out of a chain: its totals as told, and its records summed up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import Enum, auto

from logbook.formats.plausible import distance_m, heart_rate, instant

# Moments in FIT are whole seconds since this one (FIT protocol, type date_time).
FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

# The device that wrote the file, as numbered and as worded by the FIT profile.
_CREATOR = (0, "creator")
_DEVICES_KEPT = 20

# What a message said: the field's name and its value in SI units, fields left blank not listed.
Fields = Mapping[str, object]


class Damage(Enum):
    """What is wrong with a part: it ends too early, or it holds what it must not."""

    CUT = auto()
    BROKEN = auto()


@dataclass(frozen=True, kw_only=True)
class Trace:
    """What the records say together; moments that a clock never set wrote are left out."""

    records: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    distance_m: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """One of the FIT files that may stand chained in a file; damage is None when it is whole."""

    file_id: Fields
    sessions: tuple[Fields, ...]
    activity: Fields
    sport: Fields
    creators: tuple[Fields, ...]
    trace: Trace
    damage: Damage | None


@dataclass(kw_only=True)
class Draft:
    """A part while it is being read; `end` is the offset of its checksum."""

    end: int
    finished: bool = False
    damage: Damage | None = None
    records: int = 0
    sessions: list[Fields] = field(default_factory=list)
    _single: dict[str, Fields] = field(default_factory=dict)
    _creators: list[Fields] = field(default_factory=list)
    _beats: int = 0
    _records_with_hr: int = 0
    _max_hr: int | None = None
    _farthest_m: float | None = None
    _first_at: datetime | None = None
    _last_at: datetime | None = None

    def take(self, *, name: str, said: Fields) -> None:
        """Keep what the next message of that name adds."""
        if name == "record":
            self._take_record(said)
        elif name == "session":
            self.sessions.append(said)
        elif name == "device_info":
            if said.get("device_index") in _CREATOR and len(self._creators) < _DEVICES_KEPT:
                self._creators.append(said)
        else:
            self._single.setdefault(name, said)

    def _take_record(self, said: Fields) -> None:
        self.records += 1
        if (bpm := heart_rate(said.get("heart_rate"))) is not None:
            self._beats += bpm
            self._records_with_hr += 1
            self._max_hr = bpm if self._max_hr is None else max(self._max_hr, bpm)
        if (metres := distance_m(said.get("distance"))) is not None:
            self._farthest_m = metres if self._farthest_m is None else max(self._farthest_m, metres)
        if (at := instant(said.get("timestamp"), since=FIT_EPOCH)) is not None:
            self._first_at = at if self._first_at is None else min(self._first_at, at)
            self._last_at = at if self._last_at is None else max(self._last_at, at)

    def part(self) -> Part:
        """Return what was kept."""
        trace = Trace(
            records=self.records,
            first_at=self._first_at,
            last_at=self._last_at,
            distance_m=self._farthest_m,
            avg_hr=round(self._beats / self._records_with_hr) if self._records_with_hr else None,
            max_hr=self._max_hr,
        )
        return Part(
            file_id=self._single.get("file_id", {}),
            sessions=tuple(self.sessions),
            activity=self._single.get("activity", {}),
            sport=self._single.get("sport", {}),
            creators=tuple(self._creators),
            trace=trace,
            damage=self.damage,
        )

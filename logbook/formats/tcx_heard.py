"""Takes in the activities of a TCX file lap by lap and point by point, and that others were there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from logbook.formats.activity import Unreadable
from logbook.formats.plausible import altitude_m, distance_m, duration_s, heart_rate
from logbook.formats.raw_track import RawPoint, RawTrack
from logbook.formats.refusals import TOO_MUCH
from logbook.formats.xml import ACTIVITIES_LIMIT, attribute, moment, number

# In all the activities together: about a lap a minute for a week.
LAPS_LIMIT = 10_000


@dataclass
class TcxLap:
    """One `Lap` element while it is being read; its totals stand before its points."""

    start: float | None
    timer_s: float | None = None
    distance_m: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    intensity: str = ""
    trigger: str = ""
    tracks: int = 0
    is_whole: bool = False


@dataclass
class TcxActivity:
    """
    One `Activity` element while it is being read, or the `Transition` between two.

    seams: the positions of the first points of laps.
    """

    sport: str | None
    device: str | None = None
    notes: str = ""
    plan: str = ""
    has_intervals: bool = False
    laps: list[TcxLap] = field(default_factory=list)
    raw: RawTrack = field(default_factory=RawTrack)
    seams: list[int] = field(default_factory=list)
    is_whole: bool = False


class TcxHeard:
    """Hears of a TCX file's elements."""

    def __init__(self) -> None:
        self.activities: list[TcxActivity] = []
        self.others: set[str] = set()
        self._laps = 0
        self._activity: TcxActivity | None = None
        self._lap: TcxLap | None = None
        self._point: RawPoint | None = None

    def opened(self, path: Sequence[str], attributes: Mapping[str, str]) -> None:
        """Begin an activity, a lap, a stretch of points or a point."""
        name = path[-1]
        if name in ("Activity", "Transition"):
            self._begin(TcxActivity(attribute(attributes, "Sport") if name == "Activity" else name))
        elif name in ("Course", "Workout"):
            self.others.add(name)
        if self._activity is None:
            return
        # A transition is a lap that stands where an activity does.
        if name in ("Lap", "Transition"):
            self._lap = TcxLap(moment(attribute(attributes, "StartTime")))
            self._activity.laps.append(self._lap)
            self._activity.seams.append(len(self._activity.raw))
            self._laps += 1
            if self._laps > LAPS_LIMIT:
                raise Unreadable(TOO_MUCH)
        elif name == "Track" and self._lap is not None:
            # Within a lap, a new track is what comes behind a pause.
            if self._lap.tracks:
                self._activity.raw.break_off()
            self._lap.tracks += 1
        elif name == "Trackpoint":
            self._point = RawPoint()
        elif name == "Plan":
            self._activity.has_intervals = attribute(attributes, "IntervalWorkout") in ("true", "1")

    def _begin(self, activity: TcxActivity) -> None:
        self._activity = activity
        self.activities.append(activity)
        if len(self.activities) > ACTIVITIES_LIMIT:
            raise Unreadable(TOO_MUCH)

    def closed(self, path: Sequence[str], text: str) -> None:
        """Keep what the element said."""
        name, within = path[-1], path[-2] if len(path) > 1 else ""
        if self._activity is None:
            return
        if self._point is not None:
            self._closed_in_point(self._activity.raw, self._point, name, within, text)
        elif self._lap is not None:
            _closed_in_lap(self._lap, name, within, text)
            if name in ("Lap", "Transition"):
                self._lap = None
        elif (within, name) == ("Creator", "Name"):
            self._activity.device = text
        elif (within, name) == ("Activity", "Notes"):
            self._activity.notes = text
        elif (within, name) == ("Plan", "Name"):
            self._activity.plan = text
        if name in ("Activity", "Transition"):
            self._activity.is_whole = True
            self._activity = None

    def _closed_in_point(self, raw: RawTrack, point: RawPoint, name: str, within: str, text: str) -> None:
        if name == "Trackpoint":
            raw.take(point)
            self._point = None
        elif (within, name) == ("HeartRateBpm", "Value"):
            point.bpm = heart_rate(number(text))
        elif name == "LatitudeDegrees":
            point.north = number(text)
        elif name == "LongitudeDegrees":
            point.east = number(text)
        elif within != "Trackpoint":
            return
        elif name == "Time":
            point.moment = moment(text)
        elif name == "AltitudeMeters":
            point.altitude_m = altitude_m(number(text))
        elif name == "DistanceMeters":
            point.metres = distance_m(number(text))


def _closed_in_lap(lap: TcxLap, name: str, within: str, text: str) -> None:
    if name in ("Lap", "Transition"):
        lap.is_whole = True
    elif within == "AverageHeartRateBpm":
        lap.avg_hr = heart_rate(number(text))
    elif within == "MaximumHeartRateBpm":
        lap.max_hr = heart_rate(number(text))
    elif within not in ("Lap", "Transition"):
        return
    elif name == "TotalTimeSeconds":
        lap.timer_s = duration_s(number(text))
    elif name == "DistanceMeters":
        lap.distance_m = distance_m(number(text))
    elif name == "Intensity":
        lap.intensity = text
    elif name == "TriggerMethod":
        lap.trigger = text

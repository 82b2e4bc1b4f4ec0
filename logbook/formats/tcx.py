"""Read one activity from a TCX file: the laps' own totals first, the trackpoints where they are silent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.plausible import LONGEST_S, altitude_m, ascent_m, distance_m, duration_s, heart_rate
from logbook.formats.points import Points
from logbook.formats.refusals import EXPORT, NO_DATE, SEVERAL, TOO_LONG, TOO_MUCH
from logbook.formats.sports import sport_of
from logbook.formats.xml import attribute, moment, name_for_people, number, walk

COURSE = f"This is a course to follow, not a finished activity. {EXPORT}"
WORKOUT = f"This is a structured workout, not a finished activity. {EXPORT}"
NOTHING_INSIDE = f"This TCX file holds no activity. {EXPORT}"

ACTIVITIES_LIMIT = 100
LAPS_LIMIT = 10_000

# Points a few seconds apart may end just before the stopwatch does.
_SHORT_OF_THE_END = 0.99


def read_tcx(data: bytes) -> Activity:
    """
    Return the activity in a TCX file; the transitions of a triathlon are passed over.

    :raises Unreadable: if there is no activity, or more than one, or it has no date or more than a week
    """
    heard = _Heard()
    walk(data, heard)
    draft = _only_activity(heard)

    points, laps = draft.points, draft.laps
    starts = [lap.started_at for lap in laps if lap.started_at is not None]
    started_at = points.first_at or next(iter(starts), None)
    if started_at is None:
        raise Unreadable(NO_DATE)
    if points.span_s is not None and points.span_s > LONGEST_S:
        raise Unreadable(TOO_LONG)
    timer_s = duration_s(_sum([lap.timer_s for lap in laps]))
    length_m = distance_m(_sum([lap.distance_m for lap in laps]))
    sport, sub_sport = sport_of(draft.sport)
    return Activity(
        format=Format.TCX,
        started_at=started_at,
        sport=sport,
        sub_sport=sub_sport,
        timer_s=timer_s,
        moving_s=None,
        elapsed_s=_elapsed_s(points, timer_s),
        distance_m=draft.farthest_m if length_m is None else length_m,
        avg_hr=_mean_hr(laps) or points.avg_hr,
        max_hr=max((lap.max_hr for lap in laps if lap.max_hr), default=points.max_hr),
        ascent_m=ascent_m(points.ascent_m),
        device=name_for_people(draft.device),
    )


@dataclass
class _Lap:
    started_at: datetime | None
    timer_s: float | None = None
    distance_m: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None


@dataclass
class _Point:
    at: datetime | None = None
    altitude_m: float | None = None
    bpm: int | None = None
    distance_m: float | None = None


@dataclass
class _Draft:
    """One `Activity` of the file while it is being read."""

    sport: str | None
    device: str | None = None
    laps: list[_Lap] = field(default_factory=list)
    points: Points = field(default_factory=Points)
    farthest_m: float | None = None

    def take(self, point: _Point) -> None:
        self.points.take(at=point.at, bpm=point.bpm, altitude_m=point.altitude_m)
        if point.distance_m is not None:
            self.farthest_m = max(point.distance_m, self.farthest_m or 0.0)


class _Heard:
    """Takes in the activities lap by lap and point by point; of the rest only that it was there."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self.others: set[str] = set()
        self._draft: _Draft | None = None
        self._lap: _Lap | None = None
        self._point: _Point | None = None

    def opened(self, path: Sequence[str], attributes: Mapping[str, str]) -> None:
        name = path[-1]
        if name == "Activity":
            self._draft = _Draft(attribute(attributes, "Sport"))
            self.drafts.append(self._draft)
        elif name in ("Course", "Workout"):
            self.others.add(name)
        elif self._draft is None:
            return
        elif name == "Lap":
            self._lap = _Lap(moment(attribute(attributes, "StartTime")))
            self._draft.laps.append(self._lap)
        elif name == "Trackpoint":
            self._point = _Point()
        if len(self.drafts) > ACTIVITIES_LIMIT or (self._draft and len(self._draft.laps) > LAPS_LIMIT):
            raise Unreadable(TOO_MUCH)

    def closed(self, path: Sequence[str], text: str) -> None:
        name, within = path[-1], path[-2] if len(path) > 1 else ""
        if name == "Activity":
            self._draft = None
        elif self._draft is None:
            return
        elif self._point is not None:
            self._closed_in_point(self._draft, self._point, name, within, text)
        elif name == "Lap":
            self._lap = None
        elif self._lap is not None:
            _closed_in_lap(self._lap, name, within, text)
        elif (within, name) == ("Creator", "Name"):
            self._draft.device = text

    def _closed_in_point(self, draft: _Draft, point: _Point, name: str, within: str, text: str) -> None:
        if name == "Trackpoint":
            draft.take(point)
            self._point = None
        elif (within, name) == ("HeartRateBpm", "Value"):
            point.bpm = heart_rate(number(text))
        elif within != "Trackpoint":
            return
        elif name == "Time":
            point.at = moment(text)
        elif name == "AltitudeMeters":
            point.altitude_m = altitude_m(number(text))
        elif name == "DistanceMeters":
            point.distance_m = distance_m(number(text))


def _closed_in_lap(lap: _Lap, name: str, within: str, text: str) -> None:
    if (within, name) == ("Lap", "TotalTimeSeconds"):
        lap.timer_s = duration_s(number(text))
    elif (within, name) == ("Lap", "DistanceMeters"):
        lap.distance_m = distance_m(number(text))
    elif (within, name) == ("AverageHeartRateBpm", "Value"):
        lap.avg_hr = heart_rate(number(text))
    elif (within, name) == ("MaximumHeartRateBpm", "Value"):
        lap.max_hr = heart_rate(number(text))


def _only_activity(heard: _Heard) -> _Draft:
    """Return the activity to read, or refuse with the reason that helps most."""
    efforts = [draft for draft in heard.drafts if (draft.sport or "").casefold() != "transition"]
    efforts = [draft for draft in efforts if draft.laps or draft.points.count]
    if len(efforts) > 1:
        raise Unreadable(SEVERAL.format(count=len(efforts)))
    if efforts:
        return efforts[0]
    if "Course" in heard.others:
        raise Unreadable(COURSE)
    raise Unreadable(WORKOUT if "Workout" in heard.others else NOTHING_INSIDE)


def _sum(values: Sequence[float | None]) -> float | None:
    """Return the sum; None if a lap is silent, since a part of the whole would pass for all of it."""
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None


def _elapsed_s(points: Points, timer_s: float | None) -> float | None:
    """Return the seconds from first to last point, unless the stopwatch says that points are missing."""
    span_s = points.span_s if points.timed > 1 else None
    if span_s is not None and timer_s is not None and span_s < timer_s * _SHORT_OF_THE_END:
        return None
    return duration_s(span_s)


def _mean_hr(laps: Sequence[_Lap]) -> int | None:
    """Return the mean over the laps that have one, each for as long as it lasted."""
    weighed = [(lap.avg_hr, lap.timer_s) for lap in laps if lap.avg_hr is not None and lap.timer_s]
    if not weighed:
        return None
    return round(sum(bpm * s for bpm, s in weighed) / sum(s for _, s in weighed))

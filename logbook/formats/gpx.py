"""Read one activity from a GPX file, which has points and no totals: everything is reckoned from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.plausible import LONGEST_S, altitude_m, ascent_m, distance_m, duration_s, heart_rate
from logbook.formats.points import Place, Points, Way, place
from logbook.formats.refusals import EXPORT, SEVERAL, TOO_LONG
from logbook.formats.sports import sport_of
from logbook.formats.xml import attribute, moment, name_for_people, number, walk

_BY_HAND = "Enter the run by hand."
ROUTE = f"This is a route to follow, not a finished activity. {EXPORT}"
PLACES = f"This GPX file holds single places, and no track of an activity. {EXPORT}"
NO_POINTS = f"This GPX file holds no points, as happens indoors. {_BY_HAND}"
NO_TIMES = f"This GPX file says where and not when: most of its points carry no time. {_BY_HAND}"

# An app that writes each pause as a new track leaves minutes between two; the next activity comes later.
LONGEST_PAUSE = timedelta(hours=1)
# The last point of one track may be the first of the next, more or less.
OVERLAP = timedelta(minutes=1)

# "hr" in the extensions of Garmin and of Cluetrust, in whatever namespace and however deep.
_HEART = frozenset({"hr", "heartrate"})


def read_gpx(data: bytes) -> Activity:
    """
    Return the activity in a GPX file: its length over the ground and the time from first to last point.

    Way and climb between two segments were not recorded and do not count; the time between them does.

    :raises Unreadable: if there are no points, or most have no time, or there are several activities
    """
    heard = _Heard()
    walk(data, heard)
    tracks = _timed_tracks(heard)

    points = Points()
    for track in tracks:
        points.include(track.points)
    if points.first_at is None or points.span_s is None:
        raise Unreadable(NO_TIMES)
    if (count := _activities(tracks)) > 1:
        raise Unreadable(SEVERAL.format(count=count))
    if points.span_s > LONGEST_S:
        raise Unreadable(TOO_LONG)

    lengths_m = [track.way.distance_m for track in tracks if track.way.distance_m is not None]
    sport, sub_sport = sport_of(next((track.type for track in tracks if track.type), None))
    return Activity(
        format=Format.GPX,
        started_at=points.first_at,
        sport=sport,
        sub_sport=sub_sport,
        timer_s=None,
        moving_s=None,
        elapsed_s=duration_s(points.span_s),
        distance_m=distance_m(sum(lengths_m)) if lengths_m else None,
        avg_hr=points.avg_hr,
        max_hr=points.max_hr,
        ascent_m=ascent_m(points.ascent_m),
        device=name_for_people(heard.creator),
    )


@dataclass
class _Track:
    type: str = ""
    points: Points = field(default_factory=Points)
    way: Way = field(default_factory=Way)

    def break_off(self) -> None:
        self.points.break_off()
        self.way.break_off()


@dataclass
class _Point:
    place: Place | None
    at: datetime | None = None
    altitude_m: float | None = None
    bpm: int | None = None


class _Heard:
    """Takes in the tracks point by point; of the rest only that it was there."""

    def __init__(self) -> None:
        self.creator: str | None = None
        self.tracks: list[_Track] = []
        self.others: set[str] = set()
        self._track = _Track()
        self._point: _Point | None = None

    def opened(self, path: Sequence[str], attributes: Mapping[str, str]) -> None:
        name = path[-1]
        if name == "trkpt":
            self._point = _Point(
                place(number(attribute(attributes, "lat")), number(attribute(attributes, "lon")))
            )
        elif name == "trkseg":
            self._track.break_off()
        elif name == "trk":
            self._track = _Track()
        elif name in ("rte", "wpt"):
            self.others.add(name)
        elif len(path) == 1:
            self.creator = attribute(attributes, "creator")

    def closed(self, path: Sequence[str], text: str) -> None:
        name = path[-1]
        if self._point is not None:
            self._closed_in_point(self._point, path, text)
        elif name == "type" and path[-2:-1] == ["trk"]:
            self._track.type = text

    def _closed_in_point(self, point: _Point, path: Sequence[str], text: str) -> None:
        name = path[-1]
        if name == "trkpt":
            self._take(point)
            self._point = None
        elif name.lower() in _HEART:
            point.bpm = heart_rate(number(text))
        elif path[-2] != "trkpt":
            return
        elif name == "time":
            point.at = moment(text)
        elif name == "ele":
            point.altitude_m = altitude_m(number(text))

    def _take(self, point: _Point) -> None:
        if not self._track.points.count:
            self.tracks.append(self._track)
        self._track.points.take(at=point.at, bpm=point.bpm, altitude_m=point.altitude_m)
        self._track.way.go_to(point.place, at=point.at)


def _timed_tracks(heard: _Heard) -> list[_Track]:
    """Return the tracks that were recorded, in order of time; a drawn one beside them has no times."""
    if not heard.tracks:
        raise Unreadable(ROUTE if "rte" in heard.others else PLACES if "wpt" in heard.others else NO_POINTS)
    points = sum(track.points.count for track in heard.tracks)
    if sum(track.points.timed for track in heard.tracks) * 2 < points:
        raise Unreadable(NO_TIMES)
    timed = [track for track in heard.tracks if track.points.timed]
    return sorted(timed, key=lambda track: (track.points.first_at, track.points.last_at))


def _activities(tracks: Sequence[_Track]) -> int:
    """Return how many activities these are: a long pause, another sport or a second watch divides them."""
    count = 1
    for before, after in pairwise(tracks):
        ended_at, starts_at = before.points.last_at, after.points.first_at
        if ended_at is None or starts_at is None:
            continue
        goes_on = -OVERLAP <= starts_at - ended_at < LONGEST_PAUSE
        count += not (goes_on and sport_of(before.type) == sport_of(after.type))
    return count

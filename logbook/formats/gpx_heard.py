"""Takes in the tracks of a GPX file point by point, and of the rest only that it was there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from logbook.formats.activity import Unreadable
from logbook.formats.plausible import altitude_m, heart_rate
from logbook.formats.raw_track import RawPoint, RawTrack
from logbook.formats.refusals import TOO_MUCH
from logbook.formats.xml import attribute, moment, number

# Some apps write each pause as a new track.
TRACKS_LIMIT = 10_000

# "hr" in the extensions of Garmin and of Cluetrust, in whatever namespace and however deep.
_HEART = frozenset({"hr", "heartrate"})


@dataclass
class GpxTrack:
    """One `trk` element while it is being read; `nth` is its place in the file."""

    nth: int
    type: str = ""
    name: str = ""
    raw: RawTrack = field(default_factory=RawTrack)


class GpxHeard:
    """Hears of a GPX file's elements; tracks without a point are not kept."""

    def __init__(self) -> None:
        self.creator: str | None = None
        self.name = ""
        self.tracks: list[GpxTrack] = []
        self.others: set[str] = set()
        self._track = GpxTrack(0)
        self._point: RawPoint | None = None

    def opened(self, path: Sequence[str], attributes: Mapping[str, str]) -> None:
        """Begin a point, a segment or a track."""
        name = path[-1]
        if name == "trkpt":
            self._point = RawPoint(
                north=number(attribute(attributes, "lat")), east=number(attribute(attributes, "lon"))
            )
        elif name == "trkseg":
            self._track.raw.break_off()
        elif name == "trk":
            self._track = GpxTrack(len(self.tracks))
        elif name in ("rte", "wpt"):
            self.others.add(name)
        elif len(path) == 1:
            self.creator = attribute(attributes, "creator")

    def closed(self, path: Sequence[str], text: str) -> None:
        """Keep what the element said."""
        if self._point is not None:
            self._closed_in_point(self._point, path, text)
        elif path[-1] == "type" and path[-2:-1] == ["trk"]:
            self._track.type = text
        elif path[-1] == "name" and path[-2:-1] == ["trk"]:
            self._track.name = text
        elif path[-1] == "name" and path[1:-1] in ([], ["metadata"]):
            self.name = text

    def _closed_in_point(self, point: RawPoint, path: Sequence[str], text: str) -> None:
        name = path[-1]
        if name == "trkpt":
            if not len(self._track.raw):
                self.tracks.append(self._track)
                if len(self.tracks) > TRACKS_LIMIT:
                    raise Unreadable(TOO_MUCH)
            self._track.raw.take(point)
            self._point = None
        elif name.lower() in _HEART:
            point.bpm = heart_rate(number(text))
        elif path[-2] != "trkpt":
            return
        elif name == "time":
            point.moment = moment(text)
        elif name == "ele":
            point.altitude_m = altitude_m(number(text))

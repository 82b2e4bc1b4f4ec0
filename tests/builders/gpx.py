"""Makes GPX files of activities from nothing: say where and when, get what an app would export."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

# One degree along a meridian, in metres: 2πR / 360 with the mean radius of the earth.
DEGREE_M = 111_195.080

TRACK_POINT = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1"
CLUETRUST = "http://www.cluetrust.com/XML/GPXDATA/1/0"


@dataclass(frozen=True, kw_only=True)
class Point:
    """One trackpoint; texts go into the file as they are, None leaves them out."""

    at: datetime | str | None = None
    north: float | str | None = 52.5
    east: float | str | None = 13.4
    altitude_m: float | str | None = None
    bpm: int | str | None = None
    extension: str = TRACK_POINT


def gpx_file(
    *,
    started_at: datetime,
    duration_s: float = 1800.0,
    distance_m: float = 5000.0,
    avg_hr: int | None = None,
    climb_m: float | None = None,
    every_s: int = 10,
    segments: int = 1,
    pause_s: float = 0.0,
    sport: str | None = "running",
    title: str | None = None,
    **changes,
) -> bytes:
    """
    Return the file of one activity that goes due north at an even pace, each segment from the same place.

    segments: into how many parts of equal length the track falls, `pause_s` after one another.
    climb_m: how much higher each segment ends than it began; None for no altitudes.
    """
    each_s, each_m = duration_s / segments, distance_m / segments
    parts = []
    for nth in range(segments):
        starts = started_at + timedelta(seconds=nth * (each_s + pause_s))
        parts.append(list(northwards(starts, each_s, each_m, bpm=avg_hr, climb_m=climb_m, every_s=every_s)))
    return gpx_of([Track(parts, sport, title)], **changes)


@dataclass(frozen=True)
class Track:
    """Segments of points, and type and name in the track's head."""

    segments: Sequence[Sequence[Point]]
    type: str | None = "running"
    name: str | None = None


def gpx_of(
    tracks: Sequence[Track],
    *,
    creator: str | None = "Footfall’s builder",
    before: str = "",
    prologue: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
    encoding: str = "utf-8",
) -> bytes:
    """Return the file of those tracks; `before` goes in before the first, `prologue` before the root."""
    named = "" if creator is None else f' creator="{creator}"'
    inside = before + "".join(_track(track) for track in tracks)
    root = f'<gpx version="1.1"{named} xmlns="http://www.topografix.com/GPX/1/1">{inside}</gpx>\n'
    return (prologue + root).encode(encoding)


def northwards(
    starts: datetime,
    duration_s: float,
    distance_m: float,
    *,
    bpm: int | None = None,
    climb_m: float | None = None,
    every_s: int = 10,
) -> Iterator[Point]:
    """Yield the points of an even pace due north from 50° N, one every `every_s` and one at the end."""
    after = [*range(0, max(1, ceil(duration_s)), every_s), duration_s]
    for seconds in after:
        gone = seconds / duration_s if duration_s else 1
        yield Point(
            at=starts + timedelta(seconds=seconds),
            north=50 + gone * distance_m / DEGREE_M,
            altitude_m=None if climb_m is None else 100 + gone * climb_m,
            bpm=bpm,
        )


def _track(track: Track) -> str:
    segments = "".join(f"<trkseg>{''.join(map(_point, points))}</trkseg>" for points in track.segments)
    return f"<trk>{_element('name', track.name)}{_element('type', track.type)}{segments}</trk>"


def _point(point: Point) -> str:
    place = "".join(
        f' {name}="{value}"'
        for name, value in (("lat", point.north), ("lon", point.east))
        if value is not None
    )
    at = point.at.isoformat().replace("+00:00", "Z") if isinstance(point.at, datetime) else point.at
    heart = ""
    if point.bpm is not None:
        inner = f'<x:hr xmlns:x="{point.extension}">{point.bpm}</x:hr>'
        heart = f"<extensions>{inner}</extensions>"
        if point.extension == TRACK_POINT:
            inner = f'<x:TrackPointExtension xmlns:x="{point.extension}"><x:hr>{point.bpm}</x:hr>'
            heart = f"<extensions>{inner}</x:TrackPointExtension></extensions>"
    return f"<trkpt{place}>{_element('ele', point.altitude_m)}{_element('time', at)}{heart}</trkpt>\n"


def _element(name: str, value: object) -> str:
    return "" if value is None else f"<{name}>{value}</{name}>"

"""A track as a GPX 1.1 file, with heart rates in Garmin's TrackPointExtension."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from xml.sax.saxutils import escape

from logbook.track.track import Place, Track
from workouts.days import local

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Footfall" xmlns="http://www.topografix.com/GPX/1/1" \
xmlns:tpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
 <trk>
"""
_TAIL = " </trk>\n</gpx>\n"

# XML 1.0 has no way to write these, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NoPlaces(ValueError):
    """A track without places has no line to draw on a map; its text says so to the athlete."""


def gpx_of(*, track: Track, started_at: datetime | None, name: str, sport: str) -> bytes:
    """
    Return the file, a segment for each stretch between two pauses; points without a place are left out.

    started_at: the start that the track counts its seconds from; without it, the points have no times.
    sport: for the track's type, "running".

    :raises NoPlaces: if no point has a place
    :raises ValueError: if `started_at` has no time zone
    """
    start_utc = None if started_at is None else local(started_at, "UTC")
    segments = [segment for segment in _segments(track, start_utc) if segment]
    if not segments:
        raise NoPlaces("This run has no places, as happens indoors, so there is no GPX file of it.")
    lines = [f"  <name>{_text(name)}</name>\n", f"  <type>{_text(sport)}</type>\n"]
    for segment in segments:
        lines += ["  <trkseg>\n", *segment, "  </trkseg>\n"]
    return "".join([_HEAD, *lines, _TAIL]).encode()


def _text(words: str) -> str:
    return escape(_FORBIDDEN.sub("", words))


def _segments(track: Track, start_utc: datetime | None) -> Iterator[list[str]]:
    """Yield the points of each stretch, written out."""
    for first, stop in pairwise([0, *track.resumes, len(track)]):
        yield [
            _point(track, index, place, start_utc)
            for index in range(first, stop)
            if (place := track.places[index]) is not None
        ]


def _point(track: Track, index: int, place: Place, start_utc: datetime | None) -> str:
    """Return one point, its parts in the order that the schema wants."""
    altitude_m, beats = track.altitudes_m[index], track.beats[index]
    parts = [f'   <trkpt lat="{place[0]:.6f}" lon="{place[1]:.6f}">']
    if altitude_m is not None:
        parts.append(f"<ele>{altitude_m:.1f}</ele>")
    if start_utc is not None:
        at = start_utc + timedelta(seconds=track.seconds[index])
        parts.append(f"<time>{_instant(at)}</time>")
    if beats is not None:
        hr = f"<tpx:TrackPointExtension><tpx:hr>{beats}</tpx:hr></tpx:TrackPointExtension>"
        parts.append(f"<extensions>{hr}</extensions>")
    return "".join([*parts, "</trkpt>\n"])


def _instant(at: datetime) -> str:
    """Return "2026-07-29T05:04:12Z", with thousandths only where there are any."""
    precision = "milliseconds" if at.microsecond else "seconds"
    return at.replace(tzinfo=None).isoformat(timespec=precision) + "Z"

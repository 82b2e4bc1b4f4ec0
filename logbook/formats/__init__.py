"""Activity files: bytes in, neutral `Activity` records out, or a refusal that says what to do."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import HEAD_BYTES, Format, sniff
from logbook.formats.fit import read_fit
from logbook.formats.gpx import read_gpx
from logbook.formats.packed import BREAKS_OFF, unpack
from logbook.formats.tcx import read_tcx

__all__ = [
    "FAR_TOO_LARGE",
    "LARGEST_BYTES",
    "LIMITS_BYTES",
    "REFUSALS",
    "TOO_LARGE",
    "Activity",
    "Unreadable",
    "read_activities",
]

_READERS: Mapping[Format, Callable[[bytes], tuple[Activity, ...]]] = MappingProxyType(
    {Format.FIT: read_fit, Format.GPX: read_gpx, Format.TCX: read_tcx}
)
_MB = 1024 * 1024
# About a day of running, with a point a second.
LIMITS_BYTES: Mapping[Format, int] = MappingProxyType(
    {Format.FIT: 4 * _MB, Format.GPX: 25 * _MB, Format.TCX: 25 * _MB}
)
LARGEST_BYTES = max(LIMITS_BYTES.values())

_ALONE = "Export the activity by itself from the watch or its app, or enter the run by hand."
_UNPACK = "Unpack it and choose the FIT, GPX or TCX file inside, or enter the run by hand."
_EXPORT = "Export the activity from the watch or its app, as FIT, GPX or TCX."
TOO_LARGE: Mapping[Format, str] = MappingProxyType(
    {
        kind: f"This {kind.upper()} file is larger than {limit // _MB} MB, about a day of running. {_ALONE}"
        for kind, limit in LIMITS_BYTES.items()
    }
)
FAR_TOO_LARGE = f"This file is larger than {LARGEST_BYTES // _MB} MB, and no activity is. {_ALONE}"
REFUSALS: Mapping[Format, str] = MappingProxyType(
    {
        Format.GZIP: f"This is a gzip file inside another. {_UNPACK}",
        Format.ZIP: f"This is a zip archive. {_UNPACK}",
        Format.PICTURE: f"This is a picture, not an activity. {_EXPORT}",
        Format.PDF: f"This is a PDF, not an activity. {_EXPORT}",
        Format.TEXT: f"This is a table or a text, not an activity. {_EXPORT}",
        Format.EMPTY: "This file is empty. Export the activity again from the watch or its app.",
        Format.UNKNOWN: f"This is no activity file that Footfall knows. {_EXPORT}",
    }
)


def read_activities(data: bytes) -> tuple[Activity, ...]:
    """
    Return the activities in an uploaded file, also packed by gzip, whatever the file is called; never none.

    :raises Unreadable: if the file is too large, is of another kind, or nothing can be had from it
    """
    if len(data) > LARGEST_BYTES:
        raise Unreadable(FAR_TOO_LARGE)
    kind = sniff(data)
    if kind is Format.GZIP:
        kind, data = _unpacked(data)
    if kind not in _READERS:
        raise Unreadable(REFUSALS[kind])
    if len(data) > LIMITS_BYTES[kind]:
        raise Unreadable(TOO_LARGE[kind])
    return _READERS[kind](data)


def _unpacked(packed: bytes) -> tuple[Format, bytes]:
    """Return what a gzip file holds; the readers keep of one that breaks off what they can."""
    head = unpack(packed, most_bytes=HEAD_BYTES)
    kind = sniff(head.data)
    if head.breaks_off and kind in (Format.EMPTY, Format.UNKNOWN):
        raise Unreadable(BREAKS_OFF)
    # One byte over the limit is enough to be refused for its size.
    return kind, unpack(packed, most_bytes=LIMITS_BYTES.get(kind, 0) + 1).data

"""Activity files: bytes in, one neutral `Activity` out, or a refusal that says what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format, sniff
from logbook.formats.fit import read_fit

__all__ = ["FIT_LIMIT_BYTES", "Activity", "Unreadable", "read_activity"]

FIT_LIMIT_BYTES = 4 * 1024 * 1024

TOO_LARGE = (
    "This file is larger than 4 MB, which is about a day of running. Export the activity by itself"
    " from the watch or its app, or enter the run by hand."
)
_FIT_ONLY = "Footfall reads FIT files so far:"
_ORIGINAL = "export the original from the watch or its app, or enter the run by hand."
_UNPACK = "unpack this and choose the FIT file inside, or enter the run by hand."
REFUSALS: Mapping[Format, str] = MappingProxyType(
    {
        Format.GPX: f"This is a GPX file. {_FIT_ONLY} {_ORIGINAL}",
        Format.TCX: f"This is a TCX file. {_FIT_ONLY} {_ORIGINAL}",
        Format.GZIP: f"This is a gzip file. {_FIT_ONLY} {_UNPACK}",
        Format.ZIP: f"This is a zip archive. {_FIT_ONLY} {_UNPACK}",
        Format.PICTURE: "This is a picture, not an activity. Export the FIT file from the watch.",
        Format.PDF: "This is a PDF, not an activity. Export the FIT file from the watch.",
        Format.TEXT: "This is a table or a text, not an activity. Export the FIT file from the watch.",
        Format.EMPTY: "This file is empty. Export the activity again from the watch or its app.",
        Format.UNKNOWN: "This is no activity file that Footfall knows. Export the FIT file from the watch.",
    }
)


def read_activity(data: bytes) -> Activity:
    """
    Return the activity in an uploaded file, whatever the file is called.

    :raises Unreadable: if the file is over 4 MB, is of another kind, or holds no single activity
    """
    if len(data) > FIT_LIMIT_BYTES:
        raise Unreadable(TOO_LARGE)
    kind = sniff(data)
    if kind is not Format.FIT:
        raise Unreadable(REFUSALS[kind])
    return read_fit(data)

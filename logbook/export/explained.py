"""The README.txt of an archive: what each file is, how to read it, and what is left out and why."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import datetime

from logbook.export.json_text import FORMAT_VERSION, Table

_EVERYTHING = (
    "everything, table by table (format version {version}). Each table says what its rows are, and "
    "for each column what it holds, its unit, and the table that its numbers refer to. It is the one "
    "to read by a program."
)
_SHEETS = (
    "the log for a spreadsheet: text in UTF-8, commas, a first line of names. Names end in their "
    "unit: _m metres, _s seconds, _min minutes, _kg kilograms; beside them your own units, "
    "_{distance} and _{weight}."
)
_FILES = (
    "the files you uploaded, byte by byte as they came. In footfall.json the column `stored` names "
    "the file; it is blank where there is none, or where it is no longer on the server."
)
_READING = (
    "Instants are in UTC and end in Z. performed_on is the date where you were; time_zone says where "
    "that was. Blank, or null, is unknown; 0 is a value. What you deleted and could still bring back "
    "is included: deleted_at says when, and the CSV files say yes under deleted. weeks.csv counts "
    "nothing that is deleted. A text in a CSV file that begins like a formula has a ' in front."
)
_TRACKS = (
    "The table run_tracks holds what was recorded point by point, as `packed`: Base64; the first "
    "byte, 1, is the version, the rest is compressed by zlib. Inside, little-endian: the number of "
    "points (4 bytes); the seconds since the start, in hundredths; then metres in tenths, beats per "
    "minute, heights in tenths of a metre, latitudes and longitudes in millionths of a degree; last, "
    "the numbers of the points at which a pause ended. Seconds and pauses are bare lists of numbers; "
    "before each of the other five stands a letter: a, all points have a value; n, none has, and "
    "nothing follows; s, some have, and a byte for each point says which. A list is a letter for the "
    "size of its numbers (b, h, i, q: 1, 2, 4, 8 bytes, signed), their count (4 bytes), the first "
    "number and then each change from the one before. The original files say the same in formats that "
    "other programs read."
)


def explained(
    *,
    account: str,
    made_at: datetime,
    tables: Sequence[Table],
    left_out: Mapping[str, str],
    distance_unit: str,
    weight_unit: str,
) -> str:
    """Return the text, in lines of at most 78 letters; made_at is in UTC."""
    here = {
        "footfall.json": _EVERYTHING.format(version=FORMAT_VERSION),
        "runs.csv, sessions.csv, sets.csv, weeks.csv": _SHEETS.format(
            distance=distance_unit, weight=weight_unit
        ),
        "files/": _FILES,
    }
    parts = [
        f"Your data from Footfall\n\nAccount {account}, taken out on {made_at:%Y-%m-%d at %H:%M} UTC.",
        "WHAT IS HERE",
        _list(here),
        "HOW TO READ IT",
        _filled(_READING),
        _filled(_TRACKS),
        "THE TABLES",
        _list({table.name: table.about for table in tables}),
        "LEFT OUT, AND WHY",
        _list(left_out),
    ]
    return "\n\n".join(parts) + "\n"


def _filled(text: str) -> str:
    return textwrap.fill(text, 78, break_long_words=False, break_on_hyphens=False)


def _list(rows: Mapping[str, str]) -> str:
    return "\n".join(
        textwrap.fill(
            f"- {name}: {text}", 78, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
        for name, text in rows.items()
    )

"""What a column of an export holds, in which unit, and which table it points to."""

import re
from dataclasses import dataclass

# The units that stand behind names; longer endings first.
_ENDINGS = (
    (re.compile(r"_meters_per_second$|^meters_per_second$"), "metres per second"),
    (re.compile(r"seconds_per_rep$"), "seconds per repetition"),
    (re.compile(r"contacts_per_"), "contacts of a foot"),
    (re.compile(r"_bytes$"), "bytes"),
    (re.compile(r"_minutes$|^minutes$"), "minutes"),
    (re.compile(r"_seconds$|^seconds$|_s$"), "seconds"),
    (re.compile(r"_distance_m$|_m$"), "metres"),
    (re.compile(r"_kg$"), "kilograms"),
    (re.compile(r"_reps$|^reps$|^reps_in_reserve$"), "repetitions"),
    (re.compile(r"_hr$"), "beats per minute"),
    (re.compile(r"rpe(?:_low|_high)?$|^effort$"), "effort from 0 to 10"),
    (re.compile(r"^pain$"), "pain from 0 to 10"),
    (re.compile(r"^weekday$"), "day from 0, Monday, to 6"),
)


@dataclass(frozen=True, kw_only=True)
class Column:
    """
    One column: its name, what it holds ("number", "text", "instant" ...), and what it is of.

    unit: "" where a value needs none.  refers_to: the table whose ids these are; "" for values.
    """

    name: str
    holds: str
    unit: str = ""
    refers_to: str = ""


def unit_of(name: str) -> str:
    """Return the unit of a column by its name, "" for one that needs none."""
    return next((unit for pattern, unit in _ENDINGS if pattern.search(name)), "")

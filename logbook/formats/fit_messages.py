"""Decode the bytes of a FIT file into the few messages that an activity is read from."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import fitdecode

from logbook.formats.activity import Unreadable
from logbook.formats.fit_parts import Damage, Fields, Part
from logbook.formats.refusals import TOO_MUCH

# A day of running with a point a second is 86,400 records and, with what modern watches write
# beside them, 250,000 messages of 1.5 million fields.  Files that are made to keep a server busy
# have far more, and are left at these figures after about five seconds.
RECORDS_LIMIT = 250_000
SESSIONS_LIMIT = 100
LAPS_LIMIT = 10_000
EVENTS_LIMIT = 100_000
MESSAGES_LIMIT = 750_000
FIELDS_LIMIT = 2_000_000
PARTS_LIMIT = 100
_LIMITS: Mapping[str, int] = MappingProxyType(
    {"record": RECORDS_LIMIT, "session": SESSIONS_LIMIT, "lap": LAPS_LIMIT, "event": EVENTS_LIMIT}
    | dict.fromkeys(
        ["file_id", "device_info", "sport", "activity", "workout", "workout_step"], MESSAGES_LIMIT
    )
)


def read_parts(*, data: bytes) -> tuple[Part, ...]:
    """
    Return the FIT files chained in `data`, as far as they can be read; none without a header.

    :raises Unreadable: if there are more messages than any activity has
    """
    parts: list[Part] = []
    data = _with_size(data)
    reader = fitdecode.FitReader(
        data,
        processor=None,  # makes dates and units that are not needed, in a third of the time
        check_crc=fitdecode.CrcCheck.DISABLED,  # a whole part at once, below, is faster
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    try:
        _decode(reader, parts, data)
    except Unreadable:
        raise
    except fitdecode.FitEOFError:
        _mark_unfinished(parts, Damage.CUT)
    except Exception:
        # Damaged bytes make the decoder raise nearly anything: KeyError, TypeError, struct.error.
        _mark_unfinished(parts, Damage.BROKEN)
    return tuple(parts)


def _with_size(data: bytes) -> bytes:
    """Write the size into a header that says 0, as a watch leaves it that goes out while it records."""
    if data[4:8] != bytes(4) or data[data[0] + 10 :][:4] == b".FIT" or len(data) <= data[0] + 2:
        return data
    return data[:4] + (len(data) - data[0]).to_bytes(4, "little") + data[8:]


def _decode(reader: Any, parts: list[Part], data: bytes) -> None:
    start = fields = 0
    seen: Counter[str] = Counter()
    for messages, frame in enumerate(reader, start=1):
        if frame.frame_type == fitdecode.FIT_FRAME_HEADER:
            parts.append(Part(ends=start + frame.header_size + frame.body_size))
        elif frame.frame_type == fitdecode.FIT_FRAME_DATA:
            fields += len(frame.fields)
            if (name := frame.name) in _LIMITS:
                seen[name] += 1
                if seen[name] > _LIMITS[name]:
                    raise Unreadable(TOO_MUCH)
                parts[-1].take(name=name, said=_said(frame))
        elif frame.frame_type == fitdecode.FIT_FRAME_CRC:
            ends = parts[-1].ends
            parts[-1].is_finished = True
            parts[-1].damage = None if _checksum_fits(data, start, ends) else Damage.CHECKSUM
            start = ends + 2
        if messages > MESSAGES_LIMIT or fields > FIELDS_LIMIT or len(parts) > PARTS_LIMIT:
            raise Unreadable(TOO_MUCH)


def _said(message: Any) -> Fields:
    said: dict[str, object] = {}
    for each in message.fields:
        # A developer's field may bear the name of a real one and mean another thing.
        if each.value is None:
            continue
        if each.field_def is None:
            # Unfolded from another field; what the message says itself goes before it.
            said.setdefault(each.name, each.value)
        elif not each.field_def.is_dev:
            said[each.name] = each.value
    return said


def _checksum_fits(data: bytes, start: int, end: int) -> bool:
    computed: int = fitdecode.utils.compute_crc(data[start:end])
    return computed == int.from_bytes(data[end : end + 2], "little")


def _mark_unfinished(parts: list[Part], damage: Damage) -> None:
    # Rubbish behind a finished part does that part no harm.
    if parts and not parts[-1].is_finished:
        parts[-1].damage = damage

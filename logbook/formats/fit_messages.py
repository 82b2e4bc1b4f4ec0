"""Decode the bytes of a FIT file into the few messages that an activity is read from."""

from typing import Any

import fitdecode

from logbook.formats.activity import Unreadable
from logbook.formats.fit_parts import Damage, Draft, Fields, Part
from logbook.formats.refusals import TOO_MUCH

_MESSAGES = frozenset({"file_id", "device_info", "sport", "activity", "session", "record"})

# A day of running with a point a second is 86,400 records and, with what modern watches write
# beside them, 250,000 messages of 1.5 million fields.  Files that are made to keep a server busy
# have far more, and are left at these figures after about five seconds.
RECORDS_LIMIT = 250_000
MESSAGES_LIMIT = 750_000
FIELDS_LIMIT = 2_000_000
SESSIONS_LIMIT = 100
PARTS_LIMIT = 100


def read_parts(*, data: bytes) -> tuple[Part, ...]:
    """
    Return the FIT files chained in `data`, as far as they can be read; none without a header.

    :raises Unreadable: if there are more messages than any activity has
    """
    drafts: list[Draft] = []
    reader = fitdecode.FitReader(
        data,
        processor=None,  # makes dates and units that are not needed, in a third of the time
        check_crc=fitdecode.CrcCheck.DISABLED,  # a whole part at once, below, is faster
        error_handling=fitdecode.ErrorHandling.IGNORE,
    )
    try:
        _decode(reader, drafts, data)
    except Unreadable:
        raise
    except fitdecode.FitEOFError:
        _mark_unfinished(drafts, Damage.CUT)
    except Exception:
        # Damaged bytes make the decoder raise nearly anything: KeyError, TypeError, struct.error.
        _mark_unfinished(drafts, Damage.BROKEN)
    return tuple(draft.part() for draft in drafts)


def _decode(reader: Any, drafts: list[Draft], data: bytes) -> None:
    start = fields = 0
    for messages, frame in enumerate(reader, start=1):
        if frame.frame_type == fitdecode.FIT_FRAME_HEADER:
            drafts.append(Draft(end=start + frame.header_size + frame.body_size))
        elif frame.frame_type == fitdecode.FIT_FRAME_DATA:
            fields += len(frame.fields)
            if frame.name in _MESSAGES:
                drafts[-1].take(name=frame.name, said=_said(frame))
        elif frame.frame_type == fitdecode.FIT_FRAME_CRC:
            end = drafts[-1].end
            drafts[-1].finished = True
            drafts[-1].damage = None if _checksum_fits(data, start, end) else Damage.BROKEN
            start = end + 2
        if (
            messages > MESSAGES_LIMIT
            or fields > FIELDS_LIMIT
            or len(drafts) > PARTS_LIMIT
            or drafts[-1].records > RECORDS_LIMIT
            or len(drafts[-1].sessions) > SESSIONS_LIMIT
        ):
            raise Unreadable(TOO_MUCH)


def _said(message: Any) -> Fields:
    said: dict[str, object] = {}
    for each in message.fields:
        # A developer's field may bear the name of a real one and mean another thing.
        if each.value is not None and not (each.field_def is not None and each.field_def.is_dev):
            said.setdefault(each.name, each.value)
    return said


def _checksum_fits(data: bytes, start: int, end: int) -> bool:
    computed: int = fitdecode.utils.compute_crc(data[start:end])
    return computed == int.from_bytes(data[end : end + 2], "little")


def _mark_unfinished(drafts: list[Draft], damage: Damage) -> None:
    # Rubbish behind a finished part does that part no harm.
    if drafts and not drafts[-1].finished:
        drafts[-1].damage = damage

"""A FIT file may hold so much and no more; what is made to keep the server busy is left early."""

import time
from datetime import UTC, datetime

import pytest

from logbook.formats import LIMITS_BYTES
from logbook.formats.activity import Unreadable
from logbook.formats.detect import Format
from logbook.formats.fit import read_fit
from logbook.formats.fit_messages import (
    EVENTS_LIMIT,
    FIELDS_LIMIT,
    LAPS_LIMIT,
    MESSAGES_LIMIT,
    PARTS_LIMIT,
    RECORDS_LIMIT,
    SESSIONS_LIMIT,
    read_parts,
)
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import Field, Message, fit_bytes, seconds

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
RUN = fit_file(started_at=MORNING, record_every_s=None)
TOO_MUCH = "This file holds more than one activity of several days would."


def is_too_much(data):
    try:
        read_fit(data)
    except Unreadable as refused:
        return str(refused).startswith(TOO_MUCH)
    return False


def made_of(definition, message, count):
    """Return the body of so many messages, in a file with a header that fits and a checksum that does not."""
    body = definition + message * count
    return b"\x0e\x20\0\0" + len(body).to_bytes(4, "little") + b".FIT\0\0" + body + b"\0\0"


@pytest.mark.parametrize("beside", [-1, 0, 1])
@pytest.mark.parametrize(
    ("number", "limit"),
    [
        pytest.param(20, RECORDS_LIMIT, id="records"),
        pytest.param(18, SESSIONS_LIMIT, id="sessions"),
        pytest.param(19, LAPS_LIMIT, id="laps"),
        pytest.param(21, EVENTS_LIMIT, id="events"),
    ],
)
def test_of_each_kind_of_message_there_may_be_so_many(number, limit, beside):
    definition = b"\x40\0\0" + bytes([number]) + b"\0\0"

    assert is_too_much(made_of(definition, b"\0", limit + beside)) == (beside > 0)


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_of_all_messages_together_there_may_be_so_many(beside):
    # The header, the definition and the checksum count among them.
    few_words = made_of(b"\x40\0\0\x70\x17\0", b"\0", MESSAGES_LIMIT - 3 + beside)

    assert is_too_much(few_words) == (beside > 0)


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_of_all_fields_together_there_may_be_so_many(beside):
    # Eight fields in all but the messages of one field behind them.
    eight = b"\x40\0\0\x70\x17\x08" + b"".join(bytes([number, 1, 2]) for number in range(8))
    one = b"\x41\0\0\x70\x17\x01\0\1\2"
    full = b"\0" * 9 * (FIELDS_LIMIT // 8 - 1)

    assert is_too_much(made_of(eight + full + one, b"\1\0", 8 + beside)) == (beside > 0)


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_so_many_files_may_be_chained(beside):
    assert is_too_much(RUN + fit_bytes([]) * (PARTS_LIMIT - 1 + beside)) == (beside > 0)


@pytest.mark.parametrize("beside", [-1, 0, 1])
def test_a_file_may_hold_so_many_activities(beside):
    # The sessions of all the files in a chain count together.
    rest = fit_file(started_at=MORNING, sessions=SESSIONS_LIMIT - 1 + beside, record_every_s=None)

    assert is_too_much(RUN + rest) == (beside > 0)
    assert beside > 0 or len(read_fit(RUN + rest)) == SESSIONS_LIMIT + beside


def test_the_records_of_all_the_files_in_a_chain_count_together():
    half = made_of(b"\x40\0\0\x14\0\0", b"\0", RECORDS_LIMIT // 2)

    assert not is_too_much(half * 2)
    assert is_too_much(half * 2 + fit_file(started_at=MORNING))


@pytest.mark.parametrize(
    "definition",
    [
        pytest.param(b"\x40\0\0\x12\0\0", id="sessions without fields"),
        pytest.param(b"\x40\0\0\x70\x17\0", id="messages of no known kind"),
        pytest.param(
            b"\x40\0\0\x14\0\xff" + b"".join(bytes([number, 1, 2]) for number in range(255)),
            id="records of 255 fields",
        ),
    ],
)
def test_a_file_made_to_keep_the_server_busy_is_left_early(definition):
    assert is_too_much(made_of(definition, b"\0", LIMITS_BYTES[Format.FIT] - 16 - len(definition)))


@pytest.mark.parametrize(("number", "kept"), [(12, "sports"), (18, "sessions"), (19, "laps")])
def test_of_a_message_with_many_fields_only_those_are_kept_that_are_read(number, kept):
    message = Message(number, [Field(each, "uint8", 1) for each in range(250)])
    [part] = read_parts(data=fit_bytes([message]))

    [said] = getattr(part, kept)
    assert 3 <= len(said) <= 14


def test_a_hundred_silent_sessions_and_as_many_pauses_as_there_may_be_are_read_in_time():
    # Each session asks the stopwatch how long it ran.
    event = b"\x41\0\0\x15\0\3" + b"\xfd\4\x86" + b"\0\1\0" + b"\1\1\0"
    session = b"\x40\0\0\x12\0\1" + b"\2\4\x86"
    begin = seconds(MORNING)
    events = [
        b"\1" + (begin + nth).to_bytes(4, "little") + (b"\0\4" if nth % 2 else b"\0\0")
        for nth in range(EVENTS_LIMIT)
    ]
    sessions = [b"\0" + (begin + nth * 1000).to_bytes(4, "little") for nth in range(SESSIONS_LIMIT)]
    started = time.process_time()
    activities = read_fit(made_of(event + session, b"".join(events + sessions), 1))

    assert time.process_time() - started < 10
    assert [activity.timer_s for activity in activities] == [500.0] * SESSIONS_LIMIT

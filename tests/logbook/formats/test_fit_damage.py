"""A damaged FIT file is read by its summary with a caveat, or refused; nothing else ever comes of it."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats import LIMITS_BYTES, read_activity
from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.fit import read_fit
from logbook.formats.fit_messages import PARTS_LIMIT, RECORDS_LIMIT, SESSIONS_LIMIT
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import Field, Message, fit_bytes
from tests.builders.mutants import mutants

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
RUN = fit_file(started_at=MORNING, duration_s=300, distance_m=1000)
CAVEAT = "The file is damaged. These totals come from its summary: compare them with your watch."
BREAKS_OFF = (
    "The file breaks off before its summary, so the totals are missing."
    " Export it again from the watch or its app, or enter the run by hand."
)
DAMAGED = (
    "The file is damaged and no summary can be read from it."
    " Export it again from the watch or its app, or enter the run by hand."
)
TOO_MUCH = "This file holds more than one activity of several days would."


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_fit(data)
    return str(refused.value)


def outcome(data):
    """Return the activity or the sentence of the refusal; any other exception goes through."""
    try:
        return read_activity(data)
    except Unreadable as refused:
        return str(refused)


def test_a_wrong_checksum_is_forgiven_where_there_is_a_session_and_said():
    right = read_fit(RUN)
    wrong = read_fit(fit_file(started_at=MORNING, duration_s=300, distance_m=1000, bad_crc=True))

    assert right.caveat is None
    assert wrong == replace(right, caveat=CAVEAT)


def test_a_wrong_checksum_without_a_session_is_refused():
    assert refusal(fit_file(started_at=MORNING, with_session=False, bad_crc=True)) == DAMAGED


def test_a_file_cut_behind_its_session_is_read_with_a_caveat():
    activity = read_fit(fit_file(started_at=MORNING, session_first=True, cut_at=-500))

    assert (activity.distance_m, activity.timer_s, activity.caveat) == (5000.0, 1800.0, CAVEAT)


def test_a_file_cut_before_its_session_is_refused():
    assert refusal(fit_file(started_at=MORNING, cut_at=-500)) == BREAKS_OFF


def test_wherever_a_file_is_cut_it_is_whole_or_caveated_or_refused():
    damaged = replace(read_fit(RUN), caveat=CAVEAT)
    outcomes = [outcome(RUN[:kept]) for kept in range(14, len(RUN))]

    assert set(outcomes) == {BREAKS_OFF, damaged}
    # Once the summary is there, more bytes never take it away again.
    assert outcomes == sorted(outcomes, key=lambda each: each == damaged)


@pytest.mark.parametrize("kept", range(12, 14))
def test_a_file_cut_inside_its_header_is_refused(kept):
    assert refusal(RUN[:kept]) == DAMAGED


def test_rubbish_in_the_middle_with_no_session_before_it_is_refused():
    # 0x0F asks for local message 15, which nothing has defined.
    half = len(RUN) // 2
    assert refusal(RUN[:half] + b"\x0f" * (len(RUN) - half)) == DAMAGED


def test_rubbish_behind_a_whole_file_does_no_harm():
    assert read_fit(RUN + b"\0" * 1000) == read_fit(RUN)


@pytest.mark.parametrize("body_size", [0, 0xFFFFFFFF])
def test_a_header_that_lies_about_the_size_is_refused(body_size):
    nothing = fit_bytes([Message(0, [Field(0, "enum", 4)])], body_size=body_size)

    assert refusal(nothing) == (DAMAGED if body_size == 0 else BREAKS_OFF)


@pytest.mark.parametrize("session_first", [False, True])
def test_three_hundred_mutants_are_read_or_refused_and_nothing_else(session_first):
    seed_file = fit_file(
        started_at=MORNING, duration_s=300, session_first=session_first, extra=_developer_fields()
    )
    outcomes = [outcome(mutant) for mutant in mutants(seed_file, count=300, seed=20260501)]
    activities = [each for each in outcomes if isinstance(each, Activity)]
    refusals = [each for each in outcomes if isinstance(each, str)]

    # Both must happen, or the test looks at one side only.
    assert len(activities) > 20
    assert len(refusals) > 20
    assert all(sentence.endswith(".") for sentence in refusals)
    for activity in activities:
        assert activity.started_at.utcoffset() == timedelta(0)
        assert activity.timer_s is None or 0 <= activity.timer_s <= 7 * 24 * 3600
        assert activity.avg_hr is None or 1 <= activity.avg_hr <= 250


def test_bytes_behind_a_fit_header_are_read_or_refused_and_nothing_else():
    dice = random.Random(7)
    for _ in range(200):
        body = dice.randbytes(dice.randint(0, 200))
        assert refusal(RUN[:14] + body) in (BREAKS_OFF, DAMAGED)


def _developer_fields():
    identity = Message(207, [Field(3, "uint8", 0)])
    named = [
        Field(0, "uint8", 0),
        Field(1, "uint8", 0),
        Field(2, "uint8", 2),
        Field(3, "string", "heart_rate"),
    ]
    return [identity, Message(206, named)]


def test_more_parts_than_any_chain_has_are_refused():
    part = fit_bytes([])

    assert refusal(part * PARTS_LIMIT).startswith("This FIT file holds no activity")
    assert refusal(part * (PARTS_LIMIT + 1)).startswith(TOO_MUCH)


def test_more_sessions_than_any_watch_writes_are_refused():
    full = fit_file(started_at=MORNING, sessions=SESSIONS_LIMIT)
    over = fit_file(started_at=MORNING, sessions=SESSIONS_LIMIT + 1)

    assert refusal(full).startswith(f"This file holds {SESSIONS_LIMIT} activities")
    assert refusal(over).startswith(TOO_MUCH)


def test_more_records_than_days_of_running_make_are_refused():
    full = _claiming(b"\x40\0\0\x14\0\0" + b"\0" * RECORDS_LIMIT)
    over = _claiming(b"\x40\0\0\x14\0\0" + b"\0" * (RECORDS_LIMIT + 1))

    assert refusal(full) == DAMAGED
    assert refusal(over).startswith(TOO_MUCH)


def _claiming(body: bytes) -> bytes:
    """Return a file of that body, with a header that fits it and a checksum that does not."""
    return b"\x0e\x20\0\0" + len(body).to_bytes(4, "little") + b".FIT\0\0" + body + b"\0\0"


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
    assert refusal(_claiming(definition.ljust(LIMITS_BYTES[Format.FIT] - 16, b"\0"))).startswith(TOO_MUCH)

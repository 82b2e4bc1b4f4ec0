"""A damaged FIT file is read as far as it goes, with a caveat, or refused; nothing else ever comes of it."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.activity import Activity, Unreadable
from logbook.formats.fit import read_fit
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


def read(data):
    [activity] = read_fit(data)
    return activity


def refusal(data):
    with pytest.raises(Unreadable) as refused:
        read_fit(data)
    return str(refused.value)


def outcome(data):
    """Return the first activity or the sentence of the refusal; any other exception goes through."""
    try:
        return read_fit(data)[0]
    except Unreadable as refused:
        return str(refused)


def test_a_wrong_checksum_is_forgiven_where_there_is_a_session_and_said():
    right = read(RUN)
    wrong = read(fit_file(started_at=MORNING, duration_s=300, distance_m=1000, bad_crc=True))

    assert right.caveat is None
    assert wrong == replace(right, caveat=CAVEAT, moving_s=None)


def test_totals_that_the_summary_lacks_are_not_made_of_a_damaged_track():
    silent = {"without": ["total_distance", "avg_heart_rate", "total_elapsed_time"]}
    activity = read(fit_file(started_at=MORNING, bad_crc=True, **silent))

    assert (activity.distance_m, activity.avg_hr, activity.elapsed_s, activity.max_hr) == (
        None,
        None,
        None,
        170,
    )
    assert len(activity.track) == 181


def test_a_file_cut_behind_its_session_keeps_its_totals_and_says_how_far_the_track_goes():
    activity = read(fit_file(started_at=MORNING, session_first=True, cut_at=-500))

    assert (activity.distance_m, activity.timer_s) == (5000.0, 1800.0)
    assert activity.track.seconds[-1] == 1320
    assert activity.caveat == f"{CAVEAT} Its track is not whole: it ends after 22:00."


@pytest.mark.parametrize(("reaches_s", "is_whole"), [(940, False), (950, True), (1000, True)])
def test_a_track_is_whole_from_95_percent_of_the_stopwatch(reaches_s, is_whole):
    longer = [Field(8, "uint32", 1_001_000)]
    activity = read(fit_file(started_at=MORNING, duration_s=reaches_s, instead=longer, bad_crc=True))

    assert (activity.caveat == CAVEAT) == is_whole


def test_a_pause_is_no_part_of_a_track():
    longer = [Field(8, "uint32", 1_200_000)]
    pauses = [(500, 600)]
    activity = read(
        fit_file(started_at=MORNING, duration_s=1000, pauses=pauses, instead=longer, bad_crc=True)
    )

    assert activity.caveat == f"{CAVEAT} Its track is not whole: it ends after 26:40."


def test_wherever_a_file_is_cut_it_is_kept_as_far_as_it_goes_or_refused():
    outcomes = [outcome(RUN[:kept]) for kept in range(14, len(RUN))]
    refused = [each for each in outcomes if isinstance(each, str)]
    kept = [each for each in outcomes if isinstance(each, Activity)]

    assert set(refused) == {BREAKS_OFF}
    assert outcomes == [*refused, *kept]
    # What more bytes bring never takes anything away.
    lengths = [len(each.track) for each in kept]
    assert lengths == sorted(lengths)
    assert (lengths[0], lengths[-1]) == (2, 31)
    assert kept[-1] == replace(read(RUN), caveat=CAVEAT, moving_s=None)


@pytest.mark.parametrize("kept", range(12, 14))
def test_a_file_cut_inside_its_header_is_refused(kept):
    assert refusal(RUN[:kept]) == DAMAGED


def test_rubbish_at_the_beginning_with_no_session_before_it_is_refused():
    # 0x0F asks for local message 15, which nothing has defined.
    assert refusal(RUN[:60] + b"\x0f" * (len(RUN) - 60)) == DAMAGED


def test_rubbish_behind_a_whole_file_does_no_harm():
    assert read(RUN + b"\0" * 1000) == read(RUN)


@pytest.mark.parametrize("body_size", [0, 0xFFFFFFFF])
def test_a_header_that_lies_about_the_size_is_refused_where_nothing_stands_behind_it(body_size):
    assert refusal(fit_bytes([Message(0, [Field(0, "enum", 4)])], body_size=body_size)) == BREAKS_OFF


@pytest.mark.parametrize("body_size", [0, 0xFFFFFFFF])
def test_a_header_that_lies_about_the_size_does_not_hide_the_run_behind_it(body_size):
    activity = read(fit_file(started_at=MORNING, body_size=body_size))

    assert (activity.distance_m, len(activity.track), activity.caveat) == (5000.0, 181, CAVEAT)


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
        assert activity.started_at is None or activity.started_at.utcoffset() == timedelta(0)
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

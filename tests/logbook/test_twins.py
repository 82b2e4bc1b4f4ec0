"""Two records are of one activity when start, length and a duration agree, to the second and the metre."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.twins import Outline, same_activity

RUN = Outline(
    started_at=datetime(2026, 7, 28, 6, 58, tzinfo=UTC),
    distance_m=10_000.0,
    timer_s=3000.0,
    elapsed_s=3200.0,
    by_position=False,
)

lengths = st.none() | st.floats(0, 100_000)
outlines = st.builds(
    Outline,
    started_at=st.integers(-90, 90).map(lambda s: RUN.started_at + timedelta(seconds=s)),
    distance_m=lengths,
    timer_s=lengths,
    elapsed_s=lengths,
    by_position=st.booleans(),
)


def is_same(**changes):
    return same_activity(RUN, replace(RUN, **changes))


def test_the_same_record_is_the_same():
    assert same_activity(RUN, RUN)


@pytest.mark.parametrize(
    ("seconds", "same"), [(60, True), (-60, True), (60.001, False), (-60.001, False), (86_400, False)]
)
def test_the_starts_are_a_minute_apart_at_most(seconds, same):
    assert is_same(started_at=RUN.started_at + timedelta(seconds=seconds)) is same


@pytest.mark.parametrize(
    ("metres", "by_position", "same"),
    [
        (9950, False, True),
        (9949, False, False),
        # Half a percent is that of the larger of the two.
        (10_050, False, True),
        (10_051, False, False),
        (9800, True, True),
        (9799, True, False),
        (10_204, True, True),
        (10_205, True, False),
    ],
)
def test_the_lengths_differ_by_half_a_percent_or_by_two_when_one_is_reckoned(metres, by_position, same):
    other = replace(RUN, distance_m=metres, by_position=by_position)

    assert same_activity(RUN, other) is same
    assert same_activity(other, RUN) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(None, None, True), (None, 10_000, False), (None, 0, False), (0, 0, True), (0, 1, False)],
)
def test_an_unknown_length_agrees_with_none_but_another_unknown_one(one, other, same):
    one, other = replace(RUN, distance_m=one), replace(RUN, distance_m=other)

    assert same_activity(one, other) is same
    assert same_activity(other, one) is same


@pytest.mark.parametrize(
    ("timer_s", "elapsed_s", "by_position", "same"),
    [
        # One of the two is enough, whatever the other says.
        (3000, None, False, True),
        (None, 3200, False, True),
        (3000, 9999, False, True),
        (1, 3200, False, True),
        (None, None, False, False),
        # A stopwatch is never held against the time from start to end.
        (3200, 3000, False, False),
        (3200, None, False, False),
        (2985, None, False, True),
        (2984, None, False, False),
        (None, 3184, False, True),
        (None, 3183, False, False),
        (2940, None, True, True),
        (2939, None, True, False),
        (None, 3136, True, True),
        (None, 3135, True, False),
    ],
)
def test_the_stopwatches_agree_or_the_times_from_start_to_end(timer_s, elapsed_s, by_position, same):
    assert is_same(timer_s=timer_s, elapsed_s=elapsed_s, by_position=by_position) is same


def test_starts_are_compared_as_instants_also_where_the_clock_is_put_back():
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)

    assert not same_activity(replace(RUN, started_at=first), replace(RUN, started_at=first.replace(fold=1)))
    assert same_activity(
        replace(RUN, started_at=first), replace(RUN, started_at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    )


@given(outlines, outlines)
def test_it_does_not_matter_which_comes_first(one, other):
    assert same_activity(one, other) == same_activity(other, one)


@given(outlines)
def test_every_record_with_a_duration_is_its_own_twin(outline):
    assert same_activity(outline, outline) == (outline.timer_s is not None or outline.elapsed_s is not None)

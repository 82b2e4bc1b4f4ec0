"""A total that no run can have is dropped; the others stay."""

import math
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats import plausible
from logbook.formats.fit import read_fit
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import Field

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
WEEK_MS = 7 * 24 * 3600 * 1000


def read(data):
    [activity] = read_fit(data)
    return activity


def read_with(*fields):
    return read(fit_file(started_at=MORNING, record_every_s=None, with_activity=False, instead=fields))


@pytest.mark.parametrize("number", [7, 8, 59])
@pytest.mark.parametrize(
    ("base_type", "raw"),
    [
        ("uint32", WEEK_MS + 1),
        ("uint32", 0xFFFFFFFE),
        ("sint32", -1),
        ("float32", math.inf),
        ("float32", -math.inf),
        ("float32", math.nan),
        ("string", "an hour"),
    ],
)
def test_a_duration_that_cannot_be_is_unknown(number, base_type, raw):
    activity = read_with(Field(number, base_type, raw))
    name = {7: "elapsed_s", 8: "timer_s", 59: "moving_s"}[number]

    assert getattr(activity, name) is None
    assert activity.distance_m == 5000.0


@pytest.mark.parametrize(("raw", "seconds"), [(0, 0.0), (WEEK_MS - 1, 604799.999), (WEEK_MS, 604800.0)])
def test_a_duration_up_to_seven_days_is_believed(raw, seconds):
    assert read_with(Field(8, "uint32", raw)).timer_s == seconds


@pytest.mark.parametrize(
    ("raw", "metres"), [(0, 0.0), (100_000_000, 1_000_000.0), (100_000_001, None), (0xFFFFFFFE, None)]
)
def test_a_distance_up_to_a_thousand_kilometres_is_believed(raw, metres):
    assert read_with(Field(9, "uint32", raw)).distance_m == metres


@pytest.mark.parametrize(("raw", "bpm"), [(0, None), (1, 1), (250, 250), (251, None), (254, None)])
def test_a_heart_rate_from_1_to_250_is_believed(raw, bpm):
    activity = read_with(Field(16, "uint8", raw), Field(17, "uint8", raw))

    assert (activity.avg_hr, activity.max_hr) == (bpm, bpm)


@pytest.mark.parametrize(("raw", "metres"), [(0, 0.0), (30_000, 30_000.0), (30_001, None)])
def test_an_ascent_up_to_thirty_kilometres_is_believed(raw, metres):
    assert read_with(Field(22, "uint16", raw)).ascent_m == metres


@given(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text()
    | st.binary()
    | st.tuples(st.integers())
)
def test_whatever_stands_in_a_field_is_judged_without_a_fault(value):
    for judge in (plausible.duration_s, plausible.distance_m, plausible.ascent_m, plausible.heart_rate):
        judged = judge(value)
        assert judged is None or (judged >= 0 and math.isfinite(judged) and not isinstance(value, bool))
    moment = plausible.instant(value, since=MORNING)
    assert moment is None or moment >= MORNING


def test_an_instant_before_the_year_2000_is_not_believed():
    since = datetime(1989, 12, 31, tzinfo=UTC)
    turn = int((datetime(2000, 1, 1, tzinfo=UTC) - since) / timedelta(seconds=1))

    assert plausible.instant(turn - 1, since=since) is None
    assert plausible.instant(turn, since=since) == datetime(2000, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("seconds", [-1, 2**32, 2**62, 1.5, "2026", None])
def test_an_instant_that_fit_cannot_write_is_not_believed(seconds):
    assert plausible.instant(seconds, since=MORNING) is None


def test_a_start_beyond_the_calendar_falls_back_on_the_records():
    data = fit_file(started_at=MORNING, instead=[Field(2, "sint64", 2**62)])

    assert read(data).started_at == MORNING

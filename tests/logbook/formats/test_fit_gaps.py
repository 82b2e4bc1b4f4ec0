"""Where the session is silent the records speak, each total by itself, but never half a track."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.fit import read_fit
from tests.builders.fit import RECORD, fit_file
from tests.builders.fit_encoding import EPOCH, Field, Message, seconds
from tests.builders.fit_legs import START, STOP_ALL, Leg, records, timer_event

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
KNOWN_TO_RECORDS = [
    "start_time",
    "total_elapsed_time",
    "total_distance",
    "avg_heart_rate",
    "max_heart_rate",
]


def read(data):
    [activity] = read_fit(data)
    return activity


@given(without=st.sets(st.sampled_from(KNOWN_TO_RECORDS)))
def test_any_total_that_the_session_leaves_out_comes_from_the_records(without):
    activity = read(fit_file(started_at=MORNING, without=without))

    assert activity == read(fit_file(started_at=MORNING))


@given(
    duration_s=st.integers(60, 7200),
    cm_a_second=st.integers(0, 1000),
    avg_hr=st.integers(100, 160),
    above=st.integers(0, 50),
)
def test_without_a_session_the_records_give_the_totals(duration_s, cm_a_second, avg_hr, above):
    distance = duration_s * cm_a_second
    data = fit_file(
        started_at=MORNING,
        duration_s=duration_s,
        distance_m=distance / 100,
        avg_hr=avg_hr,
        max_hr=avg_hr + above,
        record_every_s=60,
        with_session=False,
    )
    activity = read(data)

    assert activity.started_at == MORNING
    assert (activity.elapsed_s, activity.timer_s) == (duration_s, duration_s)
    assert activity.distance_m == distance / 100
    assert (activity.avg_hr, activity.max_hr) == (avg_hr, avg_hr + above)
    assert activity.sport == "generic"


def test_records_alone_cannot_tell_pauses_so_the_stopwatch_stays_unknown():
    activity = read(fit_file(started_at=MORNING, with_session=False, with_activity=False))

    assert (activity.timer_s, activity.elapsed_s) == (None, 1800)


def test_starts_and_stops_give_the_stopwatch_where_no_total_does():
    pauses = [(600, 120), (1200, 45)]
    silent = {"without": ["total_timer_time", "total_elapsed_time"], "with_activity": False}
    activity = read(fit_file(started_at=MORNING, pauses=pauses, **silent))

    assert (activity.timer_s, activity.elapsed_s) == (1800, 1965)


@pytest.mark.parametrize("lost", [0, -1])
def test_a_start_or_stop_that_is_lost_leaves_the_stopwatch_unknown(lost):
    events = [timer_event(seconds(MORNING), START), timer_event(seconds(MORNING) + 1800, STOP_ALL)]
    del events[lost]
    silent = {"without": ["total_timer_time"], "with_activity": False}

    assert read(fit_file(started_at=MORNING, extra=events, **silent)).timer_s is None


@pytest.mark.parametrize(("metres_in_all", "in_motion_s"), [(5000, 1800), (600, 1800), (400, 0)])
def test_the_time_in_motion_is_that_above_one_kilometre_an_hour(metres_in_all, in_motion_s):
    assert read(fit_file(started_at=MORNING, distance_m=metres_in_all)).moving_s == in_motion_s


def test_the_climb_comes_from_the_altitudes():
    assert read(fit_file(started_at=MORNING, climb=(100, 160))).ascent_m == pytest.approx(60, abs=3)
    assert read(fit_file(started_at=MORNING, climb=(100, 160), ascent_m=55)).ascent_m == 55


def test_the_places_give_the_distance_where_nothing_else_does():
    nowhere_said = {"without": ["total_distance"], "on_the_ground": True}
    unmeasured = [
        replace(message, fields=[field for field in message.fields if field.number != 5])
        for message in a_kilometre_north()
    ]
    activity = read(fit_file(started_at=MORNING, record_every_s=None, extra=unmeasured, **nowhere_said))

    assert activity.distance_m == pytest.approx(1000, abs=1)
    assert activity.track.metres[-1] == activity.distance_m


def a_kilometre_north():
    whole = {"duration_s": 300, "distance_m": 1000.0, "avg_hr": None, "max_hr": None, "every_s": 10}
    return records(Leg(starts=seconds(MORNING), on_the_ground=True, **whole))


def test_the_session_is_believed_over_the_records():
    data = fit_file(started_at=MORNING, distance_m=5000, instead=[Field(9, "uint32", 512_300)])

    assert read(data).distance_m == 5123.0


def test_a_distance_of_zero_in_the_session_is_not_a_gap():
    data = fit_file(started_at=MORNING, distance_m=5000, instead=[Field(9, "uint32", 0)])

    assert read(data).distance_m == 0.0


def test_a_heart_rate_strap_that_loses_contact_does_not_pull_the_mean_down():
    lost = [Message(RECORD, [Field(253, "uint32", seconds(MORNING)), Field(3, "uint8", 0)])] * 50
    activity = read(fit_file(started_at=MORNING, without=["avg_heart_rate"], extra=lost))

    assert activity.avg_hr == 150


def test_records_from_before_the_clock_was_set_do_not_move_the_start():
    powered_up = Message(RECORD, [Field(253, "uint32", 12)])
    activity = read(fit_file(started_at=MORNING, with_session=False, extra=[powered_up]))

    assert EPOCH + timedelta(seconds=12) < MORNING
    assert (activity.started_at, activity.elapsed_s) == (MORNING, 1800)


def test_the_highest_record_counts_and_not_the_last():
    late = [Field(253, "uint32", seconds(MORNING) + 1700), Field(5, "uint32", 100), Field(3, "uint8", 90)]
    data = fit_file(started_at=MORNING, with_session=False, extra=[Message(RECORD, late)])
    activity = read(data)

    assert (activity.distance_m, activity.max_hr, activity.elapsed_s) == (5000.0, 170, 1800)


def test_a_developer_field_with_the_name_of_a_real_one_is_passed_over():
    developer = Message(207, [Field(3, "uint8", 0)])
    described = [Field(0, "uint8", 0), Field(1, "uint8", 0), Field(2, "uint8", 2)]
    heart_rate = Message(206, [*described, Field(3, "string", "heart_rate")])
    beating = Message(RECORD, [Field(253, "uint32", seconds(MORNING))], developer=[Field(0, "uint8", 240)])
    extra = [developer, heart_rate, beating]
    data = fit_file(started_at=MORNING, avg_hr=None, max_hr=None, extra=extra)

    assert read(data).max_hr is None

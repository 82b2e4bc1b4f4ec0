"""What went into a FIT file comes out of it: times, lengths and heart rates, and what was left out."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.activity import Activity
from logbook.formats.detect import Format
from logbook.formats.fit import read_fit
from tests.builders.fit import SESSION_FIELDS, SUB_SPORTS, fit_file
from tests.builders.fit_encoding import Field, Message, fit_bytes

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)

starts = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 -- hypothesis wants the bounds bare
    max_value=datetime(2099, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))
milliseconds = st.integers(0, 7 * 24 * 3600 * 1000)
centimetres = st.integers(0, 1_000_000 * 100)
beats = st.none() | st.integers(1, 250)


def read(data):
    [activity] = read_fit(data)
    return activity


@given(
    started_at=starts,
    timer=milliseconds,
    pause=st.integers(0, 3_600_000),
    distance=st.none() | centimetres,
    avg_hr=beats,
    max_hr=beats,
    ascent=st.none() | st.integers(0, 30_000),
    big_endian=st.booleans(),
    session_first=st.booleans(),
)
def test_every_total_comes_out_as_it_went_in(
    started_at, timer, pause, distance, avg_hr, max_hr, ascent, big_endian, session_first
):
    timer_s, elapsed_s = timer / 1000, min(timer + pause, 7 * 24 * 3600 * 1000) / 1000
    distance_m = None if distance is None else distance / 100
    data = fit_file(
        started_at=started_at,
        duration_s=timer_s,
        elapsed_s=elapsed_s,
        moving_s=timer_s,
        distance_m=distance_m,
        avg_hr=avg_hr,
        max_hr=max_hr,
        ascent_m=ascent,
        record_every_s=None,
        big_endian=big_endian,
        session_first=session_first,
    )

    assert read(data) == Activity(
        format=Format.FIT,
        started_at=started_at,
        sport="running",
        sub_sport=None,
        timer_s=timer_s,
        moving_s=timer_s,
        elapsed_s=elapsed_s,
        distance_m=distance_m,
        avg_hr=avg_hr,
        max_hr=max_hr,
        ascent_m=ascent,
        device="Garmin fenix6",
        caveat=None,
    )


@given(without=st.sets(st.sampled_from(sorted(set(SESSION_FIELDS) - {"start_time"}))))
def test_what_no_message_says_is_none_and_the_rest_stays(without):
    whole = fit_file(
        started_at=MORNING,
        moving_s=1700,
        ascent_m=50,
        sub_sport="trail",
        record_every_s=None,
        with_activity=False,
    )
    holed = fit_file(
        started_at=MORNING,
        moving_s=1700,
        ascent_m=50,
        sub_sport="trail",
        record_every_s=None,
        with_activity=False,
        without=without,
    )
    names = {
        "total_elapsed_time": "elapsed_s",
        "total_timer_time": "timer_s",
        "total_moving_time": "moving_s",
        "total_distance": "distance_m",
        "avg_heart_rate": "avg_hr",
        "max_heart_rate": "max_hr",
        "total_ascent": "ascent_m",
        "sub_sport": "sub_sport",
        "sport": "sport",
    }

    expected = {names[field]: None for field in without} | (
        {"sport": "generic"} if "sport" in without else {}
    )
    before, after = vars(read(whole)), vars(read(holed))

    assert after == before | expected


def test_zero_metres_is_a_value():
    activity = read(fit_file(started_at=MORNING, distance_m=0.0, ascent_m=0))

    assert (activity.distance_m, activity.ascent_m) == (0.0, 0.0)


def test_the_start_is_aware_and_in_utc():
    in_berlin = datetime(2026, 7, 1, 8, 0, tzinfo=timezone(timedelta(hours=2)))
    started_at = read(fit_file(started_at=in_berlin)).started_at

    assert started_at.utcoffset() == timedelta(0)
    assert started_at.isoformat() == "2026-07-01T06:00:00+00:00"


@pytest.mark.parametrize("sub_sport", [None, *sorted(set(SUB_SPORTS) - {"strength_training"})])
def test_running_counts_as_a_run_wherever_it_is_done(sub_sport):
    activity = read(fit_file(started_at=MORNING, sport="running", sub_sport=sub_sport))

    assert activity.is_run
    assert activity.sub_sport == sub_sport


@pytest.mark.parametrize("sport", ["cycling", "training", "walking", "hiking", "generic"])
def test_another_sport_is_read_and_is_no_run(sport):
    activity = read(fit_file(started_at=MORNING, sport=sport))

    assert (activity.sport, activity.is_run) == (sport, False)


def test_a_sport_newer_than_the_profile_is_generic_even_beside_a_sport_message():
    older = Message(12, [Field(0, "enum", 1), Field(1, "enum", 3)])
    activity = read(fit_file(started_at=MORNING, instead=[Field(5, "enum", 200)], extra=[older]))

    assert (activity.sport, activity.is_run) == ("generic", False)


def test_the_sport_message_speaks_where_the_session_names_none():
    sport = Message(12, [Field(0, "enum", 1), Field(1, "enum", 3)])
    activity = read(fit_file(started_at=MORNING, without=["sport"], extra=[sport]))

    assert (activity.sport, activity.sub_sport) == ("running", "trail")


@pytest.mark.parametrize(
    ("stopwatch", "moving", "elapsed", "counted"),
    [(1800, 1700, 2000, 1800), (None, 1700, 2000, 2000), (None, 1700, None, 1700), (0, 1700, 2000, 0)],
)
def test_the_duration_to_count_is_the_stopwatch_where_there_is_one(stopwatch, moving, elapsed, counted):
    data = fit_file(
        started_at=MORNING,
        duration_s=stopwatch or 0,
        moving_s=moving,
        elapsed_s=elapsed or 0,
        with_activity=False,
        record_every_s=None,
        without=["total_timer_time"] * (stopwatch is None) + ["total_elapsed_time"] * (elapsed is None),
    )

    assert read(data).duration_s == counted


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"manufacturer": 1, "product": 3290}, "Garmin fenix6"),
        ({"manufacturer": 1, "product": 65000}, "Garmin"),
        ({"manufacturer": 294, "product": 1, "product_name": "COROS PACE 2"}, "COROS PACE 2"),
        ({"manufacturer": 23, "product": 1, "product_name": "Suunto 9"}, "Suunto 9"),
        ({"manufacturer": None, "product": None}, None),
        ({"manufacturer": None, "product": None, "product_name": "\x07\x1b" + "W" * 100}, "W" * 60),
    ],
)
def test_the_device_is_named_for_people(said, name):
    assert read(fit_file(started_at=MORNING, **said)).device == name


def test_the_creator_among_the_devices_is_named_where_the_file_id_is_silent():
    strap = Message(23, [Field(0, "uint8", 1), Field(2, "uint16", 123)])
    watch = Message(23, [Field(0, "uint8", 0), Field(2, "uint16", 1), Field(4, "uint16", 3290)])
    data = fit_file(started_at=MORNING, manufacturer=None, product=None, extra=[strap, watch])

    assert read(data).device == "Garmin fenix6"


def test_the_older_header_of_twelve_bytes_is_read():
    assert read(fit_file(started_at=MORNING, header_size=12)).distance_m == 5000.0


def test_a_run_chained_to_a_settings_file_is_read_from_either_side():
    settings = fit_bytes([Message(0, [Field(0, "enum", 2)])])
    run = fit_file(started_at=MORNING)

    assert read(run + settings) == read(settings + run) == read(run)

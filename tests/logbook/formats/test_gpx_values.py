"""What a GPX file's points say comes out as a run: start, time, length, heart rate, climb, sport, device."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from logbook.formats.activity import Activity
from logbook.formats.detect import Format
from logbook.formats.gpx import read_gpx
from logbook.formats.plausible import FARTHEST_M
from logbook.track.track import Track as Points
from tests.builders.gpx import CLUETRUST, DEGREE_M, Point, Track, gpx_file, gpx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)

starts = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 -- hypothesis wants the bounds bare
    max_value=datetime(2125, 12, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)


def after(seconds):
    return MORNING + timedelta(seconds=seconds)


def read(data):
    [activity] = read_gpx(data)
    return activity


def track_of(*points, sport="running"):
    return read(gpx_of([Track([points], sport)]))


@given(
    started_at=starts,
    duration_s=st.integers(1, 100_000),
    pace=st.floats(0, 0.27) | st.floats(0.28, 12),
    avg_hr=st.none() | st.integers(1, 250),
    segments=st.integers(1, 4),
    pause_s=st.integers(0, 3600),
)
def test_every_total_comes_out_as_it_went_in(started_at, duration_s, pace, avg_hr, segments, pause_s):
    # A way of more than a thousand kilometres is left out, as a test of its own has it.
    assume(duration_s * pace < 0.99 * FARTHEST_M)
    data = gpx_file(
        started_at=started_at, duration_s=duration_s, distance_m=duration_s * pace, avg_hr=avg_hr,
        every_s=5000, segments=segments, pause_s=pause_s,
    )  # fmt: skip

    activity = read(data)

    assert replace(activity, track=Points()) == Activity(
        format=Format.GPX,
        started_at=started_at,
        sport="running",
        sub_sport=None,
        timer_s=None,
        moving_s=pytest.approx(duration_s if pace > 1 / 3.6 else 0, abs=0.01),
        elapsed_s=pytest.approx(duration_s + (segments - 1) * pause_s, abs=0.001),
        distance_m=pytest.approx(duration_s * pace, rel=1e-5, abs=0.01),
        avg_hr=avg_hr,
        max_hr=avg_hr,
        ascent_m=None,
        device="Footfall’s builder",
    )


def test_east_and_west_are_as_long_as_the_latitude_lets_them():
    activity = track_of(
        Point(at=MORNING, north=60, east=179.99), Point(at=after(600), north=60, east=-179.99)
    )

    # Half a degree's length at 60° north, across the line where the day changes.
    assert activity.distance_m == pytest.approx(0.02 * DEGREE_M / 2, rel=1e-5)


def test_the_way_between_two_segments_does_not_count_and_the_time_does():
    far = 50 + 3000 / DEGREE_M
    one = [Point(at=MORNING, north=50), Point(at=after(300), north=50 + 1000 / DEGREE_M)]
    two = [Point(at=after(900), north=far), Point(at=after(1200), north=far + 500 / DEGREE_M)]
    activity = read(gpx_of([Track([one, [], two])]))

    assert activity.distance_m == pytest.approx(1500, rel=1e-5)
    assert activity.elapsed_s == 1200


def test_a_point_without_a_time_lies_on_the_way_and_one_without_a_place_does_not():
    activity = track_of(
        Point(at=MORNING, north=50),
        Point(north=50 + 400 / DEGREE_M),
        Point(at=after(200), north=None, bpm=140),
        Point(at=after(300), north=50 + 1000 / DEGREE_M),
    )

    assert (activity.distance_m, activity.avg_hr) == (pytest.approx(1000, rel=1e-5), 140)


def test_places_that_are_none_are_passed_over():
    lost = [("999", 13.4), (50, "181"), ("nan", 13.4), ("inf", "-inf"), ("", ""), (0, 0), ("north", "east")]
    points = [Point(at=after(n + 1), north=north, east=east) for n, (north, east) in enumerate(lost)]
    activity = track_of(
        Point(at=MORNING, north=50), *points, Point(at=after(300), north=50 + 1000 / DEGREE_M)
    )

    assert activity.distance_m == pytest.approx(1000, rel=1e-5)


@pytest.mark.parametrize(
    ("said", "altitude_m"),
    [("50", 50), (" -4.5 ", -4.5), ("+5.", 5), (".5e1", 5), ("5_0", None), ("٥٠", None), ("0x5", None)],
)
def test_a_number_is_written_in_plain_digits(said, altitude_m):
    activity = track_of(Point(at=MORNING, altitude_m=said), Point(at=after(60)))

    assert activity.track.altitudes_m == (altitude_m, None)


def test_a_leap_no_runner_can_make_is_no_way():
    activity = track_of(
        Point(at=MORNING, north=50),
        Point(at=after(10), north=50 + 30 / DEGREE_M),
        Point(at=after(11), north=51),
        Point(at=after(12), north=50 + 36 / DEGREE_M),
        Point(at=after(22), north=50 + 66 / DEGREE_M),
    )

    assert activity.distance_m == pytest.approx(66, rel=1e-3)


def test_without_a_single_place_the_length_is_unknown_and_not_0():
    activity = track_of(*(Point(at=after(n), north=None, east=None, bpm=120) for n in range(60)))

    assert (activity.distance_m, activity.elapsed_s, activity.avg_hr) == (None, 59, 120)


def test_standing_still_is_0_metres():
    assert track_of(Point(at=MORNING), Point(at=after(60))).distance_m == 0


def test_the_heart_rate_is_found_in_any_namespace_and_a_lost_strap_is_left_out():
    points = [
        Point(at=MORNING, bpm=120),
        Point(at=after(10), bpm=160, extension=CLUETRUST),
        Point(at=after(20), bpm=0),
        Point(at=after(30), bpm="nan"),
        Point(at=after(40)),
    ]
    activity = track_of(*points)

    assert (activity.avg_hr, activity.max_hr) == (140, 160)


def test_absurd_altitudes_are_unknown_and_a_climb_counts_past_them():
    altitudes = ["nan", 100, "9001", "-501", "1e999", "high", 110]
    points = [Point(at=after(n), altitude_m=altitude) for n, altitude in enumerate(altitudes)]
    activity = track_of(*points)

    assert activity.track.altitudes_m == (None, 100, None, None, None, None, 110)
    assert activity.ascent_m == 10


@pytest.mark.parametrize(
    ("said", "sport", "sub_sport"),
    [
        (None, "running", None),
        ("", "running", None),
        ("running", "running", None),
        ("Run", "running", None),
        ("9", "running", None),
        ("Trail Running", "running", "trail"),
        ("trail", "running", "trail"),
        ("treadmill_running", "running", "treadmill"),
        ("<![CDATA[Run]]>", "running", None),
        ("1", "cycling", None),
        ("mountain biking", "cycling", None),
        ("Walking", "walking", None),
        ("Trail walk", "walking", None),
        ("Hike", "hiking", None),
        ("Nordic Ski", "nordic_ski", None),
        ("Other", "generic", None),
        ("77", "generic", None),
        ("&lt;script&gt;", "generic", None),
        ("s" * 41, "generic", None),
    ],
)
def test_the_sport_is_read_from_the_track_s_type(said, sport, sub_sport):
    activity = track_of(Point(at=MORNING), Point(at=after(60)), sport=said)

    assert (activity.sport, activity.sub_sport) == (sport, sub_sport)


@pytest.mark.parametrize(
    ("creator", "device"),
    [
        (None, None),
        ("", None),
        ("StravaGPX", "StravaGPX"),
        ("A &amp; B &lt;c&gt; &quot;d&quot; &amp;#38; &#38;", 'A & B <c> "d" &#38; &'),
        ("Runkeeper - http://www.runkeeper.com", "Runkeeper"),
        ("https://only.example", None),
        ("W" * 100, "W" * 60),
        ("&#9;Watch&#10;&#x202e;", "Watch"),
    ],
)
def test_the_creator_is_named_for_people(creator, device):
    assert read(gpx_file(started_at=MORNING, creator=creator)).device == device


@pytest.mark.parametrize(
    "written",
    ["2026-05-01T06:30:00Z", "2026-05-01T06:30:00.000Z", "2026-05-01T08:30:00+02:00", "2026-05-01T06:30:00"],
)
def test_a_moment_is_read_however_it_is_written(written):
    activity = track_of(Point(at=written), Point(at=after(60)))

    assert (activity.started_at, activity.started_at.utcoffset()) == (MORNING, timedelta(0))
    assert activity.elapsed_s == 60


@pytest.mark.parametrize(
    "never",
    [
        "",
        "soon",
        "2026-05-01",
        "1999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_a_moment_that_cannot_be_is_passed_over(never):
    activity = track_of(Point(at=never), Point(at=MORNING), Point(at=after(60)))

    assert (activity.started_at, activity.elapsed_s) == (MORNING, 60)


def test_tracks_that_go_on_from_one_another_are_one_activity():
    tracks = [
        Track([[Point(at=MORNING, north=50, bpm=100), Point(at=after(300), north=50.01, bpm=120)]], None),
        Track([[Point(north=50), Point(north=60)]], "a planned route"),
        Track([[Point(at=after(3899), north=50.01, bpm=140), Point(at=after(4200), north=50.02, bpm=160)]]),
    ]
    activity = read(gpx_of(tracks))

    assert (activity.elapsed_s, activity.avg_hr, activity.max_hr) == (4200, 130, 160)
    assert activity.distance_m == pytest.approx(0.02 * DEGREE_M, rel=1e-5)
    assert activity.sport == "running"

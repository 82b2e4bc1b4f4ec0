"""What went into a TCX file comes out of it: laps added up, and points where the laps are silent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.activity import Activity
from logbook.formats.detect import Format
from logbook.formats.tcx import read_tcx
from logbook.track.track import Track
from tests.builders.tcx import Effort, Lap, TrackPoint, tcx_file, tcx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
HOUR_S = 3600

starts = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 -- hypothesis wants the bounds bare
    max_value=datetime(2125, 12, 1),  # noqa: DTZ001
    timezones=st.just(UTC),
)
beats = st.none() | st.integers(1, 250)


def after(seconds):
    return MORNING + timedelta(seconds=seconds)


def read(data):
    [activity] = read_tcx(data)
    return activity


def laps_of(*laps, **changes):
    return read(tcx_of([Effort(laps, **changes)]))


@given(
    started_at=starts,
    laps=st.integers(1, 5),
    timer_s=st.integers(1, 100_000_000).map(lambda ms: ms / 1000),
    distance_m=st.none() | st.floats(0, 200_000),
    pause_s=st.integers(0, 10_000),
    avg_hr=beats,
    max_hr=beats,
)
def test_every_total_comes_out_as_it_went_in(started_at, laps, timer_s, distance_m, pause_s, avg_hr, max_hr):
    data = tcx_file(
        started_at=started_at, laps=laps, timer_s=timer_s, distance_m=distance_m,
        elapsed_s=laps * timer_s + pause_s, avg_hr=avg_hr, max_hr=max_hr,
    )  # fmt: skip

    activity = read(data)

    assert len(activity.laps) == laps
    assert replace(activity, track=Track(), laps=()) == Activity(
        format=Format.TCX,
        started_at=started_at,
        sport="running",
        sub_sport=None,
        timer_s=pytest.approx(laps * timer_s),
        moving_s=None,
        elapsed_s=pytest.approx(laps * timer_s + pause_s, abs=0.001),
        distance_m=None if distance_m is None else pytest.approx(laps * distance_m),
        avg_hr=avg_hr,
        max_hr=max_hr,
        ascent_m=None,
        device="Forerunner 220",
    )


def test_the_start_is_the_first_point_that_has_a_time():
    points = [TrackPoint(bpm=100), TrackPoint(at=after(5)), TrackPoint(at=after(1805))]

    assert laps_of(Lap(started_at=MORNING, points=points)).started_at == after(5)


def test_without_points_the_start_is_that_of_the_first_lap():
    activity = read(tcx_file(started_at=MORNING, elapsed_s=None))

    assert (activity.started_at, activity.timer_s, activity.elapsed_s) == (MORNING, 1800, None)


def test_a_treadmill_s_points_without_places_are_enough():
    points = [TrackPoint(at=after(n * 60), distance_m=n * 200, bpm=130 + n) for n in range(11)]
    activity = laps_of(Lap(started_at=MORNING, timer_s=600, distance_m=2000, points=points))

    assert (activity.distance_m, activity.timer_s, activity.elapsed_s) == (2000, 600, 600)
    assert (activity.avg_hr, activity.max_hr) == (135, 140)


def test_the_mean_heart_rate_weighs_each_lap_by_its_time():
    activity = laps_of(
        Lap(started_at=MORNING, timer_s=600, avg_hr=120, max_hr=130),
        Lap(started_at=after(600), timer_s=1800, avg_hr=160, max_hr=175),
        Lap(started_at=after(2400), timer_s=600),
    )

    assert (activity.avg_hr, activity.max_hr) == (150, 175)


def test_a_length_that_a_lap_leaves_out_is_read_from_the_points():
    points = [TrackPoint(at=after(n), distance_m=n) for n in (0, 1000, 3100)]
    activity = laps_of(
        Lap(started_at=MORNING, distance_m=2000), Lap(started_at=after(1800), distance_m=None, points=points)
    )

    assert activity.distance_m == 3100


def test_a_time_that_a_lap_leaves_out_leaves_the_time_from_start_to_end():
    points = [TrackPoint(at=MORNING), TrackPoint(at=after(2000))]
    activity = laps_of(
        Lap(started_at=MORNING, timer_s=900), Lap(started_at=after(900), timer_s=None, points=points)
    )

    assert (activity.timer_s, activity.elapsed_s, activity.duration_s) == (None, 2000, 2000)


def test_zero_is_a_value():
    activity = read(tcx_file(started_at=MORNING, distance_m=0, timer_s=0, elapsed_s=60))

    assert (activity.distance_m, activity.timer_s) == (0, 0)


@pytest.mark.parametrize(("span_s", "elapsed_s"), [(1781, None), (1782, 1782), (1799, 1799), (1900, 1900)])
def test_points_that_cover_less_than_the_stopwatch_say_nothing_of_the_end(span_s, elapsed_s):
    activity = read(tcx_file(started_at=MORNING, timer_s=1800, elapsed_s=span_s))

    assert activity.elapsed_s == elapsed_s


@pytest.mark.parametrize("absurd", ["nan", "inf", "-1", "1e999", "much", "", "604801"])
def test_an_absurd_time_is_unknown(absurd):
    activity = read(tcx_file(started_at=MORNING, timer_s=absurd, elapsed_s=60))

    assert (activity.timer_s, activity.elapsed_s) == (None, 60)


@pytest.mark.parametrize("absurd", ["nan", "-inf", "-1", "1e999", "far", "", "1000001"])
def test_an_absurd_length_or_heart_rate_is_unknown(absurd):
    activity = read(tcx_file(started_at=MORNING, distance_m=absurd, avg_hr=absurd, max_hr=absurd))

    assert (activity.distance_m, activity.avg_hr, activity.max_hr) == (None, None, None)


def test_laps_that_are_too_long_together_are_unknown():
    activity = read(
        tcx_file(started_at=MORNING, laps=3, timer_s=3 * 24 * HOUR_S, distance_m=400_000, elapsed_s=60)
    )

    assert (activity.timer_s, activity.distance_m) == (None, None)


def test_the_climb_is_added_up_over_the_laps():
    points = [TrackPoint(at=after(n), altitude_m=n) for n in range(3)]
    more = [TrackPoint(at=after(n), altitude_m=n) for n in range(3, 8)]

    assert laps_of(Lap(points=points), Lap(points=more)).ascent_m == 7


@pytest.mark.parametrize(
    ("said", "sport"),
    [
        ("Running", "running"),
        ("Biking", "cycling"),
        ("Other", "generic"),
        (None, "running"),
        ("Rowing", "rowing"),
    ],
)
def test_the_sport_is_the_activity_s(said, sport):
    assert read(tcx_file(started_at=MORNING, sport=said)).sport == sport


def test_the_device_is_named_for_people():
    named = read(tcx_file(started_at=MORNING, device="A &amp; B &lt;c&gt; &amp;#38; &#38; <![CDATA[&amp;]]>"))

    assert named.device == "A & B <c> &#38; & &amp;"
    assert read(tcx_file(started_at=MORNING, device=None)).device is None


def test_a_declaration_behind_blanks_or_a_mark_of_byte_order_is_read():
    plain = read(tcx_file(started_at=MORNING))
    declared = '<?xml version="1.0" encoding="UTF-8"?>'

    for prologue in ("", "   \n" + declared, "\ufeff" + declared, "\ufeff  " + declared):
        assert read(tcx_file(started_at=MORNING, prologue=prologue)) == plain
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        mark = "" if encoding == "utf-16" else "\ufeff"
        assert read(tcx_file(started_at=MORNING, prologue=mark, encoding=encoding)) == plain

"""A FIT file that breaks off before its summary is kept up to the break, and says up to where."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.activity import Unreadable
from logbook.formats.fit import read_fit
from tests.builders.fit import fit_file
from tests.builders.fit_legs import FitLap

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
SHORT = {"started_at": MORNING, "with_session": False, "with_activity": False}


def read(data):
    [activity] = read_fit(data)
    return activity


@given(minutes=st.integers(1, 100))
def test_it_is_kept_up_to_the_break(minutes):
    activity = read(
        fit_file(**SHORT, duration_s=minutes * 60, distance_m=minutes * 200, record_every_s=60, cut_at=-1)
    )

    assert activity.caveat == (
        f"The file breaks off after {_clock(minutes * 60)}. What was recorded until then is kept."
    )
    assert (activity.elapsed_s, activity.distance_m) == (minutes * 60, minutes * 200)
    assert (activity.avg_hr, activity.max_hr) == (150, 170)
    assert activity.track.seconds[-1] == minutes * 60


def _clock(seconds):
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def test_the_stopwatch_that_was_running_ran_until_the_break():
    data = fit_file(**SHORT, pauses=[(600, 120)], cut_at=-40)
    activity = read(data)

    assert activity.caveat.startswith("The file breaks off after 31:")
    assert activity.timer_s == activity.track.seconds[-1] - 120
    assert activity.duration_s == activity.timer_s


def test_without_starts_and_stops_the_time_in_motion_counts():
    activity = read(fit_file(**SHORT, cut_at=-1))

    assert (activity.timer_s, activity.moving_s, activity.duration_s) == (None, 1800, 1800)


def test_the_sport_comes_from_the_message_before_the_records():
    assert read(fit_file(**SHORT, sport_message="running", cut_at=-1)).is_run


def test_the_laps_before_the_break_are_kept():
    laps = [FitLap(duration_s=900, distance_m=2500)]

    assert [lap.distance_m for lap in read(fit_file(**SHORT, laps=laps, cut_at=-1)).laps] == [2500]


def test_two_points_are_enough():
    assert len(read(fit_file(**SHORT, record_every_s=1800, cut_at=-1)).track) == 2


def test_one_point_is_nothing_to_keep():
    with pytest.raises(Unreadable, match="breaks off before its summary"):
        read_fit(fit_file(**SHORT, duration_s=0, cut_at=-1))


def test_damage_in_the_middle_keeps_what_lies_before_it():
    run = fit_file(**SHORT)
    half = len(run) // 2
    # 0x0F asks for local message 15, which nothing has defined.
    activity = read(run[:half] + b"\x0f" * (len(run) - half))

    assert activity.caveat == (
        "The file is damaged and its summary is missing. What was recorded until "
        f"{_clock(int(activity.track.seconds[-1]))} is kept."
    )
    assert 80 < len(activity.track) < 100


def test_a_wrong_checksum_without_a_session_is_damage_too():
    activity = read(fit_file(**SHORT, bad_crc=True))

    assert activity.caveat == (
        "The file is damaged and its summary is missing. What was recorded until 30:00 is kept."
    )
    assert len(activity.track) == 181


def test_the_leg_of_a_triathlon_in_which_it_breaks_off_is_kept_beside_the_whole_ones():
    three = {"started_at": MORNING, "sports": ["swimming", "cycling", "running"], "with_activity": False}
    whole = fit_file(**three)
    swim, ride, run = read_fit(whole)
    swum, ridden = read_fit(whole[: len(whole) * 55 // 100])

    assert (swum.sport, swum.distance_m, swum.timer_s) == (swim.sport, swim.distance_m, swim.timer_s)
    assert (
        swum.caveat
        == "The file is damaged. These totals come from its summary: compare them with your watch."
    )
    assert timedelta(0) <= ridden.started_at - ride.started_at <= timedelta(seconds=10)
    assert ridden.caveat.startswith("The file breaks off after ")
    assert 0 < ridden.distance_m < ride.distance_m
    assert run.distance_m == 5000

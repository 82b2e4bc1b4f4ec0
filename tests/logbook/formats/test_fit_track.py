"""The points of a FIT file become a track: when, how far, how fast the heart went, how high and where."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.formats.fit import read_fit
from tests.builders.fit import RECORD, fit_file
from tests.builders.fit_encoding import Field, Message, seconds
from tests.builders.fit_legs import HOME, START, STOP, timer_event

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)


def track(data):
    [activity] = read_fit(data)
    return activity.track


def track_of(*records, **said):
    made = [
        Message(RECORD, [Field(253, "uint32", seconds(MORNING) + at), *fields]) for at, *fields in records
    ]
    return track(fit_file(started_at=MORNING, duration_s=60, record_every_s=None, extra=made, **said))


@given(duration_s=st.integers(1, 600), every_s=st.integers(5, 60), metres=st.integers(0, 3000))
def test_a_point_is_where_and_when_its_record_says(duration_s, every_s, metres):
    data = fit_file(
        started_at=MORNING,
        duration_s=duration_s,
        distance_m=min(metres, duration_s * 10),
        record_every_s=every_s,
        climb=(100, 130),
        on_the_ground=True,
    )
    points = track(data)

    assert list(points.seconds) == [*range(0, duration_s, every_s), duration_s]
    assert points.metres[-1] == min(metres, duration_s * 10)
    assert (points.altitudes_m[0], points.altitudes_m[-1]) == (100, 130)
    assert points.places[0] == pytest.approx(HOME, abs=1e-6)
    assert set(points.beats[1:-1]) <= {150}
    assert points.resumes == ()


def test_what_a_record_does_not_say_is_none_and_zero_is_a_value():
    points = track_of([0, Field(5, "uint32", 0)], [1], [2, Field(2, "uint16", 2500)])

    assert points.metres == (0.0, None, None)
    assert points.altitudes_m == (None, None, 0.0)
    assert points.beats == points.places == (None, None, None)


def test_a_heart_rate_of_zero_is_a_strap_without_contact():
    assert track_of([0, Field(3, "uint8", 0)], [1, Field(3, "uint8", 90)]).beats == (None, 90)


@pytest.mark.parametrize("enhanced_first", [False, True])
def test_the_finer_altitude_goes_before_the_coarse_one(enhanced_first):
    both = [Field(78, "uint32", 3001), Field(2, "uint16", 3000)]
    points = track_of([0, *(both if enhanced_first else both[::-1])])

    assert points.altitudes_m == pytest.approx((100.2,))


@pytest.mark.parametrize(("north", "east"), [(None, 5), (5, None), (None, None)])
def test_half_a_place_is_none(north, east):
    assert track_of([0, Field(0, "sint32", north), Field(1, "sint32", east)]).places == (None,)


def test_places_reach_around_the_earth():
    degrees = 2**30
    points = track_of(
        [0, Field(0, "sint32", degrees), Field(1, "sint32", -(2**31))],
        [50, Field(0, "sint32", degrees), Field(1, "sint32", -(2**31) + 100)],
    )

    assert points.places[0] == (90.0, -180.0)


def test_a_record_without_a_time_is_no_point():
    assert len(track_of([0], [1])) == 2
    untimed = Message(RECORD, [Field(3, "uint8", 100)])
    assert len(track(fit_file(started_at=MORNING, extra=[untimed]))) == 181


def test_a_record_of_another_age_is_no_point():
    week_s = 7 * 24 * 3600

    assert track_of([0], [week_s], [week_s + 1]).seconds == (0, week_s)


def test_a_record_of_another_age_is_said():
    late = [Message(RECORD, [Field(253, "uint32", seconds(MORNING) + 7 * 24 * 3600 + 1)])]
    [activity] = read_fit(fit_file(started_at=MORNING, extra=late))

    assert activity.repairs == ("1 point from more than seven days after the start was left out.",)


@pytest.mark.parametrize("every_s", [1, 5, 31])
def test_times_in_the_header_are_told_like_any_other(every_s):
    said = {"started_at": MORNING, "duration_s": 600, "record_every_s": every_s}

    assert track(fit_file(**said, compressed=True)) == track(fit_file(**said))


def test_the_first_record_after_a_pause_resumes():
    points = track(fit_file(started_at=MORNING, pauses=[(600, 120), (1200, 45)]))

    assert [points.seconds[at - 1] for at in points.resumes] == [600, 1320]
    assert [points.seconds[at] for at in points.resumes] == [730, 1375]
    assert points.metres[points.resumes[0]] - points.metres[points.resumes[0] - 1] == pytest.approx(
        27.78, abs=0.02
    )


def test_what_is_recorded_in_a_pause_is_left_out():
    paused = [Message(RECORD, [Field(253, "uint32", seconds(MORNING) + 660)])]
    with_a_pause = {"started_at": MORNING, "pauses": [(600, 120)]}

    assert track(fit_file(**with_a_pause, extra=paused)) == track(fit_file(**with_a_pause))


def test_stopped_and_started_in_the_same_second_is_no_pause():
    again = [timer_event(seconds(MORNING) + 600, kind) for kind in (STOP, START)]

    assert track(fit_file(started_at=MORNING, timer=True, extra=again)).resumes == ()


def test_what_comes_after_the_last_stop_is_kept():
    late = [Message(RECORD, [Field(253, "uint32", seconds(MORNING) + 1830), Field(3, "uint8", 100)])]
    points = track(fit_file(started_at=MORNING, timer=True, extra=late))

    assert (points.seconds[-1], points.beats[-1]) == (1830, 100)


def test_what_cannot_be_is_put_right_and_said():
    places = [(52.0, 13.0), (52.0, 13.0), (0.0, 0.0), (52.0001, 13.0)]
    half_turns = 2**31 / 180
    records = [
        [at, Field(0, "sint32", round(north * half_turns)), Field(1, "sint32", round(east * half_turns))]
        for at, (north, east) in enumerate(places)
    ]
    made = [Message(RECORD, [Field(253, "uint32", seconds(MORNING) + at), *rest]) for at, *rest in records]
    [activity] = read_fit(fit_file(started_at=MORNING, record_every_s=None, extra=made))

    assert activity.track.places[2] is None
    assert len(activity.repairs) == 1

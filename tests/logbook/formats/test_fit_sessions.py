"""A FIT file of several sessions is several activities, and each gets what was recorded in its time."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.fit import read_fit
from logbook.formats.fit_efforts import STARTS_ELSEWHERE
from tests.builders.fit import fit_file
from tests.builders.fit_encoding import Field, Message, seconds
from tests.builders.fit_legs import FitLap

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
TRIATHLON = ["swimming", "cycling", "running"]


def test_every_session_is_an_activity():
    activities = read_fit(fit_file(started_at=MORNING, sports=TRIATHLON))

    assert [activity.sport for activity in activities] == TRIATHLON
    assert [activity.started_at for activity in activities] == [MORNING + n * HALF_AN_HOUR for n in range(3)]
    assert [activity.distance_m for activity in activities] == [5000.0] * 3


def test_the_transitions_of_a_triathlon_are_activities_too():
    activities = read_fit(fit_file(started_at=MORNING, sports=TRIATHLON, transitions=True))

    assert [activity.sport for activity in activities] == [
        "swimming", "transition", "cycling", "transition", "running",
    ]  # fmt: skip
    assert [activity.timer_s for activity in activities] == [1800, 60, 1800, 60, 1800]
    assert activities[1].started_at == MORNING + HALF_AN_HOUR


@pytest.mark.parametrize("session_first", [False, True])
@pytest.mark.parametrize("counts_on", [False, True])
def test_each_has_its_own_track_from_its_own_start(session_first, counts_on):
    data = fit_file(started_at=MORNING, sports=TRIATHLON, counts_on=counts_on, session_first=session_first)

    for activity in read_fit(data):
        assert len(activity.track) in (180, 181)
        assert (activity.track.seconds[0], activity.track.seconds[-1]) in [(0, 1790), (0, 1800), (10, 1800)]
        assert 0 <= activity.track.metres[0] <= 28
        assert 4970 <= activity.track.metres[-1] <= 5000
        assert list(activity.track.metres) == sorted(activity.track.metres)
        assert activity.repairs == ()


def test_where_a_session_is_silent_its_own_records_speak():
    silent = ["total_distance", "total_elapsed_time", "avg_heart_rate", "max_heart_rate"]
    first, second = read_fit(fit_file(started_at=MORNING, sessions=2, counts_on=True, without=silent))

    for activity in (first, second):
        assert activity.distance_m == pytest.approx(5000, abs=28)
        assert activity.elapsed_s == pytest.approx(1800, abs=10)
        assert activity.avg_hr == 150


def test_the_stopwatch_of_the_whole_file_is_not_that_of_a_session():
    activities = read_fit(fit_file(started_at=MORNING, sessions=2, instead=[Field(8, "uint32", None)]))

    assert [activity.timer_s for activity in activities] == [None, None]


def test_laps_go_by_their_start():
    laps = [FitLap(duration_s=900, distance_m=2400), FitLap(duration_s=900, distance_m=2600)]
    activities = read_fit(fit_file(started_at=MORNING, sports=TRIATHLON, laps=laps))

    for activity in activities:
        assert [(lap.starts_s, lap.distance_m) for lap in activity.laps] == [(0, 2400), (900, 2600)]


def test_laps_without_a_start_go_by_their_number():
    laps = [Message(19, [Field(9, "uint32", nth * 100)]) for nth in range(5)]
    two = {"duration_s": 600, "record_every_s": None, "extra": laps}
    first = fit_file(started_at=MORNING, **two, instead=[Field(25, "uint16", 0), Field(26, "uint16", 2)])
    sessions = [
        Message(18, [Field(2, "uint32", seconds(MORNING)), Field(25, "uint16", 0), Field(26, "uint16", 2)]),
        Message(
            18, [Field(2, "uint32", seconds(MORNING) + 600), Field(25, "uint16", 2), Field(26, "uint16", 3)]
        ),
    ]
    run, ride = read_fit(fit_file(started_at=MORNING, with_session=False, extra=[*sessions, *laps]))

    assert [lap.distance_m for lap in run.laps] == [0, 1]
    assert [lap.distance_m for lap in ride.laps] == [2, 3, 4]
    # Of one session all laps are, whatever it says of them.
    assert len(read_fit(first)[0].laps) == 5


def test_two_runs_chained_in_one_file_are_two_activities():
    later = MORNING + timedelta(hours=2)
    one, other = fit_file(started_at=MORNING), fit_file(started_at=later, distance_m=3000)

    assert read_fit(one + other) == (*read_fit(one), *read_fit(other))


def test_a_run_chained_to_one_that_is_damaged_is_whole():
    whole = fit_file(started_at=MORNING)
    damaged = fit_file(started_at=MORNING + timedelta(hours=2), bad_crc=True)
    first, second = read_fit(damaged + whole)

    assert (first.caveat is None, second.caveat is None) == (False, True)
    assert second == read_fit(whole)[0]


def test_records_from_before_the_first_start_are_left_out_and_said():
    start = Field(2, "uint32", seconds(MORNING) + 605)
    [activity] = read_fit(fit_file(started_at=MORNING, instead=[start]))

    assert activity.track.seconds[0] == 5
    assert activity.track.metres[0] == pytest.approx(27.78, abs=0.02)
    assert activity.repairs == ("61 points from before the activity started were left out.",)


@pytest.mark.parametrize(("days", "is_elsewhere"), [(1, True), (-8, True), (-6, False)])
def test_a_session_of_another_time_than_its_records_starts_at_the_first_of_them(days, is_elsewhere):
    start = Field(2, "uint32", seconds(MORNING) + days * 86_400)
    [activity] = read_fit(fit_file(started_at=MORNING, instead=[start]))

    assert len(activity.track) == 181
    assert (activity.started_at == MORNING) == is_elsewhere
    assert activity.repairs == ((STARTS_ELSEWHERE,) if is_elsewhere else ())


def test_who_stands_still_where_two_legs_meet_keeps_the_distance_of_the_second():
    begin = seconds(MORNING)
    counted = [*((at, min(3 * at, 1770)) for at in range(601)), *((600 + at, 3 * at) for at in range(1, 601))]
    records = [
        Message(20, [Field(253, "uint32", begin + at), Field(5, "uint32", metres * 100)])
        for at, metres in counted
    ]
    sessions = [Message(18, [Field(2, "uint32", begin + at)]) for at in (0, 600)]
    said = {"with_session": False, "record_every_s": None, "extra": [*records, *sessions]}

    assert [leg.distance_m for leg in read_fit(fit_file(started_at=MORNING, **said))] == [1770, 1800]

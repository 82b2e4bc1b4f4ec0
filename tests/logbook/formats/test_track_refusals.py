"""A GPX or TCX file without a finished activity is refused by a sentence that says what to do."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.activity import Unreadable
from logbook.formats.gpx import read_gpx
from logbook.formats.gpx_heard import TRACKS_LIMIT
from logbook.formats.tcx import read_tcx
from logbook.formats.tcx_heard import LAPS_LIMIT
from logbook.formats.xml import ACTIVITIES_LIMIT
from tests.builders.gpx import Point, Track, gpx_file, gpx_of
from tests.builders.tcx import Effort, Lap, TrackPoint, tcx_file, tcx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
NO_TIMES = "This GPX file says where and not when: most of its points carry no time. Enter the run by hand."
NO_POINTS = "This GPX file holds no points, as happens indoors. Enter the run by hand."
PLACES = (
    "This GPX file holds single places, and no track of an activity."
    " Export the activity itself from the watch."
)
ROUTE = "This is a route to follow, not a finished activity. Export the activity itself from the watch."
NO_DATE = (
    "This file does not say when the activity started, as happens when the clock of the watch was"
    " never set. Enter the run by hand, with the day you ran it."
)
TOO_LONG = "The times in this file lie more than seven days apart. Enter the run by hand."
COURSE = "This is a course to follow, not a finished activity. Export the activity itself from the watch."
WORKOUT = "This is a structured workout, not a finished activity. Export the activity itself from the watch."
TOO_MUCH = (
    "This file holds more than one activity of several days would. Export the activity by itself"
    " from the watch or its app, or enter the run by hand."
)
WAYPOINT = '<wpt lat="50" lon="8"><time>2026-05-01T06:30:00Z</time><name>Bench</name></wpt>'
DRAWN = '<rte><rtept lat="50" lon="8"/><rtept lat="51" lon="8"/></rte>'
LAP = Lap(started_at=MORNING)


def refusal(read, data):
    with pytest.raises(Unreadable) as refused:
        read(data)
    return str(refused.value)


def after(seconds):
    return MORNING + timedelta(seconds=seconds)


def track(starts, ends, sport="running"):
    return Track([[Point(at=after(starts)), Point(at=after(ends))]], sport)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (gpx_of([]), NO_POINTS),
        (gpx_of([Track([])]), NO_POINTS),
        (gpx_of([Track([[]])]), NO_POINTS),
        (gpx_of([], before=WAYPOINT), PLACES),
        (gpx_of([], before=DRAWN), ROUTE),
        (gpx_of([Track([[]])], before=WAYPOINT + DRAWN), ROUTE),
        (gpx_of([Track([[Point(), Point()]])]), NO_TIMES),
        (gpx_of([Track([[Point(at="soon"), Point(at="9999-12-31T00:00:00Z")]])]), NO_TIMES),
        (gpx_of([Track([[Point(at="0001-01-01T00:00:00Z"), Point(at="2126-01-01T00:00:00Z")]])]), NO_TIMES),
        (gpx_of([Track([[Point(at=MORNING), Point(), Point()]])], before=WAYPOINT), NO_TIMES),
        (gpx_of([track(0, 7 * 86_400 + 1)]), TOO_LONG),
        (gpx_of([Track([[Point(at="2001-01-01T00:00:00Z"), Point(at=MORNING)]])]), TOO_LONG),
    ],
)
def test_a_gpx_file_that_is_no_activity_is_refused(data, sentence):
    assert refusal(read_gpx, data) == sentence


def test_half_the_points_with_a_time_are_enough():
    [activity] = read_gpx(gpx_of([Track([[Point(at=MORNING), Point(), Point(at=after(60)), Point()]])]))

    assert activity.elapsed_s == 60


def test_seven_days_are_not_too_long():
    assert read_gpx(gpx_of([track(0, 7 * 86_400)]))[0].elapsed_s == 7 * 86_400
    assert read_tcx(tcx_file(started_at=MORNING, elapsed_s=7 * 86_400))[0].elapsed_s == 7 * 86_400


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (tcx_of([]), "This TCX file holds no activity. Export the activity itself from the watch."),
        (tcx_of([Effort([])]), "This TCX file holds no activity. Export the activity itself from the watch."),
        (tcx_of([], beside=f"<Courses><Course><Lap/>{WAYPOINT}</Course></Courses>"), COURSE),
        (tcx_of([], beside="<Workouts><Workout Sport='Running'/></Workouts>"), WORKOUT),
        (tcx_of([Effort([Lap()])]), NO_DATE),
        (tcx_of([Effort([Lap(started_at="9999-12-31T00:00:00Z", points=[TrackPoint(at="0")])])]), NO_DATE),
        (tcx_of([Effort([LAP]), Effort([Lap(points=[TrackPoint(bpm=120)])])]), NO_DATE),
        (tcx_file(started_at=MORNING, elapsed_s=7 * 86_400 + 1), TOO_LONG),
    ],
)
def test_a_tcx_file_that_is_no_activity_is_refused(data, sentence):
    assert refusal(read_tcx, data) == sentence


def test_a_course_beside_an_activity_does_no_harm():
    data = tcx_of(
        [Effort([LAP])],
        beside="<Courses><Course><Lap><DistanceMeters>9</DistanceMeters></Lap></Course></Courses>",
    )

    assert [activity.distance_m for activity in read_tcx(data)] == [5000]


@pytest.mark.parametrize("count", [ACTIVITIES_LIMIT - 1, ACTIVITIES_LIMIT])
def test_a_hundred_activities_are_read(count):
    days = [track(n * 86_400, n * 86_400 + 60) for n in range(count)]

    assert len(read_tcx(tcx_of([Effort([LAP])] * count))) == count
    assert len(read_gpx(gpx_of(days))) == count


def test_more_activities_than_a_month_holds_are_refused():
    days = [track(n * 86_400, n * 86_400 + 60) for n in range(ACTIVITIES_LIMIT + 1)]

    assert refusal(read_tcx, tcx_of([Effort([LAP])] * len(days))) == TOO_MUCH
    assert refusal(read_gpx, gpx_of(days)) == TOO_MUCH


@pytest.mark.parametrize("count", [LAPS_LIMIT - 1, LAPS_LIMIT])
def test_ten_thousand_laps_or_tracks_are_read(count):
    short = Lap(started_at=MORNING, timer_s=1, distance_m=1)
    parts = [track(n, n + 1) for n in range(count)]

    assert TRACKS_LIMIT == LAPS_LIMIT
    assert read_tcx(tcx_of([Effort([short] * count)]))[0].timer_s == count
    assert read_gpx(gpx_of(parts))[0].elapsed_s == count


def test_more_laps_or_tracks_than_any_watch_writes_are_refused():
    short = Lap(started_at=MORNING, timer_s=1, distance_m=1)
    parts = [track(n, n + 1) for n in range(TRACKS_LIMIT + 1)]

    assert refusal(read_tcx, tcx_of([Effort([short] * (LAPS_LIMIT + 1))])) == TOO_MUCH
    assert (
        refusal(read_tcx, tcx_of([Effort([short] * (LAPS_LIMIT // 2)), Effort([short] * 5001)])) == TOO_MUCH
    )
    assert refusal(read_gpx, gpx_of(parts)) == TOO_MUCH


def test_many_points_and_many_tracks_are_read_in_time():
    long = Track([[Point(at=MORNING)] * 230_000])
    data = gpx_of([long, *[Track([[Point(at=MORNING)]])] * (TRACKS_LIMIT - 1)])
    started = time.process_time()
    [activity] = read_gpx(data)

    assert time.process_time() - started < 15
    assert len(activity.track) == TRACKS_LIMIT


def test_more_watches_at_once_than_anybody_wears_are_refused():
    beside = [track(0, 0, f"{chr(97 + n // 26)}{chr(97 + n % 26)}") for n in range(ACTIVITIES_LIMIT + 1)]

    assert len(read_gpx(gpx_of(beside[1:]))) == 1
    assert refusal(read_gpx, gpx_of(beside)) == TOO_MUCH


def test_a_whole_file_is_read():
    assert [activity.elapsed_s for activity in read_gpx(gpx_file(started_at=MORNING))] == [1800]
    assert [activity.elapsed_s for activity in read_tcx(tcx_file(started_at=MORNING))] == [1800]

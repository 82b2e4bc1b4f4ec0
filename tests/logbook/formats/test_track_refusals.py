"""A GPX or TCX file without one finished activity is refused by a sentence that says what to do."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.activity import Unreadable
from logbook.formats.gpx import read_gpx
from logbook.formats.tcx import ACTIVITIES_LIMIT, LAPS_LIMIT, read_tcx
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


def several(count):
    return (
        f"This file holds {count} activities, and Footfall reads one a file so far."
        " Export each by itself from the app of the watch, or enter the run by hand."
    )


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
        (gpx_of([Track([[Point(at="soon"), Point(at="1989-12-31T00:00:00Z")]])]), NO_TIMES),
        (gpx_of([Track([[Point(at=MORNING), Point(), Point()]])], before=WAYPOINT), NO_TIMES),
        (gpx_of([track(0, 7 * 86_400 + 1)]), TOO_LONG),
        (gpx_of([Track([[Point(at="2001-01-01T00:00:00Z"), Point(at=MORNING)]])]), TOO_LONG),
    ],
)
def test_a_gpx_file_that_is_no_activity_is_refused(data, sentence):
    assert refusal(read_gpx, data) == sentence


def test_half_the_points_with_a_time_are_enough():
    assert (
        read_gpx(gpx_of([Track([[Point(at=MORNING), Point(), Point(at=after(60)), Point()]])])).elapsed_s
        == 60
    )


def test_seven_days_are_not_too_long():
    assert read_gpx(gpx_of([track(0, 7 * 86_400)])).elapsed_s == 7 * 86_400


@pytest.mark.parametrize(
    ("tracks", "count"),
    [
        ([track(0, 600), track(86_400, 87_000), track(172_800, 173_000)], 3),
        ([track(86_400, 87_000), track(0, 600)], 2),
        ([track(0, 600), track(600 + 3600, 5000)], 2),
        ([track(0, 600), track(0, 600)], 2),
        ([track(0, 600), track(539, 1200)], 2),
        ([track(0, 600, "cycling"), track(600, 1200, "running")], 2),
        ([track(0, 7 * 86_400), track(7 * 86_400 + 4000, 8 * 86_400)], 2),
    ],
)
def test_tracks_that_are_activities_of_their_own_are_refused(tracks, count):
    assert refusal(read_gpx, gpx_of(tracks)) == several(count)


@pytest.mark.parametrize("starts", [540, 600, 600 + 3599])
def test_tracks_with_a_pause_or_a_moment_shared_between_them_are_one(starts):
    assert read_gpx(gpx_of([track(0, 600), track(starts, 5000)])).elapsed_s == 5000


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (tcx_of([]), "This TCX file holds no activity. Export the activity itself from the watch."),
        (tcx_of([Effort([])]), "This TCX file holds no activity. Export the activity itself from the watch."),
        (tcx_of([], beside=f"<Courses><Course><Lap/>{WAYPOINT}</Course></Courses>"), COURSE),
        (tcx_of([], beside="<Workouts><Workout Sport='Running'/></Workouts>"), WORKOUT),
        (
            tcx_of([Effort([LAP], sport="Transition")]),
            "This TCX file holds no activity. Export the activity itself from the watch.",
        ),
        (tcx_of([Effort([Lap()])]), NO_DATE),
        (tcx_of([Effort([Lap(started_at="1989-12-31T00:00:00Z", points=[TrackPoint(at="0")])])]), NO_DATE),
        (tcx_file(started_at=MORNING, elapsed_s=7 * 86_400 + 1), TOO_LONG),
        (tcx_of([Effort([LAP]), Effort([LAP])]), several(2)),
        (
            tcx_of([Effort([LAP]), Effort([LAP], sport="Transition"), Effort([LAP], sport="Biking")]),
            several(2),
        ),
    ],
)
def test_a_tcx_file_that_is_no_single_activity_is_refused(data, sentence):
    assert refusal(read_tcx, data) == sentence


def test_a_course_beside_an_activity_does_no_harm():
    data = tcx_of(
        [Effort([LAP])],
        beside="<Courses><Course><Lap><DistanceMeters>9</DistanceMeters></Lap></Course></Courses>",
    )

    assert read_tcx(data).distance_m == 5000


def test_more_activities_or_laps_than_any_watch_writes_are_refused():
    assert refusal(read_tcx, tcx_of([Effort([LAP])] * ACTIVITIES_LIMIT)) == several(ACTIVITIES_LIMIT)
    assert refusal(read_tcx, tcx_of([Effort([LAP])] * (ACTIVITIES_LIMIT + 1))) == TOO_MUCH

    short = Lap(started_at=MORNING, timer_s=1, distance_m=1)
    assert read_tcx(tcx_of([Effort([short] * LAPS_LIMIT)])).timer_s == LAPS_LIMIT
    assert refusal(read_tcx, tcx_of([Effort([short] * (LAPS_LIMIT + 1))])) == TOO_MUCH


def test_a_whole_file_is_read():
    assert read_gpx(gpx_file(started_at=MORNING)).elapsed_s == 1800
    assert read_tcx(tcx_file(started_at=MORNING)).elapsed_s == 1800

"""A GPX file becomes as many activities as were recorded, each with its points, its title and its repairs."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.gpx import read_gpx
from logbook.track.track import Track as Points
from tests.builders.gpx import DEGREE_M, Point, Track, gpx_file, gpx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
LONG_AGO = datetime(1989, 12, 31, tzinfo=UTC)


def after(seconds, since=MORNING):
    return since + timedelta(seconds=seconds)


def north(metres):
    return 50 + metres / DEGREE_M


def track(starts, ends, sport="running", name=None):
    return Track([[Point(at=after(starts)), Point(at=after(ends))]], sport, name)


def read(data):
    [activity] = read_gpx(data)
    return activity


def test_a_track_holds_what_each_point_says_and_where_recording_was_resumed():
    one = [
        Point(at=MORNING, north=50, east=8, altitude_m=100, bpm=120),
        Point(at=after(2.5), north=north(10), east=8, altitude_m="high", bpm=0),
    ]
    two = [Point(at=after(90), north=None, east=8), Point(at=after(100), north=north(30), east=8)]
    activity = read(gpx_of([Track([one, [], two])]))

    assert activity.track == Points(
        seconds=(0, 2.5, 90, 100),
        metres=(0, pytest.approx(10, abs=0.01), None, pytest.approx(10, abs=0.01)),
        beats=(120, None, None, None),
        altitudes_m=(100, None, None, None),
        places=((50, 8), (north(10), 8), None, (north(30), 8)),
        resumes=(2,),
    )
    assert (activity.laps, activity.repairs, activity.caveat) == ((), (), None)


def test_seconds_in_motion_leave_out_pauses_and_standing_and_duration_does_not():
    points = [Point(at=MORNING, north=50), Point(at=after(60), north=north(200))]
    points += [Point(at=after(180), north=north(201)), Point(at=after(240), north=north(400))]
    paused = [Point(at=after(600), north=north(400)), Point(at=after(630), north=north(500))]
    activity = read(gpx_of([Track([points, paused])]))

    assert (activity.timer_s, activity.moving_s, activity.elapsed_s, activity.duration_s) == (
        None,
        150,
        630,
        630,
    )


@pytest.mark.parametrize(
    ("tracks", "spans"),
    [
        ([track(0, 600), track(86_400, 87_000), track(172_800, 173_000)], [600, 600, 200]),
        ([track(86_400, 87_000), track(0, 600)], [600, 600]),
        ([track(0, 600), track(600 + 3600, 5000)], [600, 800]),
        ([track(0, 600), track(0, 600)], [600, 600]),
        ([track(0, 600), track(539, 1200)], [600, 661]),
        ([track(0, 600, "cycling"), track(600, 1300, "running")], [600, 700]),
        ([track(0, 600), track(700, 800), track(800, 1600, "hike")], [800, 800]),
        ([track(0, 3600), track(100, 3000), track(3610, 7000)], [7000, 2900]),
        ([track(0, 3600), track(0, 3600), track(3610, 7000)], [7000, 3600]),
        ([track(0, 3600), track(0, 3600, "hike"), track(3610, 7000, "hike")], [3600, 7000]),
        ([track(0, 600), track(600, 900, "hike"), track(900, 1500)], [600, 300, 600]),
        ([track(0, 7 * 86_400), track(7 * 86_400 + 4000, 8 * 86_400)], [604_800, 82_400]),
        ([track(0, 600), track(600 + 3599, 5000)], [5000]),
        ([track(0, 600), track(540, 5000)], [5000]),
        ([track(0, 0), track(86_400, 87_000)], [600]),
        ([track(0, 0), track(86_400, 86_400)], [0]),
        ([track(0, 0), track(1800, 1800)], [1800]),
    ],
)
def test_a_long_pause_another_sport_and_a_second_watch_begin_an_activity(tracks, spans):
    assert [activity.elapsed_s for activity in read_gpx(gpx_of(tracks))] == spans


def test_each_activity_has_a_start_a_sport_and_a_title_of_its_own():
    tracks = [
        track(86_400, 87_000, "Trail run", "Round the lake"),
        track(0, 600, "Biking"),
        track(600, 900, "bike"),
    ]
    ride, run = read_gpx(gpx_of(tracks, before="<metadata><name>May</name></metadata>"))

    assert (ride.started_at, ride.sport, ride.title, len(ride.track)) == (MORNING, "cycling", "May", 4)
    assert (run.started_at, run.sub_sport, run.title) == (after(86_400), "trail", "Round the lake")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (None, None),
        ("", None),
        ("Morning Run", "Morning Run"),
        ("Tag 1", "Tag 1"),
        ("5 × 1000 m", "5 × 1000 m"),
        ("  Two\n  lines\t", "Two lines"),
        ("A &amp; &lt;b&gt;", "A & <b>"),
        ("R" * 101, "R" * 100),
        ("Run https://example.org/1", "Run"),
        ("2013-07-06T14:59:00Z", None),
        ("2020-02-02T03:02+01", None),
        ("06.07.2013, 14:59", None),
        ("20130706_145900", None),
        ("T", "T"),
    ],
)
def test_the_title_is_the_track_s_name_and_a_date_is_none(name, title):
    assert read(gpx_file(started_at=MORNING, title=name)).title == title


def test_the_name_in_the_head_of_an_old_gpx_file_is_a_title_too_and_that_of_a_place_is_none():
    bench = '<wpt lat="50" lon="8"><name>Bench</name></wpt>'

    assert read(gpx_file(started_at=MORNING, before="<name>Lunch</name>" + bench)).title == "Lunch"
    assert read(gpx_file(started_at=MORNING, before=bench)).title is None


@pytest.mark.parametrize(
    ("said", "sport", "is_race"),
    [
        ("race", "running", True),
        ("Trail Race", "running", True),
        ("Bike race", "cycling", True),
        ("running", "running", False),
        ("trace", "trace", False),
    ],
)
def test_a_type_that_says_so_marks_a_race(said, sport, is_race):
    activity = read(gpx_file(started_at=MORNING, sport=said))

    assert (activity.sport, activity.flags) == (sport, frozenset({"race"} if is_race else ()))


@pytest.mark.parametrize("start", ["1970-01-01T00:00:00Z", "1980-01-06T00:00:00Z", "1989-12-31T00:00:00Z"])
def test_a_clock_that_was_never_set_leaves_all_but_the_date(start):
    activity = read(gpx_file(started_at=datetime.fromisoformat(start), avg_hr=140))

    assert activity.started_at is None
    assert (activity.elapsed_s, activity.avg_hr, activity.track.seconds[:2]) == (1800, 140, (0, 10))
    assert activity.distance_m == pytest.approx(5000, rel=1e-5)


def test_points_from_before_the_clock_was_set_are_left_out_and_said():
    early = [Point(at=after(n, LONG_AGO), north=50) for n in range(5)]
    activity = read(gpx_of([Track([[*early, Point(at=MORNING), Point(at=after(60))]])]))

    assert (activity.started_at, activity.track.seconds) == (MORNING, (0, 60))
    assert activity.repairs == ("5 points from before the clock of the watch was set were left out.",)


def test_a_point_without_a_time_gets_one_by_where_it_lies_between_its_neighbours():
    points = [Point(at=MORNING, north=50), Point(north=north(400)), Point(at=after(300), north=north(1000))]
    activity = read(gpx_of([Track([points])]))

    assert activity.track.seconds == pytest.approx((0, 120, 300), abs=0.01)
    assert activity.repairs == ("1 point had no time; it was filled in between its neighbours.",)


def test_whatever_is_put_right_is_said_once_and_in_order():
    points = [
        Point(at=MORNING, north=0, east=0),
        Point(at=after(20), north=north(60)),
        Point(at=after(10), north=north(30)),
        Point(at=after(20), north=north(60)),
        Point(at=after(30), north=999),
    ]
    activity = read(gpx_of([Track([points])]))

    assert activity.track.seconds == (0, 10, 20, 30)
    assert activity.repairs == (
        "1 point at 0° N 0° E, where the watch had found no satellite, lost its place.",
        "1 point outside the earth lost its place.",
        "1 point out of order in time was put in order.",
        "1 point at the same moment as another was joined to it.",
    )

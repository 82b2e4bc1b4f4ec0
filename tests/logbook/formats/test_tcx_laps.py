"""A TCX file becomes its activities, each with its laps, its points, its title and what marks it."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats.tcx import LONGEST_BETWEEN_POINTS_S, read_tcx
from logbook.track.track import Lap as Summed
from logbook.track.track import Track
from tests.builders.tcx import Effort, Lap, TrackPoint, lap_of, tcx_file, tcx_of

MORNING = datetime(2026, 5, 1, 6, 30, tzinfo=UTC)
LONG_AGO = datetime(1989, 12, 31, tzinfo=UTC)


def after(seconds, since=MORNING):
    return since + timedelta(seconds=seconds)


def read(*laps, **changes):
    [activity] = read_tcx(tcx_of([Effort(laps, **changes)]))
    return activity


def points_at(*seconds):
    return [TrackPoint(at=after(second)) for second in seconds]


def test_laps_say_when_they_began_how_far_they_went_and_what_they_were_for():
    warm = lap_of(MORNING, bpm=120, trigger="Manual")
    hard = lap_of(after(300), duration_s=240, from_m=1000, bpm=170, intensity="Active", trigger="Distance")
    rest = Lap(started_at=None, timer_s=None, distance_m=None, intensity="Resting", trigger="Time")
    activity = read(warm, hard, rest)

    nothing = {"ascent_m": None}
    assert activity.laps == (
        Summed(starts_s=0, duration_s=300, distance_m=1000, avg_hr=120, max_hr=120, by_hand=True, **nothing),
        Summed(
            starts_s=300, duration_s=240, distance_m=1000, avg_hr=170, max_hr=170, intensity="active",
            by_hand=False, **nothing,
        ),
        Summed(
            starts_s=None, duration_s=None, distance_m=None, avg_hr=None, max_hr=None, intensity="rest",
            by_hand=False, **nothing,
        ),
    )  # fmt: skip


def test_a_lap_that_says_nothing_of_its_meaning_says_nothing():
    [lap] = read(lap_of(MORNING, intensity="Lazy")).laps

    assert (lap.intensity, lap.by_hand) == (None, None)


def test_a_button_pressed_before_the_first_point_starts_the_lap_with_it():
    activity = read(Lap(started_at=MORNING, points=points_at(5, 1800)))

    assert (activity.started_at, activity.laps[0].starts_s) == (after(5), 0)


def test_a_track_holds_what_each_point_says():
    points = [
        TrackPoint(at=MORNING, distance_m=0, altitude_m=100, bpm=120, north=50, east=8),
        TrackPoint(at=after(10), distance_m=30, altitude_m="nan", bpm=0, north="no", east=8),
        TrackPoint(at=after(20), distance_m="far", bpm=130, north=0, east=0),
    ]
    activity = read(Lap(started_at=MORNING, points=points))

    assert activity.track == Track(
        seconds=(0, 10, 20),
        metres=(0, 30, None),
        beats=(120, None, 130),
        altitudes_m=(100, None, None),
        places=((50, 8), None, None),
    )
    assert len(activity.repairs) == 1


def test_without_distances_the_way_is_reckoned_from_the_places():
    points = [TrackPoint(at=after(n * 10), north=50 + n / 10_000) for n in range(3)]
    activity = read(Lap(started_at=MORNING, distance_m=None, points=points))

    assert activity.distance_m == activity.track.metres[-1] == pytest.approx(22.24, abs=0.01)


def test_recording_resumes_at_a_track_within_a_lap():
    lap = Lap(started_at=MORNING, stretches=[points_at(0, 10), points_at(11, 20), [], points_at(30, 40)])

    assert read(lap).track.resumes == (2, 4)


@pytest.mark.parametrize(("gap_s", "resumes"), [(0, ()), (1, ()), (30, ()), (31, (2,)), (600, (2,))])
def test_recording_resumes_at_a_lap_only_if_nothing_was_recorded_between(gap_s, resumes):
    laps = [Lap(points=points_at(0, 100)), Lap(points=points_at(100 + gap_s, 1000))]

    assert LONGEST_BETWEEN_POINTS_S == 30
    assert read(*laps).track.resumes == resumes


def test_the_point_where_two_laps_meet_is_one():
    activity = read(lap_of(MORNING), lap_of(after(300), from_m=1000))

    assert (len(activity.track), activity.track.metres[-1], activity.moving_s) == (61, 2000, 600)


def test_distances_that_begin_again_each_lap_are_counted_on():
    activity = read(lap_of(MORNING), lap_of(after(300)), lap_of(after(600)))

    assert activity.track.metres[-1] == activity.distance_m == 3000
    assert "The distance began again or leapt 2 times; it was counted on." in activity.repairs


def test_the_mean_heart_rate_is_that_of_the_points_where_they_say_one():
    points = [TrackPoint(at=after(n * 10), bpm=bpm) for n, bpm in enumerate([100, 120, 140])]
    activity = read(Lap(started_at=MORNING, avg_hr=150, max_hr=160, points=points))

    assert (activity.avg_hr, activity.max_hr) == (120, 160)


def test_points_that_cover_less_than_the_stopwatch_say_nothing_of_motion():
    assert read(lap_of(MORNING)).moving_s == 300
    assert read(lap_of(MORNING), Lap(started_at=after(300), timer_s=4)).moving_s is None


@pytest.mark.parametrize(
    ("notes", "plan", "title"),
    [
        (None, None, None),
        ("Round the lake", None, "Round the lake"),
        ("Round the lake", "6 × 800", "Round the lake"),
        (None, "6 × 800", "6 × 800"),
        ("n" * 100, "6 × 800", "n" * 100),
        ("n" * 101, "6 × 800", "6 × 800"),
        ("2026-05-01", "6 × 800", "6 × 800"),
    ],
)
def test_short_notes_or_the_plan_give_the_title(notes, plan, title):
    assert read(lap_of(MORNING), notes=notes, plan=plan).title == title


@pytest.mark.parametrize(
    ("intensities", "has_intervals"),
    [
        (["Active"] * 4, False),
        (["Active", "Resting"], False),
        (["Active", "Active", "Resting", "Active"], False),
        (["Active", "Resting", "Active", "Resting"], True),
        (["Resting", "Active", "Resting", "Active", "Resting"], True),
    ],
)
def test_laps_in_turn_active_and_resting_are_intervals(intensities, has_intervals):
    laps = [lap_of(after(n * 300), intensity=each) for n, each in enumerate(intensities)]

    assert read(*laps).flags == frozenset({"intervals"} if has_intervals else ())


def test_a_plan_of_intervals_marks_them():
    assert read(lap_of(MORNING), plan="6 × 800", intervals=True).flags == {"intervals"}
    assert read(lap_of(MORNING), plan="Easy", intervals=False).flags == frozenset()


def test_several_activities_in_one_file_are_several():
    run, ride = read_tcx(
        tcx_of(
            [Effort([lap_of(MORNING)]), Effort([lap_of(after(9000), bpm=140)], sport="Biking", device=None)]
        )
    )

    assert (run.sport, run.started_at, run.avg_hr, run.device) == ("running", MORNING, None, "Forerunner 220")
    assert (ride.sport, ride.started_at, ride.avg_hr, ride.device) == ("cycling", after(9000), 140, None)


def test_the_legs_of_a_multisport_session_come_with_their_transitions():
    swim = Effort([Lap(started_at=MORNING, timer_s=900, distance_m=750)], sport="Other")
    change = lap_of(after(900), duration_s=60, distance_m=90)
    ride = Effort([lap_of(after(960), duration_s=2400, distance_m=20_000)], sport="Biking")
    run = Effort([lap_of(after(3420), duration_s=1500, distance_m=5000)])
    legs = read_tcx(tcx_of([swim, change, ride, lap_of(after(3360), duration_s=60), run]))

    assert [leg.sport for leg in legs] == ["generic", "transition", "cycling", "transition", "running"]
    assert [leg.timer_s for leg in legs] == [900, 60, 2400, 60, 1500]
    assert [leg.started_at for leg in legs] == [after(n) for n in (0, 900, 960, 3360, 3420)]
    assert [leg.is_run for leg in legs] == [False, False, False, False, True]
    assert len(legs[1].laps) == 1


@pytest.mark.parametrize("start", ["1970-01-01T00:00:00Z", "1980-01-06T00:00:00Z", "1989-12-31T00:00:00Z"])
def test_a_clock_that_was_never_set_leaves_all_but_the_date(start):
    began = datetime.fromisoformat(start)
    activity = read(lap_of(began), lap_of(began + timedelta(seconds=300), from_m=1000))

    assert activity.started_at is None
    assert (activity.timer_s, activity.distance_m, activity.track.seconds[-1]) == (600, 2000, 600)
    assert [lap.starts_s for lap in activity.laps] == [0, 300]


def test_laps_without_points_and_without_a_clock_have_no_date_either():
    [activity] = read_tcx(tcx_file(started_at=LONG_AGO, elapsed_s=None))

    assert (activity.started_at, activity.timer_s, activity.distance_m) == (None, 1800, 5000)


def test_what_was_recorded_before_the_clock_was_set_is_left_out():
    early = [TrackPoint(at=after(n, LONG_AGO), distance_m=n) for n in range(3)]
    late = [TrackPoint(at=after(n), distance_m=n) for n in (3, 1800)]
    activity = read(Lap(started_at=LONG_AGO, timer_s=None, points=[*early, *late]))

    assert (activity.started_at, activity.elapsed_s, activity.laps[0].starts_s) == (after(3), 1797, None)
    assert activity.repairs == ("3 points from before the clock of the watch was set were left out.",)


def test_of_two_tracks_of_the_same_time_the_way_counts_once():
    points = lap_of(MORNING).points
    twice = Lap(started_at=MORNING, timer_s=300, distance_m=None, stretches=[points, points])
    activity = read(twice)

    assert (activity.distance_m, activity.moving_s, activity.track.resumes) == (1000, 300, ())
    assert activity.repairs == ("31 points of a time that was recorded already were left out.",)

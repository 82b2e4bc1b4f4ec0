"""Real FIT files of many watches come in right; they and what they hold are read from $FOOTFALL_SAMPLES."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from logbook.formats import Unreadable, read_activities

SAMPLES = os.environ.get("FOOTFALL_SAMPLES")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="$FOOTFALL_SAMPLES names no folder of real files")

RUNS = [
    "msimms+TestFilesForFitnessApps/fit/20130720_run_garmin_forerunner_10.fit",
    "msimms+TestFilesForFitnessApps/fit/20181108_run_garmin_fenix_3_hr.fit",
    "msimms+TestFilesForFitnessApps/fit/20210507_run_coros_pace_2.fit",
    "msimms+TestFilesForFitnessApps/fit/20210507_run_garmin_fenix_6.fit",
    "dtcooper+python-fitparse/tests/files/garmin-fenix-5-run.fit",
    "dtcooper+python-fitparse/tests/files/activity-filecrc.fit",
    "tormoder+fit/testdata/chained/activity-settings.fit",
    "tormoder+fit/testdata/misc/unterminated-strings.fit",
    "jimmykane+fit-parser/test/user_metrics.fit",
    "jarkko+fit-analyzer/tests/fixtures/20474406937_ACTIVITY.fit",
]
NO_LAPS = ("20474406937_ACTIVITY.fit",)
UNSET = "dtcooper+python-fitparse/tests/files/antfs-dump.63.fit"
BROKEN = "dtcooper+python-fitparse/tests/files/strava-android-app-201.10-b1218918.fit"
SEVERAL = [
    "dtcooper+python-fitparse/tests/files/sample_mulitple_header.fit",
    "jarkko+fit-analyzer/tests/fixtures/20744294788_ACTIVITY.fit",
]

REFUSED = {
    "muktihari+fit/testdata/from_official_sdk/WorkoutIndividualSteps.fit": "structured workout",
    "muktihari+fit/testdata/from_official_sdk/MonitoringFile.fit": "monitoring",
    "constructed/hostile/zip_slip.zip": "zip archive",
    "constructed/hostile/zip_bomb_256MiB.zip": "zip archive",
    "constructed/hostile/gzip_bomb.fit.gz": "no activity file",
    "constructed/hostile/empty.fit": "empty",
    "constructed/hostile/png_named.fit": "picture",
    "constructed/hostile/utf16_hevy.csv": "table or a text",
}


@pytest.fixture(scope="module")
def manifest():
    listed = json.loads((Path(SAMPLES) / "MANIFEST.json").read_text())
    return {entry["file"]: entry["expect"] for entry in listed["files"]}


def sample(name):
    return (Path(SAMPLES) / name).read_bytes()


def within_half_a_percent(value):
    return None if value is None else pytest.approx(value, rel=0.005)


def short(name):
    return name.rsplit("/", 1)[-1]


@pytest.mark.parametrize("name", RUNS, ids=short)
def test_a_real_file_comes_in_right(name, manifest):
    expect = manifest[name]
    [activity] = read_activities(sample(name))

    # The list of a file with a wrong checksum or of a chained one says less; what it says must hold.
    assert {"distance_m", "timer_s"} <= expect.keys()
    if "start_utc" in expect:
        assert activity.started_at == datetime.fromisoformat(expect["start_utc"])
    assert activity.sport == expect.get("sport", "running")
    assert activity.sub_sport == expect.get("sub_sport", activity.sub_sport)
    assert activity.timer_s == within_half_a_percent(expect["timer_s"])
    assert activity.elapsed_s == within_half_a_percent(expect.get("elapsed_s", expect["timer_s"]))
    assert activity.distance_m == within_half_a_percent(expect["distance_m"])
    avg_hr, max_hr = expect.get("avg_hr"), expect.get("max_hr")
    assert activity.avg_hr == (None if avg_hr is None else pytest.approx(avg_hr, abs=1))
    assert activity.max_hr == max_hr
    assert (activity.caveat is not None) == name.endswith("filecrc.fit")


@pytest.mark.parametrize("name", RUNS, ids=short)
def test_a_real_track_is_whole_and_needs_no_repair(name, manifest):
    [activity] = read_activities(sample(name))

    assert len(activity.track) == manifest[name].get("records", 14)
    assert sum(bpm is not None for bpm in activity.track.beats) == manifest[name].get("records_with_hr", 0)
    assert activity.track.seconds[-1] == pytest.approx(activity.elapsed_s, abs=2)
    assert activity.repairs == ()
    assert len(activity.laps) == (0 if name.endswith(NO_LAPS) else 1)
    for lap in activity.laps:
        assert (lap.starts_s, lap.duration_s) == (0, pytest.approx(activity.timer_s, abs=0.01))


@pytest.mark.parametrize("name", SEVERAL, ids=short)
def test_each_session_of_a_real_file_is_an_activity(name, manifest):
    expect = manifest[name]
    activities = read_activities(sample(name))

    assert [activity.sport for activity in activities] == [said["sport"] for said in expect["sessions"]]
    for activity, said in zip(activities, expect["sessions"], strict=True):
        assert activity.started_at == datetime.fromisoformat(said["start_utc"])
        assert activity.distance_m == within_half_a_percent(said["distance_m"])
        assert activity.timer_s == within_half_a_percent(said["timer_s"])
        assert activity.avg_hr == said["avg_hr"]
        # The track says what the watch summed up, to the second and to the last smart interval.
        assert activity.track.seconds[-1] == pytest.approx(said["timer_s"], abs=8)
        assert activity.track.metres[-1] == pytest.approx(said["distance_m"], rel=0.005, abs=6)
    assert sum(len(activity.track) for activity in activities) == expect["records"]


def test_the_legs_of_a_real_triathlon_have_a_lap_each():
    for activity in read_activities(sample(SEVERAL[0])):
        [lap] = activity.laps
        assert (lap.starts_s, lap.distance_m) == (0, activity.distance_m)


def test_a_real_watch_whose_clock_was_never_set_says_everything_but_the_date(manifest):
    expect = manifest[UNSET]
    [activity] = read_activities(sample(UNSET))

    assert (activity.started_at, activity.distance_m, activity.sport) == (None, None, expect["sport"])
    assert (activity.timer_s, activity.avg_hr, activity.max_hr) == (3426.898, 162, 195)
    assert len(activity.track) == expect["records"]
    assert sum(bpm is not None for bpm in activity.track.beats) == expect["records_with_hr"]
    # Their times stand in the headers.
    assert list(activity.track.seconds) == sorted(activity.track.seconds)
    assert activity.track.seconds[-1] == 3426


def test_a_real_file_that_turns_to_rubbish_keeps_its_totals_and_says_where(manifest):
    expect = manifest[BROKEN]
    [activity] = read_activities(sample(BROKEN))

    assert activity.started_at == datetime.fromisoformat(expect["start_utc"])
    assert (activity.distance_m, activity.timer_s) == (expect["distance_m"], expect["timer_s"])
    assert activity.caveat.endswith("Its track is not whole: it ends after 5:14.")
    # Place and distance stand in two records of the same second.
    assert len(activity.track) == 235
    assert activity.track.metres[-1] == 928.25


@pytest.mark.parametrize("name", REFUSED, ids=short)
def test_a_real_file_that_is_no_activity_is_refused(name):
    with pytest.raises(Unreadable, match=REFUSED[name]):
        read_activities(sample(name))

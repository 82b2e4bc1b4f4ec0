"""Real FIT files of many watches come in right; they and what they hold are read from $FOOTFALL_SAMPLES."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from logbook.formats import Unreadable, read_activity

SAMPLES = os.environ.get("FOOTFALL_SAMPLES")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="$FOOTFALL_SAMPLES names no folder of real files")

READ = [
    "msimms+TestFilesForFitnessApps/fit/20130720_run_garmin_forerunner_10.fit",
    "msimms+TestFilesForFitnessApps/fit/20181108_run_garmin_fenix_3_hr.fit",
    "msimms+TestFilesForFitnessApps/fit/20210507_run_coros_pace_2.fit",
    "msimms+TestFilesForFitnessApps/fit/20210507_run_garmin_fenix_6.fit",
    "dtcooper+python-fitparse/tests/files/garmin-fenix-5-run.fit",
    "dtcooper+python-fitparse/tests/files/strava-android-app-201.10-b1218918.fit",
    "dtcooper+python-fitparse/tests/files/activity-filecrc.fit",
    "tormoder+fit/testdata/chained/activity-settings.fit",
    "tormoder+fit/testdata/misc/unterminated-strings.fit",
    "jimmykane+fit-parser/test/user_metrics.fit",
    "jarkko+fit-analyzer/tests/fixtures/20474406937_ACTIVITY.fit",
]
DAMAGED = ("activity-filecrc.fit", "strava-android-app-201.10-b1218918.fit")

REFUSED = {
    "dtcooper+python-fitparse/tests/files/antfs-dump.63.fit": "does not say when the activity started",
    "dtcooper+python-fitparse/tests/files/sample_mulitple_header.fit": "holds 3 activities",
    "jarkko+fit-analyzer/tests/fixtures/20744294788_ACTIVITY.fit": "holds 2 activities",
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


@pytest.mark.parametrize("name", READ, ids=lambda name: name.rsplit("/", 1)[-1])
def test_a_real_file_comes_in_right(name, manifest):
    expect = manifest[name]
    activity = read_activity(sample(name))

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
    assert (activity.caveat is not None) == name.endswith(DAMAGED)


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: name.rsplit("/", 1)[-1])
def test_a_real_file_that_is_no_single_activity_is_refused(name):
    with pytest.raises(Unreadable, match=REFUSED[name]):
        read_activity(sample(name))

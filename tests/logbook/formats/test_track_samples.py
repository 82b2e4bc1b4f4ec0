"""Real GPX and TCX files come in right; they and what they hold are read from $FOOTFALL_SAMPLES."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest

from logbook.formats import Unreadable, read_activity
from tests.builders.other_files import gzipped

SAMPLES = os.environ.get("FOOTFALL_SAMPLES")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="$FOOTFALL_SAMPLES names no folder of real files")

OPEN_TRACKS = "OpenTracksApp+OpenTracks/src/androidTest/res/raw"
TCX = [
    "msimms+TestFilesForFitnessApps/tcx/20181108_run_garmin_fenix_3_hr.tcx",
    "msimms+TestFilesForFitnessApps/tcx/20120611_run_garmin_fr405cx.tcx",
    "vkurup+python-tcxparser/tests/files/test.tcx",
    "dblock+tcx/spec/data/running/treadmill_1.tcx",
    "aaron-schroeder+activereader/tests/testdata.tcx",
]
GPX = {
    "aaron-schroeder+activereader/tests/testdata.gpx": "running",
    "msimms+TestFilesForFitnessApps/gpx/20180831_beach_run_runkeeper.gpx": "running",
    "placemark+togeojson/test/data/run_gpxtpx.gpx": "running",
    "tkrajina+gpxpy/test_files/track-with-empty-segment.gpx": "running",
    f"{OPEN_TRACKS}/legacy_gpx_trackpointextensions_incorrect.gpx": "cycling",
}
REFUSED = {
    "tkrajina+gpxpy/test_files/cerknicko-without-times.gpx": "carry no time",
    "tkrajina+gpxpy/test_files/unicode_with_bom.gpx": "single places",
    "placemark+togeojson/test/data/multitrackgpx.gpx": "holds 3 activities",
    "constructed/hostile/billion_laughs.tcx": "document type",
    "constructed/hostile/xxe_file.gpx": "document type",
}


@pytest.fixture(scope="module")
def manifest():
    listed = json.loads((Path(SAMPLES) / "MANIFEST.json").read_text())
    return {entry["file"]: entry["expect"] for entry in listed["files"]}


def sample(name):
    return (Path(SAMPLES) / name).read_bytes()


def short(name):
    return name.rsplit("/", 1)[-1]


def near(value, **tolerance):
    return None if value is None else pytest.approx(value, **tolerance)


@pytest.mark.parametrize("name", TCX, ids=short)
def test_a_real_tcx_file_comes_in_right(name, manifest):
    [expect] = manifest[name]["list"]
    activity = read_activity(sample(name))

    assert activity.started_at == datetime.fromisoformat(expect["start_utc"])
    assert activity.sport == expect["sport"].lower()
    assert activity.timer_s == near(expect["timer_s"], rel=0.005)
    assert activity.distance_m == near(expect["distance_m"], rel=0.005)
    # What is listed is the mean of the points; that of the laps, which the watch says, differs a little.
    assert activity.avg_hr == near(expect["avg_hr"], abs=3.5)
    assert activity.max_hr == expect["max_hr"]


@pytest.mark.parametrize("name", GPX, ids=short)
def test_a_real_gpx_file_comes_in_right(name, manifest):
    expect = manifest[name]
    activity = read_activity(sample(name))

    assert activity.started_at == datetime.fromisoformat(expect["start_utc"])
    assert activity.sport == GPX[name]
    assert activity.elapsed_s == expect["elapsed_s"]
    assert activity.distance_m == near(expect["distance_m"], rel=0.02)
    assert activity.avg_hr == near(expect["avg_hr"], abs=1)
    assert activity.max_hr == expect["max_hr"]


def test_a_ride_whose_places_are_nonsense_has_the_length_of_its_laps(manifest):
    name = "placemark+togeojson/test/data/bad.tcx"
    activity = read_activity(sample(name))

    assert (activity.sport, activity.is_run) == ("cycling", False)
    assert activity.distance_m == near(manifest[name]["distance_m"], rel=0.005)
    assert activity.timer_s == near(manifest[name]["timer_s"], rel=0.005)


def test_a_point_without_a_place_is_dropped():
    activity = read_activity(sample("marcusvolz+strava_py/tests/gpx/invalid-lon-lat-missing.gpx"))

    assert (activity.distance_m, activity.elapsed_s, activity.sport) == (0, 3, "generic")


@pytest.mark.parametrize("name", [*TCX, *GPX], ids=short)
def test_a_packed_file_says_the_same(name):
    assert read_activity(gzipped(sample(name))) == read_activity(sample(name))


@pytest.mark.parametrize("name", REFUSED, ids=short)
def test_a_real_file_that_is_no_single_activity_is_refused(name):
    with pytest.raises(Unreadable, match=REFUSED[name]):
        read_activity(sample(name))

"""Real GPX and TCX files come in right; they and what they hold are read from $FOOTFALL_SAMPLES."""

import json
import os
import re
from datetime import datetime
from pathlib import Path

import pytest

from logbook.formats import Unreadable, read_activities
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


def read(name):
    [activity] = read_activities(sample(name))
    return activity


def near(value, **tolerance):
    return None if value is None else pytest.approx(value, **tolerance)


@pytest.mark.parametrize("name", TCX, ids=short)
def test_a_real_tcx_file_comes_in_right(name, manifest):
    [expect] = manifest[name]["list"]
    activity = read(name)

    assert activity.started_at == datetime.fromisoformat(expect["start_utc"])
    assert activity.sport == expect["sport"].lower()
    assert activity.timer_s == near(expect["timer_s"], rel=0.005)
    assert activity.distance_m == near(expect["distance_m"], rel=0.005)
    assert activity.avg_hr == near(expect["avg_hr"], abs=2)
    assert activity.max_hr == expect["max_hr"]
    assert len(activity.laps) == expect["laps"]
    # Where two laps meet, some watches write the same moment twice.
    doubled = sum(map(int, re.findall(r"(\d+) points? at the same moment", " ".join(activity.repairs))))
    assert len(activity.track) + doubled == expect["trackpoints"]


@pytest.mark.parametrize("name", GPX, ids=short)
def test_a_real_gpx_file_comes_in_right(name, manifest):
    expect = manifest[name]
    activity = read(name)

    assert activity.started_at == datetime.fromisoformat(expect["start_utc"])
    assert activity.sport == GPX[name]
    assert activity.elapsed_s == expect["elapsed_s"]
    assert activity.moving_s == near(expect["moving_s_gpxpy"], abs=2)
    assert activity.distance_m == near(expect["distance_m"], rel=0.02)
    assert activity.avg_hr == near(expect["avg_hr"], abs=2)
    assert activity.max_hr == expect["max_hr"]
    assert len(activity.track) == expect["points"]


def test_three_days_in_one_gpx_file_are_three_activities(manifest):
    name = "placemark+togeojson/test/data/multitrackgpx.gpx"
    activities = read_activities(sample(name))

    assert [activity.title for activity in activities] == ["Tag 1", "Tag 2", "Tag 3"]
    assert sum(activity.moving_s for activity in activities) == near(manifest[name]["moving_s"], abs=2)
    assert sum(activity.distance_m for activity in activities) == near(manifest[name]["distance_m"], rel=0.02)


def test_a_ride_whose_places_are_nonsense_has_the_length_of_its_laps(manifest):
    name = "placemark+togeojson/test/data/bad.tcx"
    activity = read(name)

    assert (activity.sport, activity.is_run) == ("cycling", False)
    assert activity.distance_m == near(manifest[name]["distance_m"], rel=0.005)
    assert activity.timer_s == near(manifest[name]["timer_s"], rel=0.005)
    assert {*activity.track.places} <= {None, (0, 10)}


def test_a_point_without_a_place_is_dropped():
    activity = read("marcusvolz+strava_py/tests/gpx/invalid-lon-lat-missing.gpx")

    assert (activity.distance_m, activity.elapsed_s, activity.sport) == (0, 3, "generic")


@pytest.mark.parametrize("name", [*TCX, *GPX], ids=short)
def test_a_packed_file_says_the_same(name):
    assert read_activities(gzipped(sample(name))) == read_activities(sample(name))


@pytest.mark.parametrize("name", REFUSED, ids=short)
def test_a_real_file_that_is_no_activity_is_refused(name):
    with pytest.raises(Unreadable, match=REFUSED[name]):
        read_activities(sample(name))


def test_markup_in_names_comes_in_as_the_text_it_is():
    activity = read("constructed/hostile/xss_everywhere.gpx")

    assert activity.title == "<img src=x onerror=alert(1)>"
    assert activity.device == '"><script>alert(2)</script>'

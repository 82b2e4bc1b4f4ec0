"""A GPX or TCX file becomes a run with what its points and laps say."""

from datetime import UTC, datetime

import pytest

from logbook.models import ImportedFile
from tests.browsing import facts, notices, soup, words
from tests.builders.gpx import gpx_file
from tests.builders.other_files import gzipped
from tests.builders.tcx import tcx_file
from tests.logbook.file_forms import downloaded, import_run, on_disk

pytestmark = pytest.mark.usefixtures("clock")

START = datetime(2026, 7, 28, 16, 4, 13, tzinfo=UTC)
GPX = gpx_file(started_at=START, duration_s=3001, distance_m=8234, avg_hr=141, creator="Trail &amp; Co")
TCX = tcx_file(started_at=START, timer_s=2890, elapsed_s=3001, distance_m=8234.56, avg_hr=141, max_hr=167)


@pytest.mark.parametrize("pack", [bytes, gzipped], ids=["plain", "packed"])
def test_what_a_gpx_file_says_stands_on_the_run_s_page(ana_client, pack):
    run = import_run(ana_client, pack(GPX), "Morning.gpx")
    page = ana_client.get(run.get_absolute_url())

    told = facts(page)
    assert (told["Distance"], told["File"]) == ("8.23 km", "Morning.gpx")
    assert "Easy run, 8.2 km" in words(page)
    # Without a pause or a stopwatch there is but one duration to tell.
    assert told["moving time"] == "50:01"
    assert not {"Stopwatch", "Start to finish"} & set(told)
    assert told["Recorded by"] == "Trail & Co"
    assert "Tuesday 28 July 2026, 18:04 to 18:54" in words(page)


@pytest.mark.parametrize("pack", [bytes, gzipped], ids=["plain", "packed"])
def test_what_a_tcx_file_says_stands_on_the_run_s_page(ana_client, pack):
    run = import_run(ana_client, pack(TCX), "Morning.tcx")
    page = ana_client.get(run.get_absolute_url())

    told = facts(page)
    assert (told["Distance"], told["File"]) == ("8.23 km", "Morning.tcx")
    assert "Easy run, 8.2 km" in words(page)
    assert (told["duration"], told["Start to finish"]) == ("48:10", "50:01")
    assert (told["Highest heart rate"], told["Recorded by"]) == ("167 beats/min", "Forerunner 220")


@pytest.mark.parametrize("content", [GPX, TCX, gzipped(GPX), gzipped(TCX)])
def test_the_original_is_kept_as_it_came(ana_client, uploads, content):
    run = import_run(ana_client, content)

    assert on_disk(uploads) == [ImportedFile.objects.get().stored.name]
    assert downloaded(ana_client.get(f"{run.get_absolute_url()}file/")) == content


def test_a_treadmill_s_run_without_any_point_is_a_run(ana_client):
    run = import_run(ana_client, tcx_file(started_at=START, timer_s=1800, distance_m=0, elapsed_s=None))

    assert (run.duration_s, run.distance_m, run.elapsed_s) == (1800, 0, None)


def test_a_ride_is_cross_training(ana_client):
    run = import_run(ana_client, gpx_file(started_at=START, sport="Ride"))

    assert (run.kind, run.sport) == ("cross_training", "cycling")
    assert notices(ana_client.get(run.get_absolute_url())) == [
        "Added. Kept as cross-training: the file says cycling. It does not count as running."
    ]


def test_what_a_file_calls_its_maker_and_its_sport_never_becomes_markup(ana_client):
    evil = "&lt;script&gt;alert(1)&lt;/script&gt;"
    run = import_run(ana_client, gpx_file(started_at=START, sport=evil, creator=evil))
    page = soup(ana_client.get(run.get_absolute_url()))

    assert (run.device, run.sport) == ("<script>alert(1)</script>", "generic")
    assert not [script for script in page.find_all("script") if "alert" in script.get_text()]


def test_the_form_says_what_it_takes(ana_client):
    page = soup(ana_client.get("/imports/"))
    field = page.find(attrs={"name": "file"})

    assert field.has_attr("multiple")
    assert field["accept"].split(",") == [".fit", ".FIT", ".gpx", ".GPX", ".tcx", ".TCX", ".gz", ".GZ"]
    assert words(page.find(id=field["aria-describedby"])) == (
        "Up to 50 at once: FIT up to 4 MB, GPX and TCX up to 25 MB, also packed as .gz."
        " Dropping them here works too."
    )

"""A file that cannot be taken gets a sentence on its import's page, and leaves no run and no file behind."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from logbook.admitting import NO_DURATION
from logbook.formats import FAR_TOO_LARGE, LARGEST_BYTES, LIMITS_BYTES, REFUSALS, TOO_LARGE
from logbook.formats.detect import Format
from logbook.formats.fit_refusals import BREAKS_OFF, NOT_ACTIVITIES, NOTHING_INSIDE
from logbook.formats.gpx import NO_POINTS, NO_TIMES, PLACES, ROUTE
from logbook.formats.tcx import COURSE, WORKOUT
from logbook.formats.xml import DAMAGED, DOCTYPE
from logbook.models import ImportBatch, ImportedFile, Outcome, Run, RunTrack
from tests.browsing import complaint, soup, words
from tests.builders.fit import FILE_TYPES, fit_file, other_fit_file
from tests.builders.gpx import Point, Track, gpx_file, gpx_of
from tests.builders.other_files import CSV, GIF, HEIC, JPEG, PDF, WEBP, gzipped, png, zipped
from tests.builders.tcx import tcx_file, tcx_of
from tests.factories import NOW
from tests.logbook.file_forms import on_disk, outcomes, upload

pytestmark = pytest.mark.usefixtures("clock")

START = NOW - timedelta(hours=3)
RUN = fit_file(started_at=START)
KEY = "4d6b4a44-6c3f-4d6e-9d0e-3f1f7a2b9c10"
FIT_LIMIT_BYTES = LIMITS_BYTES[Format.FIT]

REFUSED = {
    "a GPX file without points": (gpx_of([Track([[]])]), NO_POINTS),
    "a GPX file without times": (gpx_of([Track([[Point(), Point()]])]), NO_TIMES),
    "a GPX file of places": (gpx_of([], before='<wpt lat="1" lon="1"/>'), PLACES),
    "a GPX route": (gpx_of([], before='<rte><rtept lat="1" lon="1"/></rte>'), ROUTE),
    "a GPX file that breaks off": (gpx_file(started_at=START)[:150], DAMAGED),
    "a GPX file with a document type": (gpx_file(started_at=START, prologue="<!DOCTYPE gpx>"), DOCTYPE),
    "a GPX file of one point": (
        gpx_of([Track([[Point(at=START)]])]), NO_DURATION,
    ),
    "a TCX course": (tcx_of([], beside="<Courses><Course/></Courses>"), COURSE),
    "a TCX workout": (tcx_of([], beside="<Workouts><Workout/></Workouts>"), WORKOUT),
    "a TCX file that breaks off": (tcx_file(started_at=START)[:150], DAMAGED),
    "a packed file in a packed file": (gzipped(gzipped(RUN)), REFUSALS[Format.GZIP]),
    "an archive": (zipped(a=RUN), REFUSALS[Format.ZIP]),
    "a PNG": (png(), REFUSALS[Format.PICTURE]),
    "a JPEG": (JPEG, REFUSALS[Format.PICTURE]),
    "a GIF": (GIF, REFUSALS[Format.PICTURE]),
    "a HEIC": (HEIC, REFUSALS[Format.PICTURE]),
    "a WebP": (WEBP, REFUSALS[Format.PICTURE]),
    "a PDF": (PDF, REFUSALS[Format.PDF]),
    "a table": (CSV, REFUSALS[Format.TEXT]),
    "noise": (b"\x00\x01\x02" * 100, REFUSALS[Format.UNKNOWN]),
    "a FIT file over 4 MB": (RUN.ljust(FIT_LIMIT_BYTES + 1, b"\0"), TOO_LARGE[Format.FIT]),
    "a packed FIT file over 4 MB": (
        gzipped(RUN.ljust(FIT_LIMIT_BYTES + 1, b"\0")), TOO_LARGE[Format.FIT],
    ),
    "a GPX file over 25 MB": (gpx_file(started_at=START).ljust(LARGEST_BYTES + 1), FAR_TOO_LARGE),
    "one that breaks off": (fit_file(started_at=START)[:60], BREAKS_OFF),
    "one without anything": (
        fit_file(started_at=START, with_session=False, with_activity=False, record_every_s=None),
        NOTHING_INSIDE,
    ),
    "a run without a length": (
        fit_file(
            started_at=START, record_every_s=None, with_activity=False,
            without=("total_timer_time", "total_elapsed_time"),
        ),
        NO_DURATION,
    ),
    "an empty file": (b"", REFUSALS[Format.EMPTY]),
} | {
    f"a file of {kind}": (other_fit_file(kind, started_at=START), NOT_ACTIVITIES[kind])
    for kind in FILE_TYPES
    if kind != "activity"
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused_with_its_sentence_and_nothing_is_left(ana_client, uploads, what):
    content, sentence = REFUSED[what]
    page = ana_client.get(upload(ana_client, content)["Location"])

    assert outcomes(page) == [f"Not added. {sentence}"]
    assert "1 file read 1 not added" in words(page)
    outcome = Outcome.objects.get()
    assert (outcome.verdict, outcome.because, outcome.run) == ("refused", sentence, None)
    assert (Run.objects.count(), RunTrack.objects.count(), ImportedFile.objects.count()) == (0, 0, 0)
    assert on_disk(uploads) == []


def test_without_a_file_the_form_asks_for_one(ana_client):
    page = soup(response := ana_client.post("/imports/", {"key": KEY}))

    assert response.status_code == 422
    assert complaint(response, "file") == "Choose the watch files first, or drop them here."
    field = page.find(attrs={"name": "file"})
    assert field["aria-invalid"] == "true"
    assert page.find(role="alert").a["href"] == f"#{field['id']}"


@pytest.mark.parametrize("key", ["", "1", "\0", KEY + "0"])
def test_a_key_that_is_none_stores_nothing(ana_client, uploads, key):
    response = ana_client.post("/imports/", {"key": key, "file": SimpleUploadedFile("a.fit", RUN)})

    assert response.status_code == 422
    assert (ImportBatch.objects.count(), on_disk(uploads)) == (0, [])


def test_what_was_there_before_stays_in_the_list(ana_client):
    upload(ana_client, RUN)
    upload(ana_client, png())

    assert "Easy run" in words(ana_client.get("/runs/"))
    assert Run.objects.count() == 1


def test_a_gpx_file_of_just_25_mb_is_read(ana_client):
    upload(ana_client, gpx_file(started_at=START).ljust(LARGEST_BYTES))

    assert Run.objects.get().distance_m == pytest.approx(5000, rel=1e-5)


def test_a_file_of_just_4_mb_is_read(ana_client):
    # Some watches pad their files; what follows the first part is passed over.
    upload(ana_client, RUN + b"\0" * (FIT_LIMIT_BYTES - len(RUN)))

    assert Run.objects.get().distance_m == 5000


def test_a_wrong_name_does_not_matter_since_the_content_is_looked_at(ana_client):
    upload(ana_client, RUN, "holiday.jpg")
    upload(ana_client, JPEG, "run.fit")

    assert list(Outcome.objects.order_by("pk").values_list("file__name", "verdict")) == [
        ("holiday.jpg", "added"),
        ("run.fit", "refused"),
    ]

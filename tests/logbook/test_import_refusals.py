"""A file that cannot be taken gets a sentence, and leaves neither a row nor a file behind."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats import FAR_TOO_LARGE, LARGEST_BYTES, LIMITS_BYTES, REFUSALS, TOO_LARGE
from logbook.formats.detect import Format
from logbook.formats.fit_refusals import BREAKS_OFF, NOT_ACTIVITIES, NOTHING_INSIDE
from logbook.formats.gpx import NO_POINTS, NO_TIMES, PLACES, ROUTE
from logbook.formats.refusals import NO_DATE
from logbook.formats.tcx import COURSE, WORKOUT
from logbook.formats.xml import DAMAGED, DOCTYPE
from logbook.models import ImportedFile, Run
from tests.browsing import complaint, form_on, soup
from tests.builders.fit import FILE_TYPES, fit_file, other_fit_file
from tests.builders.gpx import Point, Track, gpx_file, gpx_of
from tests.builders.other_files import CSV, GIF, HEIC, JPEG, PDF, WEBP, gzipped, png, zipped
from tests.builders.tcx import tcx_file, tcx_of
from tests.factories import NOW
from tests.logbook.file_forms import UPLOAD, on_disk, upload

pytestmark = pytest.mark.usefixtures("clock")

START = NOW - timedelta(hours=3)
RUN = fit_file(started_at=START)
FIT_LIMIT_BYTES = LIMITS_BYTES[Format.FIT]

REFUSED = {
    "a GPX file without points": (gpx_of([Track([[]])]), NO_POINTS),
    "a GPX file without times": (gpx_of([Track([[Point(), Point()]])]), NO_TIMES),
    "a GPX file of places": (gpx_of([], before='<wpt lat="1" lon="1"/>'), PLACES),
    "a GPX route": (gpx_of([], before='<rte><rtept lat="1" lon="1"/></rte>'), ROUTE),
    "a GPX file that breaks off": (gpx_file(started_at=START)[:-9], DAMAGED),
    "a GPX file with a document type": (gpx_file(started_at=START, prologue="<!DOCTYPE gpx>"), DOCTYPE),
    "a GPX file of one point": (
        gpx_of([Track([[Point(at=START)]])]),
        "This file does not say how long the run took. Enter the run by hand.",
    ),
    "a GPX file of the year 2125": (
        gpx_file(started_at=datetime(2125, 12, 31, 20, tzinfo=UTC)),
        "The file says 31 December 2125, which has not come yet. "
        "Set the watch’s clock, and enter this run by hand.",
    ),
    "a TCX course": (tcx_of([], beside="<Courses><Course/></Courses>"), COURSE),
    "a TCX workout": (tcx_of([], beside="<Workouts><Workout/></Workouts>"), WORKOUT),
    "a TCX file that breaks off": (tcx_file(started_at=START)[:-9], DAMAGED),
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
    "no date": (
        fit_file(started_at=datetime(1990, 1, 1, tzinfo=UTC), record_every_s=None), NO_DATE,
    ),
    "one that breaks off": (fit_file(started_at=START)[:400], BREAKS_OFF),
    "one without anything": (
        fit_file(started_at=START, with_session=False, with_activity=False, record_every_s=None),
        NOTHING_INSIDE,
    ),
    "a run without a length": (
        fit_file(
            started_at=START, record_every_s=None, with_activity=False,
            without=("total_timer_time", "total_elapsed_time"),
        ),
        "This file does not say how long the run took. Enter the run by hand.",
    ),
    "a run of tomorrow's tomorrow": (
        fit_file(started_at=NOW + timedelta(days=2)),
        "The file says 31 July 2026, which has not come yet. "
        "Set the watch’s clock, and enter this run by hand.",
    ),
} | {
    f"a file of {kind}": (other_fit_file(kind, started_at=START), NOT_ACTIVITIES[kind])
    for kind in FILE_TYPES
    if kind != "activity"
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused_with_its_sentence_and_nothing_is_left(ana_client, uploads, what):
    content, sentence = REFUSED[what]
    response = upload(ana_client, content)

    assert response.status_code == 422
    assert complaint(response, "file") == sentence
    assert (Run.objects.count(), ImportedFile.objects.count(), on_disk(uploads)) == (0, 0, [])


def test_an_empty_file_is_refused(ana_client, uploads):
    response = upload(ana_client, b"")

    assert response.status_code == 422
    assert complaint(response, "file") == "This file is empty. Copy it from the watch again."
    assert on_disk(uploads) == []


def test_the_kind_that_was_chosen_is_kept(ana_client):
    response = upload(ana_client, png(), kind="tempo")

    assert form_on(response, UPLOAD).fields["kind"] == "tempo"


def test_the_field_is_marked_and_the_summary_leads_to_it(ana_client):
    page = soup(upload(ana_client, png()))

    field = page.find(attrs={"name": "file"})
    assert field["aria-invalid"] == "true"
    assert page.find(role="alert").a["href"] == f"#{field['id']}"


def test_what_was_there_before_stays_in_the_list(ana_client):
    upload(ana_client, RUN)
    response = upload(ana_client, png())

    assert "Easy run" in soup(response).get_text()
    assert Run.objects.count() == 1


def test_a_gpx_file_of_just_25_mb_is_read(ana_client):
    response = upload(ana_client, gpx_file(started_at=START).ljust(LARGEST_BYTES))

    assert response.status_code == 302
    assert Run.objects.get().distance_m == pytest.approx(5000, rel=1e-5)


def test_a_file_of_just_4_mb_is_read(ana_client):
    # Some watches pad their files; what follows the first part is passed over.
    response = upload(ana_client, RUN + b"\0" * (FIT_LIMIT_BYTES - len(RUN)))

    assert response.status_code == 302
    assert Run.objects.get().distance_m == 5000


def test_a_wrong_name_does_not_matter_since_the_content_is_looked_at(ana_client):
    assert upload(ana_client, RUN, "holiday.jpg").status_code == 302
    assert upload(ana_client, JPEG, "run.fit").status_code == 422

"""A file that cannot be taken gets a sentence, and leaves neither a row nor a file behind."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.formats import FIT_LIMIT_BYTES, REFUSALS, TOO_LARGE
from logbook.formats.detect import Format
from logbook.formats.fit_refusals import BREAKS_OFF, NO_DATE, NOT_ACTIVITIES, NOTHING_INSIDE, SEVERAL
from logbook.models import ImportedFile, Run
from tests.browsing import complaint, form_on, soup
from tests.builders.fit import FILE_TYPES, fit_file, other_fit_file
from tests.builders.other_files import CSV, GIF, HEIC, JPEG, PDF, WEBP, gpx, gzipped, png, tcx, zipped
from tests.factories import NOW
from tests.logbook.file_forms import UPLOAD, on_disk, upload

pytestmark = pytest.mark.usefixtures("clock")

START = NOW - timedelta(hours=3)
RUN = fit_file(started_at=START)

REFUSED = {
    "a GPX track": (gpx(), REFUSALS[Format.GPX]),
    "a TCX file": (tcx(), REFUSALS[Format.TCX]),
    "a packed FIT file": (gzipped(RUN), REFUSALS[Format.GZIP]),
    "an archive": (zipped(a=RUN), REFUSALS[Format.ZIP]),
    "a PNG": (png(), REFUSALS[Format.PICTURE]),
    "a JPEG": (JPEG, REFUSALS[Format.PICTURE]),
    "a GIF": (GIF, REFUSALS[Format.PICTURE]),
    "a HEIC": (HEIC, REFUSALS[Format.PICTURE]),
    "a WebP": (WEBP, REFUSALS[Format.PICTURE]),
    "a PDF": (PDF, REFUSALS[Format.PDF]),
    "a table": (CSV, REFUSALS[Format.TEXT]),
    "noise": (b"\x00\x01\x02" * 100, REFUSALS[Format.UNKNOWN]),
    "a file over 4 MB": (RUN + b"\0" * (FIT_LIMIT_BYTES + 1 - len(RUN)), TOO_LARGE),
    "two activities": (fit_file(started_at=START, sessions=2), SEVERAL.format(count=2)),
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


def test_a_file_of_just_4_mb_is_read(ana_client):
    # Some watches pad their files; what follows the first part is passed over.
    response = upload(ana_client, RUN + b"\0" * (FIT_LIMIT_BYTES - len(RUN)))

    assert response.status_code == 302
    assert Run.objects.get().distance_m == 5000


def test_a_wrong_name_does_not_matter_since_the_content_is_looked_at(ana_client):
    assert upload(ana_client, RUN, "holiday.jpg").status_code == 302
    assert upload(ana_client, JPEG, "run.fit").status_code == 422

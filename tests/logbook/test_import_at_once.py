"""Tabs that press at the same moment: each file is read into one outcome, each run is stored once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from logbook.models import ImportBatch, IncomingFile, Outcome, Run
from tests.at_once import at_once
from tests.browsing import form_on
from tests.builders.fit import fit_file
from tests.builders.other_files import png
from tests.factories import NOW, make_run
from tests.logbook.file_forms import CONTINUE, UPLOAD, on_disk, pointed_to, send

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("clock")]


def a_run(nth: int) -> bytes:
    return fit_file(started_at=NOW - timedelta(days=nth, hours=3), record_every_s=None)


def tab_of(client) -> Client:
    """Another tab of the same browser."""
    tab = Client()
    tab.cookies = client.cookies
    return tab


def test_the_form_sent_ten_times_is_one_import_and_leaves_no_stray_file(ana_client, uploads):
    form = form_on(ana_client.get("/imports/"), UPLOAD)

    def press():
        files = [SimpleUploadedFile(f"{nth}.fit", a_run(nth)) for nth in range(2)]
        return form.filled({"file": files}).send(tab_of(ana_client))

    answers = at_once(10, press)

    batch = ImportBatch.objects.get()
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, batch.get_absolute_url())
    }
    assert [file.name for file in batch.files.all()] == ["0.fit", "1.fit"]
    assert len(on_disk(uploads)) == 2
    assert on_disk(uploads) == pointed_to()


def test_two_tabs_that_step_to_the_end_store_each_run_and_each_outcome_once(ana_client, uploads):
    contents = [a_run(0), png(), a_run(1), a_run(0), b"", a_run(2)]
    batch = send(ana_client, *((f"{nth}.fit", content) for nth, content in enumerate(contents)))["Location"]
    button = form_on(ana_client.get(batch), CONTINUE)

    def read_to_the_end():
        tab = tab_of(ana_client)
        while IncomingFile.objects.filter(done_at=None).exists():
            assert button.send(tab)["Location"] == batch

    at_once(2, read_to_the_end)

    verdicts = Outcome.objects.order_by("file__position").values_list("file__position", "verdict")
    assert list(verdicts) == [
        (0, "added"), (1, "refused"), (2, "added"), (3, "duplicate"), (4, "refused"), (5, "added"),
    ]  # fmt: skip
    assert Run.objects.count() == 3
    assert on_disk(uploads) == pointed_to()
    assert len(on_disk(uploads)) == 3


@pytest.mark.parametrize("content", [a_run(0), png()], ids=["a run", "a picture"])
def test_ten_impatient_taps_give_one_file_one_outcome(ana_client, uploads, content):
    batch = send(ana_client, ("a.fit", content))["Location"]
    button = form_on(ana_client.get(batch), CONTINUE)
    at_once(10, lambda: button.send(tab_of(ana_client)))

    outcome = Outcome.objects.get()
    assert outcome.verdict == ("refused" if content == png() else "added"), outcome.because
    assert Run.objects.count() == (content != png())
    assert on_disk(uploads) == pointed_to()


def test_the_same_answer_from_two_tabs_adds_one_run(ana, ana_client, uploads):
    make_run(ana, started_at=NOW - timedelta(hours=3), duration_s=1800.0)
    batch = send(ana_client, ("a.fit", a_run(0)))["Location"]
    form_on(ana_client.get(batch), CONTINUE).send(ana_client)
    answer = form_on(ana_client.get(batch), "Another, add it")

    def press():
        return tab_of(ana_client).post(answer.action, {"is": "another"})

    answers = at_once(6, press)

    assert {found.status_code for found in answers} == {302}
    assert (Run.objects.count(), Outcome.objects.get().verdict) == (2, "added")
    assert on_disk(uploads) == pointed_to()


def test_two_answers_that_differ_leave_one_of_them_whole(ana, ana_client, uploads):
    make_run(ana, started_at=NOW - timedelta(hours=3), duration_s=1800.0)
    batch = send(ana_client, ("a.fit", a_run(0)))["Location"]
    form_on(ana_client.get(batch), CONTINUE).send(ana_client)
    answer = form_on(ana_client.get(batch), "Another, add it")
    said = ["another", "out"] * 3
    at_once(6, lambda: tab_of(ana_client).post(answer.action, {"is": said.pop()}))

    verdict = Outcome.objects.get().verdict
    assert (Run.objects.count(), verdict) in [(2, "added"), (1, "duplicate")]
    assert on_disk(uploads) == pointed_to()
    assert len(on_disk(uploads)) == Run.objects.count() - 1

"""Files that are sent at once are stored first, then read one at a time, whoever presses the button when."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from logbook.importing import LONGEST_NAME
from logbook.models import ImportBatch, ImportedFile, IncomingFile, Outcome, Run
from tests.browsing import form_on, links, notices, soup, words
from tests.builders.fit import fit_file, other_fit_file
from tests.builders.other_files import png
from tests.factories import NOW
from tests.logbook.file_forms import (
    CONTINUE,
    UPLOAD,
    on_disk,
    outcomes,
    pointed_to,
    read_all,
    send,
    step,
    upload,
)

pytestmark = pytest.mark.usefixtures("clock")

BAD = {
    "empty": b"",
    "a picture": png(),
    "noise": bytes(50),
    "a course": other_fit_file("course", started_at=NOW),
}


def a_run(nth: int, **changes) -> bytes:
    """Half an hour of running, `nth` days ago."""
    starts = NOW - timedelta(days=nth, hours=3)
    return fit_file(started_at=starts, record_every_s=None, **changes)


@pytest.fixture
def three(ana_client):
    """The address of an import of three runs, none of them read."""
    sent = send(ana_client, *((f"{nth}.fit", a_run(nth)) for nth in range(3)))
    return sent["Location"]


def waiting(page) -> int:
    return words(page).count("Waiting to be read")


def test_files_are_stored_and_nothing_is_read_before_a_step(ana_client, uploads, three):
    page = ana_client.get(three)

    assert "Reading 3 files, 0 done" in words(page)
    assert waiting(page) == 3
    progress = soup(page).find("progress")
    assert (progress["max"], progress["value"]) == ("3", "0")
    assert (Run.objects.count(), Outcome.objects.count(), ImportedFile.objects.count()) == (0, 0, 0)
    assert len(on_disk(uploads)) == 3
    assert on_disk(uploads) == pointed_to()


def test_looking_at_the_import_reads_nothing(ana_client, three):
    for address in (three, f"{three}steps/", "/imports/"):
        ana_client.get(address)

    assert IncomingFile.objects.filter(done_at=None, tries=0).count() == 3


def test_a_step_reads_one_in_the_order_they_were_chosen(ana_client, uploads, three):
    for done in (1, 2, 3):
        assert step(ana_client, three)["Location"] == three
        page = ana_client.get(three)

        assert waiting(page) == 3 - done
        assert (Run.objects.count(), Outcome.objects.count()) == (done, done)
        read = IncomingFile.objects.exclude(done_at=None).values_list("name", flat=True)
        assert list(read) == [f"{nth}.fit" for nth in range(done)]
        assert on_disk(uploads) == pointed_to()
    assert "3 files read 3 added" in words(page)
    assert CONTINUE not in words(page)


def test_an_import_of_several_leads_to_its_page_and_not_to_a_run(ana_client, three):
    page = read_all(ana_client, three)

    assert notices(page) == []
    runs = [run.get_absolute_url() for run in Run.objects.order_by("-started_at")]
    assert [link["href"] for link in soup(page).select(".files a.link")] == runs


def test_an_import_of_one_run_leads_to_it(ana_client):
    assert upload(ana_client, a_run(0))["Location"] == Run.objects.get().get_absolute_url()


def test_a_step_after_the_end_changes_nothing(ana_client, uploads, three):
    button = form_on(ana_client.get(three), CONTINUE)
    before = words(read_all(ana_client, three)), on_disk(uploads)
    answer = button.send(ana_client)

    assert answer["Location"] == three
    assert (words(ana_client.get(three)), on_disk(uploads)) == before
    assert set(IncomingFile.objects.values_list("tries", flat=True)) == {1}


@pytest.mark.parametrize("way", ["/imports/", "/runs/"])
def test_a_tab_that_was_closed_is_gone_on_with_another_day(ana, ana_client, clock, three, way):
    step(ana_client, three)
    clock.passes(days=3)
    ana_client.force_login(ana)
    page = ana_client.get(way)
    if way == "/runs/":
        page = ana_client.get(links(page)["Import files"])

    on_page = links(page)
    link = next(text for text in on_page if text.startswith("Continue"))
    assert on_page[link] == three
    assert "3 files: 2 still to be read" in words(page)
    assert "3 files read 3 added" in words(read_all(ana_client, three))
    assert "still to be read" not in words(ana_client.get("/imports/"))


def test_an_import_with_an_open_question_is_not_finished(ana_client):
    upload(ana_client, fit_file(started_at=NOW + timedelta(days=2)))

    assert "1 file: 1 question Answer" in words(ana_client.get("/imports/"))


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
@pytest.mark.parametrize("place", range(3))
def test_a_bad_one_among_good_ones_spoils_nothing(ana_client, uploads, bad, place):
    contents = [a_run(0), a_run(1)]
    contents.insert(place, bad)
    batch = send(ana_client, *((f"{nth}.fit", content) for nth, content in enumerate(contents)))["Location"]
    told = outcomes(page := read_all(ana_client, batch))

    # What needs a look comes first.
    assert [said.split(".")[0] for said in told] == ["Not added", "Added", "Added"]
    assert words(soup(page).select_one(".files .name")) == f"{place}.fit"
    assert "3 files read 2 added, 1 not added" in words(page)
    assert Run.objects.count() == 2
    assert on_disk(uploads) == pointed_to()


def test_the_same_run_twice_in_one_import_is_added_once(ana_client, uploads):
    batch = send(ana_client, ("a.fit", a_run(0)), ("b.fit", a_run(0)))["Location"]
    first, second = outcomes(read_all(ana_client, batch))

    assert first.startswith("Added. ")
    assert second == "Already here. The same file came in as “a.fit”. Nothing was added."
    assert Run.objects.count() == 1
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


def test_the_form_sent_twice_is_one_import(ana_client, uploads):
    form = form_on(ana_client.get("/imports/"), UPLOAD)

    def press():
        file = SimpleUploadedFile("a.fit", a_run(0))
        return form.filled({"file": [file]}).send(ana_client)["Location"]

    first = press()
    assert press() == first
    read_all(ana_client, first)
    assert press() == first
    assert (ImportBatch.objects.count(), IncomingFile.objects.count()) == (1, 1)
    assert (Run.objects.count(), len(on_disk(uploads))) == (1, 1)


def test_ben_s_form_with_ana_s_key_is_an_import_of_his_own(ana_client, ben_client, ben):
    key = str(uuid4())
    answers = [
        client.post("/imports/", {"key": key, "file": SimpleUploadedFile("a.fit", a_run(0))})["Location"]
        for client in (ana_client, ben_client)
    ]

    assert answers[0] != answers[1]
    assert ben.import_batches.count() == 1


def test_an_import_is_not_found_for_anybody_else(ana_client, ben_client, sam_client, client, three):
    for stranger in (ben_client, sam_client):
        assert stranger.get(three).status_code == 404
        assert stranger.post(f"{three}steps/").status_code == 404
    assert client.post(f"{three}steps/")["Location"].startswith("/accounts/login/")
    assert "Continue" not in words(ben_client.get("/imports/"))
    assert not Outcome.objects.exists()


@pytest.mark.parametrize("count", [49, 50])
def test_up_to_fifty_files_are_taken_at_once(ana_client, uploads, count):
    batch = send(ana_client, *((f"{nth}.fit", bytes([nth])) for nth in range(count)))["Location"]

    assert waiting(ana_client.get(batch)) == count
    step(ana_client, batch)
    assert f"Reading {count} files, 1 done" in words(ana_client.get(batch))
    assert len(on_disk(uploads)) == count - 1


def test_fifty_one_are_too_many_and_none_is_stored(ana_client, uploads):
    answer = send(ana_client, *((f"{nth}.fit", bytes([nth])) for nth in range(51)))

    assert answer.status_code == 400
    page = soup(answer)
    assert words(page.h1) == "Too many files at once."
    sentence = "Nothing was added. Go back, choose up to 50 files, and send the rest after them."
    assert sentence in words(page.main)
    assert page.main.find("a", href="/imports/")
    assert (ImportBatch.objects.count(), IncomingFile.objects.count(), on_disk(uploads)) == (0, 0, [])


@pytest.mark.parametrize("length", [99, 100, 101, 250])
def test_a_long_name_keeps_its_beginning_and_its_end(ana_client, length):
    name = "é" * (length - 4) + ".png"
    batch = send(ana_client, (name, png()), ("b.fit", a_run(0)))["Location"]
    page = read_all(ana_client, batch)

    kept = name if length <= LONGEST_NAME else f"{'é' * 60}…{'é' * 35}.png"
    assert len(kept) <= LONGEST_NAME
    assert IncomingFile.objects.first().name == kept
    assert words(soup(page).select_one(".files .name")) == kept


def test_a_name_never_becomes_markup(ana_client):
    upload(ana_client, b"", name := '"><img src=x onerror=alert(1)>.fit')
    page = soup(ana_client.get(ImportBatch.objects.get().get_absolute_url()))

    assert words(page.select_one(".files .name")) == name
    assert not page.main.find("img")

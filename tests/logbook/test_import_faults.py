"""When something fails between a file and its rows, what was stored stays whole and can be tried again."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, OperationalError, connection

from logbook.formats.refusals import AGAIN
from logbook.importing import GAVE_UP, GONE, OUR_FAULT
from logbook.models import ImportBatch, ImportedFile, IncomingFile, Outcome, Run, RunTrack
from tests.browsing import form_on
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import (
    CONTINUE,
    answer,
    on_disk,
    outcomes,
    pointed_to,
    read_all,
    send,
    step,
    upload,
)

pytestmark = pytest.mark.usefixtures("clock")

CONTENT = fit_file(started_at=NOW - timedelta(hours=3))
OTHER = fit_file(started_at=NOW - timedelta(hours=30))
# A full disk or a lost connection; a constraint that nobody thought of; a worker told to stop.
ERRORS = [OperationalError, IntegrityError, KeyboardInterrupt]


def fails_at(start: str, table: str, error: type[BaseException] = OperationalError):
    """The database takes every statement, until one of that kind asks for `table`."""

    def wrap(execute, sql, params, many, context):
        if sql.startswith(start) and f'"{table}"' in sql:
            raise error("made up by the test")
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrap)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("table", ["logbook_importbatch", "logbook_incomingfile"])
def test_files_that_cannot_be_noted_are_not_kept(ana_client, uploads, table, error):
    with fails_at("INSERT", table, error), pytest.raises(error):
        send(ana_client, ("a.fit", CONTENT), ("b.fit", OTHER))

    assert (ImportBatch.objects.count(), IncomingFile.objects.count(), on_disk(uploads)) == (0, 0, [])
    assert send(ana_client, ("a.fit", CONTENT)).status_code == 302


def test_a_disk_that_takes_no_file_leaves_no_row(ana_client, uploads):
    uploads.parent.mkdir(exist_ok=True)
    # Where the folder should be stands a file.
    uploads.write_text("")

    with pytest.raises(OSError, match=str(uploads)):
        send(ana_client, ("a.fit", CONTENT))
    assert (ImportBatch.objects.count(), IncomingFile.objects.count()) == (0, 0)


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("table", ["run", "runtrack", "importedfile", "outcome"])
def test_a_write_that_fails_leaves_the_file_waiting_and_counts(ana_client, uploads, table, error):
    batch = send(ana_client, ("a.fit", CONTENT))["Location"]
    stored = on_disk(uploads)
    with fails_at("INSERT", f"logbook_{table}", error), pytest.raises(error):
        step(ana_client, batch)

    file = IncomingFile.objects.get()
    assert (file.done_at, file.tries, [file.stored.name]) == (None, 1, stored)
    rows = (Run, RunTrack, ImportedFile, Outcome)
    assert [model.objects.count() for model in rows] == [0, 0, 0, 0]

    # Once the database works, so does the file.
    assert step(ana_client, batch)["Location"] == Run.objects.get().get_absolute_url()
    assert [model.objects.count() for model in rows] == [1, 1, 1, 1]
    assert on_disk(uploads) == [ImportedFile.objects.get().stored.name] == stored


def test_what_fails_while_one_is_read_is_said_of_that_one_alone(ana_client, uploads, caplog):
    batch = send(ana_client, ("a.fit", CONTENT), ("b.fit", OTHER))["Location"]
    button = form_on(ana_client.get(batch), CONTINUE)
    # What is usual is asked for as each is read.
    with fails_at("SELECT", "logbook_run", ValueError):
        button.send(ana_client)
    page = read_all(ana_client, batch)

    first, second = outcomes(page)
    assert first == f"Not added. {OUR_FAULT}"
    assert second.startswith("Added. Easy run")
    assert "made up by the test" in caplog.text
    assert on_disk(uploads) == [ImportedFile.objects.get().stored.name]


def test_a_database_that_fails_while_one_is_read_leaves_it_waiting(ana_client, uploads):
    batch = send(ana_client, ("a.fit", CONTENT), ("b.fit", OTHER))["Location"]
    button = form_on(ana_client.get(batch), CONTINUE)
    with fails_at("SELECT", "logbook_run"), pytest.raises(OperationalError):
        button.send(ana_client)

    assert len(on_disk(uploads)) == 2
    assert [said[:15] for said in outcomes(read_all(ana_client, batch))] == ["Added. Easy run"] * 2


def test_a_file_that_is_gone_from_the_disk_is_said_to_be(ana_client, uploads):
    batch = send(ana_client, ("a.fit", CONTENT), ("b.fit", OTHER))["Location"]
    Path(IncomingFile.objects.get(name="a.fit").stored.path).unlink()
    page = read_all(ana_client, batch)

    first, second = outcomes(page)
    assert first == f"Not added. {GONE}"
    assert second.startswith("Added. Easy run")
    assert on_disk(uploads) == [ImportedFile.objects.get().stored.name]


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("table", ["run", "runtrack", "importedfile"])
def test_an_answer_that_cannot_be_written_leaves_the_question(ana, ana_client, uploads, table, error):
    make_run(ana, started_at=NOW - timedelta(hours=3), duration_s=1800.0)
    batch = upload(ana_client, CONTENT)["Location"]
    with fails_at("INSERT", f"logbook_{table}", error), pytest.raises(error):
        answer(ana_client, batch, "Another, add it")

    assert (Outcome.objects.get().verdict, Run.objects.count()) == ("possible_duplicate", 1)
    assert len(on_disk(uploads)) == 1
    assert on_disk(uploads) == pointed_to()
    answer(ana_client, batch, "Another, add it")
    assert (Outcome.objects.get().verdict, Run.objects.count()) == ("added", 2)
    assert on_disk(uploads) == pointed_to()


@pytest.mark.parametrize(
    ("tries", "seconds_ago", "is_read"),
    # Three that began within a minute may be tabs that read it just now.
    [(2, 4000, True), (3, 60, True), (9, 60, True), (3, 61, False)],
)
def test_a_file_that_brought_the_server_down_three_times_is_given_up(
    ana_client, uploads, tries, seconds_ago, is_read
):
    batch = send(ana_client, ("a.fit", CONTENT), ("b.fit", OTHER))["Location"]
    begun_at = NOW - timedelta(seconds=seconds_ago)
    IncomingFile.objects.filter(name="a.fit").update(tries=tries, begun_at=begun_at)
    page = read_all(ana_client, batch)

    first, second = outcomes(page)
    assert first.startswith("Added. Easy run") is is_read
    assert (first == f"Not added. {GAVE_UP}") is not is_read
    assert second.startswith("Added. Easy run")
    assert len(on_disk(uploads)) == ImportedFile.objects.count() == 1 + is_read


def test_giving_up_says_what_to_do():
    assert f"Reading this file was begun 3 times and never came to an end. {AGAIN}" == GAVE_UP


def test_the_same_upload_works_after_a_fault(ana_client, uploads):
    with fails_at("INSERT", "logbook_importedfile"), pytest.raises(OperationalError):
        upload(ana_client, CONTENT)

    # Uploaded again, for who knows: the one that waits then finds it here already.
    upload(ana_client, CONTENT)
    read_all(ana_client, ImportBatch.objects.earliest("pk").get_absolute_url())
    verdicts = [outcome.verdict for outcome in Outcome.objects.order_by("file__batch")]
    assert verdicts == ["duplicate", "added"]
    assert (Run.objects.count(), len(on_disk(uploads))) == (1, 1)

"""What was deleted goes for good after 30 days, with its file; nothing else ever does."""

import os
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from logbook.models import ImportBatch, ImportedFile, IncomingFile, LoggedSet, Outcome, Run, Session
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run, make_session
from tests.logbook.file_forms import downloaded, on_disk, outcomes, send, step, upload

pytestmark = pytest.mark.usefixtures("clock")


def purge() -> str:
    said = StringIO()
    call_command("purge", stdout=said)
    return said.getvalue().strip()


def lying_about(client) -> ImportedFile:
    """A file that has been on disk for two months."""
    upload(client, fit_file(started_at=NOW - timedelta(hours=3), record_every_s=None))
    file = ImportedFile.objects.get()
    age(file.stored.path, days=60)
    return file


def age(path, *, days: float) -> None:
    then = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (then, then))


@pytest.mark.parametrize("make", [make_run, make_session])
@pytest.mark.parametrize(
    ("days", "is_left"), [(0, True), (29, True), (30, True), (30.001, False), (400, False)]
)
def test_goes_30_days_after_it_was_deleted_and_not_before(ana, clock, make, days, is_left):
    thing = make(ana)
    thing.hide(at=NOW)
    clock.passes(days=days)
    purge()

    assert type(thing).objects.exists() is is_left


def test_what_is_not_deleted_stays_however_old(ana, clock):
    run, session = make_run(ana), make_session(ana)
    clock.passes(days=4000)

    assert purge() == "Removed for good: 0 sessions, 0 runs, 0 files. Invites that were over: 0."
    assert (Run.objects.get(), Session.objects.get()) == (run, session)


def test_what_was_brought_back_stays(ana, clock):
    run = make_run(ana)
    run.hide(at=NOW)
    run.bring_back()
    clock.passes(days=31)
    purge()

    assert Run.objects.exists()


def test_the_file_on_disk_goes_with_its_run(ana_client, uploads, clock):
    file = lying_about(ana_client)
    assert len(on_disk(uploads)) == 1
    file.runs.get().hide(at=NOW)
    clock.passes(days=31)

    assert purge() == "Removed for good: 0 sessions, 1 runs, 1 files. Invites that were over: 0."
    assert (on_disk(uploads), ImportedFile.objects.count()) == ([], 0)


def test_the_file_stays_while_the_run_can_be_brought_back(ana_client, uploads, clock):
    file = lying_about(ana_client)
    run = file.runs.get()
    run.hide(at=NOW)
    clock.passes(days=29)
    purge()

    assert len(on_disk(uploads)) == 1
    ana_client.post(f"{run.get_absolute_url()}restoration/")
    assert downloaded(ana_client.get(f"{run.get_absolute_url()}file/"))


def test_the_same_file_after_the_purge_makes_a_new_run(ana, ana_client, clock):
    lying_about(ana_client).runs.get().hide(at=NOW)
    clock.passes(days=31)
    purge()
    ana_client.force_login(ana)
    lying_about(ana_client)

    assert Run.objects.kept().count() == 1


def test_a_session_outlives_its_purged_run_unpaired(ana, ana_client, clock):
    run = make_run(ana)
    session = make_session(ana, run=run)
    run.hide(at=NOW)
    clock.passes(days=31)
    purge()

    session.refresh_from_db()
    assert (session.run, session.deleted_at, session.sets.count()) == (None, None, 12)
    ana_client.force_login(ana)
    assert ana_client.get(session.get_absolute_url()).status_code == 200


def test_a_purged_session_takes_its_sets_along_and_leaves_the_run(ana, clock):
    run = make_run(ana)
    make_session(ana, run=run).hide(at=NOW)
    clock.passes(days=31)

    assert purge() == "Removed for good: 1 sessions, 0 runs, 0 files. Invites that were over: 0."
    assert (LoggedSet.objects.count(), Run.objects.get()) == (0, run)


def test_a_file_this_database_knows_nothing_of_stays(ana_client, uploads):
    """The folder may serve another database: one just left for PostgreSQL, or a restored backup."""
    lying_about(ana_client)
    unknown = uploads / "ab" / ("ab" + "0" * 30)
    unknown.parent.mkdir()
    unknown.write_bytes(b"somebody's run")
    age(unknown, days=90)
    purge()

    assert unknown.exists()


def test_files_elsewhere_in_the_folder_are_not_touched(ana_client, uploads):
    lying_about(ana_client)
    strangers = [uploads / "notes.txt", uploads / "long-name" / "x"]
    for stranger in strangers:
        stranger.parent.mkdir(exist_ok=True)
        stranger.write_bytes(b"mine")
        age(stranger, days=90)
    purge()

    assert all(stranger.exists() for stranger in strangers)


def test_without_a_folder_for_files_there_is_nothing_to_do(db, uploads):
    assert not uploads.exists()
    assert purge() == "Removed for good: 0 sessions, 0 runs, 0 files. Invites that were over: 0."


def test_a_file_of_several_runs_goes_with_the_last_of_them(ana, ana_client, uploads, clock):
    upload(ana_client, fit_file(started_at=NOW - timedelta(hours=3), sessions=2, record_every_s=None))
    first, second = Run.objects.order_by("pk")
    first.hide(at=NOW)
    clock.passes(days=31)
    assert purge() == "Removed for good: 0 sessions, 1 runs, 0 files. Invites that were over: 0."

    ana_client.force_login(ana)
    assert downloaded(ana_client.get(f"{second.get_absolute_url()}file/"))
    second.hide(at=clock.now)
    clock.passes(days=31)
    assert purge() == "Removed for good: 0 sessions, 1 runs, 1 files. Invites that were over: 0."
    assert (on_disk(uploads), ImportedFile.objects.count()) == ([], 0)


def test_both_runs_of_a_file_at_once_take_it_along(ana_client, uploads, clock):
    upload(ana_client, fit_file(started_at=NOW - timedelta(hours=3), sessions=2, record_every_s=None))
    for run in Run.objects.all():
        run.hide(at=NOW)
    clock.passes(days=31)

    assert purge() == "Removed for good: 0 sessions, 2 runs, 1 files. Invites that were over: 0."
    assert on_disk(uploads) == []


@pytest.mark.parametrize("is_read", [False, True])
def test_what_waits_for_somebody_stays_however_long_it_takes(ana_client, uploads, clock, is_read):
    # Not read at all, or read and never answered.
    content = fit_file(started_at=NOW + timedelta(days=90), record_every_s=None)
    batch = send(ana_client, ("a.fit", content))["Location"]
    if is_read:
        step(ana_client, batch)
    clock.passes(days=300)

    assert purge() == "Removed for good: 0 sessions, 0 runs, 0 files. Invites that were over: 0."
    assert len(on_disk(uploads)) == ImportBatch.objects.count() == 1
    assert Outcome.objects.count() == is_read


@pytest.mark.parametrize(("days", "is_left"), [(30, True), (30.001, False)])
def test_what_is_told_of_a_finished_import_goes_30_days_after_it_came(ana_client, clock, days, is_left):
    upload(ana_client, b"")
    clock.passes(days=days)
    purge()

    assert ImportBatch.objects.exists() is Outcome.objects.exists() is is_left


def test_an_import_goes_and_its_runs_stay_with_their_file(ana, ana_client, uploads, clock):
    file = lying_about(ana_client)
    clock.passes(days=31)

    assert purge() == "Removed for good: 0 sessions, 0 runs, 0 files. Invites that were over: 0."
    assert (ImportBatch.objects.count(), IncomingFile.objects.count(), Outcome.objects.count()) == (0, 0, 0)
    ana_client.force_login(ana)
    assert downloaded(ana_client.get(f"{file.runs.get().get_absolute_url()}file/"))
    assert on_disk(uploads) == [file.stored.name]


def test_an_import_outlives_a_run_that_was_purged_out_of_it(ana, ana_client, clock):
    run = lying_about(ana_client).runs.get()
    run.hide(at=NOW - timedelta(days=31))
    purge()

    batch = ImportBatch.objects.get()
    page = ana_client.get(batch.get_absolute_url())
    assert page.status_code == 200
    assert outcomes(page)[0].startswith("Added. Easy run")
    assert Outcome.objects.get().run is None

"""The same file again adds nothing: later, renamed, after its run was deleted, ten times at once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from logbook.models import ImportedFile, Run
from tests.at_once import at_once
from tests.browsing import facts, form_on, notices, words
from tests.builders.fit import fit_file
from tests.factories import NOW
from tests.logbook.file_forms import downloaded, import_run, on_disk, upload
from tests.logbook.run_forms import SAVE_CHANGES

pytestmark = pytest.mark.usefixtures("clock")

CONTENT = fit_file(started_at=NOW - timedelta(hours=3))


def test_it_is_recognised_and_nothing_is_doubled(ana_client, uploads):
    first = import_run(ana_client, CONTENT, "a.fit")
    ana_client.get(first.get_absolute_url())
    again = import_run(ana_client, CONTENT, "other name.fit")

    assert again == first
    assert (Run.objects.count(), ImportedFile.objects.count(), len(on_disk(uploads))) == (1, 1, 1)
    page = ana_client.get(first.get_absolute_url())
    assert notices(page) == ["Already here. The same file came in as “a.fit”. Nothing was added."]
    # Its name does not follow the second time.
    assert facts(page)["File"] == "a.fit"
    assert "Easy run, 5.0 km" in words(page)


def test_it_leaves_what_was_corrected_meanwhile(ana_client):
    run = import_run(ana_client, CONTENT)
    form_on(ana_client.get(f"{run.get_absolute_url()}edit/"), SAVE_CHANGES).filled(
        {"distance": "9", "kind": "long"}
    ).send(ana_client)
    import_run(ana_client, CONTENT)

    run.refresh_from_db()
    assert (run.distance_m, run.kind) == (9000, "long")


def test_the_file_of_a_deleted_run_brings_it_back(ana_client, uploads):
    run = import_run(ana_client, CONTENT)
    ana_client.post(f"{run.get_absolute_url()}deletion/")
    ana_client.get("/runs/")
    again = import_run(ana_client, CONTENT)

    assert (again, again.deleted_at) == (run, None)
    assert notices(ana_client.get(run.get_absolute_url())) == [
        "Already here. You had deleted this run. The same file brings it back."
    ]
    assert len(on_disk(uploads)) == 1


def test_the_same_file_from_ben_is_ben_s_own(ana_client, ben_client, ana, ben, uploads):
    anas, bens = import_run(ana_client, CONTENT), import_run(ben_client, CONTENT)

    assert (anas.athlete, bens.athlete) == (ana, ben)
    assert len(on_disk(uploads)) == 2
    ana_client.post(f"{anas.get_absolute_url()}deletion/")
    assert downloaded(ben_client.get(f"{bens.get_absolute_url()}file/")) == CONTENT


def test_ben_s_deleted_run_stays_deleted_when_ana_sends_the_same_file(ana_client, ben_client):
    bens = import_run(ben_client, CONTENT)
    ben_client.post(f"{bens.get_absolute_url()}deletion/")
    anas = import_run(ana_client, CONTENT)

    bens.refresh_from_db()
    assert bens.deleted_at == NOW
    assert anas != bens


def test_two_different_files_are_two_runs(ana_client, uploads):
    import_run(ana_client, CONTENT)
    import_run(ana_client, fit_file(started_at=NOW - timedelta(hours=30)))

    assert (Run.objects.count(), len(on_disk(uploads))) == (2, 2)


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_make_one_run_and_leave_one_file(ana_client, uploads):
    def send():
        client = Client()
        client.cookies = ana_client.cookies
        return upload(client, CONTENT)

    answers = at_once(10, send)

    run = Run.objects.get()
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, run.get_absolute_url())}
    assert on_disk(uploads) == [ImportedFile.objects.get().stored.name]


def test_brought_back_it_counts_on_the_day_it_had_where_the_athlete_is_now(ana, ana_client):
    late = fit_file(started_at=datetime(2026, 7, 28, 22, 30, tzinfo=UTC))
    run = import_run(ana_client, late)
    assert run.performed_on == date(2026, 7, 29)
    # The zone was wrong all along; the instant was not.
    ana.set_time_zone("America/New_York", at=NOW)
    ana_client.post(f"{run.get_absolute_url()}deletion/")
    again = import_run(ana_client, late)

    assert (again.pk, again.started_at) == (run.pk, run.started_at)
    assert again.performed_on == date(2026, 7, 28)

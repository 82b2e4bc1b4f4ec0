"""What nobody wants is left out: a question that is not worth an answer, and files not read yet."""

from datetime import timedelta

import pytest

from logbook.models import ImportedFile, Outcome, Run
from tests.browsing import form_on, words
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import answer, on_disk, outcomes, pointed_to, read_all, send, step

pytestmark = pytest.mark.usefixtures("clock")

STOP, OUT = "Stop, leave the rest out", "Leave it out"
LEFT_OUT = "Not added. Left out, as you said."


def a_run(days: int) -> bytes:
    return fit_file(started_at=NOW - timedelta(days=days, hours=3), distance_m=5000 + days)


def test_an_activity_without_a_date_is_left_out_and_its_file_goes(ana_client, uploads):
    files = [("a.fit", fit_file(started_at=NOW + timedelta(days=9))), ("b.fit", a_run(1))]
    batch = send(ana_client, *files)["Location"]
    read_all(ana_client, batch)
    response = answer(ana_client, batch, OUT)

    assert response["Location"] == f"{batch}#file-{Outcome.objects.get(verdict='refused').file_id}"
    assert outcomes(ana_client.get(batch))[0] == LEFT_OUT
    assert Run.objects.count() == 1
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


def test_the_rest_of_an_import_is_left_out_and_what_was_read_stays(ana_client, uploads):
    batch = send(ana_client, *((f"{nth}.fit", a_run(nth)) for nth in range(4)))["Location"]
    step(ana_client, batch)
    form_on(page := ana_client.get(batch), STOP).send(ana_client)

    assert "Reading 4 files, 1 done" in words(page)
    page = ana_client.get(batch)
    assert "4 files read 1 added, 3 not added" in words(page)
    assert outcomes(page)[:3] == [LEFT_OUT] * 3
    assert Run.objects.count() == 1
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


def test_stopping_what_is_finished_changes_nothing(ana_client, uploads):
    batch = send(ana_client, ("a.fit", a_run(0)))["Location"]
    button = form_on(ana_client.get(batch), STOP)
    read_all(ana_client, batch)
    button.send(ana_client)

    assert (Run.objects.count(), Outcome.objects.get().verdict) == (1, "added")
    assert on_disk(uploads) == pointed_to()


def test_a_question_stands_first_with_both_activities_beside_each_other(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(days=1, hours=3), duration_s=1800.0, distance_m=5600.0)
    overlapping = fit_file(started_at=NOW - timedelta(days=1, hours=3) + timedelta(minutes=5))
    files = [("a.fit", a_run(0)), ("b.png", b"\x89PNG\r\n\x1a\n"), ("c.fit", overlapping)]
    batch = send(ana_client, *files)["Location"]
    page = read_all(ana_client, batch)

    assert [said.split(".")[0].split("?")[0] for said in outcomes(page)] == [
        "Is it the same",
        "Not added",
        "Added",
    ]
    assert (
        "This file Tue 28 Jul, 07:05, 30:00, 5.0 km Here already Tue 28 Jul, 07:00, 30:00, 5.6 km"
    ) in words(page)
    assert "Added. Easy run, Wed 29 Jul 2026, 07:00, 5.0 km, 30:00." in words(page)

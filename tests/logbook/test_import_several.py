"""Several activities in one file: each is a run of its own, and the file stays while one needs it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from logbook import answering, imports
from logbook.models import ImportedFile, IncomingFile, Outcome, Run
from tests.browsing import form_on, words
from tests.builders.fit import fit_file
from tests.builders.gpx import Point, Track, gpx_of
from tests.factories import NOW, make_run
from tests.logbook.file_forms import answer, downloaded, on_disk, outcomes, pointed_to, upload

pytestmark = pytest.mark.usefixtures("clock")

SAME, ANOTHER = "Same, leave it out", "Another, add it"
# In Berlin, 07:00.
START = NOW - timedelta(hours=3)


@pytest.fixture
def typed(ana):
    """1,000 seconds of running from 07:00 on."""
    return make_run(ana, started_at=START, duration_s=1000.0)


def leg(after_s: float, duration_s: float = 1000) -> Track:
    """Due north, from a place of its own."""
    starts = START + timedelta(seconds=after_s)
    every = range(0, int(duration_s) + 1, 10)
    place = 50 + after_s / 1000
    return Track([[Point(at=starts + timedelta(seconds=s), north=place + s * 3e-5) for s in every]])


# Each covers the one before it by 80 %.
OVERLAPPING = gpx_of([leg(0), leg(200), leg(400)])
APART = gpx_of([leg(0), leg(5000)])


def test_they_do_not_ask_about_each_other(ana_client, uploads):
    page = ana_client.get(upload(ana_client, OVERLAPPING)["Location"])

    assert [said.split(".")[0] for said in outcomes(page)] == ["Added"] * 3
    indices = Run.objects.order_by("started_at").values_list("imported_file", "file_index")
    file = ImportedFile.objects.get()
    assert list(indices) == [(file.pk, 0), (file.pk, 1), (file.pk, 2)]
    assert on_disk(uploads) == pointed_to() == [file.stored.name]


def test_the_file_again_adds_none_of_them(ana_client, uploads):
    upload(ana_client, OVERLAPPING, "a.gpx")
    page = ana_client.get(upload(ana_client, OVERLAPPING)["Location"])

    assert [said.split(".")[0] for said in outcomes(page)] == ["Already here"] * 3
    assert (Run.objects.count(), ImportedFile.objects.count()) == (3, 1)
    assert on_disk(uploads) == pointed_to()


def test_one_may_be_added_while_another_waits(ana_client, uploads, typed):
    batch = upload(ana_client, gpx_of([leg(100), leg(5000)]))["Location"]
    verdicts = Outcome.objects.values_list("verdict", flat=True)
    assert list(verdicts) == ["possible_duplicate", "added"]
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]

    assert answer(ana_client, batch, ANOTHER)["Location"].split("#")[0] == batch
    assert list(verdicts.all()) == ["added", "added"]
    assert Run.objects.count() == 3
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


def test_the_file_of_the_one_added_stays_when_the_other_is_left_out(ana_client, uploads, typed):
    batch = upload(ana_client, gpx_of([leg(100), leg(5000)]))["Location"]
    answer(ana_client, batch, SAME)

    assert Run.objects.count() == 2
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


def test_two_answered_at_the_same_time_keep_the_file_of_the_one_that_is_added(
    ana, ana_client, uploads, typed
):
    make_run(ana, started_at=START + timedelta(seconds=5000), duration_s=1000.0)
    upload(ana_client, gpx_of([leg(100), leg(5100)]))
    # Two tabs read their questions before either answers.
    first, second = imports.outcomes_of(athlete=ana).order_by("index")
    answering.add_all_the_same(outcome=first, now=NOW)
    answering.leave_out(outcome=second)

    assert (Run.objects.count(), second.verdict) == (3, "duplicate")
    file = ImportedFile.objects.get()
    assert on_disk(uploads) == pointed_to() == [file.stored.name]
    assert IncomingFile.objects.get().imported_file == file


@pytest.mark.parametrize("order", [[0, 1], [1, 0]])
def test_the_file_goes_with_the_last_question_that_is_left_out(ana, ana_client, uploads, typed, order):
    make_run(ana, started_at=START + timedelta(seconds=5000), duration_s=1000.0)
    batch = upload(ana_client, gpx_of([leg(100), leg(5100)]))["Location"]
    answer(ana_client, batch, SAME, order[0])
    assert len(on_disk(uploads)) == 1
    answer(ana_client, batch, SAME)

    assert (Run.objects.count(), on_disk(uploads)) == (2, [])


def test_a_deleted_one_is_brought_back_alone(ana_client):
    upload(ana_client, APART)
    first, _ = Run.objects.order_by("started_at")
    first.hide(at=NOW)
    page = ana_client.get(upload(ana_client, APART)["Location"])

    assert outcomes(page) == [
        "Already here. You had deleted this run. The same file brings it back.",
        "Already here. The same file came in as “run.fit”. Nothing was added.",
    ]
    first.refresh_from_db()
    assert first.deleted_at is None


def test_a_watch_s_file_of_two_runs_is_two_runs_and_leads_to_the_import(ana_client, uploads):
    content = fit_file(started_at=START, sessions=2)
    batch = upload(ana_client, content)["Location"]

    assert batch.startswith("/imports/")
    assert "1 file read 2 activities: 2 added" in words(ana_client.get(batch))
    starts = Run.objects.order_by("file_index").values_list("started_at", flat=True)
    assert list(starts) == [START, START + timedelta(minutes=30)]
    for run in Run.objects.all():
        assert downloaded(ana_client.get(f"{run.get_absolute_url()}file/")) == content
    assert len(on_disk(uploads)) == 1


def test_where_the_clock_was_not_set_each_is_asked_for_its_day(ana_client, uploads):
    content = fit_file(started_at=datetime(1990, 1, 1, tzinfo=UTC), sessions=2)
    batch = upload(ana_client, content)["Location"]
    asked = [f"/imports/outcomes/{outcome.pk}/date/" for outcome in Outcome.objects.all()]
    assert len(asked) == 2
    for address, day in zip(asked, ("2026-07-20", "2026-07-21"), strict=True):
        form = form_on(ana_client.get(address), "Add it").filled({"date": day, "time": "07:00"})
        assert form.send(ana_client)["Location"].split("#")[0] == batch

    days = Run.objects.order_by("file_index").values_list("performed_on", flat=True)
    assert list(days) == [date(2026, 7, 20), date(2026, 7, 21)]
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]

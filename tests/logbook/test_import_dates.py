"""An activity whose watch did not know the day waits until its athlete says when it was."""

from datetime import UTC, date, datetime, timedelta

import pytest

from logbook.models import ImportedFile, Outcome, Run
from tests.browsing import complaint, facts, form_on, links, notices, words
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run
from tests.logbook.file_forms import (
    answer,
    downloaded,
    import_run,
    on_disk,
    outcomes,
    pointed_to,
    send,
    step,
    upload,
)

pytestmark = pytest.mark.usefixtures("clock")

TOTALS = {"duration_s": 1800, "distance_m": 5000, "avg_hr": 141, "max_hr": 160, "ascent_m": 12}
UNSET = fit_file(started_at=datetime(1990, 1, 1, tzinfo=UTC), **TOTALS)
AHEAD = fit_file(started_at=NOW + timedelta(days=2), **TOTALS)
# In Berlin, 07:04 of the day before.
SAID = {"date": "2026-07-28", "time": "07:04"}
MOMENT = datetime(2026, 7, 28, 5, 4, tzinfo=UTC)

either = pytest.mark.parametrize("content", [UNSET, AHEAD], ids=["unset", "ahead"])


def asked(client, content: bytes) -> str:
    """Send the file and read it; the address that asks for its day."""
    page = client.get(upload(client, content, "a.fit")["Location"])
    return links(page)["Say when it was"]


def say(client, address: str, **said: str):
    return form_on(client.get(address), "Add it").filled(SAID | said).send(client)


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (UNSET, "The clock of the watch was not set. Say when it was, and it is added."),
        (AHEAD, "The file says 31 July 2026, which has not come yet. Say when it was, and it is added."),
    ],
    ids=["unset", "ahead"],
)
def test_it_is_asked_with_what_the_file_says_and_nothing_is_added(ana_client, uploads, content, because):
    address = asked(ana_client, content)
    page = ana_client.get(address)

    assert because in words(page)
    told = facts(page)
    assert (told["File"], told["Sport"], told["Duration"]) == ("a.fit", "running", "30:00")
    assert (told["Distance"], told["Mean heart rate"], told["Climbed"]) == (
        "5.00 km",
        "141 beats/min",
        "12 m",
    )
    assert (Run.objects.count(), ImportedFile.objects.count()) == (0, 0)
    assert len(on_disk(uploads)) == 1
    assert on_disk(uploads) == pointed_to()


def test_the_import_s_page_counts_it_as_without_a_date(ana_client):
    batch = upload(ana_client, UNSET)["Location"]

    assert "1 file read 1 to date" in words(page := ana_client.get(batch))
    assert outcomes(page)[0].startswith("Which day was it? The clock of the watch was not set.")


@either
def test_said_it_is_added_on_that_day_in_the_athlete_s_zone(ana_client, uploads, content):
    response = say(ana_client, asked(ana_client, content))

    run = Run.objects.get()
    assert response["Location"] == run.get_absolute_url()
    assert notices(ana_client.get(run.get_absolute_url()))[0].startswith("Added. Easy run: ")
    assert (run.started_at, run.time_zone, run.performed_on) == (MOMENT, "Europe/Berlin", date(2026, 7, 28))
    assert (run.duration_s, run.distance_m, run.avg_hr) == (1800, 5000, 141)
    # The track counts from its own start, whenever that was.
    assert (run.recorded.track.seconds[0], run.recorded.track.seconds[-1]) == (0, 1800)
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]
    assert downloaded(ana_client.get(f"{run.get_absolute_url()}file/")) == content


@either
def test_what_the_form_proposes_is_the_half_hour_that_just_ended(ana_client, content):
    form = form_on(ana_client.get(asked(ana_client, content)), "Add it")
    assert (form.fields["date"], form.fields["time"]) == ("2026-07-29", "09:30")
    form.send(ana_client)

    assert Run.objects.get().started_at == NOW - timedelta(minutes=30)


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"date": ""}, "date", "Say which day it was."),
        ({"date": "yesterday"}, "date", "Give the day as year-month-day, for example 2026-07-29."),
        ({"time": "25:00"}, "time", "Give the time as hours:minutes, for example 07:04."),
        ({"date": "2026-08-02"}, "date", "2 August 2026 has not come yet. Log it once it is done."),
        # A day ahead is granted to clocks that differ, and not a minute more.
        (
            {"date": "2026-07-30", "time": "10:01"},
            "date",
            "30 July 2026 has not come yet. Log it once it is done.",
        ),
        ({"date": "1969-12-31"}, "time", "The year 1969 is out of range. Type one from 1970 to 2199."),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_what_was_typed_stays(ana_client, uploads, said, field, sentence):
    address = asked(ana_client, UNSET)
    response = say(ana_client, address, **said)

    assert response.status_code == 422
    assert complaint(response, field) == sentence
    kept = form_on(response, "Add it").fields
    assert {name: kept[name] for name in SAID} == SAID | said
    assert facts(response)["File"] == "a.fit"
    assert (Run.objects.count(), Outcome.objects.get().verdict) == (0, "needs_date")
    assert on_disk(uploads) == pointed_to()

    # Put right, it goes on.
    form_on(response, "Add it").filled(SAID).send(ana_client)
    assert Run.objects.get().started_at == MOMENT


def test_a_day_ahead_to_the_minute_is_taken(ana_client):
    say(ana_client, asked(ana_client, UNSET), date="2026-07-30", time="10:00")

    assert Run.objects.get().started_at == NOW + timedelta(days=1)


def test_answered_in_another_tab_already_it_changes_nothing(ana_client, uploads):
    address = asked(ana_client, UNSET)
    late = form_on(ana_client.get(address), "Add it").filled({"date": "2026-07-20", "time": "10:00"})
    say(ana_client, address)
    batch = Outcome.objects.get().file.batch.get_absolute_url()

    assert late.send(ana_client)["Location"] == batch
    assert ana_client.get(address)["Location"] == batch
    assert Run.objects.get().started_at == MOMENT
    assert on_disk(uploads) == pointed_to()


def test_the_day_can_show_that_it_is_here_already(ana_client, uploads):
    here = import_run(ana_client, fit_file(started_at=MOMENT, **TOTALS))
    response = say(ana_client, asked(ana_client, UNSET))

    assert response["Location"] == here.get_absolute_url()
    said = notices(ana_client.get(here.get_absolute_url()))[-1]
    assert said == "Already here. Same start as “Easy run” on 28 July, 07:04. Nothing was added."
    assert Run.objects.get() == here
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


@pytest.mark.parametrize(("button", "runs"), [("Another, add it", 2), ("Same, leave it out", 1)])
def test_the_day_can_show_that_it_overlaps_which_asks_again_and_remembers(
    ana, ana_client, uploads, button, runs
):
    make_run(ana, started_at=MOMENT + timedelta(minutes=5), duration_s=1800.0)
    batch = say(ana_client, asked(ana_client, UNSET))["Location"]
    [said] = outcomes(ana_client.get(batch))

    assert said.startswith("Is it the same? It overlaps “Easy run” of 28 July, 07:09 to 07:39.")
    assert on_disk(uploads) == pointed_to()
    answer(ana_client, batch, button)

    assert Run.objects.count() == runs
    assert Run.objects.filter(started_at=MOMENT, duration_s=1800).count() == runs - 1
    assert on_disk(uploads) == pointed_to()
    assert len(on_disk(uploads)) == runs - 1


@either
def test_the_same_file_again_is_recognised_without_being_asked_again(ana_client, uploads, content):
    say(ana_client, asked(ana_client, content))
    run = Run.objects.get()
    ana_client.get(run.get_absolute_url())

    assert import_run(ana_client, content) == run
    said = notices(ana_client.get(run.get_absolute_url()))
    assert said == ["Already here. The same file came in as “a.fit”. Nothing was added."]
    assert on_disk(uploads) == pointed_to() == [ImportedFile.objects.get().stored.name]


@either
def test_the_same_file_brings_a_deleted_run_back_to_the_day_it_was_said_to_be(ana_client, content):
    say(ana_client, asked(ana_client, content))
    run = Run.objects.get()
    run.hide(at=NOW)
    import_run(ana_client, content)

    run.refresh_from_db()
    assert (run.deleted_at, run.started_at) == (None, MOMENT)


def test_among_others_it_leads_back_to_their_import(ana_client):
    batch = send(ana_client, ("a.fit", UNSET), ("b.fit", fit_file(started_at=NOW - timedelta(hours=3))))
    address = batch["Location"]
    step(ana_client, address)
    step(ana_client, address)

    assert say(ana_client, links(ana_client.get(address))["Say when it was"])["Location"].startswith(address)
    assert "2 files read 2 added" in words(ana_client.get(address))


def test_nobody_else_can_say_when_it_was(ana_client, ben_client, sam_client, client):
    address = asked(ana_client, UNSET)

    for stranger in (ben_client, sam_client):
        assert stranger.get(address).status_code == 404
        assert stranger.post(address, SAID).status_code == 404
    assert client.post(address, SAID)["Location"].startswith("/accounts/login/")
    assert not Run.objects.exists()

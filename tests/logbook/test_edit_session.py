"""Correcting a session changes what was corrected; what was prescribed stays."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.models import LoggedSet, Session
from tests.browsing import complaint, form_on, notices
from tests.factories import NOW, make_run, make_session
from tests.logbook.session_forms import SAVE_CHANGES, address, done, log

pytestmark = pytest.mark.usefixtures("clock")


def edit_form(client, session):
    return form_on(client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)


def rows(session: Session) -> tuple:
    """Everything stored of it, but for the ids of the sets."""
    sets = LoggedSet.objects.filter(session=session).values()
    return (
        Session.objects.filter(pk=session.pk).values().get(),
        [{name: value for name, value in row.items() if name != "id"} for row in sets],
    )


@pytest.mark.parametrize(
    "circuit", ["after-easy-run-four", "core-for-runners", "race-week-primer", "gym-heavy-a"]
)
def test_posted_back_unchanged_it_changes_in_nothing(ana, ana_client, circuit):
    make_run(ana)
    deviations = {"station_1_planned": None, "station_1_sets": "5", "station_1_amount": "9"}
    left_out = {"station_3_planned": None, "station_3_sets": "0"}
    session = log(
        ana_client, address(circuit), effort="6", note="Odd, 日本.\r\n<b>", **deviations, **left_out
    )
    before = rows(session)

    assert edit_form(ana_client, session).send(ana_client).status_code == 302
    assert rows(session) == before


@pytest.mark.parametrize("effort", [None, 0, 1, 10])
def test_to_the_second_and_in_the_hour_shown_twice_it_changes_in_nothing(ana, ana_client, effort):
    started_at = datetime(2025, 10, 26, 1, 30, 13, tzinfo=UTC)
    session = make_session(ana, started_at=started_at, effort=effort, minutes=600)
    ana.time_zone = "Asia/Tokyo"
    ana.save()
    before = rows(session)

    form = edit_form(ana_client, session)
    assert form.fields["time"] == "02:30"
    form.send(ana_client)
    assert rows(session) == before


def test_one_with_a_run_far_off_posted_back_unchanged_changes_in_nothing(ana, ana_client):
    for hours in range(1, 7):
        make_run(ana, started_at=NOW - timedelta(hours=hours))
    session = make_session(ana, run=make_run(ana, started_at=NOW - timedelta(hours=30)))
    before = rows(session)

    edit_form(ana_client, session).send(ana_client)
    assert rows(session) == before


def test_every_field_can_be_corrected(ana, ana_client):
    session = make_session(ana)
    run = make_run(ana, started_at=datetime(2026, 7, 28, 15, 0, tzinfo=UTC))
    changes = {
        "date": "2026-07-28", "time": "18:30", "minutes": "30", "effort": "4", "note": "Tired.",
        "run": str(run.pk), "station-2-planned": None, "station-2-sets": "2", "station-2-amount": "6",
    }  # fmt: skip
    answer = edit_form(ana_client, session).filled(changes).send(ana_client)

    session.refresh_from_db()
    assert session.started_at == datetime(2026, 7, 28, 16, 30, tzinfo=UTC)
    assert (session.performed_on.day, session.minutes, session.effort) == (28, 30, 4)
    assert (session.note, session.run) == ("Tired.", run)
    assert [row[3] for row in done(session) if row[0] == 2] == [6, 6, None]
    assert notices(ana_client.get(answer["Location"])) == ["Changes saved."]


def test_the_prescription_stays_through_any_number_of_corrections(ana_client):
    session = log(ana_client)
    planned = [(s.station, s.number, s.planned_reps, s.tempo) for s in session.sets.all()]
    for sets, amount in [("0", "1"), ("7", "3"), ("1", "20")]:
        changes = {"station-1-planned": None, "station-1-sets": sets, "station-1-amount": amount}
        edit_form(ana_client, session).filled(changes).send(ana_client)
    edit_form(ana_client, session).filled({"station-1-planned": "on"}).send(ana_client)

    assert [(s.station, s.number, s.planned_reps, s.tempo) for s in session.sets.all()] == planned
    assert {row[3] for row in done(session)} == {8}


def test_sets_on_top_go_again_when_it_was_as_planned_after_all(ana_client):
    session = log(ana_client, station_1_planned=None, station_1_sets="6")
    edit_form(ana_client, session).filled({"station-1-planned": "on"}).send(ana_client)

    assert session.sets.count() == 12


def test_a_mistake_keeps_what_was_typed_and_the_session_as_it_was(ana_client):
    session = log(ana_client)
    before = rows(session)
    answer = edit_form(ana_client, session).filled({"minutes": "0", "note": "Tired."}).send(ana_client)

    assert answer.status_code == 422
    assert complaint(answer, "minutes").startswith("Give the minutes")
    assert form_on(answer, SAVE_CHANGES).fields["note"] == "Tired."
    assert rows(session) == before


def test_editing_a_deleted_session_leads_to_its_page_and_keeps_what_was_sent(ana_client):
    session = log(ana_client)
    form = edit_form(ana_client, session)
    ana_client.post(f"{session.get_absolute_url()}deletion/")

    assert ana_client.get(f"{session.get_absolute_url()}edit/")["Location"] == session.get_absolute_url()
    assert form.filled({"minutes": "50"}).send(ana_client)["Location"] == session.get_absolute_url()
    session.refresh_from_db()
    assert (session.minutes, session.deleted_at is None) == (50, False)

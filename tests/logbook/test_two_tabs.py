"""Two tabs, and a form left open for long: what was shown is what is stored."""

from datetime import UTC, datetime

import pytest

from logbook import recording
from logbook.models import Run, Session
from tests.browsing import form_on, notices
from tests.factories import NOW, make_run, make_session, run_facts, session_facts
from tests.logbook.session_forms import SAVE, SAVE_CHANGES, log

pytestmark = pytest.mark.usefixtures("clock")


def test_a_form_stores_the_circuit_it_shows_whatever_another_tab_logged_since(ana, ana_client):
    # The bare address offers the circuit last logged, and that changes in between.
    form = form_on(ana_client.get("/sessions/new/"), SAVE)
    make_session(ana, circuit="ten-minute-minimal")
    form.send(ana_client)
    assert Session.objects.latest("pk").name == "After-easy-run four"


def test_a_retired_circuit_is_not_offered_again(ana, ana_client):
    session = make_session(ana, circuit="ten-minute-minimal")
    session.circuit.retired_at = NOW
    session.circuit.save()
    assert "After-easy-run four" in ana_client.get("/sessions/new/").content.decode()


@pytest.mark.parametrize("make", [make_run, make_session])
def test_an_edit_of_what_another_tab_deleted_is_kept_and_brings_nothing_back(ana, ana_client, make):
    thing = make(ana)
    form = form_on(ana_client.get(f"{thing.get_absolute_url()}edit/"), SAVE_CHANGES)
    thing.hide(at=NOW)
    assert form.filled({"note": "Later."}).send(ana_client).status_code == 302

    thing.refresh_from_db()
    assert (thing.note, thing.deleted_at) == ("Later.", NOW)
    said = notices(ana_client.get(thing.get_absolute_url()))
    assert said == ["Changes saved. It was deleted meanwhile: bring it back to count it."]


def test_an_edit_brings_nothing_back_that_is_deleted_while_it_is_saved(ana):
    run, session = make_run(ana), make_session(ana)
    run_read, session_read = Run.objects.get(), Session.objects.get()
    run.hide(at=NOW)
    session.hide(at=NOW)
    recording.correct_run(run=run_read, facts=run_facts(ana, note="Later."))
    recording.correct_session(session=session_read, facts=session_facts(ana, note="Later."), seen=1)

    assert (Run.objects.get().deleted_at, Run.objects.get().note) == (NOW, "Later.")
    assert (Session.objects.get().deleted_at, Session.objects.get().note) == (NOW, "Later.")


def test_a_run_entered_in_the_hour_that_comes_twice_keeps_the_one_that_was_shown(ana, ana_client, clock):
    # 01:30 UTC on 25 October 2026: in Berlin 02:30 for the second time.
    clock.now = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    ana_client.force_login(ana)
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    assert form.fields["time"] == "02:30"
    clock.passes(minutes=3)
    form.filled({"duration": "20:00"}).send(ana_client)
    assert Run.objects.get().started_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_session_after_a_run_of_forty_hours_is_taken_as_it_is_proposed(ana, ana_client):
    run = make_run(ana, started_at=datetime(2026, 7, 27, 14, tzinfo=UTC), duration_s=40 * 3600.0)
    assert log(ana_client, f"/sessions/new/?run={run.pk}").run == run


@pytest.mark.parametrize(
    "proposed", ["", "yesterday", "2026-07-29T08:00", "9999-12-31T23:59:59+00:00", "x" * 41]
)
def test_nonsense_in_the_hidden_field_leaves_what_was_typed(ana_client, proposed):
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    typed = {"proposed": proposed, "date": "2026-07-28", "time": "07:00", "duration": "48:10"}
    form.filled(typed).send(ana_client)
    assert Run.objects.get().started_at == datetime(2026, 7, 28, 5, tzinfo=UTC)


def test_a_hidden_field_that_cannot_be_read_at_all_is_refused_and_not_a_broken_page(ana_client):
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    answer = form.filled({"proposed": "\0", "duration": "48:10"}).send(ana_client)
    assert answer.status_code == 422

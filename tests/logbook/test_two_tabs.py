"""Two tabs, and a form left open for long: what was shown is what is stored."""

from datetime import UTC, datetime

import pytest

from logbook.models import Run, Session
from tests.browsing import form_on
from tests.factories import NOW, make_run, make_session
from tests.logbook.session_forms import SAVE, SAVE_CHANGES, log

pytestmark = pytest.mark.usefixtures("clock")


def test_a_form_stores_the_circuit_it_shows_whatever_another_tab_logged_since(ana_client):
    # The bare address offers the circuit last logged, and that changes in between.
    form = form_on(ana_client.get("/sessions/new/"), SAVE)
    log(ana_client, "/sessions/new/?circuit=ten-minute-minimal")
    form.send(ana_client)
    assert Session.objects.latest("pk").name == "After-easy-run four"


def test_a_retired_circuit_is_not_offered_again(ana, ana_client):
    session = make_session(ana, circuit="ten-minute-minimal")
    session.circuit.retired_at = NOW
    session.circuit.save()
    assert "After-easy-run four" in ana_client.get("/sessions/new/").content.decode()


@pytest.mark.parametrize("make", [make_run, make_session])
def test_saving_an_edit_does_not_bring_back_what_another_tab_deleted(ana, ana_client, monkeypatch, make):
    thing = make(ana)
    form = form_on(ana_client.get(f"{thing.get_absolute_url()}edit/"), SAVE_CHANGES)
    kept = type(thing)._default_manager.get(pk=thing.pk)
    # The edit has read its row when the deletion comes in between.
    thing.hide(at=NOW)
    monkeypatch.setattr("logbook.views.runs.get_object_or_404", lambda *_, **__: kept)
    monkeypatch.setattr("logbook.views.sessions.get_object_or_404", lambda *_, **__: kept)
    assert form.filled({"note": "Later."}).send(ana_client).status_code == 302

    thing.refresh_from_db()
    assert (thing.note, thing.deleted_at) == ("Later.", NOW)


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


@pytest.mark.parametrize("proposed", ["", "yesterday", "2026-07-29T08:00", "9999-12-31T23:59:59+00:00"])
def test_nonsense_in_the_hidden_field_leaves_what_was_typed(ana_client, proposed):
    form = form_on(ana_client.get("/runs/new/"), "Save run")
    typed = {"proposed": proposed, "date": "2026-07-28", "time": "07:00", "duration": "48:10"}
    form.filled(typed).send(ana_client)
    assert Run.objects.get().started_at == datetime(2026, 7, 28, 5, tzinfo=UTC)

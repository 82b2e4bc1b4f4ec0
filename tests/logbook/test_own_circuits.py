"""Exercises and circuits of one's own in the log: logged like others, and changed without changing it."""

import pytest

from logbook.models import LoggedSet
from tests.browsing import facts, form_on, links, soup, words
from tests.factories import NOW, circuit_facts, exercise_facts, make_circuit, make_exercise
from workouts import composing, making, owning

pytestmark = pytest.mark.django_db


@pytest.fixture
def lunge(ana):
    return make_exercise(ana, name="Shed lunge")


@pytest.fixture
def circuit(ana, lunge):
    return make_circuit(
        ana, text="2 rounds: shed lunge 8 @3-1-1-0, plank 30 s, rest 45 s", name="Monday legs"
    )


def log(client, circuit, **changes):
    form = form_on(client.get(f"/sessions/new/?circuit={circuit.slug}"), "Save session")
    answer = form.filled({"date": "2026-07-29", "time": "08:00", **changes}).send(client)
    assert answer.status_code == 302, words(answer)
    return answer["Location"]


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def test_an_own_circuit_is_logged_as_any_other_and_named_on_its_page(ana_client, circuit, lunge):
    page = ana_client.get(log(ana_client, circuit))
    assert words(soup(page).h1) == "Monday legs"
    assert links(page)["Shed lunge"] == f"/exercises/own/{lunge.pk}/"
    assert "You have done it 1 time, last on 29 July" in words(ana_client.get(circuit.get_absolute_url()))
    assert "29 Jul" in words(ana_client.get(lunge.get_absolute_url()))


def test_it_can_be_chosen_and_typed_in_the_form_of_a_session(ana_client, ben_client, circuit):
    assert "Monday legs" in words(ana_client.get("/sessions/new/"))
    assert "Monday legs" not in words(ben_client.get("/sessions/new/"))
    form = form_on(ana_client.get("/sessions/own/"), "Save session")
    added = ana_client.post(form.action, {**form.fields, "add": "shed", "do": "add"})
    assert "Shed lunge was added." in words(added)
    refused = ben_client.post(form.action, {**form.fields, "add": "shed lunge", "do": "add"})
    assert "was added" not in words(refused)


def test_another_athlete_cannot_log_it(ben_client, circuit, lunge):
    assert ben_client.get(f"/sessions/new/?circuit={circuit.slug}").status_code == 404
    body = {
        "key": "0f0f0f0f-0000-4000-8000-000000000001",
        "date": "2026-07-29",
        "time": "08:00",
        "minutes": 20,
    }
    typed = {"order": "1", "station-1-movement": lunge.slug, "station-1-sets": "2"}
    assert ben_client.post("/sessions/own/", {**body, **typed}).status_code == 422
    assert not LoggedSet.objects.exists()


def told(client, address):
    return [words(part) for part in soup(client.get(address)).main.select("h1, dl, table, .asked")]


def test_changing_all_of_it_changes_nothing_that_was_logged(ana, ana_client, circuit, lunge):
    session = log(ana_client, circuit, effort="8")
    before = told(ana_client, session)
    assert any("Quads" in part for part in before)
    rows = list(LoggedSet.objects.order_by("pk").values())

    composing.change_circuit(
        athlete=ana,
        circuit_id=circuit.pk,
        seen=circuit.version,
        facts=circuit_facts(ana, text="9 rounds: push-up 3", name="Tuesday"),
    )
    making.change_exercise(
        athlete=ana,
        exercise_id=lunge.pk,
        seen=lunge.version,
        facts=exercise_facts(
            name="Barn lunge", category="stretch", unilateral=False, reps=3, tempo="1-0-1-0",
            primary_muscles=["chest"], secondary_muscles=["arms"], contacts_per_rep=1.0,
        ),
    )  # fmt: skip

    assert told(ana_client, session) == before
    assert list(LoggedSet.objects.order_by("pk").values()) == rows
    # Corrected afterwards, it still counts as it did.
    edit = form_on(ana_client.get(f"{session}edit/"), "Save changes")
    assert edit.filled({"minutes": "33"}).send(ana_client).status_code == 302
    after = told(ana_client, session)
    assert [part for part in after if "Quads" in part] == [part for part in before if "Quads" in part]
    assert "Chest" not in " ".join(after)


def test_what_is_retired_leaves_the_forms_and_keeps_what_was_logged(ana_client, circuit, lunge):
    session = log(ana_client, circuit)
    before = told(ana_client, session)
    for thing in (circuit, lunge):
        owning.retire(thing, now=NOW)
    assert "Monday legs" not in words(ana_client.get("/sessions/new/"))
    assert "Shed lunge" not in ana_client.get("/sessions/own/").content.decode()
    assert told(ana_client, session) == before
    # Done again, it is still there to be done.
    again = ana_client.get(f"{session}repeat/")
    assert again.status_code == 200
    assert "Shed lunge" in words(again)


def test_the_account_goes_with_all_that_was_made_and_logged(ana, ana_client, circuit):
    log(ana_client, circuit)
    ana.delete()
    assert not LoggedSet.objects.exists()


def test_own_ones_are_found_and_filtered_as_any_other(ana, ana_client, ben_client, lunge, circuit):
    assert "136 exercises" in words(ana_client.get("/exercises/"))
    assert "135 exercises" in words(ben_client.get("/exercises/"))
    first = soup(ana_client.get("/exercises/?q=shed")).select_one(".lib h3")
    assert words(first) == "Shed lunge"
    assert "Your own" in words(ana_client.get("/circuits/?minutes=12"))
    assert facts(ana_client.get(circuit.get_absolute_url()))["Length"] == "5 min, 2 rounds"
    assert links(ana_client.get(lunge.get_absolute_url()))["Monday legs"] == circuit.get_absolute_url()

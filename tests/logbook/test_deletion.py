"""Deleting hides at once and everywhere, and for 30 days it can be undone."""

from datetime import timedelta

import pytest

from logbook.models import Run, Session
from tests.browsing import facts, form_on, notices, soup, words
from tests.factories import NOW, make_run, make_session

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def run(ana):
    return make_run(ana)


@pytest.fixture
def session(ana):
    return make_session(ana)


@pytest.fixture(params=["run", "session"])
def thing(request):
    return request.getfixturevalue(request.param)


def delete(client, thing):
    return form_on(client.get(thing.get_absolute_url()), f"Delete {type(thing).__name__.lower()}").send(
        client
    )


def test_a_deleted_run_leaves_week_history_list_and_first_page(ana_client, run):
    assert delete(ana_client, run)["Location"] == "/runs/"

    assert "Easy run" not in words(soup(ana_client.get("/history/2026-W31/")).select_one(".week"))
    assert "Running no run" in words(ana_client.get("/history/2026-W31/"))
    assert "8.2 km" not in words(soup(ana_client.get("/history/")).table)
    assert "No run yet." in words(ana_client.get("/runs/"))
    assert "Start with a run or a circuit." in words(ana_client.get("/"))


def test_a_deleted_session_leaves_week_history_and_practice(ana_client, session):
    assert (
        facts(ana_client.get("/circuits/after-easy-run-four/"))["You have done it"]
        == "1 time, last on 29 July"
    )
    dead_bug = soup(ana_client.get("/exercises/dead-bug/"))
    assert words(dead_bug.select_one(".results tbody th")) == "29 Jul 2026"

    assert delete(ana_client, session)["Location"] == "/history/2026-W31/"

    assert "Strength no session" in words(ana_client.get("/history/2026-W31/"))
    assert "132" not in words(soup(ana_client.get("/history/")).table)
    assert "You have done it" not in facts(ana_client.get("/circuits/after-easy-run-four/"))
    assert soup(ana_client.get("/exercises/dead-bug/")).select_one(".results") is None


def test_a_deleted_session_is_not_the_circuit_to_go_on_with(ana, ana_client):
    last = make_session(ana, circuit="ten-minute-minimal")
    delete(ana_client, last)

    assert "<title>Log After-easy-run four" in ana_client.get("/sessions/new/").content.decode()


def test_the_undo_of_the_message_brings_it_back_as_it_was(ana_client, thing):
    before = type(thing).objects.values().get()
    page = ana_client.get(delete(ana_client, thing)["Location"])
    assert notices(page) == [f"{thing.title} deleted. It can be brought back for 30 days."]

    answer = form_on(page, "Undo").send(ana_client)
    assert answer["Location"] == thing.get_absolute_url()
    assert notices(ana_client.get(thing.get_absolute_url())) == [f"{thing.title} is back."]
    assert type(thing).objects.values().get() == before
    assert thing.title in words(soup(ana_client.get("/history/2026-W31/")).select_one(".week"))


def test_a_deleted_one_says_so_and_offers_to_come_back(ana_client, thing):
    delete(ana_client, thing)
    page = ana_client.get(thing.get_absolute_url())

    what = type(thing).__name__.lower()
    assert f"This {what} is deleted and counts nowhere. Gone for good on 28 August." in words(page)
    # Nothing to edit or delete while it is gone.
    assert f"Edit {what}" not in words(page)
    form_on(page, "Bring it back").send(ana_client)
    assert type(thing).objects.get().deleted_at is None


def test_what_was_deleted_is_listed_in_the_history_until_it_is_back(ana_client, clock, thing):
    delete(ana_client, thing)
    clock.passes(days=3)
    page = ana_client.get("/history/deleted/")

    assert f"{thing.title}, 29 July 2026 deleted 29 July" in words(page)
    button = f"Bring back {thing.title}, 29 July"
    assert form_on(page, button).send(ana_client)["Location"] == thing.get_absolute_url()
    assert "Bring back" not in words(ana_client.get("/history/deleted/"))


def test_deleted_twice_it_keeps_the_first_moment(ana_client, clock, thing):
    delete(ana_client, thing)
    clock.passes(hours=5)
    answer = ana_client.post(f"{thing.get_absolute_url()}deletion/")

    assert answer.status_code == 302
    assert type(thing).objects.get().deleted_at == NOW


def test_brought_back_twice_it_is_simply_there(ana_client, thing):
    delete(ana_client, thing)
    for _ in range(2):
        assert ana_client.post(f"{thing.get_absolute_url()}restoration/").status_code == 302

    assert type(thing).objects.get().deleted_at is None


def test_deleting_is_a_post_and_nothing_a_link_could_do(ana_client, thing):
    for action in ("deletion", "restoration"):
        answer = ana_client.get(f"{thing.get_absolute_url()}{action}/")
        assert (answer.status_code, answer["Location"]) == (302, thing.get_absolute_url())
    assert type(thing).objects.get().deleted_at is None


@pytest.mark.parametrize("action", ["deletion", "restoration"])
def test_somebody_else_s_is_not_found_and_stays_as_it_is(ben_client, thing, action):
    if action == "restoration":
        thing.hide(at=NOW)
    before = type(thing).objects.values().get()

    assert ben_client.post(f"{thing.get_absolute_url()}{action}/").status_code == 404
    assert type(thing).objects.values().get() == before


def test_deleting_one_leaves_the_others(ana, ana_client, run):
    other, session = make_run(ana, started_at=NOW - timedelta(days=1)), make_session(ana, run=run)
    delete(ana_client, run)

    assert list(Run.objects.kept()) == [other]
    assert list(Session.objects.kept()) == [session]

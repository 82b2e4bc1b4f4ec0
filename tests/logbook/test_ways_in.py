"""A session is started from wherever it is proposed; sent twice it is one."""

from datetime import timedelta

import pytest

from logbook.models import Session
from tests.browsing import form_on, links, soup, words
from tests.factories import NOW, make_circuit, make_run, make_session, say_week
from tests.logbook.phones import Phone
from tests.logbook.walking import finish, start, write

pytestmark = pytest.mark.usefixtures("clock")
START = "Start After-easy-run four, 22 min"
PLAY_STRETCH, LOG_STRETCH = "Play Post-run stretch", "Log it: 8 min , Post-run stretch"
# Nothing but an easy run on Wednesdays, which is today.
EASY_WEEK = {2: ("easy", 45)}


def press(client, page, button: str) -> Session:
    """Start by that button; twice, as a thumb does."""
    form = form_on(page, button)
    first, again = form.send(client), form.send(client)
    assert first["Location"] == again["Location"]
    assert first["Location"].endswith("/play/")
    return Session.objects.get(pk=int(first["Location"].split("/")[2]))


def orange(page) -> list[str]:
    return [words(button) for button in soup(page).select(".btn.go")]


def test_today_starts_its_circuit_after_the_run_of_today(ana, ana_client):
    run = make_run(ana)
    page = ana_client.get("/")
    assert orange(page) == [START]
    assert links(page)["Log it afterwards instead"].endswith(f"?circuit=after-easy-run-four&run={run.pk}")

    session = press(ana_client, page, START)
    assert (session.athlete, session.run, session.name) == (ana, run, "After-easy-run four")
    assert session.is_open


def test_after_another_run_it_is_started_without_one(ana, ana_client):
    make_run(ana, kind="long")
    assert press(ana_client, ana_client.get("/"), START).run is None


def test_a_page_opened_anew_starts_another_once_the_first_is_begun(ana_client, ana):
    make_session(ana, started_at=NOW - timedelta(days=40))
    first, again = (
        press(ana_client, ana_client.get("/circuits/after-easy-run-four/"), "Start this circuit")
        for _ in range(2)
    )
    assert first == again, "nothing of it was done"
    Phone(ana_client, first).sends_set()
    third = press(ana_client, ana_client.get("/circuits/after-easy-run-four/"), "Start this circuit")
    assert third != first


def test_a_circuit_of_the_catalogue_is_started_from_its_page(ana_client, ana):
    page = ana_client.get("/circuits/plyo-starter/")
    assert orange(page) == ["Start this circuit"]
    assert links(page)["Log this circuit"] == "/sessions/new/?circuit=plyo-starter"
    assert press(ana_client, page, "Start this circuit").circuit.slug == "plyo-starter"


def test_a_circuit_of_one_s_own_likewise_until_it_is_retired(ana, ana_client):
    circuit = make_circuit(ana, text="2 rounds: dead bug 8, plank 30 s")
    session = press(ana_client, ana_client.get(circuit.get_absolute_url()), "Start this circuit")
    assert (session.circuit, session.sets.count()) == (circuit, 4)

    circuit.retired_at = NOW
    circuit.save()
    assert not orange(ana_client.get(circuit.get_absolute_url()))


def test_after_a_run_the_circuit_done_last_is_started_with_it(ana, ana_client):
    make_session(ana, circuit="core-for-runners", started_at=NOW - timedelta(days=3))
    run = make_run(ana)
    page = ana_client.get(run.get_absolute_url())
    assert orange(page) == ["Start Core for runners"]

    session = press(ana_client, page, "Start Core for runners")
    assert (session.run, session.name) == (run, "Core for runners")


def test_after_a_run_of_long_ago_a_session_is_logged_not_started(ana, ana_client):
    run = make_run(ana, started_at=NOW - timedelta(days=2))
    page = ana_client.get(run.get_absolute_url())
    assert not orange(page)
    assert links(page)["Log a session after this run"] == f"/sessions/new/?run={run.pk}"


def test_the_plan_starts_what_stands_on_today_and_no_day_to_come(ana, ana_client):
    say_week(ana, week=EASY_WEEK, wanted=2, said_on=None)
    run = make_run(ana)
    page = ana_client.get("/plan/")
    (word,) = orange(page)
    assert word.startswith("Start it : ")
    assert [day["data-day"] for day in soup(page).select(".day:has(form)")] == ["2026-07-29"]

    session = press(ana_client, page, word)
    assert session.run == run
    assert session.name == word.removeprefix("Start it : ")


def test_the_page_of_a_planned_session_starts_it_on_its_day_alone(ana, ana_client):
    say_week(ana, week=EASY_WEEK, wanted=2)
    by_day = {}
    for number in (1, 2):
        page = ana_client.get(f"/plan/sessions/2026-W31-{number}/")
        by_day["It is on Wednesday 29 July" in words(page)] = orange(page)
    assert by_day[False] == []
    (word,) = by_day[True]
    assert word.startswith("Start ")


def test_who_has_a_sign_that_needs_help_first_is_offered_no_start_today(ana, ana_client):
    make_run(ana)
    ana_client.post("/settings/health/", {"signs": ["bone_stress"]})
    page = ana_client.get("/")
    assert not orange(page)
    assert "Start " not in words(soup(page).select_one(".btnrow"))


def test_a_routine_is_played_as_the_one_session_its_tap_would_log(ana, ana_client):
    run = make_run(ana)
    session = make_session(ana, run=run)
    form = form_on(ana_client.get(session.get_absolute_url()), PLAY_STRETCH)
    answers = {ana_client.post(form.action, {**form.fields, "play": "1"})["Location"] for _ in range(2)}
    stretch = Session.objects.get(circuit__slug="post-run-stretch")
    assert answers == {f"/sessions/{stretch.pk}/play/"}
    assert (stretch.run, stretch.is_open) == (run, True)

    write(ana_client, stretch)
    row = _stretch_row(ana_client, session)
    assert "under way" in row
    assert "Carry on with Post-run stretch" in row
    # A tap of a page from before leads to the player: what was done there stands.
    assert form.send(ana_client)["Location"] == f"/sessions/{stretch.pk}/play/"

    finish(ana_client, stretch)
    assert _stretch_row(ana_client, session).startswith("Post-run stretch done, ")
    assert ana_client.post(form.action, {**form.fields, "play": "1"})["Location"] == (
        f"/sessions/{stretch.pk}/play/"
    )
    assert ana_client.get(f"/sessions/{stretch.pk}/play/")["Location"] == stretch.get_absolute_url()


def _stretch_row(client, session) -> str:
    rows = soup(client.get(session.get_absolute_url())).select(".session-around li")
    return next(words(row) for row in rows if "Post-run stretch" in words(row))


def test_a_routine_thrown_away_is_played_again_or_logged_by_its_tap(ana, ana_client):
    session = make_session(ana)
    form = form_on(ana_client.get(session.get_absolute_url()), PLAY_STRETCH)
    ana_client.post(form.action, {**form.fields, "play": "1"})
    stretch = Session.objects.get(circuit__slug="post-run-stretch")
    write(ana_client, stretch)
    stretch.hide(at=NOW)

    ana_client.post(form.action, {**form.fields, "play": "1"})
    stretch.refresh_from_db()
    assert (stretch.is_being_played, stretch.sets.filter(revision__gt=0).count()) == (True, 1)

    stretch.hide(at=NOW)
    assert form.send(ana_client)["Location"] == f"{session.get_absolute_url()}#then"
    stretch.refresh_from_db()
    assert (stretch.is_open, stretch.deleted_at, stretch.minutes) == (False, None, 8)
    assert all(each.done == each.planned for each in stretch.sets.all())


def test_a_routine_opened_and_never_begun_is_logged_by_its_tap_as_it_is_asked_for(ana, ana_client):
    session = make_session(ana)
    form = form_on(ana_client.get(session.get_absolute_url()), PLAY_STRETCH)
    ana_client.post(form.action, {**form.fields, "play": "1"})
    assert form.send(ana_client)["Location"] == f"{session.get_absolute_url()}#then"
    (stretch,) = Session.objects.filter(circuit__slug="post-run-stretch")
    assert not stretch.is_open
    assert stretch.started_at == session.ended_at


def test_nothing_follows_a_session_that_is_still_being_played(ana, ana_client):
    session = start(ana_client)
    for more in ({}, {"play": "1"}):
        answer = ana_client.post(
            f"/sessions/{session.pk}/afterwards/", {"circuit": "post-run-stretch", **more}
        )
        assert answer["Location"] == session.get_absolute_url()
    assert Session.objects.count() == 1


def test_a_routine_is_played_after_a_session_of_today_not_of_long_ago(ana, ana_client):
    old = make_session(ana, started_at=NOW - timedelta(days=3))
    assert "Play " not in words(ana_client.get(old.get_absolute_url()))
    assert LOG_STRETCH in words(ana_client.get(old.get_absolute_url()))


def test_the_player_of_a_routine_that_follows_asks_for_no_run(ana, ana_client):
    session = make_session(ana, run=make_run(ana))
    form = form_on(ana_client.get(session.get_absolute_url()), PLAY_STRETCH)
    page = ana_client.get(ana_client.post(form.action, {**form.fields, "play": "1"})["Location"])
    assert page.status_code == 200
    assert not soup(page).select('[name="run"]')

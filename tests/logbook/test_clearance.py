"""With a sign that needs help first, or ill, nothing is started anywhere; what was done can be logged."""

from datetime import timedelta
from uuid import uuid4

import pytest

from logbook.models import Session
from tests.browsing import form_on, links, soup, words
from tests.factories import NOW, make_run, make_session, say_week
from tests.logbook.phones import STORED, Phone, press_start, state
from tests.logbook.walking import start, write
from workouts import falling_ill

pytestmark = pytest.mark.usefixtures("clock")
STOP = "Please stop training and get medical advice now."
REST = "Rest is training today."


@pytest.fixture(params=["locked", "ill", "well for an hour"])
def held(request, ana, ana_client):
    """Does it to Ana once called; what she is told then."""

    def hold() -> str:
        if request.param == "locked":
            ana_client.post("/settings/health/", {"signs": ["bone_stress"]})
            return STOP
        falling_ill.fall_ill(athlete=ana, now=NOW - timedelta(days=2))
        if request.param != "ill":
            falling_ill.be_well(athlete=ana, now=NOW - timedelta(hours=1))
        return REST

    return hold


def starts(page) -> list[str]:
    return [words(form) for form in soup(page).select('form[action="/sessions/"]')]


def test_a_start_leads_to_today_which_says_why(ana, ana_client, held):
    make_run(ana)
    why = held()
    answer = press_start(ana_client)
    assert answer["Location"] == "/"
    page = ana_client.get("/")
    assert words(page).count(why) == 1
    assert words(soup(page).h1) == "Easy run done."
    assert not Session.objects.exists()


def test_a_newcomer_is_told_too(ana_client, held):
    why = held()
    press_start(ana_client)
    assert why in words(ana_client.get("/"))


def test_no_page_has_a_start(ana, ana_client, held):
    run = make_run(ana)
    say_week(ana, week=dict.fromkeys(range(7), ("easy", 40)), wanted=2)
    pages = ["/", "/plan/", "/circuits/after-easy-run-four/", run.get_absolute_url()]
    due = next(
        address
        for address in ("/plan/sessions/2026-W31-1/", "/plan/sessions/2026-W31-2/")
        if starts(ana_client.get(address))
    )
    assert all(starts(ana_client.get(each)) for each in pages)
    held()
    for each in (*pages, due):
        page = ana_client.get(each, follow=True)
        assert not starts(page), each
    assert "Log this circuit" in links(ana_client.get("/circuits/after-easy-run-four/"))
    assert "Log a session after this run" in links(ana_client.get(run.get_absolute_url()))


def test_a_routine_is_logged_not_played(ana, ana_client, held):
    session = make_session(ana)
    address = session.get_absolute_url()
    play = form_on(ana_client.get(address), "Play Post-run stretch")
    held()
    assert "Play " not in words(ana_client.get(address))
    answer = ana_client.post(play.action, {**play.fields, "play": "1"})
    assert answer["Location"] == "/"
    assert Session.objects.count() == 1
    form_on(ana_client.get(address), "Log it: 8 min , Post-run stretch").send(ana_client)
    assert Session.objects.kept().count() == 2


def test_what_is_under_way_is_logged_not_played(ana, ana_client, held):
    session = start(ana_client)
    write(ana_client, session)
    held()
    assert ana_client.get(f"/sessions/{session.pk}/play/")["Location"] == "/"
    assert "Carry on" not in words(ana_client.get("/"))
    # What a phone still has of it arrives all the same.
    phone = Phone(ana_client, session)
    assert state(phone.sends_set(2, 1)) == state(phone.sends_end()) == STORED


def test_once_it_is_cleared_or_a_full_day_is_over_all_goes_on(ana, ana_client, clock):
    ana_client.post("/settings/health/", {"signs": ["bone_stress"]})
    ana_client.post("/settings/health/", {"signs": []})
    assert "/play/" in ana_client.post("/sessions/", {"key": uuid4()})["Location"]
    ana.refresh_from_db()
    falling_ill.fall_ill(athlete=ana, now=NOW - timedelta(days=2))
    falling_ill.be_well(athlete=ana, now=NOW)
    clock.passes(hours=23, minutes=59)
    assert press_start(ana_client)["Location"] == "/"
    clock.passes(minutes=2)
    assert "/play/" in press_start(ana_client)["Location"]

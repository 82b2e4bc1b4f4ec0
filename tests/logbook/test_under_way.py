"""A session in the making: the first page tells of it, its pages lead to the player, it counts nowhere."""

from datetime import timedelta

import pytest

from logbook import matching
from logbook.models import Session
from tests.browsing import form_on, links, notices, soup, words
from tests.factories import NOW, make_run, make_session
from tests.logbook.session_forms import SAVE_CHANGES
from tests.logbook.walking import finish, leave_out, start, write

pytestmark = pytest.mark.usefixtures("clock")


def told(client) -> list[str]:
    return [words(notice) for notice in soup(client.get("/")).select("[data-under-way]")]


def begun(client, sets: int = 5) -> Session:
    session = start(client)
    for _ in range(sets):
        write(client, session)
    return session


def orange(client) -> list[str]:
    return [words(button) for button in soup(client.get("/")).select(".btn.go")]


def test_the_first_page_tells_how_far_it_is_and_carries_on(ana, ana_client):
    make_run(ana)
    session = begun(ana_client)
    page = ana_client.get("/")

    assert told(ana_client)[0].startswith("After-easy-run four is under way: 5 of 12 sets done. Carry on")
    assert orange(ana_client) == ["Carry on with After-easy-run four"]
    assert words(soup(page).h1) == "Easy run done. After-easy-run four is under way."
    assert links(page)["Carry on with After-easy-run four"] == f"/sessions/{session.pk}/play/"
    assert links(page)["Log what is there of After-easy-run four"] == f"/sessions/{session.pk}/completion/"
    assert "Log it afterwards instead" not in links(page)


def test_sets_left_out_are_not_done(ana_client, ana):
    session = begun(ana_client, 2)
    leave_out(ana_client, session)
    make_run(ana)
    assert "2 of 12 sets done." in told(ana_client)[0]


def test_a_newcomer_is_told_too(ana_client):
    begun(ana_client, 1)
    assert told(ana_client)[0].startswith("After-easy-run four is under way: 1 of 12 sets done.")


def test_on_another_day_it_says_when_it_was_left_and_what_can_become_of_it(ana, ana_client, clock):
    make_run(ana)
    begun(ana_client)
    clock.passes(days=1)
    assert told(ana_client)[0].startswith(
        "You left After-easy-run four on Wednesday: 5 of 12 sets done. "
        "Carry on, log what is there, or throw it away."
    )
    # Another circuit may be started all the same, and is not the orange one.
    assert orange(ana_client) == ["Carry on with After-easy-run four"]
    assert "Start After-easy-run four, 22 min" in words(ana_client.get("/"))
    clock.passes(days=10)
    assert told(ana_client)[0].startswith("You left After-easy-run four on 29 July 2026: ")


def test_one_that_was_never_begun_tells_of_itself_for_twelve_hours(ana, ana_client, clock):
    make_run(ana)
    begun(ana_client, 0)
    assert "is under way: no set done yet." in told(ana_client)[0]
    assert "Log what is there" not in told(ana_client)[0]
    clock.passes(hours=12)
    assert told(ana_client)
    clock.passes(minutes=1)
    assert not told(ana_client)


def test_of_several_the_latest_is_the_orange_one(ana, ana_client, clock):
    begun(ana_client)
    clock.passes(hours=1)
    other = start(ana_client, "core-for-runners")
    make_run(ana)
    assert [each.split(" is ")[0] for each in told(ana_client)] == ["Core for runners", "After-easy-run four"]
    assert orange(ana_client) == ["Carry on with Core for runners"]
    assert other.is_open


def test_a_routine_goes_with_the_session_it_follows(ana, ana_client):
    session = begun(ana_client)
    sets = {"station": "1", "number": "1", "left": "30", "right": "30", "routine": "post-run-stretch"}
    ana_client.post(f"/sessions/{session.pk}/sets/", sets)
    assert Session.objects.filter(circuit__slug="post-run-stretch").exists()
    assert len(told(ana_client)) == 1


def test_a_routine_after_a_logged_session_is_carried_on_in_the_player_of_that_session(ana_client):
    session = begun(ana_client)
    finish(ana_client, session)
    sets = {"station": "1", "number": "1", "left": "30", "right": "30", "routine": "post-run-stretch"}
    ana_client.post(f"/sessions/{session.pk}/sets/", sets)
    stretch = Session.objects.get(circuit__slug="post-run-stretch")
    page = ana_client.get("/")
    assert links(page)["Carry on with Post-run stretch"] == f"/sessions/{session.pk}/play/"
    assert links(page)["Log what is there of Post-run stretch"] == f"/sessions/{stretch.pk}/completion/"

    session.hide(at=NOW)
    page = ana_client.get("/")
    assert links(page)["Carry on with Post-run stretch"] == f"/sessions/{stretch.pk}/play/"


def test_with_a_sign_that_needs_help_first_nothing_is_carried_on(ana, ana_client):
    make_run(ana)
    begun(ana_client)
    ana_client.post("/settings/health/", {"signs": ["bone_stress"]})
    assert orange(ana_client) == []
    assert "Throw it away" in told(ana_client)[0]
    assert "Log what is there" in told(ana_client)[0]


def test_thrown_away_it_leads_to_the_first_page_and_brought_back_to_the_player(ana, ana_client):
    make_run(ana)
    session = begun(ana_client)
    answer = form_on(ana_client.get("/"), "Throw it away : After-easy-run four").send(ana_client)
    assert answer["Location"] == "/"
    page = ana_client.get("/")
    assert notices(page) == ["After-easy-run four thrown away. It can be brought back for 30 days."]
    assert not soup(page).select("[data-under-way]")

    deleted = ana_client.get(session.get_absolute_url())
    assert "This session is deleted and counts nowhere." in words(deleted)
    assert "It was never finished." in words(deleted)
    assert "2 × 8 each side" in words(deleted)
    assert ana_client.get(f"/sessions/{session.pk}/play/")["Location"] == session.get_absolute_url()
    assert ana_client.get(f"/sessions/{session.pk}/completion/")["Location"] == session.get_absolute_url()
    assert "After-easy-run four, 29 July 2026" in words(ana_client.get("/history/deleted/"))

    back = form_on(deleted, "Bring it back").send(ana_client)
    assert back["Location"] == f"/sessions/{session.pk}/play/"
    assert "5 of 12 sets done." in words(ana_client.get(back["Location"]))


def test_deleted_with_no_set_done_its_page_can_be_read(ana_client):
    session = begun(ana_client, 0)
    ana_client.post(f"/sessions/{session.pk}/deletion/")
    assert "left out" in words(ana_client.get(session.get_absolute_url()))


@pytest.mark.parametrize("page", ["", "edit/", "repeat/"])
def test_its_pages_lead_to_the_player(ana_client, page):
    session = begun(ana_client, 1)
    answer = ana_client.get(f"/sessions/{session.pk}/{page}", follow=True)
    assert answer.redirect_chain[-1][0] == f"/sessions/{session.pk}/play/"


@pytest.mark.parametrize("page", ["edit/", "repeat/"])
def test_what_a_form_says_of_it_is_not_taken(ana, ana_client, page):
    logged = make_session(ana)
    form = form_on(ana_client.get(f"/sessions/{logged.pk}/edit/"), SAVE_CHANGES)
    session = begun(ana_client, 1)
    ana_client.post(f"/sessions/{session.pk}/{page}", dict(form.fields))
    session.refresh_from_db()
    assert (session.is_open, session.version, Session.objects.count()) == (True, 1, 2)


def test_it_counts_nowhere(ana, ana_client, clock):
    run = make_run(ana)
    session = start(ana_client, run=run.pk)
    write(ana_client, session)
    for address in ("/history/", "/history/2026-W31/", "/history/2026-W31/week.csv", "/history/weeks.csv"):
        page = ana_client.get(address)
        assert b"After-easy-run four" not in b"".join(page), address
    on_run = soup(ana_client.get(run.get_absolute_url())).select(f'a[href="{session.get_absolute_url()}"]')
    assert not on_run
    assert "Done 0 times" in words(ana_client.get("/circuits/after-easy-run-four/")) or (
        "once" not in words(soup(ana_client.get("/circuits/after-easy-run-four/")).select_one(".facts"))
    )
    assert matching.pair_late_run(run=make_run(ana, started_at=NOW - timedelta(hours=1))) is None

    finish(ana_client, session)
    assert "After-easy-run four" in ana_client.get("/history/2026-W31/").content.decode()


def test_paired_elsewhere_it_is_still_played(ana, ana_client):
    session = begun(ana_client, 1)
    run = make_run(ana)
    ana_client.post(f"/sessions/{session.pk}/pairing/", {"run": run.pk, "back": "session"})
    session.refresh_from_db()
    assert (session.run, session.is_open) == (run, True)
    write(ana_client, session)
    assert session.sets.done().count() == 2

"""On a phone: what another tab, page or browser does with a session that is played here."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.factories import NOW, make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_left_and_carried_on_from_today_it_stands_where_it_was_left(mat):
    mat.begin()
    mat.wait(5 + 20)
    mat.page.get_by_role("link", name="Leave").click()
    mat.page.wait_for_url(f"{mat.runner.address}/")
    # Not so long that it would be taken for paused anyway.
    mat.page.clock.run_for(300_000)
    mat.page.get_by_role("link", name="Carry on").click()
    mat.page.wait_for_url("**/play/")
    mat.page.clock.run_for(20)
    before = mat.state()
    assert (before["step"], before["paused"] - before["since"]) == (1, pytest.approx(20_000, abs=100))
    mat.press("Go on")
    mat.wait(10)
    assert (mat.state()["step"], mat.page.locator("[data-rep]").inner_text()) == (1, "6")


def test_a_set_of_a_session_that_was_deleted_elsewhere_brings_it_back(mat):
    mat.begin()
    mat.play_to(4)
    mat.expect_saved()
    mat.session.hide(at=NOW)
    mat.play_to(8)
    mat.expect_answered()
    mat.page.locator("[data-open=kept]").click()
    expect(mat.page.get_by_role("dialog")).to_contain_text("deleted")
    mat.page.get_by_role("button", name="Bring it back and store").click()
    mat.expect_saved()
    mat.session.refresh_from_db()
    assert mat.session.deleted_at is None
    assert mat.session.sets.get(station=2, number=1).done == 8


def test_a_tab_that_was_taken_over_gives_its_panel_up_and_throws_nobody_out(mat):
    mat.begin()
    mat.play_to(4)
    mat.press("Correct")
    other = mat.page.context.new_page()
    mat.open(other)
    other.clock.run_for(50)
    expect(mat.page.get_by_role("dialog")).to_be_hidden()
    expect(mat.page.get_by_role("button", name="Play here")).to_be_visible()
    other.clock.run_for(50)
    expect(other.locator("[data-screen=rest]")).to_be_visible()
    assert other.get_by_role("button", name="Play here").is_hidden()


def test_the_stored_one_that_is_kept_stands_on_the_rest_screen(mat):
    mat.begin()
    fields = {"station": "1", "number": "1", "left": "5", "exercise": "reverse-lunge-knee-drive"}
    token = mat.page.evaluate("JSON.parse(document.getElementById('play').textContent).token")
    answer = mat.page.request.post(
        f"{mat.page.url.removesuffix('play/')}sets/",
        form={**fields, "right": "5", "writer": str(uuid4()), "revision": "1", "csrfmiddlewaretoken": token},
        headers={"Accept": "application/json", "Referer": mat.page.url},
    )
    assert answer.ok
    mat.play_to(4)
    expect(mat.page.locator("[data-kept]")).to_have_text("1 set differs")
    expect(mat.page.locator("[data-live]")).to_have_text("1 set differs")
    mat.page.locator("[data-open=kept]").click()
    mat.page.get_by_role("button", name="Keep the stored one").click()
    expect(mat.page.get_by_role("button", name="Close")).to_be_focused()
    mat.page.keyboard.press("Escape")
    mat.page.clock.run_for(50)
    expect(mat.page.locator("[data-done-told]")).to_contain_text("5 each side")


def test_thrown_away_while_its_sets_still_wait_nothing_of_it_comes_back(mat):
    # None of its sets leaves the phone.
    mat.page.route("**/sessions/*/sets/", lambda route: route.abort("internetdisconnected"))
    mat.begin()
    mat.skip_to_the_end()
    assert len(mat.queue()) == 12
    mat.page.get_by_role("button", name="Throw it away").click()
    expect(mat.page.get_by_text("After-easy-run four thrown away.")).to_be_visible()
    assert mat.queue() == []
    assert mat.state() is None
    expect(mat.page.get_by_text("a look")).to_have_count(0)


def test_a_refused_end_that_is_thrown_away_on_another_page_is_not_taken_for_stored(mat):
    mat.have_the_end_refused(make_run(mat.athlete), note="Wet grass.")
    expect(mat.page.locator("[data-kept]")).to_have_text("Session refused")
    other = mat.page.context.new_page()
    other.goto("/history/")
    expect(other.locator(".notices .notice")).to_contain_text("The end of After-easy-run four.")
    other.get_by_role("button", name="Throw it away").click()
    expect(other.locator(".notices .notice")).to_be_hidden()
    mat.page.evaluate("dispatchEvent(new Event('online'))")
    mat.settle()
    expect(mat.page.locator("[data-kept]")).not_to_have_text("Session refused")
    assert mat.state()["logged"] == {}
    expect(mat.page.get_by_label("Note")).to_have_value("Wet grass.")
    mat.page.get_by_label("No run").check(force=True)
    mat.page.get_by_role("button", name="Save", exact=True).click()
    mat.page.wait_for_url(f"**/sessions/{mat.session.pk}/")
    assert mat.athlete.sessions.kept().get().note == "Wet grass."


def test_signed_out_in_another_tab_the_player_stops_and_keeps_nothing_any_more(mat):
    mat.begin()
    mat.play_to(4)
    other = mat.page.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("button", name="Sign out").click()
    other.wait_for_url("**/accounts/login/")
    expect(
        mat.page.get_by_role("heading", name="This session is no longer kept in this browser")
    ).to_be_visible()
    for _ in range(10):
        mat.wait(60)
    assert mat.state() is None
    assert mat.queue() == []
    mat.page.get_by_role("button", name="Load the page again").click()
    mat.page.wait_for_url("**/accounts/login/**")

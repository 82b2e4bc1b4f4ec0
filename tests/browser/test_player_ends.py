"""On a phone: what becomes of the end of a session, refused, written elsewhere, taken back or waiting."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.mat import Mat
from tests.factories import NOW, make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def mat(phone) -> Mat:
    return Mat(phone)


def played_out(mat: Mat) -> None:
    mat.begin()
    mat.play_to(len(mat.steps))
    expect(mat.page.locator("[data-screen=finish] h1")).to_be_visible()


def settle(mat: Mat, ms: int = 300) -> None:
    """The server has a clock of its own, so it is waited for in truth."""
    mat.page.clock.run_for(100)
    mat.page.wait_for_timeout(ms)
    mat.page.clock.run_for(20)


def test_an_end_that_is_refused_later_is_shown_with_the_reason_and_all_that_was_filled_in(mat):
    run = make_run(mat.athlete)
    played_out(mat)
    mat.expect_saved()
    mat.page.context.set_offline(True)
    mat.page.locator(f"input[name=run][value='{run.pk}']").check(force=True)
    mat.page.get_by_label("Note").fill("Wet grass.")
    mat.finish()
    expect(mat.page.get_by_role("status").get_by_text("No connection. What you did is")).to_be_visible()
    run.delete()  # for good, where one that is only hidden stays with its session
    mat.page.context.set_offline(False)
    mat.expect_answered()
    expect(mat.page.get_by_role("alert")).to_contain_text("run")
    for _ in range(2):
        expect(mat.page.get_by_label("Note")).to_have_value("Wet grass.")
        expect(mat.page.locator("input[name=effort]:checked")).to_have_value("6")
        expect(mat.page.locator("[data-kept]")).to_have_text("Session refused")
        mat.page.reload()
        mat.page.clock.run_for(20)
        assert mat.page.url.endswith("/play/")
    mat.page.locator("[data-open=kept]").click()
    mat.page.get_by_role("button", name="Throw it away").click()
    mat.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(mat.page.get_by_label("Note")).to_have_value("Wet grass.")
    mat.page.get_by_label("No run").check(force=True)
    mat.page.get_by_role("button", name="Save", exact=True).click()
    mat.page.wait_for_url(f"**/sessions/{mat.session.pk}/")
    assert mat.athlete.sessions.kept().get().note == "Wet grass."


def test_what_the_server_would_refuse_is_mended_before_it_is_kept(mat):
    played_out(mat)
    mat.expect_saved()
    mat.page.context.set_offline(True)
    mat.page.get_by_label("Minutes").fill("5000")
    mat.page.get_by_role("button", name="Save", exact=True).click()
    expect(mat.page.get_by_role("alert")).to_have_text("Give the minutes as a whole number from 1 to 600.")
    assert mat.queue() == []


def test_what_is_typed_at_the_end_outlives_a_reload_and_is_kept_no_longer_than_it_is_needed(mat):
    played_out(mat)
    mat.page.get_by_label("Note").fill("Wet grass.")
    mat.page.locator("input[name=effort][value='4']").check(force=True)
    mat.page.reload()
    mat.page.clock.run_for(20)
    expect(mat.page.get_by_label("Note")).to_have_value("Wet grass.")
    expect(mat.page.locator("input[name=effort]:checked")).to_have_value("4")
    expect(mat.page.locator("[data-effort-word]")).to_contain_text("4:")
    mat.finish()
    mat.page.wait_for_url(f"**/sessions/{mat.session.pk}/")
    mat.page.wait_for_function("() => !Object.keys(localStorage).some((each) => each.includes(':play:'))")


def test_the_last_set_is_corrected_or_done_again_at_the_end(mat):
    played_out(mat)
    place = mat.page.locator("[data-screen=finish]")
    mat.press("Correct")
    dialog = mat.page.get_by_role("dialog")
    dialog.get_by_role("textbox").first.fill("5")
    dialog.get_by_role("button", name="Keep this").click()
    expect(place.locator("[data-last-told]")).to_contain_text("5")
    mat.expect_saved()
    last = mat.session.sets.get(station=4, number=3)
    assert last.done == 5
    mat.press("Back to the last set")
    assert mat.state()["step"] in (len(mat.steps) - 1, len(mat.steps) - 3)
    mat.play_to(len(mat.steps))
    mat.expect_saved()
    last.refresh_from_db()
    assert last.done == last.planned


def test_who_waits_for_an_answer_is_told_after_three_seconds_that_it_waits(mat):
    played_out(mat)
    mat.expect_saved()
    held = []
    mat.page.route("**/completion/", lambda route: held.append(route))
    mat.finish()
    expect(mat.page.get_by_role("button", name="Saving")).to_be_disabled()
    mat.page.clock.run_for(3100)
    expect(mat.page.get_by_role("status").get_by_text("What you did is on this phone")).to_be_visible()
    expect(mat.page.locator("[data-kept]")).to_have_text("Session waiting")
    held[0].continue_()
    expect(mat.page.get_by_role("status").get_by_text("All so far is saved.")).to_be_visible()


def test_reloaded_during_the_stretches_they_go_on_where_they_were(mat):
    played_out(mat)
    mat.stretch()
    for seconds in (5 + 10, 30 + 30 + 20):
        mat.wait(seconds)
        settle(mat)
        before = mat.state()
        mat.page.reload()
        mat.page.clock.run_for(20)
        assert (mat.state()["part"], mat.state()["step"]) == (1, before["step"])
        expect(
            mat.page.locator("[data-screen=work], [data-screen=rest]").locator("visible=true")
        ).to_have_count(1)
        assert "/play/" in mat.page.url


def test_what_was_said_of_the_session_is_not_said_of_the_stretches(mat):
    played_out(mat)
    mat.page.get_by_label("Note").fill("Wet grass.")
    mat.page.locator("input[name=effort][value='7']").check(force=True)
    mat.stretch()
    mat.expect_saved()
    mat.page.reload()
    mat.page.clock.run_for(20)
    mat.play_to(len(mat.steps))
    mat.expect_saved()
    expect(mat.page.get_by_label("Note")).to_have_value("")
    expect(mat.page.locator("input[name=effort]:checked")).to_have_value("")
    mat.page.get_by_role("button", name="Save", exact=True).click()
    expect(mat.page.get_by_role("heading", name="Post-run stretch")).to_be_hidden()
    mat.expect_saved()
    stretch = mat.athlete.sessions.kept().get(name="Post-run stretch")
    assert (stretch.effort, stretch.note) == (None, "")


def test_who_has_skipped_every_set_can_still_go_back(mat):
    mat.begin()
    mat.skip_to_the_end()
    expect(mat.page.get_by_text("Nothing was done.")).to_be_visible()
    mat.press("Back to the last set")
    mat.play_to(len(mat.steps))
    expect(mat.page.locator("[data-save]")).to_be_visible()
    mat.expect_saved()
    assert mat.session.sets.get(station=4, number=3).done == 8


def test_left_and_carried_on_from_today_it_stands_where_it_was_left(mat):
    mat.begin()
    mat.wait(5 + 20)
    mat.page.get_by_role("link", name="Leave").click()
    mat.page.wait_for_url(f"{mat.runner.address}/")
    mat.page.clock.run_for(1_200_000)
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


def test_space_pauses_a_rest_however_the_set_before_it_was_begun(desk):
    mat = Mat(desk)
    mat.begin()
    mat.play_to(4)
    mat.page.keyboard.press("Space")
    mat.page.clock.run_for(20)
    assert (mat.state()["step"], mat.state()["paused"] is None) == (4, False)


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


def skipped_to_the_end(mat: Mat) -> None:
    """None of its sets leaves the phone."""
    mat.page.route("**/sessions/*/sets/", lambda route: route.abort("internetdisconnected"))
    mat.begin()
    while (at := mat.state()["step"]) < len(mat.steps):
        if mat.steps[at]["kind"] == "work":
            mat.press("Skip")
        else:
            mat.wait(mat.steps[at]["seconds"])
    assert len(mat.queue()) == 12


def test_thrown_away_while_its_sets_still_wait_nothing_of_it_comes_back(mat):
    skipped_to_the_end(mat)
    mat.page.get_by_role("button", name="Throw it away").click()
    expect(mat.page.get_by_text("After-easy-run four thrown away.")).to_be_visible()
    assert mat.queue() == []
    assert mat.state() is None
    expect(mat.page.get_by_text("a look")).to_have_count(0)


def test_a_refused_end_that_is_thrown_away_on_another_page_is_not_taken_for_stored(mat):
    run = make_run(mat.athlete)
    played_out(mat)
    mat.expect_saved()
    mat.page.context.set_offline(True)
    mat.page.locator(f"input[name=run][value='{run.pk}']").check(force=True)
    mat.page.get_by_label("Note").fill("Wet grass.")
    mat.finish()
    run.delete()
    mat.page.context.set_offline(False)
    mat.expect_answered()
    expect(mat.page.locator("[data-kept]")).to_have_text("Session refused")
    other = mat.page.context.new_page()
    other.goto("/history/")
    expect(other.locator(".notices .notice")).to_contain_text("The end of After-easy-run four.")
    other.get_by_role("button", name="Throw it away").click()
    expect(other.locator(".notices .notice")).to_be_hidden()
    mat.page.evaluate("dispatchEvent(new Event('online'))")
    settle(mat)
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

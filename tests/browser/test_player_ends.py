"""On a phone: what becomes of the end of a session: refused, waiting, gone back from, or followed."""

import pytest
from playwright.sync_api import expect

from tests.factories import make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_an_end_that_is_refused_later_is_shown_with_the_reason_and_all_that_was_filled_in(mat):
    mat.have_the_end_refused(make_run(mat.athlete), note="Wet grass.")
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
    mat.play_out()
    mat.expect_saved()
    mat.page.context.set_offline(True)
    mat.page.get_by_label("Minutes").fill("5000")
    mat.page.get_by_role("button", name="Save", exact=True).click()
    expect(mat.page.get_by_role("alert")).to_have_text("Give the minutes as a whole number from 1 to 600.")
    assert mat.queue() == []


def test_what_is_typed_at_the_end_outlives_a_reload_and_is_kept_no_longer_than_it_is_needed(mat):
    mat.play_out()
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
    mat.play_out()
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
    mat.play_out()
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
    mat.play_out()
    mat.stretch()
    for seconds in (5 + 10, 30 + 30 + 20):
        mat.wait(seconds)
        mat.settle()
        before = mat.state()
        mat.page.reload()
        mat.page.clock.run_for(20)
        assert (mat.state()["part"], mat.state()["step"]) == (1, before["step"])
        expect(
            mat.page.locator("[data-screen=work], [data-screen=rest]").locator("visible=true")
        ).to_have_count(1)
        assert "/play/" in mat.page.url


def test_what_was_said_of_the_session_is_not_said_of_the_stretches(mat):
    mat.play_out()
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
    mat.page.wait_for_url(f"**/sessions/{mat.session.pk}/")
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

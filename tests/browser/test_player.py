"""The player on a phone, on a clock that the test moves: every step begins where the timeline has it."""

import pytest
from playwright.sync_api import expect

from tests.browser.mat import NEAR_MS, Mat
from tests.factories import NOW, make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("slug", ["after-easy-run-four", "post-run-stretch", "plyo-starter"])
def test_from_start_to_finish_each_step_begins_where_the_timeline_has_it(phone, slug):
    mat = Mat(phone, slug=slug)
    mat.begin()
    began = mat.state()["since"]
    late_ms = 0.0
    for index, step in enumerate(mat.steps):
        at = mat.state()
        mat.expect_words()
        assert at["step"] == index
        planned = began + mat.starts[index] * 1000
        assert abs(at["since"] - planned - late_ms) <= NEAR_MS, (index, step)
        ends = at["since"] + step["seconds"] * 1000
        mat.wait((ends - mat.now_ms()) / 1000 - 0.03)
        assert mat.state()["step"] == index, "not before its time"
        mat.watch(0.03)
        if step["ends"] == "tap":
            assert mat.state()["step"] == index, "a tap is waited for"
            mat.press("Done")
            # Nobody taps on the very millisecond; all that follows is as late as the taps were.
            late_ms += mat.state()["since"] - ends if index + 1 < len(mat.steps) else 0
    expect(mat.page.get_by_role("heading", name="Done.")).to_be_visible()
    mat.expect_words()
    mat.expect_saved()
    done = [row.done for row in mat.session.sets.all()]
    assert done == [row.planned for row in mat.session.sets.all()]


def test_it_is_said_which_of_several_sets_it_is(phone):
    mat = Mat(phone, slug="plyo-starter")
    mat.open()
    expect(mat.page.get_by_text("2 × 4")).to_be_visible()
    expect(mat.page.locator(".movements .pic svg")).to_have_count(len(mat.parts[0]["stations"]))
    mat.begin()
    mat.wait(5 + 4)
    expect(mat.page.locator("[data-reps]")).to_have_text("Set1 of 2")
    mat.press("Done")
    expect(mat.page.get_by_text("Set 2 of 2, 4 repetitions")).to_be_visible()
    expect(mat.page.get_by_text("Snap-down landing: 4 repetitions")).to_be_visible()


def test_after_ninety_seconds_out_of_sight_the_right_step_stands_there(phone):
    mat = Mat(phone)
    mat.begin()
    mat.wait(20)
    assert mat.shown() == "Reverse lunge to knee drive"
    mat.hide()
    mat.wait(90)
    mat.show()
    # 5 s of count-in, 48 s a side with 5 s between them: 110 s in is the rest of 10 s before the climber.
    assert mat.state()["step"] == 4
    assert mat.shown() == "Slow mountain climber"
    mat.expect_saved()
    assert mat.session.sets.get(station=1, number=1).done == 8


def test_reloaded_in_the_middle_of_a_set_it_stands_at_the_same_second(phone):
    mat = Mat(phone)
    mat.begin()
    mat.wait(5 + 26)
    before = mat.state()
    assert mat.page.locator("[data-rep]").inner_text() == "5"
    mat.page.reload()
    mat.page.clock.run_for(20)
    after = mat.state()
    assert (after["step"], after["since"]) == (before["step"], before["since"])
    assert mat.page.locator("[data-rep]").inner_text() == "5"


def test_back_and_forth_in_the_history_it_goes_on_where_the_clock_is(phone):
    mat = Mat(phone)
    mat.begin()
    mat.wait(10)
    since = mat.state()["since"]
    mat.page.goto("/exercises/")
    mat.wait(20)
    mat.page.go_back()
    mat.page.clock.run_for(50)
    assert mat.shown() == "Reverse lunge to knee drive"
    assert (mat.state()["step"], mat.state()["since"]) == (1, since)
    assert mat.page.locator("[data-rep]").inner_text() == "5"
    mat.page.go_forward()
    mat.page.go_back()
    mat.wait(30)
    assert mat.state()["step"] == 3


def test_of_two_tabs_one_plays_and_the_other_takes_over_when_asked(phone):
    mat = Mat(phone)
    mat.begin()
    mat.wait(10)
    other = mat.page.context.new_page()
    mat.open(other)
    other.clock.run_for(50)
    expect(mat.page.get_by_role("button", name="Play here")).to_be_visible()
    expect(other.get_by_role("heading", name="Reverse lunge to knee drive")).to_be_visible()
    mat.page.get_by_role("button", name="Play here").click()
    mat.page.clock.run_for(20)
    expect(other.get_by_role("button", name="Play here")).to_be_visible()
    mat.play_to(4)
    mat.expect_saved()
    assert mat.session.sets.exclude(revision=0).count() == 1


def test_paused_the_clock_stands_and_space_and_arrows_lead_on(desk):
    mat = Mat(desk)
    mat.begin()
    mat.wait(5 + 10)
    mat.page.keyboard.press("Space")
    mat.wait(300)
    assert mat.state()["step"] == 1
    mat.page.keyboard.press("Space")
    mat.page.clock.run_for(20)
    assert mat.page.locator("[data-rep]").inner_text() == "2"
    mat.page.keyboard.press("ArrowRight")
    assert mat.state()["step"] == 2
    mat.page.keyboard.press("ArrowLeft")
    assert mat.state()["step"] == 1


def test_a_set_skipped_part_way_counts_what_was_done_and_is_corrected_on_the_rest_screen(phone):
    mat = Mat(phone)
    mat.begin()
    mat.wait(5 + 48 + 5 + 20)
    mat.press("Skip")
    mat.expect_saved()
    row = mat.session.sets.get(station=1, number=1)
    assert (row.done_reps, row.done_right, row.revision) == (8, 3, 1)
    mat.press("Correct")
    dialog = mat.page.get_by_role("dialog")
    dialog.get_by_label("Right, repetitions").fill("6")
    dialog.get_by_role("button", name="Keep this").click()
    mat.page.clock.run_for(20)
    mat.expect_saved()
    row.refresh_from_db()
    assert (row.done_reps, row.done_right, row.revision) == (8, 6, 2)


def test_the_easier_movement_takes_two_taps_and_its_sets_are_stored(phone):
    mat = Mat(phone)
    mat.begin()
    mat.wait(2)
    mat.page.get_by_role("button", name="Easier or harder").click()
    mat.page.get_by_role("dialog").get_by_role("button", name="Easier").click()
    mat.page.clock.run_for(20)
    assert mat.state()["choices"] == {"1": 1}
    mat.wait(5)
    assert mat.shown() == "Reverse lunge"
    mat.wait(200)
    mat.expect_saved()
    row = mat.session.sets.get(station=1, number=1)
    assert (row.exercise.slug, row.done_reps) == ("reverse-lunge", 8)


def test_a_rest_is_longer_by_fifteen_seconds_or_over_at_once(phone):
    mat = Mat(phone)
    mat.begin()
    mat.play_to(4)
    mat.press("15 seconds more")
    mat.wait(24)
    assert mat.state()["step"] == 4
    mat.press("Ready, go now")
    assert mat.state()["step"] == 5


def test_stretches_and_the_routine_follow_in_the_same_player_with_the_same_run(phone):
    mat = Mat(phone)
    run = make_run(mat.athlete)
    mat.begin()
    mat.play_to(len(mat.steps))
    mat.page.get_by_label("No run").check(force=True)
    mat.page.locator(f"input[name=run][value='{run.pk}']").check(force=True)
    mat.stretch()
    mat.wait(5 + 30 + 5 + 30 + 1)
    mat.expect_saved()
    stretch = mat.athlete.sessions.open().get()
    assert (stretch.name, stretch.run) == ("Post-run stretch", run)
    assert mat.athlete.sessions.kept().get().run == run


def test_where_every_set_was_skipped_there_is_nothing_to_save_and_it_is_thrown_away(phone):
    mat = Mat(phone)
    mat.begin()
    mat.skip_to_the_end()
    mat.expect_saved()
    expect(mat.page.get_by_text("Nothing was done.")).to_be_visible()
    expect(mat.page.locator("[data-save]")).to_be_hidden()
    mat.page.get_by_role("button", name="Throw it away").click()
    expect(mat.page.get_by_text("After-easy-run four thrown away.")).to_be_visible()
    mat.session.refresh_from_db()
    assert (mat.session.is_open, mat.session.deleted_at is not None) == (True, True)


def test_a_message_stands_on_the_start_screen_until_it_is_dismissed(phone):
    mat = Mat(phone)
    phone.page.set_viewport_size({"width": 390, "height": 664})
    mat.session.hide(at=NOW)
    phone.go(f"/sessions/{mat.session.pk}/")
    phone.page.get_by_role("button", name="Bring it back").click()
    # Until the script has taken over, the plain form stands there with the message.
    expect(phone.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    told = phone.page.get_by_text("After-easy-run four is back.")
    expect(told.locator("visible=true")).to_have_count(1)
    assert phone.page.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
    phone.page.get_by_role("button", name="Dismiss").click()
    expect(told.locator("visible=true")).to_have_count(0)
    expect(phone.page.get_by_role("button", name="Start", exact=True)).to_be_visible()


def test_space_pauses_a_rest_however_the_set_before_it_was_begun(desk):
    mat = Mat(desk)
    mat.begin()
    mat.play_to(4)
    mat.page.keyboard.press("Space")
    mat.page.clock.run_for(20)
    assert (mat.state()["step"], mat.state()["paused"] is None) == (4, False)

"""Without JavaScript a circuit is walked from the first page to the log, set by set."""

import re

import pytest
from playwright.sync_api import expect

from logbook.models import Session
from tests.browser.runner import Runner
from tests.factories import make_run
from workouts.models import Athlete

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.parametrize("runner", ["desk without JavaScript"], indirect=True),
]


def begin(runner: Runner) -> Athlete:
    """After a run, with the circuit started from the first page."""
    athlete = runner.sign_in()
    make_run(athlete)
    runner.go("/")
    runner.follow(runner.page.get_by_role("button", name="Start After-easy-run four, 22 min"))
    assert runner.heading() == "After-easy-run four"
    return athlete


def press(runner: Runner, name: str) -> None:
    runner.follow(runner.page.get_by_role("button", name=name))


def go_to(runner: Runner, name: str | re.Pattern) -> None:
    runner.follow(runner.page.get_by_role("link", name=name))


def test_from_today_through_twelve_sets_to_the_log_with_the_run(runner):
    page = runner.page
    athlete = begin(runner)
    for number in range(1, 13):
        expect(page.get_by_text(f"Set {number} of 12, round {(number + 3) // 4} of 3")).to_be_visible()
        press(runner, "Done, next")

    assert runner.heading() == "Done."
    expect(
        page.get_by_text("Three rounds, nothing skipped. That makes one of two this week.")
    ).to_be_visible()
    expect(page.get_by_role("radio", name=re.compile("Easy run"))).to_be_checked()
    page.locator("label[data-word]", has_text="5").first.click()
    page.get_by_label("Minutes").fill("soon")
    press(runner, "Save session")
    expect(page.get_by_role("alert")).to_contain_text("Minutes")
    page.get_by_label("Minutes").fill("21")
    press(runner, "Save session")

    assert runner.heading() == "After-easy-run four"
    session = Session.objects.get()
    assert (session.is_open, session.minutes, session.effort) == (False, 21, 5)
    assert session.run == athlete.runs.get()
    assert [each.done for each in session.sets.all()] == [8] * 12

    # What follows it is walked in the same way.
    press(runner, "Play Post-run stretch")
    assert runner.heading() == "Post-run stretch"
    press(runner, "Done, next")
    go_to(runner, "Finish here")
    press(runner, "Save session")
    stretch = Session.objects.get(circuit__slug="post-run-stretch")
    assert (stretch.run, stretch.is_open) == (session.run, False)


def test_a_swap_a_correction_a_set_left_out_and_a_pause_over_lunch(runner):
    page = runner.page
    begin(runner)
    go_to(runner, re.compile("^Easier: "))
    easier = page.get_by_role("heading", level=2).inner_text()
    press(runner, "Done, next")
    press(runner, "Leave it out")
    page.get_by_role("textbox", name="Left side: repetitions").fill("six")
    press(runner, "Done, next")
    expect(page.get_by_role("alert")).to_contain_text("Say how much was done, as a whole number.")
    expect(page.get_by_role("textbox", name="Left side: repetitions")).to_have_value("six")
    page.get_by_role("textbox", name="Left side: repetitions").fill("6")
    press(runner, "Done, next")
    expect(page.get_by_text("2 of 12 sets done, one left out.")).to_be_visible()

    go_to(runner, "Back")
    expect(page.get_by_text("Written: left 6, right 8")).to_be_visible()
    page.get_by_role("textbox", name="Left side: repetitions").fill("7")
    press(runner, "Done, next")
    expect(page.get_by_text("Set 4 of 12")).to_be_visible()

    go_to(runner, "Leave it for later")
    expect(page.get_by_text("After-easy-run four is under way: 2 of 12 sets done.")).to_be_visible()
    go_to(runner, re.compile("^Carry on"))
    expect(page.get_by_text("Set 4 of 12")).to_be_visible()
    go_to(runner, "Finish here")
    expect(page.get_by_text("What is not done is logged as left out.")).to_be_visible()
    press(runner, "Save session")

    done = {(each.station, each.number): each for each in Session.objects.get().sets.all()}
    assert done[1, 1].exercise_name == easier
    assert done[2, 1].done is None
    assert (done[3, 1].done, done[3, 1].done_right) == (7, 8)
    assert [each.done for place, each in done.items() if place[1] > 1] == [None] * 8

"""Figures in the browser: they move by their own stylesheet, pause, and stand still on request."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, runner_with

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOW_IT_MOVES = """() => document.getAnimations()
    .map(each => [each.animationName, each.playState, each.effect.getTiming().duration])"""
WHERE_A_LIMB_IS = """part => {
    for (const each of document.getAnimations()) {
        each.pause();
        each.currentTime = part * each.effect.getTiming().duration;
    }
    const limb = [...document.querySelectorAll('.moving path.b')].at(-1).getBoundingClientRect();
    return [limb.x, limb.y];
}"""


@pytest.fixture
def still_eyed(browser, live_server):
    """Somebody who asked their system for less motion."""
    yield from runner_with(browser, live_server, screen=DESK, reduced_motion="reduce")


def test_a_figure_moves_at_the_tempo_of_its_exercise_and_its_stylesheet_comes_from_here(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/exercises/split-squat/")
    sheet = page.locator("link[rel=stylesheet][href^='/figures/split-squat-']")
    expect(sheet).to_have_count(1)
    if runner.runs_scripts:
        moving = page.evaluate(HOW_IT_MOVES)
        assert moving
        # Three seconds down, one there, one up.
        assert {(state, duration) for _, state, duration in moving} == {("running", 5000)}
        assert page.evaluate(WHERE_A_LIMB_IS, 0) != page.evaluate(WHERE_A_LIMB_IS, 0.7)
    expect(page.get_by_role("img", name="Split squat")).to_be_visible()
    expect(page.locator(".moving desc")).to_have_text(re.compile("^Start: standing.*Moves to: "))


def test_pause_stops_it_and_lets_it_go_on(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/exercises/split-squat/")
    page.get_by_label("Pause", exact=True).check()
    assert {state for _, state, _ in page.evaluate(HOW_IT_MOVES)} == {"paused"}
    page.get_by_label("Pause", exact=True).uncheck()
    assert {state for _, state, _ in page.evaluate(HOW_IT_MOVES)} == {"running"}


def test_who_wants_less_motion_sees_the_end_over_the_ghost_of_the_start(still_eyed):
    page = still_eyed.page
    still_eyed.sign_in()
    still_eyed.go("/exercises/split-squat/")
    assert page.evaluate(HOW_IT_MOVES) == []
    expect(page.locator(".moving path.g").first).to_be_visible()
    expect(page.get_by_label("Pause", exact=True)).to_be_hidden()


def test_what_is_held_breathes(desk):
    desk.sign_in()
    desk.go("/exercises/front-plank/")
    assert {name for name, _, _ in desk.page.evaluate(HOW_IT_MOVES)} == {"breath"}


def test_the_sheet_of_all_figures_is_for_those_who_run_it(desk):
    desk.sign_in()
    desk.go("/figures/")
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("All figures")
    expect(desk.page.get_by_role("img", name=re.compile("^(Start|Held): ")).first).to_be_visible()

"""The player with its script, as somebody meets it who hears it: axe finds nothing on any of its screens."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import RULES, look
from tests.browser.mat import Mat
from tests.factories import make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BOTH = [(390, "light", RULES), (390, "dark", RULES)]


def findings(mat: Mat, place: str) -> list[str]:
    """axe waits for timers, so time goes on while it looks."""
    mat.page.clock.resume()
    found = look(mat.runner, place, BOTH)
    mat.page.clock.pause_at(mat.now_ms() / 1000 + 1)
    return found


# Served in one sheet: axe would write those that are imported into the page, which is not allowed there.
@pytest.mark.usefixtures("as_served")
def test_no_screen_of_the_player_has_a_finding_in_either_theme(phone):
    mat = Mat(phone)
    make_run(mat.athlete)
    page, dialog = mat.page, mat.page.get_by_role("dialog")
    mat.open()
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    found = findings(mat, "start")
    mat.press("Start")
    mat.wait(5 + 13)
    expect(page.locator("[data-screen=work]")).to_be_visible()
    found += findings(mat, "work")
    mat.play_to(4)
    expect(page.locator("[data-screen=rest]")).to_be_visible()
    mat.press("15 seconds more")
    found += findings(mat, "rest")
    mat.press("Correct")
    dialog.get_by_role("button", name="Add a load").click()
    found += findings(mat, "correction")
    page.keyboard.press("Escape")
    page.clock.run_for(20)
    mat.press("Ready, go now")
    mat.play_to(len(mat.steps))
    page.get_by_text("Some pain", exact=True).click()
    page.locator(".levels label", has_text="7").click()
    page.get_by_text("Signs that need help").click()
    page.get_by_label("Minutes").fill("5000")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    found += findings(mat, "finish")
    assert not found, "\n".join(found)

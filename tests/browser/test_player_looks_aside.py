"""The player beside its clock, on every screen and in both themes: its end, its panels, and another tab."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.looks import bad_looks
from tests.browser.mat import Mat
from tests.factories import make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_form_at_the_end_with_all_that_opens_in_it_refused_saving_and_waiting(phone):
    mat = Mat(phone)
    make_run(mat.athlete)
    mat.begin()
    mat.play_to(len(mat.steps))
    mat.expect_saved()
    page = mat.page
    page.get_by_text("Some pain", exact=True).click()
    page.locator(".levels label", has_text="7").click()
    page.get_by_text("Signs that need help").click()
    page.locator("input[name=effort][value='6']").check(force=True)
    assert bad_looks(page) == [], "the form"
    page.get_by_label("Minutes").fill("5000")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert bad_looks(page) == [], "refused"
    page.get_by_label("Minutes").fill("22")
    held = []
    page.route("**/completion/", lambda route: held.append(route))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Saving")).to_be_disabled()
    assert bad_looks(page) == [], "saving"
    page.clock.run_for(3100)
    expect(page.get_by_role("status").get_by_text("What you did is on this phone")).to_be_visible()
    assert bad_looks(page) == [], "waiting"
    held[0].abort()
    page.unroute("**/completion/")


def test_the_end_where_nothing_was_done_and_the_tab_that_was_taken_over(phone):
    mat = Mat(phone)
    mat.begin()
    while (step := mat.state()["step"]) < len(mat.steps):
        mat.press("Skip" if mat.steps[step]["kind"] == "work" else "Ready, go now")
    expect(mat.page.get_by_text("Nothing was done.")).to_be_visible()
    assert bad_looks(mat.page) == [], "nothing done"
    other = mat.page.context.new_page()
    mat.open(other)
    other.clock.run_for(50)
    expect(mat.page.get_by_role("button", name="Play here")).to_be_visible()
    assert bad_looks(mat.page) == [], "elsewhere"
    other.close()


def written_elsewhere(mat: Mat) -> None:
    """The first set, before this phone sends it."""
    fields = {
        "station": "1",
        "number": "1",
        "left": "5",
        "right": "5",
        "exercise": "reverse-lunge-knee-drive",
    }
    token = mat.page.evaluate("JSON.parse(document.getElementById('play').textContent).token")
    answer = mat.page.request.post(
        f"{mat.page.url.removesuffix('play/')}sets/",
        form={**fields, "writer": str(uuid4()), "revision": "1", "csrfmiddlewaretoken": token},
        headers={"Accept": "application/json", "Referer": mat.page.url},
    )
    assert answer.ok


def test_each_panel_with_all_that_opens_in_it(phone):
    mat = Mat(phone)
    mat.begin()
    written_elsewhere(mat)
    mat.play_to(4)
    mat.expect_answered()
    dialog = mat.page.get_by_role("dialog")
    for opener, inside in {
        "Correct": "Add a load",
        "Easier or harder": "",
        "Sound, voice and vibration": "",
        "differs": "",
    }.items():
        mat.page.get_by_role("button", name=opener).click()
        if inside:
            dialog.get_by_role("button", name=inside).click()
        assert bad_looks(mat.page) == [], opener
        mat.page.keyboard.press("Escape")
        mat.page.clock.run_for(20)

"""Pain in the form of a session: what its level means is told at once, and again on the session's page."""

import pytest
from playwright.sync_api import expect

from logbook.models import Session

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BANDS = {2: "Green: carry on", 4: "Amber: ease off", 7: "Red: stop this exercise"}


def test_the_traffic_light_follows_the_level_and_the_signs_stand_below(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/sessions/new/?circuit=ten-minute-minimal")
    expect(page.get_by_text("How strong is the pain now")).to_be_hidden()
    page.locator(".pain .pair label", has_text="Some pain").click()
    for level, told in BANDS.items():
        page.locator(".levels label").nth(level).click()
        for other in BANDS.values():
            if other == told:
                expect(page.get_by_text(other)).to_be_visible()
            else:
                expect(page.get_by_text(other)).to_be_hidden()
    page.get_by_text("Signs that need help").click()
    expect(
        page.get_by_text("Stop now and call 999. Do not train again until a doctor says you can.")
    ).to_be_visible()

    page.get_by_role("button", name="Save session").click()
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name="Where: Say where it hurt, or choose “No pain”.").click()
    expect(page.locator("#id_pain_place")).to_be_focused()
    expect(page.locator(".levels input").nth(7)).to_be_checked()
    page.locator("#id_pain_place").select_option("Knee")
    page.locator("#id_pain_side").select_option("Left")
    page.get_by_role("button", name="Save session").click()

    expect(page.get_by_role("heading", name="Pain 7 of 10, left knee")).to_be_visible()
    expect(page.get_by_text(BANDS[7])).to_be_visible()
    session = Session.objects.get()
    assert (session.pain, session.pain_place, session.pain_side) == (7, "knee", "left")


def test_no_pain_takes_one_tap_and_says_nothing_more(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/sessions/new/?circuit=ten-minute-minimal")
    page.locator(".pain .pair label", has_text="No pain").click()
    expect(page.get_by_text("How strong is the pain now")).to_be_hidden()
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("heading", name="No pain")).to_be_visible()
    assert Session.objects.get().pain == 0

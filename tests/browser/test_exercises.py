"""Exercises found while typing: in place with JavaScript, by the button without, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import look

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def heading(page):
    return page.locator("#found h2")


def test_typing_and_ticking_change_the_list_its_counts_and_its_address_in_place(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/exercises/")
    page.evaluate("window.same = true")
    page.get_by_label("Find").press_sequentially("romainian", delay=20)
    expect(page.locator(".lib h3").first).to_have_text("Romanian deadlift")
    expect(page).to_have_url("/exercises/?q=romainian")
    expect(page.get_by_label("Find")).to_be_focused()
    expect(page.locator("#found-told")).to_have_text(re.compile(r"\d+ of 135 exercises"))

    page.get_by_label("Find").fill("")
    expect(heading(page)).to_have_text("135 exercises")
    shown = page.locator("#n-kit-mini_band").inner_text()
    page.get_by_label("Mini band").check()
    expect(heading(page)).to_have_text(f"{shown} of 135 exercises")
    expect(page.get_by_label("Mini band")).to_be_focused()
    expect(page.get_by_role("button", name=f"Show {shown}")).to_be_visible()
    assert page.evaluate("window.same") is True
    page.reload()
    expect(heading(page)).to_have_text(f"{shown} of 135 exercises")
    expect(page.get_by_label("Mini band")).to_be_checked()


def test_the_first_press_on_what_was_found_opens_it(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/exercises/")
    page.get_by_label("Find").press_sequentially("romanian", delay=20)
    expect(page).to_have_url("/exercises/?q=romanian")
    link = page.locator(".lib a").first
    box = link.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.wait_for_timeout(400)
    page.mouse.up()
    expect(page).to_have_url("/exercises/romanian-deadlift/")


def test_without_or_with_scripts_on_desk_and_phone_the_button_shows_it(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/exercises/")
    page.get_by_label("Find").fill("calf")
    page.get_by_label("Sorted by").select_option("level")
    if runner.runs_scripts:
        expect(page).to_have_url("/exercises/?q=calf&sort=level")
    page.get_by_role("button", name=re.compile("^Show")).click()
    expect(page).to_have_url(re.compile("q=calf"))
    expect(heading(page)).to_have_text(re.compile(r"^\d\d of 135 exercises"))
    expect(page.get_by_label("Sorted by")).to_have_value("level")


def test_on_a_phone_the_filters_are_folded_and_say_what_is_chosen(phone):
    page = phone.page
    phone.sign_in()
    phone.go("/exercises/?muscle=hip_flexors")
    expect(page.get_by_role("checkbox", name="Hip flexors")).to_be_hidden()
    page.get_by_text("Filter: Hip flexors").click()
    page.get_by_label("What I own is enough").check()
    expect(page.locator("#finder-told")).to_have_text("Hip flexors, What I own is enough")


def test_the_library_has_no_finding_full_empty_or_unfolded(desk):
    desk.sign_in()
    found = []
    for path in ("/exercises/?q=band", "/exercises/?q=plank&kit=barbell", "/settings/training/"):
        desk.go(path)
        found += look(desk, path)
    assert not found, "\n".join(found)


def test_the_muscle_map_filters_like_the_list_beside_it(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/exercises/")
    page.evaluate("window.same = true")
    region = page.get_by_role("link", name="Hip flexors", exact=True)
    region.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/exercises/?muscle=hip_flexors")
    expect(heading(page)).to_have_text(re.compile(r"^\s*\d+ of 135 exercises\s*$"))
    expect(page.locator("#muscle-hip_flexors")).to_be_checked()
    expect(region).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.same") is True
    # Opened in another tab it turns round what is chosen now, as the click would.
    assert "muscle=" not in region.get_attribute("href")

    page.locator("#muscle-hip_flexors").uncheck()
    expect(region).not_to_have_attribute("aria-current", "true")
    assert "muscle=hip_flexors" in region.get_attribute("href")
    expect(heading(page)).to_have_text("135 exercises")


def test_without_scripts_the_muscle_map_is_made_of_links(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/exercises/?q=bridge")
    if page.locator(".filters > summary").is_visible():
        page.locator(".filters > summary").click()
    page.locator(".map-filter a[data-muscles='hamstrings'] path").first.click()
    expect(page).to_have_url("/exercises/?q=bridge&muscle=hamstrings")
    expect(heading(page)).to_have_text(re.compile(r"^\s*\d+ of 135 exercises\s*$"))

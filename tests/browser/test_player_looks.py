"""The player from a metre and a half away: how large it is, how clear, and all of it in sight."""

import pytest
from playwright.sync_api import expect

from tests.browser.looks import SCREENS, beyond, misfits, pale_texts, sizes
from tests.browser.mat import Mat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def looked_at(mat: Mat):
    """The start, a set by tempo and the rest after it, one after the other."""
    mat.open()
    expect(mat.page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    yield "start"
    mat.begin()
    mat.wait(5 + 13)
    yield "work"
    mat.play_to(4)
    mat.expect_saved()
    yield "rest"


@pytest.mark.parametrize("screen", SCREENS)
def test_digits_and_targets_are_large_and_nothing_has_to_be_scrolled(phone, screen):
    width, height = SCREENS[screen]
    phone.page.set_viewport_size({"width": width, "height": height})
    mat = Mat(phone)
    for place in looked_at(mat):
        assert misfits(mat.page) == [], place
        if place != "start":
            tall, room, _ = sizes(mat.page)
            assert tall <= room, place
            assert beyond(mat.page) == [], place
            digit = mat.page.locator("section:visible .digit")
            assert digit.evaluate("(each) => parseFloat(getComputedStyle(each).fontSize)") >= 88, place
            box = digit.bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= height, place


@pytest.mark.parametrize("screen", ["upright", "lying, smallest"])
def test_what_a_panel_asks_for_is_in_sight(phone, screen):
    width, height = SCREENS[screen]
    phone.page.set_viewport_size({"width": width, "height": height})
    mat = Mat(phone)
    mat.begin()
    mat.play_to(4)
    for name in ("Correct", "Easier or harder", "Sound, voice and vibration", "saved"):
        mat.page.get_by_role("button", name=name).click()
        buttons = mat.page.get_by_role("dialog").get_by_role("button")
        for box in [button.bounding_box() for button in buttons.all() if button.is_visible()]:
            assert box["height"] >= 56, name
            assert box["y"] >= 0 and box["y"] + box["height"] <= height, name
        assert misfits(mat.page) == [], name
        mat.page.keyboard.press("Escape")
        mat.page.clock.run_for(20)


def test_a_load_is_asked_for_once_it_is_wanted(phone):
    mat = Mat(phone)
    mat.begin()
    mat.play_to(4)
    mat.press("Correct")
    dialog = mat.page.get_by_role("dialog")
    expect(dialog.get_by_label("Load", exact=False).first).to_be_hidden()
    dialog.get_by_role("button", name="Add a load").click()
    dialog.get_by_label("Load kg").fill("12.5")
    dialog.get_by_role("button", name="Keep this").click()
    mat.page.clock.run_for(20)
    expect(mat.page.get_by_text("Reverse lunge to knee drive: 8 each side at 12.5 kg")).to_be_visible()
    mat.press("Correct")
    expect(dialog.get_by_label("Load kg")).to_have_value("12.5")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_read_from_afar_in_both_themes(phone, theme):
    phone.page.emulate_media(color_scheme=theme)
    mat = Mat(phone)
    for place in looked_at(mat):
        assert pale_texts(mat.page) == [], place

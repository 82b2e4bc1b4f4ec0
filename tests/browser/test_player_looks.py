"""The player from a metre and a half away: how large it is, how clear, and all of it in sight."""

import pytest
from playwright.sync_api import expect

from tests.browser.mat import Mat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# What phones are held upright and lying down, the smallest first.
SCREENS = {
    "small": (360, 640),
    "upright": (390, 664),
    "lying, smallest": (568, 320),
    "lying, small": (667, 375),
    "lying, low": (740, 360),
    "lying": (844, 390),
}

_SIZES = """() => { const { scrollHeight, scrollWidth } = document.documentElement;
  return [scrollHeight, innerHeight, scrollWidth]; }"""
# Sizes and colours of all that is seen, as the browser has them.
_TARGETS = """() => [...document.querySelectorAll('button, a[href], input, select')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.skip'))
  .filter((each) => each.getBoundingClientRect().width > 1)
  .map((each) => { const { width, height } = each.getBoundingClientRect();
    return { name: each.getAttribute('aria-label') || each.innerText || each.name, width, height }; })"""
_CUT = """() => [...document.querySelectorAll('button')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight)
  .map((each) => each.getAttribute('aria-label') || each.innerText)"""
# What lies beyond an edge of the screen.
_BEYOND = """() => [...document.querySelectorAll('h1, p, button, .digit')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => !each.closest('.skip, .visually-hidden, [inert]') && each.innerText?.trim())
  .filter((each) => { const { left, right, top, bottom } = each.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1; })
  .map((each) => each.innerText)"""
_TEXTS = """() => {
  const channel = (value) => { const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
  const light = (rgb) => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const paper = (each) => { for (let up = each; up; up = up.parentElement) {
    const rgb = numbers(getComputedStyle(up).backgroundColor);
    if (rgb.length < 4 || rgb[3] === 1) return rgb; }
    return [255, 255, 255]; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const each = node.parentElement;
    const isSeen = each.checkVisibility({ visibilityProperty: true });
    if (!node.data.trim() || !isSeen || each.closest('script, .visually-hidden, .skip')) continue;
    const [one, other] = [light(numbers(getComputedStyle(each).color)), light(paper(each))];
    found.push({ text: node.data.trim().slice(0, 40), isOrange: Boolean(each.closest('.go')),
      ratio: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) });
  }
  return found; }"""


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
        small = [each for each in mat.page.evaluate(_TARGETS) if min(each["width"], each["height"]) < 56]
        assert small == [], place
        sizes = (
            "() => [document.documentElement.scrollHeight, innerHeight, document.documentElement.scrollWidth]"
        )
        tall, room, wide = mat.page.evaluate(sizes)
        assert wide <= width, place
        assert mat.page.evaluate(_CUT) == [], place
        if place != "start":
            assert tall <= room, place
            assert mat.page.evaluate(_BEYOND) == [], place
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
        assert mat.page.evaluate(_CUT) == [], name
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
        texts = mat.page.evaluate(_TEXTS)
        assert texts, place
        pale = [each for each in texts if each["ratio"] < (4.5 if each["isOrange"] else 7)]
        assert pale == [], place

"""The player from a metre and a half away: how large it is, how clear, and all of it in sight."""

import pytest
from playwright.sync_api import expect

from tests.browser.mat import Mat

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# What phones are held upright and lying down, the smallest first.
SCREENS = {"small": (360, 640), "upright": (390, 664), "lying": (844, 390)}

_SIZES = """() => { const { scrollHeight, scrollWidth } = document.documentElement;
  return [scrollHeight, innerHeight, scrollWidth]; }"""
# Sizes and colours of all that is seen, as the browser has them.
_TARGETS = """() => [...document.querySelectorAll('button, a[href], input, select')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.skip'))
  .filter((each) => each.getBoundingClientRect().width > 1)
  .map((each) => { const { width, height } = each.getBoundingClientRect();
    return { name: each.getAttribute('aria-label') || each.innerText || each.name, width, height }; })"""
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
        if place != "start":
            assert tall <= room, place
            digit = mat.page.locator("section:visible .digit")
            assert digit.evaluate("(each) => parseFloat(getComputedStyle(each).fontSize)") >= 88, place
            box = digit.bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= height, place


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_read_from_afar_in_both_themes(phone, theme):
    phone.page.emulate_media(color_scheme=theme)
    mat = Mat(phone)
    for place in looked_at(mat):
        texts = mat.page.evaluate(_TEXTS)
        assert texts, place
        pale = [each for each in texts if each["ratio"] < (4.5 if each["isOrange"] else 7)]
        assert pale == [], place

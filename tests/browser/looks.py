"""What is wrong with what the player shows: too small, cut off, too wide for the screen, or too pale."""

from playwright.sync_api import Page

# What phones are held upright and lying down, the smallest first.
SCREENS = {
    "small": (360, 640),
    "upright": (390, 664),
    "lying, smallest": (568, 320),
    "lying, small": (667, 375),
    "lying, low": (740, 360),
    "lying": (844, 390),
}
LARGER = {"tablet": (768, 1024), "desk": (1280, 900)}

_SIZES = """() => { const { scrollHeight, scrollWidth } = document.documentElement;
  return [scrollHeight, innerHeight, scrollWidth]; }"""
# Sizes and colours of all that is seen, as the browser has them.  Within a label all of that is the target.
_TARGETS = """() => [...document.querySelectorAll('button, a[href], input, select, textarea, summary')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('.skip'))
  .filter((each) => each.getBoundingClientRect().width > 1)
  .map((each) => { const { width, height } = (each.closest('label') ?? each).getBoundingClientRect();
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

LEAST_PX = 56
CLEAR, CLEAR_ON_ORANGE = 7, 4.5


def pale_texts(page: Page) -> list[dict]:
    """What is not read from afar; only the label of the orange button may be paler, being large and bold."""
    texts = page.evaluate(_TEXTS)
    assert texts
    return [each for each in texts if each["ratio"] < (CLEAR_ON_ORANGE if each["isOrange"] else CLEAR)]


def misfits(page: Page) -> list[object]:
    """What a thumb misses, what a button cuts off, and by how much the page has to be scrolled sideways."""
    small = [each for each in page.evaluate(_TARGETS) if min(each["width"], each["height"]) < LEAST_PX]
    _, _, wide = sizes(page)
    over = wide - page.viewport_size["width"]
    return [*small, *page.evaluate(_CUT), *([over] if over > 0 else [])]


def sizes(page: Page) -> tuple[int, int, int]:
    """How tall the page is, the room there is for it, and how wide it is."""
    return page.evaluate(_SIZES)


def beyond(page: Page) -> list[str]:
    """What lies beyond an edge of the screen."""
    return page.evaluate(_BEYOND)


def bad_looks(page: Page) -> list[tuple[str, object]]:
    """What is wrong with what is open, on every screen and in both themes."""
    found: list[tuple[str, object]] = []
    for theme in ("light", "dark"):
        # Without motion: half way from one theme to the other a colour is neither.
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        found += [(theme, each) for each in pale_texts(page)]
    for screen, (width, height) in (SCREENS | LARGER).items():
        page.set_viewport_size({"width": width, "height": height})
        found += [(screen, each) for each in misfits(page)]
    return found

"""How a person gets through a form: with a thumb, a mouse or the keyboard alone; every tap is counted."""

from playwright.sync_api import Locator, expect

from tests.browser.runner import Runner

FARTHEST = 150


class Hands:
    """Taps, clicks, or keys that act; moving on by Tab and typing itself count as none."""

    def __init__(self, runner: Runner, *, by_keyboard: bool = False) -> None:
        self.page, self.by_keyboard, self.taps = runner.page, by_keyboard, 0

    def press(self, target: Locator) -> None:
        """A button, a link, a box, a choice."""
        self.taps += 1
        if not self.by_keyboard:
            target.click()
            return
        kind = target.evaluate("each => each.type || each.tagName.toLowerCase()")
        self._reach(target, kind)
        # The arrow that moved to a radio has chosen it already.
        if kind != "radio":
            self.page.keyboard.press("Space" if kind in ("checkbox", "summary") else "Enter")

    def type(self, target: Locator, text: str) -> None:
        """Go to a field, which is a tap, and type over what stands there."""
        self.taps += 1
        if self.by_keyboard:
            self._reach(target, "text")
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.type(text)
        else:
            target.click()
            target.fill(text)

    def choose(self, target: Locator, value: str) -> None:
        """Open a select and take one of its options: two taps, or a focus and a letter."""
        self.taps += 2
        target.select_option(value)

    def _reach(self, target: Locator, kind: str) -> None:
        key = "Tab"
        for _ in range(FARTHEST):
            if target.evaluate("each => each === document.activeElement"):
                return
            if kind == "radio" and self._is_in_its_group(target):
                key = "ArrowDown"
            self.page.keyboard.press(key)
        expect(target).to_be_focused()

    @staticmethod
    def _is_in_its_group(target: Locator) -> bool:
        return target.evaluate("each => document.activeElement.name === each.name")

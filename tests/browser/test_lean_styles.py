"""Stylesheets lose what only people read before they are served, and a browser sees no difference."""

from pathlib import Path

import pytest

from config.static_files import lean

pytestmark = pytest.mark.browser

SHEETS = sorted((Path(__file__).resolve().parents[2] / "static" / "css").glob("*.css"))

# A value with a variable in it is told as it was written, with however much space between its parts.
_RULES = """(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\\s+/g, ' ')); }"""


def test_a_browser_reads_the_same_rules_without_comments(browser):
    page = browser.new_page()
    try:
        for sheet in SHEETS:
            whole = sheet.read_text()
            served = lean(f"css/{sheet.name}", whole)
            assert len(served) < len(whole)
            assert page.evaluate(_RULES, served) == page.evaluate(_RULES, whole), sheet.name
    finally:
        page.close()

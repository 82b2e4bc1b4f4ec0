"""What no template may contain: the content policy would refuse it, or escaping would be off."""

import re
from collections.abc import Iterator

from tests.architecture.reading import Page

COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}|<!--.*?-->", re.DOTALL)
DJANGO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)

# Looked for in the text with its comments taken out.
IN_TEXT = (
    (re.compile(r"\|\s*safe(?:seq)?\b"), "uses |safe: templates escape, and nothing steps round that"),
    (
        re.compile(r"\{%\s*autoescape\s+off"),
        "turns autoescape off: templates escape, and nothing steps round that",
    ),
    (re.compile(r"<script\b[^>]*>(?!\s*</script>)"), "holds a script: a script is a file of its own"),
    (re.compile(r"<style\b"), "holds a style sheet: a style sheet is a file of its own"),
)
# Looked for inside HTML tags, with Django's own tags taken out.
IN_TAGS = (
    (re.compile(r"\sstyle\s*="), "has style=: a style sheet decides how things look"),
    (re.compile(r"\s(?:hx-)?on[a-z:-]*\s*="), "has an on…= attribute: behaviour stands in a module"),
)


def offences_of_template(page: Page) -> Iterator[str]:
    """Yield what this template contains and should not."""
    text = COMMENT.sub(_blank, page.text)
    for pattern, complaint in IN_TEXT:
        for match in pattern.finditer(text):
            yield f"{page.path}:{_line(text, match.start())} {complaint}"
    plain = DJANGO.sub(_blank, text)
    for tag in TAG.finditer(plain):
        for pattern, complaint in IN_TAGS:
            if match := pattern.search(tag.group()):
                yield f"{page.path}:{_line(plain, tag.start() + match.start() + 1)} {complaint}"


def _blank(match: re.Match[str]) -> str:
    """Spaces in its place, so that lines keep their numbers."""
    return re.sub(r"[^\n]", " ", match.group())


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1

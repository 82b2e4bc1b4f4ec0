"""Takes a text apart: a name it begins with, how it is gone through, and one part for each thing it says."""

import re
from collections.abc import Iterator, Sequence

_ALIKE = str.maketrans({"×": "x", "*": "x", "–": "-", "−": "-", "—": "-", "\t": " ", "\xa0": " "})
_BULLET = re.compile(r"^\s*(?:[-*•·+–]|\d{1,2}[.)]|[A-Za-z]\d?[.)])\s+")
HEAD = re.compile(
    r"^\s*(?:(?P<rounds>\d{1,3} ?(?:x ?)?(?:rounds?|circuits?))(?: of\b)?|(?P<straight>straight sets)|"
    r"(?P<once>sequence|in order|once through)|(?P<circuit>circuit(?= ?:|$)))\b ?:?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?P<title>[^:]*[^\W\d_][^:]*):\s*$")


def parts(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the name that stands on a first line of its own, else "", and the parts in their order."""
    lines = [line for line in text.splitlines() if line.strip()]
    title = _TITLE.match(lines[0]) if len(lines) > 1 and not HEAD.match(lines[0]) else None
    name = " ".join(title["title"].split()) if title else ""
    return name, tuple(_chunks(lines[1:] if title else lines))


def _chunks(lines: Sequence[str]) -> Iterator[str]:
    """The parts between commas and line ends; how it is gone through is a part of its own."""
    for line in lines:
        for piece in re.split(r";|,(?!\d)", _BULLET.sub("", line)):
            chunk = " ".join(_BULLET.sub("", piece).translate(_ALIKE).split())
            if head := HEAD.match(chunk):
                yield head[0].rstrip(" :")
                chunk = chunk[head.end() :].strip()
            if chunk.strip(" .:"):
                yield chunk.rstrip(" .:")

"""Takes a text apart: a name it begins with, how it is gone through, and one part for each thing it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ALIKE = str.maketrans(
    {"×": "x", "–": "-", "−": "-", "—": "-", "\t": " ", "\xa0": " ", "’": "'", "′": "'", "″": '"'}
)
_STAR = re.compile(r"(?<=\d) ?\* ?(?=\d)")
_BULLET = re.compile(r"^\s*(?:[-*•·+–—]|\d{1,2}[.)]|[A-Za-z]\d?[.)])\s+")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_NUMBERS)})"
_DO = r"(?:(?:do|complete|repeat|perform)\s+)?"
# What comes round again: "3 rounds of", "repeat 3 times", "3 sets:".
_ROUNDS = (
    rf"{_DO}(?P<count>{_NUMBER}) ?(?:x ?)?(?:(?:rounds?|circuits?|laps?|times)\b|x(?= ?:)|"
    r"sets?\b(?= ?:| of(?: the following| each)? ?:))(?: of)?(?: the following| each)?"
)
HEAD = re.compile(
    rf"^\s*(?:{_ROUNDS}|(?P<straight>straight sets)|(?P<once>sequence|in order|once through)|"
    r"(?P<circuit>circuit(?= ?:|$)))(?![\w-]) ?:?",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(rf"[(\[-]?\s*{_ROUNDS}\s*[)\]]?\s*:?\s*$", re.IGNORECASE)
_SAYS_MORE = re.compile(rf"\d|\b(?:{'|'.join(_NUMBERS)})\b|\brest\b|\bwarm[- ]?up\b|\btempo\b", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """
    A piece of the text.

    is_a_line: whether it is all that stands on its line.  head: how it is gone through, where it says that.
    """

    text: str
    is_a_line: bool = False
    head: re.Match[str] | None = None


def parts(text: str) -> tuple[str, tuple[Part, ...]]:
    """Return the name that stands on a first line of its own, else "", and the parts in their order."""
    lines = [line for line in map(_plain, text.splitlines()) if line.strip(" .:,;")]
    name = ""
    if len(lines) > 1 and lines[0].endswith(":") and not HEAD.match(lines[0]):
        name, lines[0] = _titled(lines[0])
    return name, tuple(_parts(lines))


def rounds_of(head: re.Match[str]) -> int | None:
    """How many rounds the words say: "3 rounds", "three times"; None where they say none."""
    count = (head["count"] or "").lower()
    if not count:
        return None
    return int(count) if count.isdigit() else _NUMBERS.index(count) + 1


def _plain(line: str) -> str:
    line = " ".join(_BULLET.sub("", line).translate(_ALIKE).split())
    return _STAR.sub(" x ", line).replace("*", "").strip()


def _titled(line: str) -> tuple[str, str]:
    """A first line that ends in a colon as the name, and what else it says: "Core (3 rounds):"."""
    said = _IN_TITLE.search(line)
    title = (line[: said.start()] if said else line).strip(" :-([")
    if not title or _SAYS_MORE.search(title):
        return "", line
    return title, f"{said[0].strip(' ()[]:-')}:" if said else ""


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    """The pieces between commas and line ends; how it is gone through is a piece of its own."""
    for line in lines:
        pieces = [piece for piece in re.split(r";|,(?!\d)", line) if piece.strip(" .:")]
        for piece in pieces:
            chunk = _BULLET.sub("", piece.strip()).strip()
            if head := HEAD.match(chunk):
                yield Part(head[0], head=head)
                chunk = chunk[head.end() :].strip()
            if chunk.strip(" .:"):
                yield Part(chunk.strip(" .:"), is_a_line=len(pieces) == 1 and not head)

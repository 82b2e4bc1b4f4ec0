"""Walk through an XML file element by element: no tree is built, and nothing outside it is fetched."""

import codecs
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Protocol

from lxml import etree

from logbook.formats.activity import Unreadable
from logbook.formats.plausible import LATEST
from logbook.formats.refusals import AGAIN, TOO_MUCH
from workouts.units import clock

DAMAGED = f"The file is damaged or breaks off before its end. {AGAIN}"
DOCTYPE = f"This file brings a document type of its own, which no watch writes. {AGAIN}"

# A day of running with a point a second is 86,400 points, of six elements each.
POINTS_LIMIT = 250_000
ELEMENTS_LIMIT = 1_500_000
# Real files are nine deep.
DEPTH_LIMIT = 50
# A month of tracks in one file; more is the archive of an app.
ACTIVITIES_LIMIT = 100
# Numbers, moments and names are shorter; of anything longer the rest is dropped.
LONGEST_TEXT = 200

_CHUNK_BYTES = 64 * 1024
# "2026-05-01T06:30:00Z", also with a fraction, an offset, or neither.
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_BEYOND = LATEST.timestamp()

LONGEST_TITLE = 100
_DATE_ALONE = re.compile(r"[\d\s./:,_+-]+(?:[TZ][\d\s./:,_+-]*)*")


class Listener(Protocol):
    """What hears of each element; a path is the names from the root to the element, without namespaces."""

    def opened(self, path: Sequence[str], attributes: Mapping[str, str]) -> None:
        """The element begins."""

    def closed(self, path: Sequence[str], text: str) -> None:
        """The element ends; `text` is what stood in it behind its last child, blanks around it cut off."""


def walk(data: bytes, listener: Listener) -> bool:
    """
    Tell the listener of every element in turn; return whether the file is well-formed to its end.

    :raises Unreadable: if it is larger or deeper than activities are, or has a DOCTYPE
    """
    # A target instead of a tree: nothing has to be cleared away, however many elements there are, and
    # a DOCTYPE is heard of before the entities that it declares.
    parser = etree.XMLParser(
        target=_Target(listener),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    # Some exporters indent the declaration, against the standard.
    data = data.removeprefix(codecs.BOM_UTF8).lstrip()
    try:
        for start in range(0, len(data), _CHUNK_BYTES):
            parser.feed(data[start : start + _CHUNK_BYTES])
        parser.close()
    except (etree.LxmlError, UnicodeError):
        return False
    return True


class _Target:
    """Stands between lxml and the listener, and stops at the limits."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._path: list[str] = []
        self._text: list[str] = []
        self._room = LONGEST_TEXT
        self._elements = self._points = 0

    def doctype(self, *_: object) -> None:
        raise Unreadable(DOCTYPE)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = tag.rpartition("}")[2]
        self._elements += 1
        self._points += name in ("trkpt", "Trackpoint")
        if self._elements > ELEMENTS_LIMIT or self._points > POINTS_LIMIT or len(self._path) >= DEPTH_LIMIT:
            raise Unreadable(TOO_MUCH)
        self._path.append(name)
        self._forget_text()
        self._listener.opened(self._path, attributes)

    def data(self, text: str) -> None:
        if self._room > 0:
            self._text.append(text[: self._room])
            self._room -= len(text)

    def end(self, tag: str) -> None:
        self._listener.closed(self._path, "".join(self._text).strip())
        self._path.pop()
        self._forget_text()

    def close(self) -> None:
        return None

    def _forget_text(self) -> None:
        self._text.clear()
        self._room = LONGEST_TEXT


def attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """Return what an attribute says, or None; with entities left alone, lxml passes "&amp;" on as "&#38;"."""
    value = attributes.get(name)
    return None if value is None else value.replace("&#38;", "&")


def number(text: str | None) -> float | None:
    """Return the number a text says, infinity for one beyond counting; None for no number, as "nan" is."""
    said = "" if text is None else text.strip()
    # By itself, float() would also take "5_0" and the digits of other scripts.
    return float(said) if _NUMBER.fullmatch(said) else None


def moment(text: str | None) -> float | None:
    """
    Return the seconds since 1970 to the moment a text says, unless that lies before or is beyond 2125.

    Without an offset UTC is meant.
    """
    if text is None or not _MOMENT.match(text):
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    seconds = (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    return seconds if 0 <= seconds < _BEYOND else None


def name_for_people(text: str | None, *, longest: int = 60) -> str | None:
    """Return a name without what cannot be printed and without the web address behind it."""
    # An attribute may be as long as the file.
    said = (text or "")[:LONGEST_TEXT]
    printed = "".join(letter for letter in said if letter.isprintable() and letter != "\ufffd")
    return re.split(r"[\s(-]*https?://", printed)[0].strip()[:longest].strip() or None


def title(text: str | None) -> str | None:
    """Return what an activity is called, in one line; a date alone is no title, since the run has one."""
    said = name_for_people(" ".join((text or "").split()), longest=LONGEST_TITLE)
    return None if said is None or _DATE_ALONE.fullmatch(said) else said


def breaks_off(seconds: float | None) -> str:
    """Return the caveat of an activity that was read so far."""
    after = f" after {clock(seconds)}" if seconds else ""
    return f"The file breaks off{after}. What was recorded until then is kept."

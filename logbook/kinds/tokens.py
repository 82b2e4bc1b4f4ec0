"""Takes a title apart into words that can be compared."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Letters and digits apart, so that "5k", "GA1" and "6x800m" are read like "5 k", "GA 1" and "6 x 800 m".
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[×*]")

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Token:
    """One word as compared, without accents and capitals, and where it stands in the title."""

    text: str
    start: int
    end: int


def composed(title: str | None) -> str:
    """Return the title with each accented letter as one character, as `tokens_of` wants it."""
    return unicodedata.normalize("NFC", title or "")


def tokens_of(title: str) -> tuple[Token, ...]:
    """Return the words of a title, in order."""
    return tuple(
        Token(_folded(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(title)
    )


def phrases_of(words: str) -> Iterator[Phrase]:
    """Yield each of the phrases that commas split."""
    for phrase in words.split(","):
        yield tuple(token.text for token in tokens_of(phrase))


def is_number(text: str, *, digits: int) -> bool:
    """Say whether it is a whole number of at most so many digits."""
    return text.isdecimal() and len(text) <= digits


def _folded(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))

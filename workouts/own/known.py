"""The exercises a circuit can be made of, found by the words they are called by."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workouts.search.best_match import found as best_match
from workouts.search.findable import Findable
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith


@dataclass(frozen=True, kw_only=True)
class Known:
    """
    An exercise as far as a circuit needs to know it.

    usual: the dose it begins with, and the movement's own rates.
    starts_with: which way a repetition goes first; None for what takes no tempo.
    leg_fatigue: how much it tires the legs: none, low, moderate or high.  target_rpe: the effort to aim for.
    """

    findable: Findable
    usual: Prescription
    starts_with: StartsWith | None
    leg_fatigue: str
    target_rpe: int

    @property
    def slug(self) -> str:
        return self.findable.slug

    @property
    def name(self) -> str:
        return self.findable.name


class Exercises:
    """Those on offer, by slug and by name."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.by_slug: Mapping[str, Known] = {each.slug: each for each in known}
        self._by_words: dict[tuple[str, ...], Known | None] = {}
        for each in self.by_slug.values():
            for alias in each.findable.aliases:
                # What several are called is the name of none.
                words = words_of(alias)
                self._by_words[words] = each if self._by_words.get(words, each) is each else None
        # A name is never taken away by what another is also called; one of one's own comes before others.
        for each in self.by_slug.values():
            self._by_words[words_of(each.name)] = each
        self._longest = max(map(len, self._by_words), default=0)

    def begins(self, text: str) -> tuple[Known, str] | None:
        """The exercise whose name `text` begins with, the longest name first, and the rest of the text."""
        found = list(_WORD.finditer(text))[: self._longest]
        keys = [_plain(word[0]) for word in found]
        for count in range(len(found), 0, -1):
            known = self._by_words.get(tuple(keys[:count]))
            end = found[count - 1].end()
            if known is not None and text[end : end + 1] != "/":
                return known, text[end:].lstrip(" )")
        return None

    def called(self, name: str) -> Known | None:
        """The exercise of that name, or the only one with all its words in one of its names."""
        begun = self.begins(name)
        if begun and not begun[1]:
            return begun[0]
        fitting = self.with_words(name)
        return fitting[0] if len(fitting) == 1 else None

    def like(self, name: str) -> list[Known]:
        """Those it may be meant to be, the likeliest first."""
        found = best_match(name, [known.findable for known in self.by_slug.values()])
        return self.with_words(name) or [self.by_slug[each.slug] for each in found]

    def with_words(self, text: str) -> list[Known]:
        """Those that have all words of the text in one of their names."""
        words = set(words_of(text))
        return [
            known
            for known in self.by_slug.values()
            if words and any(words <= set(words_of(name)) for name in (known.name, *known.findable.aliases))
        ]


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words_of(name: str) -> tuple[str, ...]:
    """A name as it is compared: without capitals, dashes, accents and plurals."""
    return tuple(_plain(word[0]) for word in _WORD.finditer(name))


def _plain(word: str) -> str:
    """A word without capitals, accents and the s of a plural, so that "Lunges" is "lunge"."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("'", "")
    return plain[:-1] if len(plain) > 2 and plain.endswith("s") and not plain.endswith("ss") else plain

"""Search: what was typed against names, other names, muscles, kit and use, the best fit first."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise

from workouts.search.findable import Findable
from workouts.search.words import EQUIPMENT_WORDS, MUSCLE_WORDS
from workouts.vocabulary import CATEGORIES, EQUIPMENT, MOVEMENT_PATTERNS, MUSCLES

# What a word is worth by where it stands.
NAME, ALIAS, MUSCLE, KIT, PATTERN, CATEGORY, HELPER, USE = 10.0, 9.0, 5.0, 5.0, 3.0, 3.0, 2.0, 1.0
# What of that is left where only the beginning was typed, or it was typed with a slip.
BEGINNING, SLIP = 0.8, 0.6
THE_VERY_NAME, THE_VERY_ALIAS, BEGINS_SO, ALL_IN_NAME, TRAINS_IT = 100.0, 90.0, 15.0, 5.0, 25.0

_SAYS_NOTHING = frozenset({"a", "an", "and", "for", "in", "my", "of", "on", "or", "the", "to", "with"})
_ODD_PLURALS = {"calves": "calf", "abs": "abs", "feet": "foot", "carries": "carry"}
# Shorter than that, too many words are but a slip away.
_SHORTEST_SLIP = 4
_ALIKE = 0.75


@dataclass(frozen=True)
class _Indexed:
    """A thing with the best worth of each of its words; names and muscles as phrases of such words."""

    thing: Findable
    names: tuple[str, ...]
    muscles: tuple[str, ...]
    worth: Mapping[str, float]


def found(typed: str, things: Sequence[Findable]) -> tuple[Findable, ...]:
    """
    Return those that every word typed says something of, the best fit first; all, as they came, for no word.

    A word counts if it is begun, and if nothing at all fits it, also with a slip: "dumbell".
    """
    words = _words(typed)
    if not words:
        return tuple(things)
    index = [_indexed(thing) for thing in things]
    known = frozenset(word for each in index for word in each.worth)
    meant = [_meant(word, known) for word in words]
    phrase = " ".join(_best(word, one) for word, one in zip(words, meant, strict=True))
    # A word that is known as it stands is not the beginning of another.
    goes_on = not all(1.0 in one.values() for one in meant)
    scored = [(_score(each, meant, phrase, goes_on=goes_on), each.thing) for each in index]
    categories = list(CATEGORIES)
    ranked = sorted(
        ((score, thing) for score, thing in scored if score),
        key=lambda pair: (-pair[0], categories.index(pair[1].category), pair[1].level, pair[1].name),
    )
    return tuple(thing for _, thing in ranked)


def _best(word: str, meant: Mapping[str, float]) -> str:
    """The word itself as far as it may still be going on, else what it was a slip for."""
    return next(iter(meant)) if set(meant.values()) == {SLIP} else word


def _score(each: _Indexed, meant: Sequence[Mapping[str, float]], phrase: str, *, goes_on: bool) -> float:
    """What it is worth; 0 if a word says nothing of it."""
    of_words = [
        max((each.worth[word] * left for word, left in one.items() if word in each.worth), default=0.0)
        for one in meant
    ]
    if not all(of_words):
        return 0.0
    of_name = max(_of_name(name, phrase, nth, goes_on=goes_on) for nth, name in enumerate(each.names))
    trains_it = " " in phrase and any(f" {phrase} " in f" {muscle} " for muscle in each.muscles)
    return max(sum(of_words) + of_name, TRAINS_IT if trains_it else 0.0)


def _of_name(name: str, phrase: str, nth: int, *, goes_on: bool) -> float:
    """What it adds that the words are a name or begin one; the first name is the one it is called by."""
    if phrase.replace(" ", "") == name.replace(" ", ""):
        return THE_VERY_ALIAS if nth else THE_VERY_NAME
    words, parts = phrase.split(), name.split()
    begun = 0.0
    if f"{name} ".startswith(f"{phrase} "):
        begun = BEGINS_SO
    elif goes_on and name.startswith(phrase):
        begun = BEGINS_SO / 2
    return begun + (ALL_IN_NAME * len(words) / len(parts) if set(words) <= set(parts) else 0.0)


def _meant(word: str, known: frozenset[str]) -> dict[str, float]:
    """The known words that a typed one may stand for, with what is left of their worth."""
    begun = {other: BEGINNING for other in known if other.startswith(word)}
    if word in known:
        # The word itself comes before any that only begins with it: lats before lateral.
        return {**dict.fromkeys(begun, BEGINNING / 2), word: 1.0}
    if begun or len(word) < _SHORTEST_SLIP:
        return begun
    return dict.fromkeys(get_close_matches(word, sorted(known), n=5, cutoff=_ALIKE), SLIP)


@lru_cache(maxsize=4096)
def _indexed(thing: Findable) -> _Indexed:
    names = tuple(" ".join(_words(name)) for name in (thing.name, *thing.aliases))
    shelves = (
        (USE, [thing.why]),
        (HELPER, [_muscle(muscle) for muscle in thing.helped_by]),
        (CATEGORY, [CATEGORIES[thing.category]]),
        (PATTERN, [MOVEMENT_PATTERNS.get(thing.pattern, "")]),
        (KIT, [f"{EQUIPMENT[item]} {EQUIPMENT_WORDS.get(item, '')}" for item in thing.kit]),
        (MUSCLE, [_muscle(muscle) for muscle in thing.muscles]),
        (ALIAS, thing.aliases),
        (NAME, [thing.name]),
    )
    worth: dict[str, float] = {}
    for value, texts in shelves:
        for text in texts:
            words = _words(text)
            worth |= dict.fromkeys(words, value)
            if value >= ALIAS:
                # "pushup" for "push-up".
                worth |= dict.fromkeys(map("".join, pairwise(words)), value)
    muscles = tuple(" ".join(_words(_muscle(muscle))) for muscle in sorted(thing.muscles))
    return _Indexed(thing, names, muscles, worth)


def _muscle(muscle: str) -> str:
    return f"{MUSCLES[muscle]} {MUSCLE_WORDS.get(muscle, '')}"


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return [_singular(word) for word in words if word not in _SAYS_NOTHING]


def _singular(word: str) -> str:
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    return (
        word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )

"""Finds in a title the kinds of run and the races that it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from logbook.kinds.around import ASIDE, ASIDE_FROM_RACE, FILLERS, NEUTRAL
from logbook.kinds.repetitions import repetitions_at
from logbook.kinds.tokens import Phrase, Token, composed, phrases_of, tokens_of
from logbook.kinds.words import BARE, NAMED_RACES, SAYS_EASY, SAYS_NOTHING, WORDS
from workouts.vocabulary import RunKind

# A kind, the length of a race in metres, or nothing.
Meaning = RunKind | float | None


@dataclass(frozen=True)
class Found:
    """What a phrase means, and the title's own words for it."""

    meaning: RunKind | float
    words: str


def kind_named(title: str | None) -> tuple[RunKind, str] | None:
    """Return the kind that a title means, the foremost in `WORDS` of several, and its words for it."""
    kinds = [(found.meaning, found.words) for found in _found(title) if isinstance(found.meaning, RunKind)]
    return min(kinds, key=lambda named: _RANK[named[0]], default=None)


def race_named(title: str | None) -> tuple[float, str] | None:
    """Return the metres of the race that a title calls by its length, and its words for it."""
    races = ((found.meaning, found.words) for found in _found(title) if isinstance(found.meaning, float))
    return next(races, None)


def _found(title: str | None) -> Iterator[Found]:
    """Yield what the title's phrases mean, but for those that it takes back itself."""
    text = composed(title)
    tokens = tokens_of(text)
    for meaning, start, end in _spans([token.text for token in tokens]):
        if meaning is not None and not _is_taken_back(tokens, start, meaning):
            yield Found(meaning, text[tokens[start].start : tokens[end - 1].end])


def _spans(texts: Sequence[str]) -> Iterator[tuple[Meaning, int, int]]:
    """Yield each phrase's meaning, start and end; every word is used once, the longest phrase first."""
    telling = sum(text not in NEUTRAL and not text.isdecimal() for text in texts)
    meanings = _WITH_BARE if telling <= 1 else _PHRASES
    at = 0
    while at < len(texts):
        meaning, end = repetitions_at(texts, at) or _longest_at(texts, at, meanings) or (None, at + 1)
        yield meaning, at, end
        at = end


def _longest_at(
    texts: Sequence[str], at: int, meanings: Mapping[Phrase, Meaning]
) -> tuple[Meaning, int] | None:
    for end in range(min(at + _LONGEST, len(texts)), at, -1):
        if (phrase := tuple(texts[at:end])) in meanings:
            return meanings[phrase], end
    return None


def _is_taken_back(tokens: Sequence[Token], at: int, meaning: Meaning) -> bool:
    """Say whether the words before a phrase set it aside: "no", "after the", or "for a" before a race."""
    before = at - 1
    while before >= 0 and tokens[before].text in FILLERS:
        before -= 1
    if before < 0:
        return False
    is_race = isinstance(meaning, float) or meaning in {RunKind.RACE, RunKind.RACE_PACE}
    return tokens[before].text in (ASIDE | ASIDE_FROM_RACE if is_race else ASIDE)


def _meanings() -> Iterator[tuple[str, Meaning]]:
    """Yield words and what they mean; what comes later holds where two say the same."""
    yield from ((words, kind) for kind, words in WORDS.items())
    yield from ((words, metres) for metres, words in NAMED_RACES.items())
    yield SAYS_EASY, RunKind.EASY
    yield SAYS_NOTHING, None


_RANK = {kind: rank for rank, kind in enumerate(WORDS)}
_PHRASES: dict[Phrase, Meaning] = {
    phrase: meaning for words, meaning in _meanings() for phrase in phrases_of(words)
}
_BARE = {phrase: kind for kind, words in BARE.items() for phrase in phrases_of(words)}
_WITH_BARE: dict[Phrase, Meaning] = {**_BARE, **_PHRASES}
_LONGEST = max(map(len, _PHRASES))

"""Filters: which exercises fit what was chosen, and how many each further choice would leave."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from workouts.search.findable import Findable

NO_KIT = "none"  # in the place of an item: that none is needed
ONE_SIDE, BOTH = "one", "both"

Fits = Callable[[Findable, Set[str]], bool]


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """
    What was chosen, by the kind of filter; nothing chosen of a kind lets everything through.

    Of one kind any choice is enough, and every kind must fit.  `owned` is the kit it has to be possible
    with, None where that is not asked.
    """

    by_kind: Mapping[str, frozenset[str]]
    owned: frozenset[str] | None = None

    def fits(self, thing: Findable) -> bool:
        """Whether the exercise fits all of it."""
        if self.owned is not None and not thing.is_possible_with(self.owned):
            return False
        return all(not wanted or KINDS[kind](thing, wanted) for kind, wanted in self.by_kind.items())

    def but(self, kind: str, *wanted: str) -> "Chosen":
        """The same with another choice of one kind."""
        return replace(self, by_kind={**self.by_kind, kind: frozenset(wanted)})


def _takes(thing: Findable, wanted: Set[str]) -> bool:
    return (NO_KIT in wanted and thing.needs_nothing) or bool(wanted & (thing.kit - {NO_KIT}))


def _is_sided(thing: Findable, wanted: Set[str]) -> bool:
    return (ONE_SIDE if thing.is_sided else BOTH) in wanted


KINDS: Mapping[str, Fits] = {
    "muscle": lambda thing, wanted: bool(thing.muscles & wanted),
    "kit": _takes,
    "category": lambda thing, wanted: thing.category in wanted,
    "level": lambda thing, wanted: str(thing.level) in wanted,
    "pattern": lambda thing, wanted: thing.pattern in wanted,
    "sides": _is_sided,
}


def fitting(things: Iterable[Findable], *, chosen: Chosen) -> tuple[Findable, ...]:
    """Return those that fit, in the order they came."""
    return tuple(thing for thing in things if chosen.fits(thing))


def counts(
    things: Sequence[Findable], *, chosen: Chosen, kind: str, choices: Iterable[str]
) -> dict[str, int]:
    """Return how many there would be of each choice alone, whatever else of its kind is chosen now."""
    others = fitting(things, chosen=chosen.but(kind))
    return {choice: sum(KINDS[kind](thing, {choice}) for thing in others) for choice in choices}

"""Filters: which exercises fit what was chosen, and how many each further choice would leave."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from workouts.search.findable import Findable

NO_KIT = "none"  # in the place of an item: that none is needed
ONE_SIDE, BOTH = "one", "both"


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
        return all(not wanted or KINDS[kind](thing) & wanted for kind, wanted in self.by_kind.items())

    def but(self, kind: str, *wanted: str) -> "Chosen":
        """The same with another choice of one kind."""
        return replace(self, by_kind={**self.by_kind, kind: frozenset(wanted)})


def _kit(thing: Findable) -> Set[str]:
    named = thing.kit - {NO_KIT}
    return named | {NO_KIT} if thing.needs_nothing else named


# Under which choices of a kind an exercise is found.
KINDS: Mapping[str, Callable[[Findable], Set[str]]] = {
    "muscle": lambda thing: thing.muscles,
    "kit": _kit,
    "category": lambda thing: {thing.category},
    "level": lambda thing: {str(thing.level)},
    "pattern": lambda thing: {thing.pattern},
    "sides": lambda thing: {ONE_SIDE if thing.is_sided else BOTH},
}


def fitting(things: Iterable[Findable], *, chosen: Chosen) -> tuple[Findable, ...]:
    """Return those that fit, in the order they came."""
    return tuple(thing for thing in things if chosen.fits(thing))


def counts(
    things: Sequence[Findable], *, chosen: Chosen, kind: str, choices: Iterable[str]
) -> dict[str, int]:
    """Return how many there would be of each choice alone, whatever else of its kind is chosen now."""
    others = fitting(things, chosen=chosen.but(kind))
    found = Counter(choice for thing in others for choice in KINDS[kind](thing))
    return {choice: found[choice] for choice in choices}

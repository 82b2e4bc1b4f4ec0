"""An exercise as it can be found: its names, and what it trains, needs and is."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from workouts.vocabulary import SOFT_EQUIPMENT


@dataclass(frozen=True, kw_only=True)
class Findable:
    """
    muscles: those it trains most; helped_by: those that help.
    kit: everything it mentions; options: the sets of kit of which any one is enough, soft things left out.
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    category: str
    level: int
    pattern: str
    muscles: frozenset[str]
    helped_by: frozenset[str] = frozenset()
    kit: frozenset[str] = frozenset()
    options: tuple[frozenset[str], ...]
    is_sided: bool
    why: str = ""

    def is_possible_with(self, owned: Set[str]) -> bool:
        """Whether that kit is enough.  A mat, a wall, a chair and the like are at hand everywhere."""
        return any(needed <= owned for needed in self.options)

    @property
    def needs_nothing(self) -> bool:
        return frozenset() in self.options


def kit_options(options: Iterable[Iterable[str]]) -> tuple[frozenset[str], ...]:
    """Return the sets of kit of which any one is enough, without what is at hand everywhere."""
    return tuple(frozenset(option) - SOFT_EQUIPMENT for option in options) or (frozenset(),)

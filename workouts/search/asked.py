"""What the list of exercises was asked for, as its address says it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlencode

from workouts.search.filters import BOTH, NO_KIT, ONE_SIDE
from workouts.vocabulary import (
    CATEGORIES,
    EQUIPMENT,
    LEVELS,
    MOVEMENT_PATTERNS,
    MUSCLES,
    SOFT_EQUIPMENT,
    everyday_muscle,
)

LONGEST_QUERY = 100

# Every kind of filter, in the order of the page, with what can be chosen and how that is called.
CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "muscle": {muscle: everyday_muscle(muscle) for muscle in MUSCLES},
        "kit": {
            NO_KIT: "no equipment needed",
            **{item: label for item, label in EQUIPMENT.items() if item not in SOFT_EQUIPMENT},
        },
        "category": CATEGORIES,
        "level": {str(level): label for level, label in LEVELS.items()},
        "pattern": MOVEMENT_PATTERNS,
        "sides": {ONE_SIDE: "One side at a time", BOTH: "Both sides"},
    }
)
SORTS: Mapping[str, str] = MappingProxyType(
    {"": "Category, or best match", "name": "Name", "level": "Level", "recent": "How recently you did it"}
)
QUERY, OWNED, SORT = "q", "own", "sort"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """
    query: what is searched for.  by_kind: what is chosen of each kind of filter, in the order of the page.
    only_owned: only what is possible with the athlete's own kit.  sort: one of SORTS.
    """

    query: str = ""
    by_kind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    only_owned: bool = False
    sort: str = ""

    @classmethod
    def read(cls, sent: Iterable[tuple[str, list[str]]]) -> "Asked":
        """Read it from the lists of an address; what no filter knows is left out."""
        lists = dict(sent)
        one = {name: values[-1].strip() for name, values in lists.items() if values}
        chosen = {
            kind: tuple(choice for choice in choices if choice in lists.get(kind, ()))
            for kind, choices in CHOICES.items()
        }
        sort = one.get(SORT, "")
        return cls(
            query=one.get(QUERY, "")[:LONGEST_QUERY],
            by_kind={kind: choices for kind, choices in chosen.items() if choices},
            only_owned=OWNED in one,
            sort=sort if sort in SORTS else "",
        )

    @property
    def is_open(self) -> bool:
        """Whether everything is asked for."""
        return not (self.query or self.by_kind or self.only_owned)

    def without(self, part: str) -> "Asked":
        """The same without one kind of filter, without the search ("q"), or with any kit ("own")."""
        if part == QUERY:
            return replace(self, query="")
        if part == OWNED:
            return replace(self, only_owned=False)
        return replace(self, by_kind={kind: chosen for kind, chosen in self.by_kind.items() if kind != part})

    def toggled(self, kind: str, choices: tuple[str, ...]) -> "Asked":
        """The same with these choices of a filter too, or without them if all of them are chosen."""
        chosen = self.by_kind.get(kind, ())
        wanted = set(chosen) - set(choices) if set(choices) <= set(chosen) else {*chosen, *choices}
        in_order = tuple(choice for choice in CHOICES[kind] if choice in wanted)
        by_kind = {**self.by_kind, kind: in_order}
        return replace(self, by_kind={name: by_kind[name] for name in CHOICES if by_kind.get(name)})

    @property
    def parts(self) -> tuple[str, ...]:
        """What of it narrows the list, each a name that `without` knows."""
        query, owned = (QUERY,) * bool(self.query), (OWNED,) * self.only_owned
        return (*query, *self.by_kind, *owned)

    @property
    def address(self) -> str:
        """The query of its address, from which it can be read again: "q=hip&muscle=hip_flexors"."""
        pairs = [(QUERY, self.query)] if self.query else []
        pairs += [(kind, choice) for kind, chosen in self.by_kind.items() for choice in chosen]
        pairs += [(OWNED, "on")] if self.only_owned else []
        pairs += [(SORT, self.sort)] if self.sort else []
        return urlencode(pairs)

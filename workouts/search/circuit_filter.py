"""Which circuits there is time and kit for: "what can I do in 12 minutes with a mini band?"."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from workouts.vocabulary import EQUIPMENT, SOFT_EQUIPMENT

MOST_MINUTES = 240
KIT_TO_NAME = tuple(item for item in EQUIPMENT if item not in SOFT_EQUIPMENT)
MINUTES, KIT, OWNED = "minutes", "kit", "own"


@dataclass(frozen=True, kw_only=True)
class FindableCircuit:
    """
    A circuit as it can be found.

    minutes: how long it takes.  options: for each station the sets of kit of which any one is enough.
    """

    slug: str
    minutes: int
    options: tuple[tuple[frozenset[str], ...], ...]

    def is_possible_with(self, kit: Set[str]) -> bool:
        """Whether that kit is enough for every station."""
        return all(any(needed <= kit for needed in ways) for ways in self.options)


@dataclass(frozen=True, kw_only=True)
class CircuitAsked:
    """
    minutes: how many there are at most, None for any.  unread: what was typed for them and is no such number.
    kit: what is at hand.
    only_owned: whether what the athlete owns is at hand, too.

    Where neither kit nor what is owned is named, any kit will do.
    """

    minutes: int | None = None
    unread: str = ""
    kit: tuple[str, ...] = ()
    only_owned: bool = False

    @classmethod
    def read(cls, sent: Iterable[tuple[str, list[str]]]) -> "CircuitAsked":
        """Read it from the lists of an address; what makes no sense is left out."""
        lists = dict(sent)
        typed = (lists.get(MINUTES) or [""])[-1].strip()
        minutes = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0
        is_read = 0 < minutes <= MOST_MINUTES
        return cls(
            minutes=minutes if is_read else None,
            unread="" if is_read else typed[:10],
            kit=tuple(item for item in KIT_TO_NAME if item in lists.get(KIT, ())),
            only_owned=OWNED in lists,
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """What of it narrows the list, each a name that `without` knows."""
        named = ((MINUTES, self.minutes is not None), (KIT, bool(self.kit)), (OWNED, self.only_owned))
        return tuple(part for part, is_named in named if is_named)

    def without(self, part: str) -> "CircuitAsked":
        """The same with any length, or without naming kit, or without what is owned."""
        blank = CircuitAsked()
        field = {MINUTES: "minutes", KIT: "kit", OWNED: "only_owned"}[part]
        return replace(self, **{field: getattr(blank, field)})

    @property
    def address(self) -> str:
        """The query of its address, from which it can be read again."""
        pairs = [(MINUTES, str(self.minutes))] if self.minutes is not None else []
        pairs += [(KIT, item) for item in self.kit]
        pairs += [(OWNED, "on")] if self.only_owned else []
        return urlencode(pairs)

    def fits(self, circuit: FindableCircuit, *, owned: Set[str]) -> bool:
        """Whether there is time and kit for it."""
        if self.minutes is not None and circuit.minutes > self.minutes:
            return False
        at_hand = {*self.kit, *(owned if self.only_owned else ())}
        return not (self.kit or self.only_owned) or circuit.is_possible_with(at_hand)


def fitting(
    circuits: Sequence[FindableCircuit], *, asked: CircuitAsked, owned: Set[str]
) -> tuple[FindableCircuit, ...]:
    """Return those there is time and kit for, in the order they came."""
    return tuple(circuit for circuit in circuits if asked.fits(circuit, owned=owned))

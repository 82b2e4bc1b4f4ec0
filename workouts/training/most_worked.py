"""Most worked: the muscles a circuit is for, in the order of how much they get of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workouts.vocabulary import everyday_muscle


@dataclass(frozen=True)
class Worked:
    """Sets of one exercise, the muscles it is for, and those that help."""

    sets: int
    primary: Iterable[str]
    secondary: Iterable[str]


def most_worked(stations: Iterable[Worked]) -> tuple[str, ...]:
    """
    Return what the stations are for by everyday names, the most worked first.

    A helping muscle counts half, as in hard sets (handbook 4.12), and is not among those it is for.
    """
    sets: Counter[str] = Counter()
    main: set[str] = set()
    for each in stations:
        main.update(each.primary)
        sets.update(dict.fromkeys(each.primary, 2 * each.sets))
        sets.update(dict.fromkeys(each.secondary, each.sets))
    ranked = sorted(main, key=lambda muscle: (-sets[muscle], everyday_muscle(muscle)))
    return tuple(everyday_muscle(muscle) for muscle in ranked)

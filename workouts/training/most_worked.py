"""Most worked: the muscles a circuit is for, in the order of how much they get of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from workouts.vocabulary import everyday_muscle


@dataclass(frozen=True)
class Worked:
    """Sets of one exercise, the muscles it is for, and those that help."""

    sets: int
    primary: Iterable[str]
    secondary: Iterable[str]


def sets_by_muscle(stations: Iterable[Worked]) -> dict[str, float]:
    """Sets of each muscle, by its key; a helping muscle counts half, as in hard sets (handbook 4.12)."""
    sets: dict[str, float] = defaultdict(float)
    for each in stations:
        for muscle in each.primary:
            sets[muscle] += each.sets
        for muscle in each.secondary:
            sets[muscle] += each.sets / 2
    return dict(sets)


def most_worked(stations: Iterable[Worked]) -> tuple[str, ...]:
    """
    Return what the stations are for by everyday names, the most worked first.

    A muscle that only helps is not among those they are for.
    """
    each_station = tuple(stations)
    sets = sets_by_muscle(each_station)
    main = {muscle for each in each_station for muscle in each.primary}
    ranked = sorted(main, key=lambda muscle: (-sets[muscle], everyday_muscle(muscle)))
    return tuple(everyday_muscle(muscle) for muscle in ranked)

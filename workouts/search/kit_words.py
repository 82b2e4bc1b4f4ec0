"""What an exercise or a circuit needs, in words, and what it may be done with."""

from collections.abc import Iterable, Sequence

from workouts.vocabulary import EQUIPMENT, SOFT_EQUIPMENT

NOTHING = "no equipment"


def needed(equipment: Sequence[str], options: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """
    Return each thing an exercise cannot do without, in words: "mat", "dumbbell or kettlebell".

    options: sets of kit of which any one is enough; a mat, a wall and the like are in none of them.
    """
    at_hand = [item for item in equipment if item in SOFT_EQUIPMENT] if "none" not in equipment else []
    ways = " or ".join(" with ".join(map(EQUIPMENT.__getitem__, option)) for option in _ways(options))
    return (*map(EQUIPMENT.__getitem__, at_hand), *((ways,) if ways else ()))


def _ways(options: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The sets of kit of which one is needed; none where it goes without any."""
    return options if all(options) else ()


def kit_told(equipment: Sequence[str], options: Sequence[Sequence[str]]) -> str:
    """Return what it needs and what it may be done with: "mat (mini band optional)"."""
    needs = needed(equipment, options)
    named = {item for option in _ways(options) for item in option}
    sure = named | (SOFT_EQUIPMENT if "none" not in equipment else {"none"})
    optional = ", ".join(EQUIPMENT[item] for item in equipment if item not in sure)
    told = ", ".join(needs) or NOTHING
    return f"{told} ({optional} optional)" if optional else told


def all_needed(exercises: Iterable[tuple[Sequence[str], Sequence[Sequence[str]]]]) -> tuple[str, ...]:
    """Return what several exercises cannot do without, each thing once, in alphabetical order."""
    return tuple(sorted({thing for equipment, options in exercises for thing in needed(equipment, options)}))

"""The catalogue's own exercises, as they can be found."""

from functools import cache

from workouts.catalogue.entries import ExerciseEntry
from workouts.catalogue.files import read_files
from workouts.search.findable import Findable, kit_options


@cache
def catalogue() -> tuple[Findable, ...]:
    """Every exercise of the files, by name."""
    entries = read_files().exercises.values()
    return tuple(findable(entry) for entry in sorted(entries, key=lambda entry: entry.name))


def findable(entry: ExerciseEntry) -> Findable:
    return Findable(
        slug=entry.slug,
        name=entry.name,
        aliases=entry.aliases,
        category=entry.category,
        level=entry.level,
        pattern=entry.movement_pattern,
        muscles=frozenset(entry.primary_muscles),
        helped_by=frozenset(entry.secondary_muscles),
        kit=frozenset(entry.equipment),
        options=kit_options(entry.equipment_options),
        is_sided=entry.unilateral,
        why=entry.why_for_runners,
    )

"""Reads an exercise as search and filters see it."""

from workouts.models import Exercise
from workouts.search.findable import Findable, kit_options


def findable(exercise: Exercise) -> Findable:
    """No query."""
    return Findable(
        slug=exercise.slug,
        name=exercise.name,
        aliases=tuple(exercise.aliases),
        category=exercise.category,
        level=exercise.level,
        pattern=exercise.movement_pattern,
        muscles=frozenset(exercise.primary_muscles),
        helped_by=frozenset(exercise.secondary_muscles),
        kit=frozenset(exercise.equipment),
        options=kit_options(exercise.equipment_options),
        is_sided=exercise.unilateral,
        why=exercise.why_for_runners,
    )

"""The figures of the catalogue, set up for tests."""

from collections.abc import Mapping
from functools import cache

from workouts.catalogue.files import exercises
from workouts.figures.body.motion import seconds_in_order
from workouts.figures.body.scene import Scene, scene
from workouts.figures.muscle_map import steps_of

SLUGS = sorted(slug for slug, entry in exercises().items() if entry.figure)


@cache
def scene_of(slug: str) -> Scene:
    entry = exercises()[slug]
    assert entry.figure is not None
    return scene(entry.figure, seconds=seconds_in_order(entry.prescription.tempo, entry.starts_with))


def tints_of(slug: str) -> Mapping[str, int]:
    entry = exercises()[slug]
    return steps_of(primary=entry.primary_muscles, secondary=entry.secondary_muscles)

"""The catalogue's own exercises, as a circuit can be made of them."""

from functools import cache

from tests.workouts.search.shelf import findable
from workouts.catalogue.entries import ExerciseEntry
from workouts.catalogue.files import read_files
from workouts.own.known import Exercises, Known


@cache
def exercises() -> Exercises:
    return Exercises(map(known, read_files().exercises.values()))


def known(entry: ExerciseEntry) -> Known:
    return Known(
        findable=findable(entry),
        usual=entry.prescription,
        starts_with=entry.starts_with,
        leg_fatigue=entry.leg_fatigue,
        target_rpe=entry.target_rpe,
    )

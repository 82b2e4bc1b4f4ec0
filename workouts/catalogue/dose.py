"""Reads a dose: repetitions, seconds or metres, exactly one of them, and the tempo of repetitions."""

from dataclasses import dataclass

from workouts.catalogue.fields import Fields
from workouts.training.tempo import Tempo

_DOSES = ("reps", "seconds", "distance_m")


@dataclass(frozen=True)
class Dose:
    """How much of an exercise, for one side where it has sides.  `keys` are the doses that were given."""

    keys: tuple[str, ...]
    reps: int | None
    seconds: int | None
    distance_m: int | None
    tempo: Tempo | None


def read_dose(fields: Fields) -> Dose:
    """Read the dose in a table; anything but one dose, and a tempo without repetitions, is a mistake."""
    reps, seconds, distance_m = (fields.optional_whole(key, low=1) for key in _DOSES)
    tempo = fields.optional_tempo("tempo")
    keys = tuple(key for key in _DOSES if fields.has(key))
    if len(keys) != 1:
        fields.note(f"exactly one of {', '.join(_DOSES)} is wanted, not {' and '.join(keys) or 'none'}.")
    elif tempo is not None and keys != ("reps",):
        fields.note("a tempo needs reps.", key="tempo")
    return Dose(keys=keys, reps=reps, seconds=seconds, distance_m=distance_m, tempo=tempo)

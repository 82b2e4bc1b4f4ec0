"""Reads exercises for their pages: by category and search, and one with all there is to know."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workouts.figures import tempo_profile
from workouts.figures.tempo_profile import TempoProfile
from workouts.models import Circuit, Exercise
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith, Tempo
from workouts.vocabulary import CATEGORIES, EQUIPMENT, MUSCLES

# As many names as fit into one look on a phone.
MOST_TO_CHOOSE_FROM = 8


@dataclass(frozen=True)
class ExerciseRow:
    """An exercise in a list, with its repetition drawn; no drawing where it has no tempo."""

    exercise: Exercise
    dose: str
    profile: TempoProfile | None


@dataclass(frozen=True)
class Shelf:
    """One category and what stands on it."""

    slug: str
    label: str
    rows: tuple[ExerciseRow, ...]


@dataclass(frozen=True)
class Shelves:
    """The list of exercises: what was searched for, how many fit, how many there are."""

    query: str
    category: str
    shelves: tuple[Shelf, ...]
    found: int
    total: int


@dataclass(frozen=True)
class ExercisePage:
    exercise: Exercise
    prescription: Prescription
    profile: TempoProfile | None
    tempo_sentence: str
    circuits: tuple[Circuit, ...]


@dataclass(frozen=True)
class Named:
    """An exercise by its slug and its name."""

    slug: str
    name: str


class NoSuchExercise(LookupError):
    """What was typed is no exercise on offer, or fits several, which are `fitting`; the text says so."""

    def __init__(self, told: str, fitting: Sequence[Named] = ()) -> None:
        super().__init__(told)
        self.fitting = tuple(fitting)


def names() -> tuple[Named, ...]:
    """Every exercise on offer by its name, in alphabetical order, to choose from while typing.  One query."""
    return tuple(
        Named(slug, name)
        for slug, name in Exercise.objects.offered().order_by("name").values_list("slug", "name")
    )


def called(text: str, *, among: Sequence[Named]) -> Named:
    """
    The exercise of that name or slug, or the only one with all these words in its name.

    :raises NoSuchExercise: if there is none, or more than one
    """
    typed = _plain(text)
    words = re.findall(r"\w+", typed)
    for exercise in among:
        if typed in (_plain(exercise.name), _plain(exercise.slug)):
            return exercise
    fitting = [each for each in among if words and all(word in _plain(each.name) for word in words)]
    if len(fitting) == 1:
        return fitting[0]
    quoted = text if len(text) <= 40 else f"{text[:39]}…"
    if not fitting:
        raise NoSuchExercise(f"No exercise is called “{quoted}”. Type a part of its name and choose one.")
    if len(fitting) <= MOST_TO_CHOOSE_FROM:
        raise NoSuchExercise(f"“{quoted}” fits {len(fitting)} exercises. Choose one.", fitting)
    raise NoSuchExercise(
        f"“{quoted}” fits {len(fitting)} exercises. Choose one of the first {MOST_TO_CHOOSE_FROM}, "
        "or type more of the name.",
        fitting[:MOST_TO_CHOOSE_FROM],
    )


def shelves(*, query: str = "", category: str = "") -> Shelves:
    """All exercises, or those that hold every word of `query`.  One query."""
    everything = list(Exercise.objects.offered().in_page_order())
    words = _plain(query).split()
    fitting = [
        exercise
        for exercise in everything
        if category in ("", exercise.category) and all(word in _haystack(exercise) for word in words)
    ]
    by_category = {slug: [e for e in fitting if e.category == slug] for slug in CATEGORIES}
    shelved = tuple(
        Shelf(slug, CATEGORIES[slug], tuple(_exercise_row(e) for e in of_it))
        for slug, of_it in by_category.items()
        if of_it
    )
    return Shelves(query, category, shelved, found=len(fitting), total=len(everything))


def _haystack(exercise: Exercise) -> str:
    muscles = (MUSCLES[m] for m in (*exercise.primary_muscles, *exercise.secondary_muscles))
    kit = (EQUIPMENT[e] for e in exercise.equipment)
    parts = (exercise.name, CATEGORIES[exercise.category], exercise.why_for_runners, *muscles, *kit)
    return _plain(" ".join(parts))


def _plain(text: str) -> str:
    """Without capitals and dashes, so that "sit-to-stand" and "sit to stand" find one another."""
    return text.casefold().replace("-", " ")


def _exercise_row(exercise: Exercise) -> ExerciseRow:
    return ExerciseRow(
        exercise, exercise.prescription.dose, profile(exercise, exercise.tempo, tempo_profile.small)
    )


def exercise_page(*, slug: str) -> ExercisePage:
    """One exercise and the circuits that use it.  Two queries.

    :raises Exercise.DoesNotExist: if the catalogue has no such exercise
    """
    exercise = Exercise.objects.select_related("easier", "harder").get(slug=slug)
    circuits = Circuit.objects.offered().filter(stations__exercise=exercise).distinct()
    prescription = exercise.prescription
    drawn = profile(exercise, exercise.tempo, tempo_profile.large)
    return ExercisePage(exercise, prescription, drawn, _tempo_sentence(prescription), tuple(circuits))


def _tempo_sentence(prescription: Prescription) -> str:
    """What one set at the default dose amounts to, in seconds."""
    each = " on each side" if prescription.per_side else ""
    if prescription.tempo is not None and prescription.reps is not None:
        one_s = prescription.tempo.total_s
        if not prescription.counts_tension:
            return f"{one_s} s a repetition."
        a_side_s = prescription.reps * one_s
        return f"{one_s} s a repetition; {prescription.reps} make {a_side_s} s under tension{each}."
    if prescription.seconds is not None:
        tension = ", all of it under tension" if prescription.counts_tension else ""
        return f"{prescription.seconds} s a set{each}{tension}."
    return f"{prescription.dose} a set, without a set tempo."


def profile(exercise: Exercise, tempo: str, draw) -> TempoProfile | None:  # type: ignore[no-untyped-def]
    """The repetition drawn by `draw`, from where the exercise starts; None without a tempo."""
    if not tempo:
        return None
    starts_with = StartsWith(exercise.starts_with or StartsWith.LOWER)
    drawn: TempoProfile = draw(tempo=Tempo.parse(tempo), starts_with=starts_with)
    return drawn

"""Reads exercises: by their names, and one with all there is to know for its page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from workouts import drawings
from workouts.drawings import Figure
from workouts.figures import tempo_profile
from workouts.figures.muscle_map import MuscleMap
from workouts.figures.tempo_profile import TempoProfile
from workouts.models import Athlete, Circuit, Exercise, ExerciseNote
from workouts.models.exercise import ExerciseQuerySet
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith, Tempo

# As many names as fit into one look on a phone.
MOST_TO_CHOOSE_FROM = 8


@dataclass(frozen=True)
class Rung:
    """One step of a ladder, the easiest first; `is_here` is the exercise whose ladder it is."""

    exercise_id: int
    address: str
    name: str
    is_here: bool


@dataclass(frozen=True)
class ExercisePage:
    """An exercise with what belongs to it; `note` and `video_url` are the athlete's own, "" without any."""

    exercise: Exercise
    note: str
    video_url: str
    ladder: tuple[Rung, ...]
    prescription: Prescription
    profile: TempoProfile | None
    tempo_sentence: str
    figure: Figure | None
    muscle_map: MuscleMap
    circuits: tuple[Circuit, ...]


@dataclass(frozen=True)
class Named:
    """An exercise by its slug, its name, what else it is called, and whether it is on offer."""

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    is_offered: bool = True

    def holds(self, words: Sequence[str]) -> bool:
        """Whether one of its names holds all these words."""
        return any(all(word in _plain(name) for word in words) for name in (self.name, *self.aliases))


class NoSuchExercise(LookupError):
    """What was typed is no exercise on offer, or fits several, which are `fitting`; the text says so."""

    def __init__(self, told: str, fitting: Sequence[Named] = ()) -> None:
        super().__init__(told)
        self.fitting = tuple(fitting)


def names(*, athlete: Athlete) -> tuple[Named, ...]:
    """Every exercise on offer by its name, in alphabetical order, to choose from while typing.  One query."""
    return tuple(
        Named(slug, name, tuple(aliases))
        for slug, name, aliases in Exercise.objects.offered(to=athlete)
        .order_by("name")
        .values_list("slug", "name", "aliases")
    )


def names_taken(*, athlete: Athlete) -> tuple[Named, ...]:
    """Those whose name no other can have: what is on offer, and one's own that is retired.  One query."""
    taken = Exercise.objects.reachable(to=athlete).exclude(athlete=None, retired_at__isnull=False)
    rows = taken.order_by("name").values_list("slug", "name", "retired_at")
    return tuple(Named(slug, name, is_offered=gone is None) for slug, name, gone in rows)


def called(text: str, *, among: Sequence[Named]) -> Named:
    """
    The exercise of that name or slug, or the only one with all these words in one of its names.

    :raises NoSuchExercise: if there is none, or more than one
    """
    typed = _plain(text)
    words = re.findall(r"\w+", typed)
    for exercise in among:
        if typed in (_plain(exercise.name), _plain(exercise.slug)):
            return exercise
    fitting = [each for each in among if words and each.holds(words)]
    fitting.sort(key=lambda each: typed not in map(_plain, each.aliases))
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


def exercise(*, slug: str, athlete: Athlete) -> Exercise:
    """An exercise of the catalogue or the athlete's own.  One query.

    :raises Exercise.DoesNotExist: if there is none of that slug
    """
    return Exercise.objects.reachable(to=athlete).with_rungs().get(slug=slug)


def _plain(text: str) -> str:
    """Without capitals and dashes, so that "sit-to-stand" and "sit to stand" find one another."""
    return text.casefold().replace("-", " ")


def exercise_page(*, slug: str, athlete: Athlete) -> ExercisePage:
    """One exercise of the catalogue with its ladder and the circuits that use it.  Three queries.

    :raises Exercise.DoesNotExist: if the catalogue has no such exercise
    """
    return _page(Exercise.objects.reachable().filter(slug=slug), athlete)


def own_exercise_page(*, exercise_id: int, athlete: Athlete) -> ExercisePage:
    """An exercise of the athlete's own.  Three queries.

    :raises Exercise.DoesNotExist: if the athlete has no such exercise
    """
    return _page(athlete.own_exercises.filter(pk=exercise_id), athlete)


def _page(found: ExerciseQuerySet, athlete: Athlete) -> ExercisePage:
    own = ExerciseNote.objects.filter(athlete=athlete, exercise=OuterRef("pk"))
    # With the athlete's own words, which no field of an exercise holds.
    exercise: Any = (
        found.with_rungs()
        .annotate(own_note=Subquery(own.values("note")), own_video=Subquery(own.values("video_url")))
        .get()
    )
    circuits = Circuit.objects.offered(to=athlete).filter(stations__exercise=exercise).distinct()
    prescription = exercise.prescription
    drawn = profile(exercise, exercise.tempo, tempo_profile.large)
    return ExercisePage(
        exercise,
        exercise.own_note or "",
        exercise.own_video or "",
        _ladder(exercise, athlete),
        prescription,
        drawn,
        _tempo_sentence(prescription),
        drawings.figure(exercise.slug),
        drawings.map_of(exercise),
        tuple(circuits),
    )


def _ladder(exercise: Exercise, athlete: Athlete) -> tuple[Rung, ...]:
    """From the easiest that leads here to the hardest it leads to; nothing where there is no other step."""
    if exercise.easier_id is None and exercise.harder_id is None:
        return ()
    on_offer = Exercise.objects.offered(to=athlete).only("slug", "athlete", "name", "easier", "harder")
    steps = {each.pk: each for each in on_offer}
    below = _followed(steps, exercise.easier_id, "easier_id", {exercise.pk})
    above = _followed(steps, exercise.harder_id, "harder_id", {exercise.pk, *(each.pk for each in below)})
    rungs = [*reversed(below), exercise, *above]
    return tuple(Rung(each.pk, each.get_absolute_url(), each.name, each.pk == exercise.pk) for each in rungs)


def _followed(
    steps: Mapping[int, Exercise], start: int | None, link: str, passed: set[int]
) -> list[Exercise]:
    """One step after the other.  A step may lead elsewhere than back, so none is taken twice."""
    found: list[Exercise] = []
    following = start
    while following is not None and following in steps and following not in passed:
        step = steps[following]
        found.append(step)
        passed = passed | {step.pk}
        following = getattr(step, link)
    return found


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

"""Writes exercises of one's own: made and changed, the circuits that have them kept in step."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction

from workouts.composing import follow, holding
from workouts.facts import ExerciseFacts
from workouts.models import Athlete, Exercise
from workouts.models.offered import own_slug
from workouts.owning import ChangedMeanwhile, MadeAlready, TooMany, on_offer, one_at_a_time

MOST_EXERCISES = 300


def make_exercise(*, athlete: Athlete, key: UUID, facts: ExerciseFacts) -> Exercise:
    """
    Store a new exercise.  The same once more under the same key changes nothing.

    :raises MadeAlready: if another one was made under that key
    :raises TooMany: if the athlete has too many already, those that are retired included
    """
    with transaction.atomic():
        one_at_a_time(athlete)
        slug = own_slug(athlete=athlete, key=key)
        if made := athlete.own_exercises.filter(slug=slug).first():
            if _described(made, athlete, facts):
                made.refresh_from_db()
                raise MadeAlready(made)
            return made
        if athlete.own_exercises.count() >= MOST_EXERCISES:
            raise TooMany(f"One account holds {MOST_EXERCISES} exercises of its own. Change one of those.")
        exercise = Exercise(athlete=athlete, slug=slug)
        _described(exercise, athlete, facts)
        exercise.save()
        return exercise


def change_exercise(
    *, athlete: Athlete, exercise_id: int, seen: int | None, facts: ExerciseFacts
) -> Exercise:
    """
    Change an exercise of one's own.  What was logged with it stays as it is.

    :raises Exercise.DoesNotExist: if the athlete has none of that id
    :raises ChangedMeanwhile: if it is not the version that was seen
    :raises UsedOtherwise: if a circuit of one's own asks for it as it could no longer be done
    """
    with transaction.atomic():
        one_at_a_time(athlete)
        exercise = athlete.own_exercises.get(pk=exercise_id)
        if exercise.version != seen:
            raise ChangedMeanwhile(exercise.version)
        circuits = holding(exercise)
        if _described(exercise, athlete, facts):
            exercise.version += 1
            exercise.save()
            follow(circuits)
        return exercise


def _described(exercise: Exercise, athlete: Athlete, facts: ExerciseFacts) -> bool:
    """Let it say what the facts say, without storing it; returns whether anything is new."""
    steps = on_offer(athlete, (facts.easier, facts.harder))
    written = asdict(facts)
    for step in ("easier", "harder"):
        number = steps.get(written.pop(step))
        written[f"{step}_id"] = None if number == exercise.pk else number
    changed = [name for name, value in written.items() if getattr(exercise, name) != value]
    for name in changed:
        setattr(exercise, name, written[name])
    return bool(changed)

"""Writes what athletes make for themselves: exercises and circuits, new, changed, retired."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import transaction

from workouts.facts import CircuitFacts, ExerciseFacts
from workouts.models import Athlete, Circuit, Exercise, Station
from workouts.models.offered import own_slug
from workouts.training.prescription import BadPrescription

MOST_EXERCISES, MOST_CIRCUITS = 300, 200


class ChangedMeanwhile(Exception):
    """Another tab changed it since it was shown here; `version` is what it is now."""

    def __init__(self, version: int) -> None:
        super().__init__(str(version))
        self.version = version


class UsedOtherwise(Exception):
    """A circuit of one's own asks for the exercise as it could no longer be done; the text says which."""


class TooMany(Exception):
    """The athlete has as many of them as one account holds; the text says what to do."""


def make_exercise(*, athlete: Athlete, key: UUID, facts: ExerciseFacts) -> Exercise:
    """
    Store a new exercise.  The same key again is the same exercise, which then says what is sent now.

    :raises TooMany: if the athlete has too many already
    """
    with transaction.atomic():
        _one_at_a_time(athlete)
        slug = own_slug(athlete=athlete, key=key)
        exercise = athlete.own_exercises.filter(slug=slug).first()
        if exercise is None:
            if athlete.own_exercises.count() >= MOST_EXERCISES:
                raise TooMany(
                    f"One account holds {MOST_EXERCISES} exercises of its own. Change one of those."
                )
            exercise = Exercise(athlete=athlete, slug=slug)
        return _keep_exercise(exercise, athlete, facts)


def change_exercise(
    *, athlete: Athlete, exercise_id: int, seen: int | None, facts: ExerciseFacts
) -> Exercise:
    """
    Change an exercise of one's own.  What was logged with it stays as it is.

    :raises Exercise.DoesNotExist: if the athlete has none of that id
    :raises ChangedMeanwhile: if it is not the version that was seen
    :raises UsedOtherwise: if a circuit of one's own asks for it in a dose it would no longer have
    """
    with transaction.atomic():
        exercise = athlete.own_exercises.select_for_update().get(pk=exercise_id)
        if exercise.version != seen:
            raise ChangedMeanwhile(exercise.version)
        exercise.version += 1
        return _keep_exercise(exercise, athlete, facts)


def make_circuit(*, athlete: Athlete, key: UUID, facts: CircuitFacts, source: Circuit | None) -> Circuit:
    """
    Store a new circuit, of `source` where it is a copy.  The same key again is the same circuit, likewise.

    :raises TooMany: if the athlete has too many already
    """
    with transaction.atomic():
        _one_at_a_time(athlete)
        slug = own_slug(athlete=athlete, key=key)
        circuit = athlete.own_circuits.filter(slug=slug).first()
        if circuit is None:
            if athlete.own_circuits.count() >= MOST_CIRCUITS:
                raise TooMany(f"One account holds {MOST_CIRCUITS} circuits of its own. Change one of those.")
            circuit = Circuit(athlete=athlete, slug=slug, position=0, level="all")
            if source is not None:
                # What its texts on safety hang on goes with it.
                circuit.level, circuit.tags = source.level, source.tags
                circuit.source_note = source.source_note
        return _keep_circuit(circuit, athlete, facts)


def change_circuit(*, athlete: Athlete, circuit_id: int, seen: int | None, facts: CircuitFacts) -> Circuit:
    """
    Change a circuit of one's own.  What was logged with it stays as it is.

    :raises Circuit.DoesNotExist: if the athlete has none of that id
    :raises ChangedMeanwhile: if it is not the version that was seen
    """
    with transaction.atomic():
        circuit = athlete.own_circuits.select_for_update().get(pk=circuit_id)
        if circuit.version != seen:
            raise ChangedMeanwhile(circuit.version)
        circuit.version += 1
        return _keep_circuit(circuit, athlete, facts)


def retire(thing: Exercise | Circuit, *, now: datetime) -> None:
    """Take something of one's own from every list; what was logged with it stays."""
    thing.retired_at = now
    thing.save(update_fields=["retired_at"])


def take_back(thing: Exercise | Circuit) -> None:
    """Offer something of one's own again."""
    thing.retired_at = None
    thing.save(update_fields=["retired_at"])


def _one_at_a_time(athlete: Athlete) -> None:
    """What is sent twice at once is stored once."""
    Athlete.objects.select_for_update().get(pk=athlete.pk)


def _keep_exercise(exercise: Exercise, athlete: Athlete, facts: ExerciseFacts) -> Exercise:
    written = asdict(facts)
    steps = {slug: pk for slug, pk in _on_offer(athlete, (facts.easier, facts.harder)) if pk != exercise.pk}
    for name, value in written.items():
        if name in ("easier", "harder"):
            setattr(exercise, f"{name}_id", steps.get(value))
        else:
            setattr(exercise, name, value)
    exercise.save()
    for station in exercise.stations.select_related("circuit", "exercise"):
        try:
            _ = station.prescription
        except BadPrescription as error:
            raise UsedOtherwise(
                f"{station.circuit.name} asks for it as it was. Change that circuit first, or keep how this "
                "is counted."
            ) from error
    return exercise


def _keep_circuit(circuit: Circuit, athlete: Athlete, facts: CircuitFacts) -> Circuit:
    made = facts.circuit
    circuit.name, circuit.goal, circuit.recommended_when = facts.name, facts.goal, facts.recommended_when
    circuit.notes, circuit.session_class, circuit.leg_fatigue = (
        facts.notes, facts.session_class, facts.leg_fatigue,
    )  # fmt: skip
    circuit.target_rpe_low, circuit.target_rpe_high = facts.target_rpe
    circuit.format, circuit.rounds = made.format, made.rounds
    circuit.rest_between_rounds_s = made.rest_between_rounds_s
    circuit.warm_up_minutes = made.warm_up_minutes
    circuit.save()
    exercises = dict(_on_offer(athlete, {station.exercise for station in made.stations}))
    # Stations have no life of their own: a session keeps what it was asked to do in its own sets.
    circuit.stations.all().delete()
    Station.objects.bulk_create(
        Station(
            circuit=circuit,
            position=place,
            exercise_id=exercises[each.exercise],
            sets=each.sets,
            reps=each.reps,
            seconds=each.seconds,
            distance_m=each.distance_m,
            tempo=each.tempo,
            rest_after_s=each.rest_after_s,
            note=each.note,
        )
        for place, each in enumerate(made.stations, start=1)
    )
    return circuit


def _on_offer(athlete: Athlete, slugs: Iterable[str]) -> list[tuple[str, int]]:
    """Slug and row of those the athlete may use, retired ones among them: another's own is none."""
    there = Exercise.objects.reachable(to=athlete).filter(slug__in=set(slugs) - {""})
    return list(there.values_list("slug", "pk"))

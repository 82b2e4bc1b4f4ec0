"""Brings the catalogue into the database: once, again, and after it changed, never touching the log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models, transaction

from workouts.catalogue.entries import Catalogue, CircuitEntry, ExerciseEntry, StationEntry, SwapEntry
from workouts.catalogue.files import FOLDER
from workouts.catalogue.reader import read_catalogue, read_rules_of
from workouts.catalogue.safety_texts import Safety, SafetyTold
from workouts.models import Circuit, Exercise, Station
from workouts.training.prescription import BadPrescription
from workouts.training.rules import Rules

# What no file says: who made it, and the steps of a ladder, which come once all exercises are there.
KEPT = ("slug", "athlete", "version", "easier", "harder")


@dataclass(frozen=True)
class Loaded:
    """How many are on offer now, and how many left the catalogue this time."""

    exercises: int
    circuits: int
    retired: int


@cache
def safety() -> Safety:
    """The texts on pain and the disclaimers, whose words are fixed.  Read once."""
    text = (FOLDER / "safety.toml").read_text(encoding="utf-8")
    return read_catalogue(exercises={}, circuits={}, safety=text).safety


@cache
def rules() -> Rules:
    """The rules of training by their ids.  Read once.

    :raises CatalogueError: with every mistake, each named with its key
    """
    return read_rules_of((FOLDER / "rules.toml").read_text(encoding="utf-8"))


def safety_told(*, with_hops: bool) -> SafetyTold:
    """What a page says about pain, with the emergency number of this instance."""
    return safety().told(emergency=settings.EMERGENCY_NUMBER, with_hops=with_hops)


@transaction.atomic
def load(catalogue: Catalogue, *, now: datetime) -> Loaded:
    """Store the catalogue by slug: new, changed and returned ones are written, what left is retired.

    What athletes made for themselves stays; where it asks for what no longer goes, it asks for what is usual.
    """
    _upsert(Exercise, [_exercise(entry) for entry in catalogue.exercises.values()])
    exercises = {exercise.slug: exercise for exercise in Exercise.objects.reachable()}
    for entry in catalogue.exercises.values():
        exercise = exercises[entry.slug]
        exercise.easier = exercises[entry.regression] if entry.regression else None
        exercise.harder = exercises[entry.progression] if entry.progression else None
    Exercise.objects.bulk_update(exercises.values(), ["easier", "harder"], batch_size=50)

    _upsert(Circuit, [_circuit(entry) for entry in catalogue.circuits.values()])
    circuits = {circuit.slug: circuit for circuit in Circuit.objects.filter(slug__in=catalogue.circuits)}
    # Stations have no life of their own: a session keeps what it was asked to do in its own sets.
    Station.objects.filter(circuit__in=circuits.values()).delete()
    Station.objects.bulk_create(
        _station(circuits[entry.slug], place, station, exercises[station.exercise])
        for entry in catalogue.circuits.values()
        for place, station in enumerate(entry.stations, start=1)
    )
    _mend_own_stations()
    retired = sum(
        model.objects.offered().exclude(slug__in=slugs).update(retired_at=now)
        for model, slugs in ((Exercise, catalogue.exercises), (Circuit, catalogue.circuits))
    )
    return Loaded(len(catalogue.exercises), len(catalogue.circuits), retired)


def _mend_own_stations() -> None:
    """An exercise that is now counted otherwise stands in athletes' own circuits at its usual dose."""
    for station in Station.objects.exclude(circuit__athlete=None).select_related("exercise"):
        try:
            _ = station.prescription
        except BadPrescription:
            usual = station.exercise
            station.reps, station.seconds, station.distance_m = usual.reps, usual.seconds, usual.distance_m
            station.tempo = usual.tempo
            station.save(update_fields=["reps", "seconds", "distance_m", "tempo"])


def _upsert(model: type[models.Model], rows: Iterable[models.Model]) -> None:
    written = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model._default_manager.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=[name for name in written if name not in KEPT],
    )


def _exercise(entry: ExerciseEntry) -> Exercise:
    default, contacts = entry.prescription, entry.prescription.contacts
    return Exercise(
        **_same_names(
            entry,
            "slug name category level why_for_runners movement_pattern unilateral metric loadable caution "
            "impact leg_fatigue target_rpe",
        ),
        **_same_names(default, "sets reps seconds distance_m seconds_per_rep meters_per_second"),
        aliases=list(entry.aliases),
        how_to=list(entry.how_to),
        common_mistakes=list(entry.common_mistakes),
        primary_muscles=list(entry.primary_muscles),
        secondary_muscles=list(entry.secondary_muscles),
        equipment=list(entry.equipment),
        equipment_options=[list(option) for option in entry.equipment_options],
        caution_flags=list(entry.caution_flags),
        tempo=str(default.tempo or ""),
        starts_with=entry.starts_with or "",
        rest_s=default.rest_after_s,
        contacts_per_rep=contacts.per_rep if contacts else None,
        contacts_per_second=contacts.per_second if contacts else None,
        contacts_per_metre=contacts.per_metre if contacts else None,
    )


def _circuit(entry: CircuitEntry) -> Circuit:
    low, high = entry.target_rpe
    return Circuit(
        **_same_names(
            entry,
            "slug position name goal format rounds rest_between_rounds_s warm_up_minutes session_class "
            "leg_fatigue level recommended_when source_note",
        ),
        target_rpe_low=low,
        target_rpe_high=high,
        notes=list(entry.notes),
        tags=list(entry.tags),
        variants=[
            {
                "name": variant.key,
                "rounds": variant.rounds,
                "note": variant.note,
                "swaps": [_swap(swap) for swap in variant.swaps],
            }
            for variant in entry.variants
        ],
    )


def _swap(swap: SwapEntry) -> dict[str, Any]:
    return {
        "from": swap.station,
        "to": swap.exercise,
        **_same_names(swap, "reps seconds distance_m"),
        "tempo": str(swap.tempo or ""),
    }


def _station(circuit: Circuit, place: int, entry: StationEntry, exercise: Exercise) -> Station:
    return Station(
        circuit=circuit,
        position=place,
        exercise=exercise,
        **_same_names(entry, "sets reps seconds distance_m rest_after_s note"),
        tempo=str(entry.tempo or ""),
    )


def _same_names(entry: Any, names: str) -> dict[str, Any]:
    """The fields that are called the same in the file's entry and in the row."""
    return {name: getattr(entry, name) for name in names.split()}

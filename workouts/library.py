"""Reads the catalogue for its pages: exercises by category and search, circuits with their times."""

from dataclasses import dataclass

from workouts.figures import tempo_profile
from workouts.figures.tempo_profile import TempoProfile
from workouts.models import Circuit, Exercise, Station
from workouts.models.circuit import FRONT_DOOR, CircuitQuerySet
from workouts.training.circuit_time import Shape
from workouts.training.prescription import Prescription
from workouts.training.tempo import StartsWith, Tempo
from workouts.vocabulary import CATEGORIES, EQUIPMENT, MUSCLES

# What follows any strength circuit, in this order.
AFTERWARDS = ("post-run-stretch", "recovery-routine")


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
class CircuitRow:
    circuit: Circuit
    shape: Shape


@dataclass(frozen=True)
class StationRow:
    station: Station
    prescription: Prescription
    sets: int
    amount: str
    unit: str
    profile: TempoProfile | None


@dataclass(frozen=True)
class Variant:
    """Another way through the circuit: which exercise takes whose place."""

    name: str
    rounds: int
    note: str
    swaps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class CircuitPage:
    circuit: Circuit
    shape: Shape
    stations: tuple[StationRow, ...]
    equipment: tuple[str, ...]
    variants: tuple[Variant, ...]
    afterwards: tuple[CircuitRow, ...]


def shelves(*, query: str = "", category: str = "") -> Shelves:
    """All exercises, or those that hold every word of `query`.  One query."""
    everything = list(Exercise.objects.offered().in_page_order())
    words = query.casefold().split()
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
    # "sit-to-stand" is found by "sit to stand", too.
    text = " ".join(parts).casefold()
    return f"{text} {text.replace('-', ' ')}"


def _exercise_row(exercise: Exercise) -> ExerciseRow:
    return ExerciseRow(
        exercise, exercise.prescription.dose, _profile(exercise, exercise.tempo, tempo_profile.small)
    )


def exercise_page(*, slug: str) -> ExercisePage:
    """One exercise and the circuits that use it.  Two queries.

    :raises Exercise.DoesNotExist: if the catalogue has no such exercise
    """
    exercise = Exercise.objects.select_related("easier", "harder").get(slug=slug)
    circuits = Circuit.objects.offered().filter(stations__exercise=exercise).distinct()
    profile = _profile(exercise, exercise.tempo, tempo_profile.large)
    prescription = exercise.prescription
    return ExercisePage(exercise, prescription, profile, _tempo_sentence(prescription), tuple(circuits))


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


def circuits() -> tuple[CircuitRow, ...]:
    """Every circuit on offer, the front door first.  Two queries."""
    return _circuit_rows(Circuit.objects.offered())


def front_door() -> CircuitRow | None:
    """The circuit a newcomer is shown first; None before the catalogue is loaded.  Two queries."""
    return next(iter(_circuit_rows(Circuit.objects.offered().filter(slug=FRONT_DOOR))), None)


def _circuit_rows(circuits: CircuitQuerySet) -> tuple[CircuitRow, ...]:
    return tuple(CircuitRow(circuit, circuit.shape) for circuit in circuits.with_stations())


def circuit_names() -> tuple[tuple[str, str], ...]:
    """Slug and name of every circuit on offer, for a select box.  One query."""
    return tuple(Circuit.objects.offered().values_list("slug", "name"))


def circuit_to_do(*, slug: str) -> Circuit:
    """A circuit on offer with its stations, for logging it.  Two queries.

    :raises Circuit.DoesNotExist: if none of that slug is on offer
    """
    return Circuit.objects.offered().with_stations().get(slug=slug)


def circuit_page(*, slug: str) -> CircuitPage:
    """One circuit, station by station, with its times by the exact formulas.  Four queries.

    :raises Circuit.DoesNotExist: if the catalogue has no such circuit
    """
    circuit = Circuit.objects.with_stations().get(slug=slug)
    shape = circuit.shape
    stations = tuple(
        StationRow(
            station,
            prescription,
            shape.sets_of(prescription),
            *prescription.dose.partition(" ")[::2],
            _profile(station.exercise, station.tempo, tempo_profile.small),
        )
        for station, prescription in zip(circuit.stations.all(), shape.stations, strict=True)
    )
    kit = {item for row in stations for item in row.station.exercise.equipment if item != "none"}
    follows = () if circuit.session_class == "mobility" else AFTERWARDS
    rows = {
        row.circuit.slug: row for row in _circuit_rows(Circuit.objects.offered().filter(slug__in=follows))
    }
    return CircuitPage(
        circuit,
        shape,
        stations,
        tuple(sorted(EQUIPMENT[item] for item in kit)),
        _variants(circuit),
        tuple(rows[slug] for slug in follows if slug in rows),
    )


def _variants(circuit: Circuit) -> tuple[Variant, ...]:
    if not circuit.variants:
        return ()
    slugs = {
        slug
        for variant in circuit.variants
        for swap in variant["swaps"]
        for slug in (swap["from"], swap["to"])
    }
    names = dict(Exercise.objects.filter(slug__in=slugs).values_list("slug", "name"))
    return tuple(
        Variant(
            variant["name"],
            variant["rounds"],
            variant["note"],
            tuple((names[swap["from"]], names[swap["to"]]) for swap in variant["swaps"]),
        )
        for variant in circuit.variants
    )


def _profile(exercise: Exercise, tempo: str, draw) -> TempoProfile | None:  # type: ignore[no-untyped-def]
    if not tempo:
        return None
    starts_with = StartsWith(exercise.starts_with or StartsWith.LOWER)
    profile: TempoProfile = draw(tempo=Tempo.parse(tempo), starts_with=starts_with)
    return profile

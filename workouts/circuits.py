"""Reads circuits for their pages: by use, and one station by station with its times."""

from dataclasses import dataclass

from workouts.figures import tempo_profile
from workouts.figures.tempo_profile import TempoProfile
from workouts.library import profile
from workouts.models import Circuit, Exercise, Station
from workouts.models.circuit import FRONT_DOOR, CircuitQuerySet
from workouts.training.circuit_time import Shape
from workouts.training.prescription import Prescription
from workouts.vocabulary import EQUIPMENT

# What follows any strength circuit, in this order.
AFTERWARDS = ("post-run-stretch", "recovery-routine")

USE_OF_CLASS = {
    "light": "After easy runs and in between",
    "moderate": "After easy runs and in between",
    "heavy": "In the gym",
    "plyo_low": "Jumps",
    "plyo_high": "Jumps",
    "mobility": "Before and after a run",
}
USES = (*dict.fromkeys(USE_OF_CLASS.values()), "Coming back")


@dataclass(frozen=True)
class CircuitRow:
    circuit: Circuit
    shape: Shape

    @property
    def equipment(self) -> tuple[str, ...]:
        """What its exercises mention, in words and in order."""
        kit = {item for station in self.circuit.stations.all() for item in station.exercise.equipment}
        return tuple(sorted(EQUIPMENT[item] for item in kit - {"none"}))


@dataclass(frozen=True)
class CircuitShelf:
    """Circuits for the same use."""

    label: str
    rows: tuple[CircuitRow, ...]


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


def by_use() -> tuple[CircuitShelf, ...]:
    """Every circuit on offer by what it is for, the front door first.  Two queries."""
    rows = _circuit_rows(Circuit.objects.offered())
    shelved = ((label, tuple(row for row in rows if _use(row.circuit) == label)) for label in USES)
    return tuple(CircuitShelf(label, rows_of_it) for label, rows_of_it in shelved if rows_of_it)


def _use(circuit: Circuit) -> str:
    if circuit.level == "rehab":
        return "Coming back"
    return USE_OF_CLASS[circuit.session_class]


def front_door() -> CircuitRow | None:
    """The circuit a newcomer is shown first; None before the catalogue is loaded.  Two queries."""
    return next(iter(_circuit_rows(Circuit.objects.offered().filter(slug=FRONT_DOOR))), None)


def _circuit_rows(found: CircuitQuerySet) -> tuple[CircuitRow, ...]:
    return tuple(CircuitRow(circuit, circuit.shape) for circuit in found.with_stations())


def names() -> tuple[tuple[str, str], ...]:
    """Slug and name of every circuit on offer, for a select box.  One query."""
    return tuple(Circuit.objects.offered().values_list("slug", "name"))


def to_do(*, slug: str, also_retired: bool = False) -> Circuit:
    """A circuit on offer with its stations and their rungs, for logging it.  Two queries.

    :raises Circuit.DoesNotExist: if none of that slug is on offer
    """
    found = Circuit.objects.all() if also_retired else Circuit.objects.offered()
    return found.with_rungs().get(slug=slug)


def page(*, slug: str) -> CircuitPage:
    """One circuit, station by station, with its times by the exact formulas.  Three queries.

    :raises Circuit.DoesNotExist: if the catalogue has no such circuit
    """
    # Together with what follows it: one look at the circuits, and one at their stations.
    rows = {
        row.circuit.slug: row for row in _circuit_rows(Circuit.objects.filter(slug__in=(slug, *AFTERWARDS)))
    }
    if slug not in rows:
        raise Circuit.DoesNotExist(slug)
    circuit, shape = rows[slug].circuit, rows[slug].shape
    follows = () if circuit.session_class == "mobility" else AFTERWARDS
    return CircuitPage(
        circuit,
        shape,
        station_rows(rows[slug]),
        rows[slug].equipment,
        _variants(circuit),
        tuple(rows[s] for s in follows if s in rows and rows[s].circuit.retired_at is None),
    )


def station_rows(row: CircuitRow) -> tuple[StationRow, ...]:
    """A circuit's stations with their doses and tempo drawn.  No further query."""
    return tuple(
        StationRow(
            station,
            prescription,
            row.shape.sets_of(prescription),
            *prescription.dose.partition(" ")[::2],
            profile(station.exercise, station.tempo, tempo_profile.small),
        )
        for station, prescription in zip(row.circuit.stations.all(), row.shape.stations, strict=True)
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

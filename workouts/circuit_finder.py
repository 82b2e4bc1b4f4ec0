"""Reads the list of circuits by use, as far as there is time and kit for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from workouts.circuits import CircuitRow, circuit_rows
from workouts.finder import WayOut
from workouts.models import Athlete, Circuit
from workouts.search.circuit_filter import KIT, MINUTES, OWNED, CircuitAsked, FindableCircuit, fitting
from workouts.search.findable import kit_options
from workouts.vocabulary import EQUIPMENT

USE_OF_CLASS = {
    "light": "After easy runs and in between",
    "moderate": "After easy runs and in between",
    "heavy": "In the gym",
    "plyo_low": "Jumps",
    "plyo_high": "Jumps",
    "mobility": "Before and after a run",
}
OWN = "Your own"
USES = (OWN, *dict.fromkeys(USE_OF_CLASS.values()), "Coming back")


PART_LABELS = {MINUTES: "Minutes", KIT: "Equipment at hand", OWNED: "What I own"}


@dataclass(frozen=True)
class CircuitShelf:
    """Circuits for the same use."""

    label: str
    rows: tuple[CircuitRow, ...]


@dataclass(frozen=True)
class KitChoice:
    """A piece of kit that some circuit can be done with."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class FoundCircuits:
    """The circuits there is time and kit for, how many of how many, and why none where there is none."""

    asked: CircuitAsked
    shelves: tuple[CircuitShelf, ...]
    kit: tuple[KitChoice, ...]
    count: int
    total: int
    ways_out: tuple[WayOut, ...]


def find(*, asked: CircuitAsked, athlete: Athlete) -> FoundCircuits:
    """Return the circuits on offer to the athlete that fit, their own first, then the front door.

    Two queries.
    """
    on_offer = Circuit.objects.offered(to=athlete).with_stations()
    rows = {row.circuit.slug: row for row in circuit_rows(on_offer)}
    circuits = [_findable(row) for row in rows.values()]
    at_home = frozenset(athlete.equipment)
    hits = [rows[each.slug] for each in fitting(circuits, asked=asked, owned=at_home)]
    cleared = [(part, asked.without(part)) for part in asked.parts] if not hits else []
    ways = [
        WayOut(PART_LABELS[part], len(fitting(circuits, asked=one, owned=at_home)), one.address)
        for part, one in cleared
    ]
    return FoundCircuits(
        asked=asked,
        shelves=_shelved(hits),
        kit=_kit(circuits, asked),
        count=len(hits),
        total=len(circuits),
        ways_out=tuple(sorted((way for way in ways if way.count), key=lambda way: -way.count)),
    )


def _findable(row: CircuitRow) -> FindableCircuit:
    stations = row.circuit.stations.all()
    return FindableCircuit(
        slug=row.circuit.slug,
        minutes=row.shape.minutes,
        options=tuple(kit_options(station.exercise.equipment_options) for station in stations),
    )


def _shelved(rows: Iterable[CircuitRow]) -> tuple[CircuitShelf, ...]:
    by_use: dict[str, list[CircuitRow]] = {label: [] for label in USES}
    for row in rows:
        by_use[_use(row.circuit)].append(row)
    return tuple(CircuitShelf(label, tuple(rows_of_it)) for label, rows_of_it in by_use.items() if rows_of_it)


def _use(circuit: Circuit) -> str:
    if circuit.is_own:
        return OWN
    if circuit.level == "rehab":
        return "Coming back"
    return USE_OF_CLASS[circuit.session_class]


def _kit(circuits: Iterable[FindableCircuit], asked: CircuitAsked) -> tuple[KitChoice, ...]:
    used = {item for each in circuits for ways in each.options for option in ways for item in option}
    shown = used | set(asked.kit)
    return tuple(
        KitChoice(item, label, item in asked.kit) for item, label in EQUIPMENT.items() if item in shown
    )

"""Reads circuits: by their names, and one for its page, station by station with its times."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Q

from workouts.circuit_variants import Variant, variants_of
from workouts.figures import circuit_timeline, tempo_profile
from workouts.figures.circuit_timeline import CircuitTimeline
from workouts.figures.muscle_map import MuscleMap, muscle_map, steps_by_sets
from workouts.figures.tempo_profile import TempoProfile
from workouts.library import profile
from workouts.models import Athlete, Circuit, Station
from workouts.models.circuit import FRONT_DOOR, CircuitQuerySet
from workouts.search.kit_words import all_needed
from workouts.training.circuit_time import Format, Shape
from workouts.training.jumping import Trim, trim
from workouts.training.most_worked import Worked, most_worked, sets_by_muscle
from workouts.training.prescription import Prescription
from workouts.training.rules import Rules

# What follows any strength circuit, in this order.
AFTERWARDS = ("post-run-stretch", "recovery-routine")


@dataclass(frozen=True)
class CircuitRow:
    """A circuit with its numbers; `trim` says so where these are of fewer sets than it has (rule PLYO-01)."""

    circuit: Circuit
    shape: Shape
    trim: Trim | None = None

    @property
    def contacts(self) -> int | None:
        """To how many landings it is trimmed; None where it is whole."""
        return self.trim.most if self.trim is not None else None

    @property
    def start_word(self) -> str:
        """What the button says that starts it."""
        return f"Start {self.circuit.name}, {max(self.shape.minutes, 1)} min"

    def trim_told(self, rules: Rules) -> str:
        """What rule PLYO-01 says of it, "" where it stayed whole."""
        return self.trim.told(rules["PLYO-01"]) if self.trim is not None else ""

    @property
    def equipment(self) -> tuple[str, ...]:
        """What its exercises cannot do without, in words and in order."""
        exercises = [station.exercise for station in self.circuit.stations.all()]
        return all_needed((each.equipment, each.equipment_options) for each in exercises)


@dataclass(frozen=True)
class StationRow:
    station: Station
    prescription: Prescription
    sets: int
    amount: str
    unit: str
    profile: TempoProfile | None


@dataclass(frozen=True)
class CircuitPage:
    circuit: Circuit
    shape: Shape
    stations: tuple[StationRow, ...]
    equipment: tuple[str, ...]
    variants: tuple[Variant, ...]
    afterwards: tuple[CircuitRow, ...]
    timeline: CircuitTimeline | None
    muscles: tuple[str, ...]
    muscle_map: MuscleMap

    @property
    def has_tempo(self) -> bool:
        """Whether the line of any repetition is drawn."""
        return any(row.profile for row in self.stations)

    @property
    def has_x(self) -> bool:
        """Whether any of them is to be lifted as fast as possible."""
        return any("X" in row.station.tempo for row in self.stations)

    @property
    def in_rounds(self) -> bool:
        """Whether it is done round by round."""
        return self.shape.format is Format.CIRCUIT


def front_door() -> CircuitRow | None:
    """The circuit a newcomer is shown first; None before the catalogue is loaded.  Two queries."""
    return next(iter(circuit_rows(Circuit.objects.offered().filter(slug=FRONT_DOOR).with_stations())), None)


def routines() -> tuple[CircuitRow, ...]:
    """What follows any strength circuit, in order, each with its name and times alone.  One query."""
    found = Station.objects.of_catalogue(AFTERWARDS).with_doses()
    rows = [
        CircuitRow(circuit, circuit.shaped(stations))
        for circuit, stations in groupby(found, lambda each: each.circuit)
    ]
    return tuple(sorted(rows, key=lambda row: AFTERWARDS.index(row.circuit.slug)))


def circuit_rows(found: CircuitQuerySet) -> tuple[CircuitRow, ...]:
    """Uses the stations, so find the circuits with them."""
    return tuple(CircuitRow(circuit, circuit.shape) for circuit in found)


def trimmed(circuit: Circuit, *, most_contacts: int | None) -> CircuitRow:
    """One circuit with no more foot contacts than that.  Uses the stations."""
    shape = circuit.shape
    found = trim(shape, most=most_contacts)
    return CircuitRow(circuit, found.shape if found is not None else shape, found)


def names(*, athlete: Athlete) -> tuple[tuple[str, str], ...]:
    """Slug and name of every circuit on offer, one's own first, for a select box.  One query."""
    return tuple(Circuit.objects.offered(to=athlete).values_list("slug", "name"))


def named(slug: str) -> tuple[str, str] | None:
    """Slug and name of a circuit of the catalogue; None where there is none.  One query."""
    return Circuit.objects.offered().filter(slug=slug).values_list("slug", "name").first()


def to_do(*, slug: str, athlete: Athlete | None = None, also_retired: bool = False) -> Circuit:
    """A circuit of the catalogue or the athlete's own with its stations and their rungs, for logging it.

    Two queries.

    :raises Circuit.DoesNotExist: if none of that slug is on offer
    """
    circuits = Circuit.objects
    found = circuits.reachable(to=athlete) if also_retired else circuits.offered(to=athlete)
    return found.with_rungs().get(slug=slug)


def page(*, slug: str) -> CircuitPage:
    """One circuit of the catalogue, station by station, with its times by the exact formulas.  Three queries.

    :raises Circuit.DoesNotExist: if the catalogue has no such circuit
    """
    return _page(Circuit.objects.reachable(), slug=slug)


def own_page(*, circuit_id: int, athlete: Athlete) -> CircuitPage:
    """A circuit of the athlete's own, likewise.  Three queries.

    :raises Circuit.DoesNotExist: if the athlete has no such circuit
    """
    return _page(Circuit.objects.reachable(to=athlete), pk=circuit_id, athlete_id=athlete.pk)


def _page(reachable: CircuitQuerySet, **this: object) -> CircuitPage:
    # Together with what follows it: one look at the circuits, and one at their stations.
    found = reachable.filter(Q(**this) | Q(slug__in=AFTERWARDS, athlete=None)).with_rungs()
    rows = {row.circuit.slug: row for row in circuit_rows(found)}
    row = next((row for row in rows.values() if _is(row.circuit, this)), None)
    if row is None:
        raise Circuit.DoesNotExist
    circuit, shape = row.circuit, row.shape
    follows = () if circuit.session_class == "mobility" else AFTERWARDS
    return CircuitPage(
        circuit,
        shape,
        station_rows(row),
        row.equipment,
        variants_of(circuit, shape),
        tuple(rows[s] for s in follows if s in rows and rows[s].circuit.retired_at is None),
        circuit_timeline.drawn(shape),
        most_worked(_worked(row)),
        muscle_map(steps=steps_by_sets(sets_by_muscle(_worked(row)))),
    )


def _is(circuit: Circuit, this: Mapping[str, object]) -> bool:
    return all(getattr(circuit, name) == value for name, value in this.items())


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


def _worked(row: CircuitRow) -> tuple[Worked, ...]:
    return tuple(
        Worked(
            row.shape.sets_of(prescription),
            station.exercise.primary_muscles,
            station.exercise.secondary_muscles,
        )
        for station, prescription in zip(row.circuit.stations.all(), row.shape.stations, strict=True)
    )

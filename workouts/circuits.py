"""Reads circuits: by their names, and one for its page, station by station with its times."""

from collections import Counter
from dataclasses import dataclass, replace

from workouts.figures import circuit_timeline, tempo_profile
from workouts.figures.circuit_timeline import CircuitTimeline
from workouts.figures.tempo_profile import TempoProfile
from workouts.library import profile
from workouts.models import Circuit, Exercise, Station
from workouts.models.circuit import FRONT_DOOR, CircuitQuerySet
from workouts.training.circuit_time import Format, Shape
from workouts.training.prescription import Prescription
from workouts.vocabulary import EQUIPMENT, everyday_muscle

# What follows any strength circuit, in this order.
AFTERWARDS = ("post-run-stretch", "recovery-routine")


# The classes whose circuits may be stepped up or down a rung; jumps and routines are not.
BY_RUNGS = ("light", "moderate", "heavy")


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
    timeline: CircuitTimeline | None
    muscles: tuple[str, ...]

    @property
    def in_rounds(self) -> bool:
        """Whether it is done round by round."""
        return self.shape.format is Format.CIRCUIT


def front_door() -> CircuitRow | None:
    """The circuit a newcomer is shown first; None before the catalogue is loaded.  Two queries."""
    return next(iter(circuit_rows(Circuit.objects.offered().filter(slug=FRONT_DOOR).with_stations())), None)


def circuit_rows(found: CircuitQuerySet) -> tuple[CircuitRow, ...]:
    """Uses the stations, so find the circuits with them."""
    return tuple(CircuitRow(circuit, circuit.shape) for circuit in found)


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
        row.circuit.slug: row
        for row in circuit_rows(Circuit.objects.filter(slug__in=(slug, *AFTERWARDS)).with_rungs())
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
        (*_variants(circuit), *_by_rungs(rows[slug])),
        tuple(rows[s] for s in follows if s in rows and rows[s].circuit.retired_at is None),
        circuit_timeline.drawn(shape),
        _muscles(rows[slug]),
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


def _muscles(row: CircuitRow) -> tuple[str, ...]:
    """What its stations are for, the most worked first, a helping muscle counting half as in hard sets."""
    sets: Counter[str] = Counter()
    main = set()
    for station, prescription in zip(row.circuit.stations.all(), row.shape.stations, strict=True):
        count = row.shape.sets_of(prescription)
        main.update(station.exercise.primary_muscles)
        sets.update(dict.fromkeys(station.exercise.primary_muscles, 2 * count))
        sets.update(dict.fromkeys(station.exercise.secondary_muscles, count))
    ranked = sorted(main, key=lambda muscle: (-sets[muscle], everyday_muscle(muscle)))
    return tuple(everyday_muscle(muscle) for muscle in ranked)


def _by_rungs(row: CircuitRow) -> tuple[Variant, ...]:
    """Easier, harder and short where the circuit names none itself: a rung down, a rung up, a round less."""
    if (
        row.circuit.session_class not in BY_RUNGS
        or row.circuit.level == "rehab"
        or "race" in row.circuit.tags
    ):
        return ()
    named = {variant["name"] for variant in row.circuit.variants}
    offered = (_a_rung("easier", row), _a_rung("harder", row), _a_round_less(row))
    return tuple(variant for variant in offered if variant is not None and variant.name not in named)


def _a_rung(step: str, row: CircuitRow) -> Variant | None:
    steps = [(each.exercise, getattr(each.exercise, step)) for each in row.circuit.stations.all()]
    there = {old.pk for old, _ in steps}
    swaps: dict[str, str] = {}
    for old, new in steps:
        # What stands in the circuit already, or stands in for another, would be done twice.
        if new is not None and new.retired_at is None and new.pk not in there:
            swaps[old.name] = new.name
            there.add(new.pk)
    if not swaps:
        return None
    way = "down" if step == "easier" else "up"
    note = f"One step {way} the ladder where there is one, each at its own dose."
    return Variant(step, row.circuit.rounds, note, tuple(swaps.items()))


def _a_round_less(row: CircuitRow) -> Variant | None:
    """The same with a round less, or a set less of each where they are done one after the other."""
    shape = row.shape
    if shape.format is Format.CIRCUIT and shape.rounds > 1:
        shorter = replace(shape, rounds=shape.rounds - 1)
        return Variant("short", shorter.rounds, f"The same movements in {shorter.minutes} min.", ())
    if shape.format is Format.STRAIGHT_SETS and any(each.sets > 1 for each in shape.stations):
        fewer = tuple(replace(each, sets=max(each.sets - 1, 1)) for each in shape.stations)
        shorter = replace(shape, stations=fewer)
        return Variant("short", 1, f"One set less of each, in {shorter.minutes} min.", ())
    return None

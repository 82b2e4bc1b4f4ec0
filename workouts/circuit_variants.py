"""Reads the other ways through a circuit: those it names, else a rung down, a rung up, a round less."""

from dataclasses import dataclass, replace

from workouts.models import Circuit, Exercise
from workouts.training.circuit_time import Format, Shape

# The classes whose circuits may be stepped up or down a rung; jumps and routines are not.
BY_RUNGS = ("light", "moderate", "heavy")


@dataclass(frozen=True)
class Variant:
    """Another way through the circuit: which exercise takes whose place."""

    name: str
    rounds: int
    note: str
    swaps: tuple[tuple[str, str], ...]


def variants_of(circuit: Circuit, shape: Shape) -> tuple[Variant, ...]:
    """Its variants.  Uses the stations with their rungs; one query where it names variants itself."""
    return (*_variants(circuit), *_by_rungs(circuit, shape))


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


def _by_rungs(circuit: Circuit, shape: Shape) -> tuple[Variant, ...]:
    """Easier, harder and short where the circuit names none itself: a rung down, a rung up, a round less."""
    if circuit.session_class not in BY_RUNGS or circuit.level == "rehab" or "race" in circuit.tags:
        return ()
    named = {variant["name"] for variant in circuit.variants}
    offered = (_a_rung("easier", circuit), _a_rung("harder", circuit), _a_round_less(shape))
    return tuple(variant for variant in offered if variant is not None and variant.name not in named)


def _a_rung(step: str, circuit: Circuit) -> Variant | None:
    steps = [(each.exercise, getattr(each.exercise, step)) for each in circuit.stations.all()]
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
    return Variant(step, circuit.rounds, note, tuple(swaps.items()))


def _a_round_less(shape: Shape) -> Variant | None:
    """The same with a round less, or a set less of each where they are done one after the other."""
    if shape.format is Format.CIRCUIT and shape.rounds > 1:
        shorter = replace(shape, rounds=shape.rounds - 1)
        return Variant("short", shorter.rounds, f"The same movements in {shorter.minutes} min.", ())
    if shape.format is Format.STRAIGHT_SETS and any(each.sets > 1 for each in shape.stations):
        fewer = tuple(replace(each, sets=max(each.sets - 1, 1)) for each in shape.stations)
        shorter = replace(shape, stations=fewer)
        return Variant("short", 1, f"One set less of each, in {shorter.minutes} min.", ())
    return None

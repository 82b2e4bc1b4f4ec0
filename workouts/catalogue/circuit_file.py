"""Reads one file of `circuits/`: its stations in order and its variants."""

from workouts.catalogue.dose import read_dose
from workouts.catalogue.entries import CircuitEntry, StationEntry, SwapEntry, VariantEntry
from workouts.catalogue.fields import Fields
from workouts.training.circuit_time import Format
from workouts.vocabulary import DEGREES, SESSION_CLASSES

# Whom a circuit is for; "rehab" is for runners already seen by a clinician.
CIRCUIT_LEVELS = ("all", "beginner", "intermediate", "advanced", "rehab")


def read_circuit(*, slug: str, fields: Fields) -> CircuitEntry | None:
    """Read one circuit, or None if anything is wrong with it; what it is stands among the mistakes."""
    position = fields.whole("position", low=1)
    name = fields.text("name")
    goal = fields.text("goal")
    format_ = fields.text("format", among=[*Format])
    rounds = fields.whole("rounds", low=1)
    rest_between_rounds_s = fields.whole("rest_between_rounds_s", low=0)
    warm_up_minutes = fields.whole("warm_up_minutes", low=0)
    session_class = fields.text("session_class", among=SESSION_CLASSES)
    leg_fatigue = fields.text("leg_fatigue", among=DEGREES)
    level = fields.text("level", among=CIRCUIT_LEVELS)
    target_rpe = fields.whole_pair("target_rpe", low=0, high=10)
    recommended_when = fields.text("recommended_when")
    notes = fields.texts("notes", may_be_empty=True)
    tags = fields.texts("tags", may_be_empty=True)
    source_note = fields.text("source_note")
    stations = tuple(_station(table) for table in fields.tables("stations"))
    variants = _variants(fields)
    if rounds != 1 and format_ in (Format.STRAIGHT_SETS, Format.SEQUENCE):
        fields.note(f"only a circuit has rounds; {format_} has 1, and sets at its stations.", key="rounds")
    fields.close()
    if not fields.file_clean:
        return None
    return CircuitEntry(
        slug=slug,
        position=position,
        name=name,
        goal=goal,
        format=Format(format_),
        rounds=rounds,
        rest_between_rounds_s=rest_between_rounds_s,
        warm_up_minutes=warm_up_minutes,
        session_class=session_class,
        leg_fatigue=leg_fatigue,
        level=level,
        target_rpe=target_rpe,
        recommended_when=recommended_when,
        notes=notes,
        tags=tags,
        source_note=source_note,
        stations=stations,
        variants=variants,
    )


def _station(fields: Fields) -> StationEntry:
    dose = read_dose(fields)
    station = StationEntry(
        exercise=fields.text("exercise"),
        sets=fields.whole("sets", low=1),
        reps=dose.reps,
        seconds=dose.seconds,
        distance_m=dose.distance_m,
        per_side=fields.flag("per_side"),
        tempo=dose.tempo,
        rest_after_s=fields.whole("rest_after_s", low=0),
        note=fields.text("note", optional=True),
    )
    fields.close()
    return station


def _variants(fields: Fields) -> tuple[VariantEntry, ...]:
    variants = fields.table("variants", optional=True)
    if variants is None:
        return ()
    tables = ((key, variants.table(key)) for key in variants.keys)
    return tuple(_variant(key, table) for key, table in tables if table is not None)


def _variant(key: str, fields: Fields) -> VariantEntry:
    swaps = fields.table("swaps", optional=True)
    tables = ((station, swaps.table(station)) for station in swaps.keys) if swaps is not None else ()
    variant = VariantEntry(
        key=key,
        rounds=fields.whole("rounds", low=1),
        note=fields.text("note"),
        swaps=tuple(_swap(station, table) for station, table in tables if table is not None),
    )
    fields.close()
    return variant


def _swap(station: str, fields: Fields) -> SwapEntry:
    dose = read_dose(fields)
    swap = SwapEntry(
        station=station,
        exercise=fields.text("exercise"),
        reps=dose.reps,
        seconds=dose.seconds,
        distance_m=dose.distance_m,
        tempo=dose.tempo,
    )
    fields.close()
    return swap

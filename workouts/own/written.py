"""A circuit as text, a line for each station, which can be read again."""

from workouts.own.circuit import OwnCircuit, OwnStation
from workouts.own.known import Exercises, Known
from workouts.training.circuit_time import Format


def written(circuit: OwnCircuit, exercises: Exercises) -> str:
    """Return the text that `read_circuit` reads as the same circuit: a line for each station."""
    circuit = circuit.plainly
    in_rounds = circuit.format is Format.CIRCUIT
    head = {
        Format.CIRCUIT: f"{circuit.rounds} round{'s' if circuit.rounds > 1 else ''}:",
        Format.STRAIGHT_SETS: "Straight sets:",
        Format.SEQUENCE: "In order:",
    }
    lines = [head[circuit.format]]
    if circuit.warm_up_minutes:
        lines.append(f"Warm-up {circuit.warm_up_minutes} min")
    for station in circuit.stations:
        lines.append(_line(station, exercises.by_slug[station.exercise], in_rounds=in_rounds))
    if in_rounds and circuit.rest_between_rounds_s:
        lines.append(f"Rest {circuit.rest_between_rounds_s} s between rounds")
    return "\n".join(lines)


def _line(station: OwnStation, known: Known, *, in_rounds: bool) -> str:
    if station.reps is not None:
        dose = str(station.reps)
    elif station.seconds is not None:
        dose = f"{station.seconds} s"
    else:
        dose = f"{station.distance_m} m"
    sets = "" if in_rounds else f"{station.sets} x "
    side = "/side" if known.usual.per_side else ""
    if station.tempo:
        tempo = f" @{station.tempo}"
    else:
        tempo = " no tempo" if station.reps is not None and known.usual.tempo is not None else ""
    rest = f", rest {station.rest_after_s} s" if station.rest_after_s else ""
    return f"{known.name} {sets}{dose}{side}{tempo}{rest}"

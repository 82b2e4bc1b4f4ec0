"""Reads a circuit as a few plain lines, for where nothing can be drawn."""

from workouts.circuits import CircuitRow
from workouts.training.circuit_time import Format


def stations_told(row: CircuitRow) -> tuple[str, ...]:
    """How often and in which order, then a line a station: "Plank: 30 s".  Uses the stations it came with."""
    shape = row.shape
    in_rounds = shape.format is Format.CIRCUIT
    stations = zip(row.circuit.stations.all(), shape.stations, strict=True)
    lines = []
    for station, asked in stations:
        times = "" if in_rounds or asked.sets == 1 else f"{asked.sets} × "
        tempo = f", tempo {station.tempo}" if station.tempo else ""
        lines.append(f"{station.exercise.name}: {times}{asked.dose}{tempo}")
    if not in_rounds:
        return ("One after the other:", *lines)
    rounds = "1 round:" if shape.rounds == 1 else f"{shape.rounds} rounds:"
    return (rounds, *lines)

"""Reads a circuit from text that a person writes or pastes: "3 rounds: plank 30 s, rest 45"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workouts.own.attributes import Rests
from workouts.own.chunks import parts
from workouts.own.circuit import (
    FARTHEST_M,
    LONGEST_REST_S,
    LONGEST_S,
    LONGEST_WARM_UP,
    MOST_REPS,
    MOST_ROUNDS,
    MOST_SETS,
    MOST_STATIONS,
    OwnCircuit,
    OwnStation,
)
from workouts.own.known import Exercises
from workouts.own.lines import MOST_PARTS, MOST_TOLD, Line, Lines, shortened
from workouts.training.circuit_time import Format
from workouts.training.prescription import BadPrescription

LONGEST_TEXT = 8000
EXAMPLE = "3 rounds: reverse lunge 8/side @3-1-1-1, plank 30 s, rest 45"

_LIMITS = {
    "reps": (MOST_REPS, "repetitions"),
    "seconds": (LONGEST_S, "seconds"),
    "distance_m": (FARTHEST_M, "metres"),
}


class NotUnderstood(ValueError):
    """Some of a text is no circuit: `told` has a sentence for each thing."""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__(" ".join(told))
        self.told = tuple(told)


@dataclass(frozen=True)
class Read:
    """The circuit that a text says, and its name where it begins with one, else ""."""

    name: str
    circuit: OwnCircuit


def read_circuit(text: str, exercises: Exercises) -> Read:
    """
    Read a circuit as a person writes it, in lines or between commas.

    A rest stands after what it follows; the one after the last exercise of a round is that between rounds.
    An exercise without a dose has its usual one, and repetitions without a tempo its usual tempo.

    :raises NotUnderstood: with a sentence for each thing that was not understood
    """
    if len(text) > LONGEST_TEXT:
        raise NotUnderstood([f"The text is longer than {LONGEST_TEXT} characters. Paste one circuit only."])
    name, pieces = parts(text)
    if len(pieces) > MOST_PARTS:
        raise NotUnderstood([f"That is more than {MOST_PARTS} lines. Paste one circuit only."])
    lines = Lines(exercises)
    for piece in pieces:
        lines.take(piece)
    circuit = _Making(lines).circuit()
    if more := len(lines.told) - MOST_TOLD:
        lines.told[MOST_TOLD:] = [f"And {more} more like these."] * (more > 0)
    if lines.told:
        raise NotUnderstood(lines.told)
    return Read(name, circuit)


class _Making:
    """Makes a circuit of the lines, and tells what of it cannot be."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines

    def circuit(self) -> OwnCircuit:
        """What was read; where something was not understood, as far as it goes."""
        for line in self.lines.lines:
            self.lines.told += [
                f"{line.name}: the {word} stands there twice. Leave one out." for word in line.says.twice
            ]
        self.lines.told += [
            f"The {word} of the circuit stand there twice. Leave one out." for word in self.lines.whole.twice
        ]
        if not self.lines.lines and not self.lines.told:
            self.lines.told.append(f"No exercise was found. Write it like this: {EXAMPLE}.")
        if len(self.lines.lines) > MOST_STATIONS:
            self.lines.told.append(f"A circuit holds {MOST_STATIONS} exercises at most.")
        form = self._format()
        stations = [self._station(line) for line in self.lines.lines]
        rounds, rest_s = self.lines.whole.rounds or 1, 0
        if form is Format.CIRCUIT and stations:
            last = self._rest_of(self.lines.lines[-1])
            rest_s = self.lines.whole.rests.get(Rests.ROUND, last)
            stations[-1] = replace(stations[-1], rest_after_s=0)
        elif Rests.ROUND in self.lines.whole.rests:
            self.lines.told.append(
                "There are no rounds to rest between. Write how many rounds there are, or leave it out."
            )
        self._check("rounds", self.lines.whole.rounds, 1, MOST_ROUNDS, "rounds")
        self._check("rest between rounds", rest_s, 0, LONGEST_REST_S, "seconds of rest")
        self._check("warm-up", self.lines.whole.warm_up_minutes, 0, LONGEST_WARM_UP, "minutes of warm-up")
        return OwnCircuit(
            format=form,
            rounds=rounds if form is Format.CIRCUIT else 1,
            rest_between_rounds_s=rest_s,
            warm_up_minutes=self.lines.whole.warm_up_minutes or 0,
            stations=tuple(stations),
        )

    def _rest_of(self, line: Line) -> int:
        own = line.says.rest_s
        return self.lines.whole.rests.get(Rests.EACH, 0) if own is None else own

    def _format(self) -> Format:
        if self.lines.format is not None:
            if self.lines.whole.rounds is not None:
                self.lines.told.append(
                    "It says rounds, and sets one after the other. Leave one of the two out."
                )
            return self.lines.format
        in_sets = [line for line in self.lines.lines if (line.says.sets or 1) > 1]
        if self.lines.whole.rounds is None and in_sets:
            return Format.STRAIGHT_SETS
        for line in in_sets:
            self.lines.told.append(
                f"{line.name}: in rounds an exercise is done once a round. Leave out its {line.says.sets} "
                "sets, or the rounds."
            )
        return Format.CIRCUIT

    def _station(self, line: Line) -> OwnStation:
        says, usual = line.says, line.known.usual
        if says.is_sided and not usual.per_side:
            self.lines.told.append(f"{line.name} works both sides at once. Leave out “each side”.")
        doses = {"reps": usual.reps, "seconds": usual.seconds, "distance_m": usual.distance_m}
        if says.amount is not None:
            own = next(name for name, dose in doses.items() if dose is not None)
            name = {"reps": "reps", "s": "seconds", "m": "distance_m"}.get(says.unit, own)
            doses = {**dict.fromkeys(doses), name: says.amount}
            self._check(line.name, says.amount, 1, *_LIMITS[name])
        tempo = says.tempo
        if tempo is None:
            tempo = str(usual.tempo or "") if doses["reps"] is not None else ""
        station = OwnStation(
            exercise=line.known.slug,
            sets=says.sets or 1,
            reps=doses["reps"],
            seconds=doses["seconds"],
            distance_m=doses["distance_m"],
            tempo=tempo,
            rest_after_s=self._rest_of(line),
        )
        self._check(line.name, says.sets, 1, MOST_SETS, "sets")
        self._check(line.name, station.rest_after_s, 0, LONGEST_REST_S, "seconds of rest")
        try:
            station.prescription(line.known)
        except BadPrescription as error:
            # A number out of reach is told already.
            if says.amount != 0 and says.sets != 0:
                self.lines.told.append(f"“{shortened(line.quoted)}”: {error}")
        return station

    def _check(self, where: str, number: int | None, low: int, high: int, word: str) -> None:
        if number is not None and not low <= number <= high:
            self.lines.told.append(f"{where[0].upper()}{where[1:]}: {number} is not {low} to {high} {word}.")

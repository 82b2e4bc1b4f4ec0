"""Takes the parts of a text one after the other: which exercise each names, and what it says of it."""

import re
from dataclasses import dataclass

from workouts.own.attributes import Attributes, Rests, read_attributes
from workouts.own.chunks import HEAD
from workouts.own.known import Exercises, Known
from workouts.training.circuit_time import Format


@dataclass
class Line:
    """An exercise, what the text says of it, and the part it stands in."""

    known: Known
    says: Attributes
    quoted: str

    @property
    def name(self) -> str:
        return self.known.name


class Lines:
    """
    The exercises of a text, and what it says of the whole circuit.

    told: a sentence for each thing that was not understood.
    """

    def __init__(self, exercises: Exercises) -> None:
        self.exercises = exercises
        self.told: list[str] = []
        self.lines: list[Line] = []
        self.format: Format | None = None
        self.whole = Attributes()

    def take(self, chunk: str) -> None:
        head = HEAD.fullmatch(chunk)
        if head and not head["rounds"]:
            if not head["circuit"]:
                self.format = Format.STRAIGHT_SETS if head["straight"] else Format.SEQUENCE
            return
        begun = self.exercises.begins(chunk)
        of_rest = read_attributes(begun[1]) if begun else None
        if begun and of_rest is not None and not of_rest.left:
            self._add(begun[0], of_rest, chunk)
            return
        says = read_attributes(re.sub(r"\bcircuits?\b", "rounds", chunk) if head else chunk)
        if not says.left:
            self._attach(says, chunk)
        elif known := self.exercises.called(says.left):
            self._add(known, says, chunk)
        elif begun and of_rest is not None:
            self.told.append(
                f"“{shortened(of_rest.left)}” after {begun[0].name} was not understood. Leave it out, or "
                "write the whole name of another exercise."
            )
        else:
            self.told.append(self._unknown(says.left))

    def _unknown(self, name: str) -> str:
        fitting = self.exercises.with_words(name)
        if fitting:
            some = ", ".join(known.name for known in fitting[:3])
            more = " …" if len(fitting) > 3 else "."
            return f"“{shortened(name)}” fits {len(fitting)} exercises: {some}{more} Write the whole name."
        told = f"No exercise is called “{shortened(name)}”."
        *others, last = [known.name for known in self.exercises.like(name)[:3]] or [""]
        if not last:
            return f"{told} Look for it in the library, or make it as an exercise of your own first."
        return (
            f"{told} Do you mean {', '.join(others)}{' or ' if others else ''}{last}? Write the whole name."
        )

    def _add(self, known: Known, says: Attributes, chunk: str) -> None:
        self._take_whole(says)
        self.lines.append(Line(known, says, chunk))
        self._refuse(says, known.name)

    def _attach(self, says: Attributes, chunk: str) -> None:
        """Take what stands on its own: it belongs to the circuit, or to the exercise before it."""
        self._take_whole(says)
        is_of_one = says.says_a_dose or Rests.THIS in says.rests
        if not self.lines and is_of_one:
            self.told.append(f"“{shortened(chunk)}” stands before any exercise. Write it after one.")
            return
        self._refuse(says, self.lines[-1].known.name if self.lines else "")
        if not is_of_one:
            return
        before = self.lines[-1].says
        for name, word in (("sets", "sets"), ("amount", "dose"), ("tempo", "tempo")):
            if getattr(says, name) is not None:
                before.put(name, getattr(says, name), word)
        before.unit = says.unit or before.unit
        before.is_sided = before.is_sided or says.is_sided
        if Rests.THIS in says.rests:
            if Rests.THIS in before.rests:
                before.twice.append("rest")
            before.rests[Rests.THIS] = says.rests[Rests.THIS]

    def _take_whole(self, says: Attributes) -> None:
        if says.rounds is not None:
            self.whole.put("rounds", says.rounds, "rounds")
        if says.warm_up_minutes is not None:
            self.whole.put("warm_up_minutes", says.warm_up_minutes, "warm-up")
        for stands_after in (Rests.EACH, Rests.ROUND):
            if stands_after in says.rests:
                self.whole.rests[stands_after] = says.rests[stands_after]

    def _refuse(self, says: Attributes, name: str) -> None:
        at = f"{name}, " if name else ""
        self.told += [f"{at}{sentence}" for sentence in says.refused]


def shortened(text: str) -> str:
    """What was typed, as far as a sentence can quote it."""
    return text if len(text) <= 40 else f"{text[:39]}…"

"""Takes the parts of a text one after the other: which exercise each names, and what it says of it."""

import re
from dataclasses import dataclass

from workouts.own.attributes import Attributes, Rests, read_attributes
from workouts.own.chunks import Part, rounds_of
from workouts.own.known import Exercises, Known
from workouts.training.circuit_time import Format

# So that a text that is no circuit at all is answered soon, and in a few sentences.
MOST_PARTS, MOST_TOLD = 200, 8
# Words that say nothing beside the name of an exercise.
_FILLERS = re.compile(r"\b(?:holds?|exercise|for|of|with|then|and|do|x)\b", re.IGNORECASE)
_FOREIGN = re.compile(r"\b(amrap|emom|tabata|superset|failure|max|as many)\b", re.IGNORECASE)


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

    def take(self, part: Part) -> None:
        """Take one part of the text."""
        chunk = part.text
        if part.head is not None:
            self._take_head(part.head)
            return
        begun = self.exercises.begins(chunk)
        of_rest = read_attributes(begun[1]) if begun else None
        if begun and of_rest is not None and not _left(of_rest):
            self._add(begun[0], of_rest, chunk)
            return
        says = read_attributes(chunk)
        left = _left(says)
        if not left:
            self._attach(says, part)
        elif known := self._named(left, has_begun=begun is not None, has_dose=says.says_a_dose):
            self._add(known, says, chunk)
        elif foreign := _FOREIGN.search(left):
            self.told.append(
                f"“{shortened(chunk)}”: there is no “{foreign[0]}” here. Write rounds, and one number for "
                "each exercise."
            )
        elif begun and of_rest is not None:
            self.told.append(
                f"“{shortened(_left(of_rest))}” after {begun[0].name} was not understood. Leave it out, or "
                "write the whole name of another exercise."
            )
        else:
            self.told.append(self._unknown(left))

    def _take_head(self, head: re.Match[str]) -> None:
        rounds = rounds_of(head)
        if rounds is not None:
            self.whole.put("rounds", rounds, "rounds")
        elif not head["circuit"]:
            self.format = Format.STRAIGHT_SETS if head["straight"] else Format.SEQUENCE

    def _named(self, name: str, *, has_begun: bool, has_dose: bool) -> Known | None:
        """The exercise of that name; one that only has its words is meant where a dose stands with it."""
        exact = self.exercises.begins(name)
        if exact and not _without_fillers(exact[1]):
            return exact[0]
        if has_begun or exact or not has_dose:
            return None
        fitting = self.exercises.with_words(name)
        return fitting[0] if len(fitting) == 1 else None

    def _unknown(self, name: str) -> str:
        fitting = self.exercises.with_words(name)
        if fitting:
            some = ", ".join(known.name for known in fitting[:3])
            more = " …" if len(fitting) > 3 else "."
            exercises = f"{len(fitting)} exercises" if len(fitting) > 1 else "one exercise"
            return f"“{shortened(name)}” fits {exercises}: {some}{more} Write the whole name."
        told = f"No exercise is called “{shortened(name)}”."
        # Each look costs, and nobody reads more of them.
        searched = self.exercises.like(name)[:3] if len(self.told) < MOST_TOLD else []
        *others, last = [known.name for known in searched] or [""]
        if not last:
            return f"{told} Look for it in the library, or make it as an exercise of your own first."
        return (
            f"{told} Do you mean {', '.join(others)}{' or ' if others else ''}{last}? Write the whole name."
        )

    def _add(self, known: Known, says: Attributes, chunk: str) -> None:
        self._take_whole(says)
        self.lines.append(Line(known, says, chunk))
        self._refuse(says, known.name)

    def _attach(self, says: Attributes, part: Part) -> None:
        """Take what stands on its own: it belongs to the circuit, or to the exercise before it."""
        self._take_whole(says)
        if part.is_a_line and len(self.lines) > 1 and self._is_of_all(says):
            return
        is_of_one = says.says_a_dose or Rests.THIS in says.rests or Rests.SET in says.rests
        if not self.lines and is_of_one:
            self.told.append(f"“{shortened(part.text)}” stands before any exercise. Write it after one.")
            return
        self._refuse(says, self.lines[-1].known.name if self.lines else "")
        if is_of_one:
            self.lines[-1].says.add(says)

    def _is_of_all(self, says: Attributes) -> bool:
        """Take a line that says of all exercises before it how often they are done, or how long is rested."""
        without_sets = all(line.says.sets is None for line in self.lines)
        if says.sets is not None and says.amount is None and not says.rests and without_sets:
            self.whole.put("rounds", says.sets, "rounds")
            return True
        if Rests.SET in says.rests and not says.says_a_dose:
            for line in self.lines:
                line.says.rests.setdefault(Rests.SET, says.rests[Rests.SET])
            return True
        return False

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


def _left(says: Attributes) -> str:
    return _without_fillers(says.left)


def _without_fillers(text: str) -> str:
    return " ".join(_FILLERS.sub(" ", text).split())


def shortened(text: str) -> str:
    """What was typed, as far as a sentence can quote it."""
    return text if len(text) <= 40 else f"{text[:39]}…"

"""Which stations the form of a circuit holds, and in which order, as its buttons leave them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from workouts.own.circuit import MOST_STATIONS, OwnCircuit
from workouts.own.known import Exercises, Known
from workouts.own.order import after, row_numbers

ADDS = "add-"
# As many names as fit into one look on a phone.
MOST_TO_CHOOSE_FROM = 8
TOO_MANY = f"A circuit holds {MOST_STATIONS} exercises at most."


@dataclass(frozen=True, kw_only=True)
class Rows:
    """
    The stations by their numbers, in the order they stand in.

    exercises: what is done at each.  button: the one pressed other than save, or "".
    added: the number of the one just added, or 0.
    wanted: what was typed to be added and was not; `problem` says why, `fitting` is what it may have meant.
    """

    order: tuple[int, ...]
    exercises: Mapping[int, Known]
    button: str = ""
    added: int = 0
    wanted: str = ""
    problem: str = ""
    fitting: tuple[Known, ...] = field(default=())

    @property
    def is_being_arranged(self) -> bool:
        """Whether stations are being added or moved, and nothing is to be saved yet."""
        return bool(self.button or self.added)

    @property
    def added_name(self) -> str:
        return self.exercises[self.added].name if self.added else ""

    def with_wanted(self, exercises: Exercises) -> "Rows":
        """The same and, last, what was wanted, or what is the matter with it."""
        if not self.wanted:
            return self
        if len(self.order) >= MOST_STATIONS:
            return replace(self, problem=TOO_MANY)
        known = exercises.by_slug.get(self.wanted) or exercises.called(self.wanted)
        if known is None:
            problem, fitting = _unknown(self.wanted, exercises)
            return replace(self, problem=problem, fitting=fitting)
        # Not the number of one just removed: what was typed there is still being sent.
        number = max(self.exercises, default=0) + 1
        return replace(
            self,
            order=(*self.order, number),
            exercises={**self.exercises, number: known},
            added=number,
            wanted="",
        )


def rows_sent(data: QueryDict, exercises: Exercises, *, adds: bool = True) -> Rows:
    """
    Read it from what was sent; what is no exercise of ours is left out.

    adds: whether what was typed to be added is, which it never is by a button that moves or removes.
    """
    button = data.get("do", "")
    sent = {number: _movement(data, number) for number in row_numbers(data.get("order", ""))[:MOST_STATIONS]}
    there = {number: exercises.by_slug[slug] for number, slug in sent.items() if slug in exercises.by_slug}
    wanted = button.removeprefix(ADDS) if button.startswith(ADDS) else data.get("add", "").strip()
    rows = Rows(order=after(button, tuple(there)), exercises=there, button=button, wanted=wanted)
    is_asked_for = adds and (not button or button == "add" or button.startswith(ADDS))
    return rows.with_wanted(exercises) if is_asked_for else rows


def exercises_sent(data: QueryDict) -> list[str]:
    """The slugs of the exercises that were sent, as far as they can be any."""
    return [slug for number in row_numbers(data.get("order", "")) if (slug := _movement(data, number))]


def _movement(data: QueryDict, number: int) -> str:
    slug = data.get(f"station-{number}-movement", "")
    return slug if re.fullmatch(r"[-\w]{1,80}", slug, re.ASCII) else ""


def _unknown(wanted: str, exercises: Exercises) -> tuple[str, tuple[Known, ...]]:
    quoted = wanted if len(wanted) <= 40 else f"{wanted[:39]}…"
    fitting = tuple(exercises.with_words(wanted))
    if fitting:
        told = f"“{quoted}” fits {len(fitting)} exercises. Choose one"
        more = ", or type more of the name." if len(fitting) > MOST_TO_CHOOSE_FROM else "."
        return told + more, fitting[:MOST_TO_CHOOSE_FROM]
    fitting = tuple(exercises.like(wanted))[:MOST_TO_CHOOSE_FROM]
    told = f"No exercise is called “{quoted}”."
    return f"{told} Is it one of these?" if fitting else f"{told} Type a part of its name.", fitting


def rows_of(circuit: OwnCircuit | None, exercises: Exercises) -> Rows:
    """The stations a form begins with; none for a new circuit."""
    stations = circuit.stations if circuit else ()
    numbered = {number: exercises.by_slug[each.exercise] for number, each in enumerate(stations, start=1)}
    return Rows(order=tuple(numbered), exercises=numbered)

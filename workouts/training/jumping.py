"""Foot contacts of a circuit held against what suits an experience, and its sets trimmed (PLYO-01)."""

from dataclasses import dataclass, replace

from workouts.training.circuit_time import Format, Shape
from workouts.training.rules import Rule


@dataclass(frozen=True)
class Trim:
    """
    A circuit with fewer sets, so that a foot lands `most` times at most.

    suits: whether it does now; one of which each station has a single set left cannot be trimmed further.
    """

    shape: Shape
    most: int
    suits: bool

    def told(self, rule: Rule) -> str:
        """The rule's sentence; where trimming is not enough, what is left and what suits."""
        contacts = self.shape.foot_contacts
        if self.suits:
            return rule.told(n=str(contacts))
        left = f"That is a lot of jumping: {contacts} contacts with a single set of each jump."
        return f"{left} Up to {self.most} suit your experience, so do fewer in a set."


def most_contacts(*, experience: str, rule: Rule | None) -> int | None:
    """How many contacts suit an experience; whoever never said counts as a beginner.  None without a rule."""
    if rule is None:
        return None
    limits = rule.by["contacts"]
    return int(limits.get(experience, limits["beginner"])[0])


def trim(shape: Shape, *, most: int | None) -> Trim | None:
    """
    Return the circuit with as few sets less as it takes; None where it has no more contacts than suit.

    A circuit gives up whole rounds, since it does one set of each station in a round.  Straight sets and a
    sequence give up a set of whichever station has the most contacts, the last of equals.
    """
    if most is None or shape.foot_contacts <= most:
        return None
    fewer: Shape | None = shape
    while fewer is not None and fewer.foot_contacts > most:
        shape, fewer = fewer, _with_less(fewer)
    return Trim(fewer or shape, most, suits=fewer is not None)


def _with_less(shape: Shape) -> Shape | None:
    """With one round or one set of jumps less; None where there is none to give up."""
    if shape.format is Format.CIRCUIT:
        return replace(shape, rounds=shape.rounds - 1) if shape.rounds > 1 else None
    jumped = [
        (station.sets * station.foot_contacts, nth)
        for nth, station in enumerate(shape.stations)
        if station.sets > 1 and station.foot_contacts
    ]
    if not jumped:
        return None
    nth = max(jumped)[1]
    station = replace(shape.stations[nth], sets=shape.stations[nth].sets - 1)
    return replace(shape, stations=(*shape.stations[:nth], station, *shape.stations[nth + 1 :]))

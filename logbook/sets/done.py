"""What was done in one set, and what of its exercise that needs to be known."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Measure(StrEnum):
    """What the amount of a set is counted in."""

    REPS = "reps"
    SECONDS = "seconds"
    METRES = "metres"


@dataclass(frozen=True, kw_only=True)
class Movement:
    """
    An exercise as the log sees it: who it is, how it counts, its usual dose, and how it is done.

    `amount` is in `measure`, for one side where it is sided.  Two movements are the same if they are the
    same exercise, whatever it was called or asked for on that day.
    setup: the sentence that says how to get into position.  seconds_per_rep, meters_per_second: how fast
    it usually goes without a tempo; None is unknown.  starts_with: which way a repetition goes first.
    """

    exercise_id: int
    slug: str = field(compare=False)
    name: str = field(compare=False)
    measure: Measure = field(compare=False)
    amount: int = field(compare=False)
    sets: int = field(compare=False)
    tempo: str = field(compare=False)
    rest_after_s: int = field(compare=False)
    per_side: bool = field(compare=False)
    loadable: bool = field(compare=False)
    counts_tension: bool = field(compare=False)
    setup: str = field(compare=False, default="")
    seconds_per_rep: float | None = field(compare=False, default=None)
    meters_per_second: float | None = field(compare=False, default=None)
    starts_with: str = field(compare=False, default="")


@dataclass(frozen=True, kw_only=True)
class SetDone:
    """
    One set that was done, both sides together where the movement is sided.

    left, right: the amount in `measure`; `right` is None where both sides did the same or there are none.
        A side that was left out is 0, and never both are.
    load_kg, implements: kilograms of each of one or two implements; both None for bodyweight.
    rpe: effort of the set from 1 to 10 in halves; reps_in_reserve: how many more there would have been.
        At most one of the two is given.
    tempo: as in "3-1-1-0"; blank where nobody counted.
    """

    movement: Movement
    measure: Measure
    left: int
    right: int | None = None
    load_kg: float | None = None
    implements: int | None = None
    rpe: float | None = None
    reps_in_reserve: int | None = None
    tempo: str = ""

    @property
    def sides(self) -> tuple[int, ...]:
        """The amount of each side that was worked, one number where the movement has no sides."""
        if not self.movement.per_side:
            return (self.left,)
        return (self.left, self.left if self.right is None else self.right)


@dataclass(frozen=True, kw_only=True)
class LastTime:
    """The sets of an exercise when it was last done; None is one that was left out."""

    on: date
    sets: tuple[SetDone | None, ...]

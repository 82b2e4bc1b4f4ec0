"""Prescription: what one exercise asks for, and how long and how hard that is.

The formulas are the handbook's: a set's work is repetitions by the seconds of one, or seconds, or
metres by the speed, twice where each side has its own (3); time under tension counts repetitions
at a tempo and holds (4.11); foot contacts are counted for jumps and skips only (4.17).
"""

from dataclasses import dataclass
from enum import StrEnum

from workouts.training.tempo import Tempo


class Metric(StrEnum):
    """What a set of an exercise is counted in."""

    REPS = "reps"
    REPS_LOAD = "reps_load"
    TIME = "time"
    DISTANCE = "distance"


class BadPrescription(ValueError):
    """The numbers do not make a prescription; the message says which of them and why."""


@dataclass(frozen=True, kw_only=True)
class Contacts:
    """How often a foot lands, in exactly one of three units (a side's own repetition counts alone).

    :raises BadPrescription: if not exactly one rate is given, or it is not above zero
    """

    per_rep: float | None = None
    per_second: float | None = None
    per_metre: float | None = None

    def __post_init__(self) -> None:
        given = [rate for rate in (self.per_rep, self.per_second, self.per_metre) if rate is not None]
        if len(given) != 1:
            raise BadPrescription("Foot contacts are counted per repetition, per second or per metre.")
        if given[0] <= 0:
            raise BadPrescription("Foot contacts are counted by a number above zero.")


@dataclass(frozen=True, kw_only=True)
class Prescription:
    """Sets of one exercise: a dose, a tempo, a rest, and the rates its times are worked out with.

    `reps`, `seconds` and `distance_m` are for one side where `per_side` is true.  Repetitions need a
    tempo or `seconds_per_rep`, and metres need `meters_per_second`, or their time is not known.

    :raises BadPrescription: if there is not exactly one dose, a number is out of range or a rate is missing
    """

    sets: int
    reps: int | None = None
    seconds: int | None = None
    distance_m: int | None = None
    tempo: Tempo | None = None
    per_side: bool = False
    rest_after_s: int = 0
    seconds_per_rep: float | None = None
    meters_per_second: float | None = None
    contacts: Contacts | None = None
    counts_tension: bool = False

    def __post_init__(self) -> None:
        doses = [dose for dose in (self.reps, self.seconds, self.distance_m) if dose is not None]
        if len(doses) != 1:
            raise BadPrescription("A dose is repetitions, seconds or metres: exactly one of them.")
        if self.sets < 1 or doses[0] < 1:
            raise BadPrescription("Sets, repetitions, seconds and metres are 1 or more.")
        if self.rest_after_s < 0:
            raise BadPrescription("A rest is 0 seconds or more.")
        if any(rate is not None and rate <= 0 for rate in (self.seconds_per_rep, self.meters_per_second)):
            raise BadPrescription("Seconds per repetition and metres per second are above zero.")
        if self.reps is not None and self.tempo is None and self.seconds_per_rep is None:
            raise BadPrescription("Repetitions need a tempo or seconds per repetition.")
        if self.distance_m is not None and self.meters_per_second is None:
            raise BadPrescription("Metres need metres per second.")
        if self.contacts and self._contacts_in_a_set() is None:
            raise BadPrescription("Foot contacts cannot be counted for a dose in this unit.")

    @property
    def work_s(self) -> float:
        """Seconds of work in one set, both sides, without any rest."""
        if self.seconds is not None:
            one_side: float = self.seconds
        elif self.distance_m is not None:
            assert self.meters_per_second is not None
            one_side = self.distance_m / self.meters_per_second
        else:
            assert self.reps is not None
            one_side = self.reps * self._seconds_of_one_rep
        return one_side * self._sides

    @property
    def tension_s(self) -> int:
        """Seconds under tension in one set, both sides; 0 for what the handbook does not count (4.11)."""
        if not self.counts_tension:
            return 0
        if self.seconds is not None:
            return self.seconds * self._sides
        if self.reps is not None and self.tempo is not None:
            return self.reps * self.tempo.total_s * self._sides
        return 0

    @property
    def foot_contacts(self) -> float:
        """Landings in one set, both sides; 0 for what is neither jumped nor skipped (4.17)."""
        return self._contacts_in_a_set() or 0

    @property
    def dose(self) -> str:
        """One set as a person reads it: "8 each side", "30 s", "2 min", "20 m each side"."""
        if self.reps is not None:
            amount = str(self.reps)
        elif self.seconds is not None:
            amount = duration_words(self.seconds)
        else:
            amount = f"{self.distance_m} m"
        return f"{amount} each side" if self.per_side else amount

    @property
    def _sides(self) -> int:
        return 2 if self.per_side else 1

    @property
    def _seconds_of_one_rep(self) -> float:
        if self.tempo is not None:
            return self.tempo.total_s
        assert self.seconds_per_rep is not None
        return self.seconds_per_rep

    def _contacts_in_a_set(self) -> float | None:
        """Landings in one set, worked out over the time where the dose is in another unit."""
        if self.contacts is None:
            return None
        if self.contacts.per_second is not None:
            return self.contacts.per_second * self.work_s
        if self.contacts.per_metre is not None:
            if self.distance_m is not None:
                return self.contacts.per_metre * self.distance_m * self._sides
            if self.meters_per_second is not None:
                return self.contacts.per_metre * self.work_s * self.meters_per_second
            return None
        assert self.contacts.per_rep is not None
        if self.reps is not None:
            return self.contacts.per_rep * self.reps * self._sides
        if self.seconds_per_rep is not None:
            return self.contacts.per_rep * self.work_s / self.seconds_per_rep
        return None


def duration_words(seconds: float) -> str:
    """Return a length of work or rest: "90 s", and minutes where they are whole, "3 min"."""
    if seconds >= 120 and seconds % 60 == 0:
        return f"{seconds // 60:g} min"
    return f"{seconds:g} s"

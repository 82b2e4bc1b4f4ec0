"""How long a circuit takes, and how many seconds under tension and foot contacts are in it.

The duration formula is the handbook's (3), exactly: fractions of a second are kept until the end,
and the total is rounded half up.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from workouts.training.prescription import Prescription


class Format(StrEnum):
    """In which order the sets of a circuit are done."""

    CIRCUIT = "circuit"
    STRAIGHT_SETS = "straight_sets"
    SEQUENCE = "sequence"


@dataclass(frozen=True)
class Shape:
    """The numbers of a circuit that its times come from.

    A circuit does one set of each station and repeats that for `rounds`.  Straight sets and a
    sequence do all sets of a station before the next, once through.
    """

    format: Format
    rounds: int
    rest_between_rounds_s: int
    warm_up_minutes: int
    stations: tuple[Prescription, ...]

    @property
    def seconds(self) -> int:
        """From the first repetition to the last, rests included, without the warm-up."""
        if not self.stations:
            return 0
        work_and_rest = sum(
            self.sets_of(station) * (station.work_s + station.rest_after_s) for station in self.stations
        )
        # Nobody rests after the very last set; in a circuit each round ends with its own, longer rest.
        last_rests = self.stations[-1].rest_after_s
        if self.format is Format.CIRCUIT:
            last_rests = self.rounds * last_rests - (self.rounds - 1) * self.rest_between_rounds_s
        return _half_up(work_and_rest - last_rests)

    @property
    def minutes(self) -> int:
        """Minutes to set aside: whole minutes, rounded up, and the warm-up."""
        return math.ceil(self.seconds / 60) + self.warm_up_minutes

    @property
    def tension_s(self) -> int:
        """Seconds under tension in the whole circuit (handbook 4.11)."""
        return sum(self.sets_of(station) * station.tension_s for station in self.stations)

    @property
    def foot_contacts(self) -> int:
        """Landings in the whole circuit (handbook 4.17), rounded half up."""
        return _half_up(sum(self.sets_of(station) * station.foot_contacts for station in self.stations))

    def sets_of(self, station: Prescription) -> int:
        """How many sets of a station are done: one a round in a circuit, its own number otherwise."""
        return self.rounds if self.format is Format.CIRCUIT else station.sets


def _half_up(amount: float) -> int:
    # Rates such as 0.6 have no exact binary form, so a true half may arrive as 0.49999999.
    return math.floor(round(amount, 6) + 0.5)

"""Foot contacts: how often a foot landed in jumps, hops, skips and bounds.

Meaning   how much jumping there was, which is raised in small steps.
Formula   Σ repetitions × contacts per repetition, or seconds × contacts per second, or metres × contacts
          per metre, of each side; a set in another unit is counted over the time it took.
Units     landings, rounded half up once, at the end.
Source    the handbook, 4.17.
Limits    running itself does not count.  A set in a unit that its rate cannot be turned into is left out.
          Where nothing was jumped there are none to tell, not 0.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from logbook.sets.done import Measure, SetDone
from workouts.training.prescription import BadPrescription, Contacts, Prescription
from workouts.training.tempo import Tempo


@dataclass(frozen=True, kw_only=True)
class Landing:
    """How often a foot lands in an exercise, and how fast that is done where it is known."""

    contacts: Contacts
    seconds_per_rep: float | None = None
    meters_per_second: float | None = None


def foot_contacts(sets: Iterable[tuple[SetDone, Landing | None]]) -> int | None:
    """Return the landings of all sets, or `None` where nothing was jumped."""
    landings = sum(_landings(done, landing) for done, landing in sets if landing is not None)
    # Rates such as 0.6 have no exact binary form, so a true half may arrive as 0.49999999.
    return math.floor(round(landings, 6) + 0.5) or None


def _landings(done: SetDone, landing: Landing) -> float:
    return sum(_landings_of_a_side(done, amount, landing) for amount in done.sides if amount)


def _landings_of_a_side(done: SetDone, amount: int, landing: Landing) -> float:
    # Jumps done without a count of their own take as long as they usually do.
    tempo = done.tempo or done.movement.tempo
    try:
        return Prescription(
            sets=1,
            reps=amount if done.measure is Measure.REPS else None,
            seconds=amount if done.measure is Measure.SECONDS else None,
            distance_m=amount if done.measure is Measure.METRES else None,
            tempo=Tempo.parse(tempo) if tempo else None,
            seconds_per_rep=landing.seconds_per_rep,
            meters_per_second=landing.meters_per_second,
            contacts=landing.contacts,
        ).foot_contacts
    except BadPrescription:
        return 0

"""Volume load: how many kilograms were moved, repetition by repetition (tonnage).

Meaning   the work with weights of one exercise, to hold against its other days.
Formula   Σ repetitions × kilograms × implements; both sides of a sided exercise count.
Units     kilograms.
Source    the handbook, 4.10.
Limits    compares within one exercise only.  The weight of the body, holds and carries are left out, since
          any number for them would be made up.  Where no weight was used it is unknown, never 0.
"""

from collections.abc import Iterable

from logbook.sets.done import Measure, SetDone


def tonnage_kg(sets: Iterable[SetDone]) -> float | None:
    """Return the kilograms of all repetitions with a weight, or `None` where there were none."""
    return sum(_kg_moved(done) for done in sets) or None


def _kg_moved(done: SetDone) -> float:
    if done.measure is not Measure.REPS or done.load_kg is None:
        return 0
    return sum(done.sides) * done.load_kg * (done.implements or 1)

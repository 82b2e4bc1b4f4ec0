"""Sets made by hand for the measures of load."""

from dataclasses import replace

from logbook.sets.done import Measure, SetDone
from tests.logbook.sets.strategies import LUNGE

REPS, SECONDS, METRES = Measure


def a_set(
    amount: int, *, measure: Measure = REPS, sided: bool = False, counts: bool = True, **changes
) -> SetDone:
    """A set of an exercise without a usual tempo, which has sides and counts as strength as is said."""
    movement = replace(LUNGE, tempo="", per_side=sided, counts_tension=counts)
    return replace(SetDone(movement=movement, measure=measure, left=amount), **changes)

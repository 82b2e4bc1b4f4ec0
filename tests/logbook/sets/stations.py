"""A station of lunges made by hand, what is typed for it, and the sets as few words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from logbook.sets.done import LastTime, Measure, Movement, SetDone
from logbook.sets.settle import StationTyped, settled
from logbook.sets.shorthand import SetTyped, read_set
from logbook.sets.station import PlannedSet, Rung, StationPlan
from tests.logbook.sets.strategies import LUNGE, PLANK, SQUAT
from workouts.units import WeightUnit

# Asked for otherwise than usual, to tell the two apart.
EIGHT = PlannedSet(measure=Measure.REPS, amount=8, tempo="3-1-1-1", rest_after_s=10)
THREE_EIGHTS = StationPlan(
    number=1,
    movement=LUNGE,
    planned=(EIGHT,) * 3,
    rungs=(Rung(word="Easier", movement=SQUAT), Rung(word="Another", movement=PLANK)),
)
UNPLANNED = replace(THREE_EIGHTS, planned=())


def lunge(left: int, **changes) -> SetDone:
    """A set as THREE_EIGHTS asks for it, but for what is said."""
    return replace(SetDone(movement=LUNGE, measure=Measure.REPS, left=left, tempo="3-1-1-1"), **changes)


def last_time(plan: StationPlan, *sets: SetDone | None) -> StationPlan:
    return replace(plan, last=LastTime(on=date(2026, 7, 20), sets=sets))


def read(text: str) -> SetTyped:
    return read_set(text, measure=Measure.REPS, unit=WeightUnit.KG)


def settle(
    plan: StationPlan,
    *,
    whole: SetTyped | str = "",
    rows: Mapping[int, SetTyped | str] | None = None,
    sets: int = 3,
    as_planned: bool = False,
) -> tuple[SetDone | None, ...]:
    """Settle a station of which a text is what stands in a field."""
    typed = {n: read(row) if isinstance(row, str) else row for n, row in (rows or {}).items()}
    whole = read(whole) if isinstance(whole, str) else whole
    return settled(plan=plan, typed=StationTyped(as_planned=as_planned, sets=sets, whole=whole, rows=typed))


def amounts(sets: Sequence[SetDone | None]) -> list[object]:
    """8 for both sides alike, (8, 6) for sides apart, None for what was left out."""
    return [one and (one.left if one.right is None else (one.left, one.right)) for one in sets]


def weights(sets: Sequence[SetDone | None]) -> list[tuple[float | None, int | None] | None]:
    return [one and (one.load_kg, one.implements) for one in sets]


def movements(sets: Sequence[SetDone | None]) -> list[Movement | None]:
    return [one and one.movement for one in sets]

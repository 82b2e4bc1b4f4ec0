"""One set of a station, from what was typed for it, for the whole station and before it."""

from dataclasses import dataclass, replace

from logbook.sets.done import Measure, Movement, SetDone
from logbook.sets.shorthand import SetTyped
from logbook.sets.station import PlannedSet, StationPlan


@dataclass(frozen=True, kw_only=True)
class Dose:
    """How much of a set, for each side where it has sides and `right` is given, and how fast."""

    measure: Measure
    left: int
    right: int | None
    tempo: str


def set_done(
    *, plan: StationPlan, number: int, row: SetTyped, whole: SetTyped, carried: SetTyped
) -> SetDone | None:
    """
    Return a set as it is stored, or None where it was left out.

    row, whole: what was typed for this set, and for all of the station.
    carried: what holds of the weight by now, see `weight_carried`.
    """
    movement = row.movement or _movement_of(plan, whole)
    dose = _dose(plan, number, movement, row, whole)
    right = dose.right if movement.per_side and dose.right != dose.left else None
    if row.skipped or whole.skipped or (dose.left == 0 and not right):
        return None
    load_kg, implements = _weight(plan, movement, row, whole, carried)
    effort = row if row.rpe is not None or row.reps_in_reserve is not None else whole
    return SetDone(
        movement=movement,
        measure=dose.measure,
        left=dose.left,
        right=right,
        load_kg=load_kg,
        implements=implements,
        rpe=effort.rpe,
        reps_in_reserve=effort.reps_in_reserve if effort.rpe is None else None,
        tempo=dose.tempo if dose.measure is Measure.REPS else "",
    )


def weight_carried(*, row: SetTyped, carried: SetTyped) -> SetTyped:
    """Return what holds of the weight from this row on: what it says, else what held before it."""
    return replace(
        carried,
        load_kg=carried.load_kg if row.load_kg is None else row.load_kg,
        implements=carried.implements if row.implements is None else row.implements,
    )


def bare_measure(*, plan: StationPlan, number: int, movement: Movement) -> Measure:
    """Return what a number without a unit is counted in: as asked for, else as the movement is."""
    if movement == plan.movement and plan.planned:
        return _planned(plan, number).measure
    return movement.measure


def _movement_of(plan: StationPlan, whole: SetTyped) -> Movement:
    return whole.movement or plan.movement


def _dose(plan: StationPlan, number: int, movement: Movement, row: SetTyped, whole: SetTyped) -> Dose:
    dose = _asked_for(plan, number, movement)
    bare = bare_measure(plan=plan, number=number, movement=movement)
    of_whole = _movement_of(plan, whole)
    of_whole_in = whole.measure or bare_measure(plan=plan, number=number, movement=of_whole)
    # What was typed for all sets is of their movement; another one takes it if it counts alike, for
    # eight repetitions are not eight seconds.
    if movement == of_whole or of_whole_in is movement.measure:
        dose = _typed_over(dose, whole, bare=bare)
        bare = whole.measure or bare
    return _typed_over(dose, row, bare=bare)


def _asked_for(plan: StationPlan, number: int, movement: Movement) -> Dose:
    """What stands before anything is typed: the plan, else the last time, else the usual."""
    if movement == plan.movement and plan.planned:
        planned = _planned(plan, number)
        return Dose(measure=planned.measure, left=planned.amount, right=None, tempo=planned.tempo)
    last = plan.last.sets[number - 1 : number] if movement == plan.movement and plan.last else ()
    for done in last:
        if done is not None and done.movement == movement:
            return Dose(measure=done.measure, left=done.left, right=done.right, tempo=done.tempo)
    return Dose(measure=movement.measure, left=movement.amount, right=None, tempo=movement.tempo)


def _planned(plan: StationPlan, number: int) -> PlannedSet:
    """What was asked for, a set on top being like the last of them."""
    return plan.planned[min(number, len(plan.planned)) - 1]


def _typed_over(dose: Dose, typed: SetTyped, *, bare: Measure) -> Dose:
    left, right = dose.left, dose.right
    if typed.left is not None:
        left, right = typed.left, typed.right
    elif typed.right is not None:
        right = typed.right
    blank = typed.left is None and typed.right is None
    return Dose(
        measure=typed.measure or (dose.measure if blank else bare),
        left=left,
        right=right,
        tempo=dose.tempo if typed.tempo is None else typed.tempo,
    )


def _weight(
    plan: StationPlan, movement: Movement, row: SetTyped, whole: SetTyped, carried: SetTyped
) -> tuple[float | None, int | None]:
    stands_in = movement != _movement_of(plan, whole)
    # What stands in and is never loaded takes no weight over, only one of its own.
    if not carried.load_kg or (stands_in and not movement.loadable and row.load_kg is None):
        return None, None
    return carried.load_kg, carried.implements or _implements_last_time(plan, movement) or 1


def _implements_last_time(plan: StationPlan, movement: Movement) -> int | None:
    sets = plan.last.sets if plan.last else ()
    loaded = (done for done in sets if done is not None and done.movement == movement)
    return next((done.implements for done in loaded if done.implements is not None), None)

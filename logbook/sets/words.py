"""Sets in words: as asked for, as done, and one alone."""

from collections.abc import Sequence
from itertools import groupby

from logbook.sets.done import Measure, SetDone
from logbook.sets.station import PlannedSet
from workouts.training.prescription import Prescription
from workouts.units import WeightUnit, decimal_text, weight


def told(sets: Sequence[SetDone | None], *, unit: WeightUnit) -> str:
    """
    Return what was done: "3 × 8 each side, 6 kg", "8, 8, 6 each side", "8 at 20 kg, 6 at 22.5 kg".

    Exercises are named only where there are several.  "left out" where no set was done.
    """
    done = [one for one in sets if one is not None]
    if not done:
        return "left out"
    runs = [list(run) for _, run in groupby(done, key=lambda one: one.movement.exercise_id)]
    if len(runs) == 1:
        return _told_of_one(done, unit)
    return "; ".join(f"{run[0].movement.name} {_told_of_one(run, unit)}" for run in runs)


def planned_told(planned: Sequence[PlannedSet], *, per_side: bool) -> str:
    """Return what was asked for: "3 × 8 each side", "12, 10, 8", or "" where nothing was."""
    side = " each side" if per_side else ""
    return _counted([amount_told(one.measure, one.amount) for one in planned], after=side)


def dose_told(measure: Measure, amount: int, *, per_side: bool) -> str:
    """Return what one set asks for, by itself: "8 each side", "4 repetitions", "45 s", "5 min each side"."""
    if per_side:
        return f"{amount_told(measure, amount)} each side"
    return _by_itself(measure, amount)


def set_told(done: SetDone, *, unit: WeightUnit) -> str:
    """Return one set by itself: "8 each side at 6 kg, effort 8", "4 repetitions", "left 8, right 6"."""
    is_sided = done.right is not None or done.movement.per_side
    amount = _sides(done) if is_sided else _by_itself(done.measure, done.left)
    return f"{_at(amount, done, unit)}{_comma(_effort(done))}"


def _told_of_one(done: Sequence[SetDone], unit: WeightUnit) -> str:
    """Say once what all sets share; list them where weights differ, and apart where efforts do."""
    weights = {_load(one, unit) for one in done}
    efforts = {_effort(one) for one in done}
    if len(efforts) > 1:
        return "; ".join(f"{_at(_sides(one), one, unit)}{_comma(_effort(one))}" for one in done)
    if len(weights) > 1:
        told_each = ", ".join(_at(_sides(one), one, unit) for one in done)
        return f"{told_each}{_comma(_each(done[0]))}"
    return f"{_amounts(done)}{_comma(_load(done[0], unit))}{_comma(_effort(done[0]))}"


def _amounts(done: Sequence[SetDone]) -> str:
    if any(one.right is not None for one in done):
        return _counted([_sides(one) for one in done], between="; ")
    side = " each side" if done[0].movement.per_side else ""
    return _counted([amount_told(one.measure, one.left) for one in done], after=side)


def _counted(amounts: Sequence[str], *, after: str = "", between: str = ", ") -> str:
    if not amounts:
        return ""
    alike = len(set(amounts)) == 1
    return (f"{len(amounts)} × {amounts[0]}" if alike else between.join(amounts)) + after


def _sides(done: SetDone) -> str:
    if done.right is not None:
        return f"left {amount_told(done.measure, done.left)}, right {amount_told(done.measure, done.right)}"
    return amount_told(done.measure, done.left) + (" each side" if done.movement.per_side else "")


def amount_told(measure: Measure, amount: int) -> str:
    """Return an amount with its unit where it is not repetitions: "8", "45 s", "20 m", "none"."""
    if amount == 0:
        return "none"
    if measure is Measure.SECONDS:
        return Prescription(sets=1, seconds=amount).dose
    return f"{amount} m" if measure is Measure.METRES else str(amount)


def _by_itself(measure: Measure, amount: int) -> str:
    """A number alone says nothing where no other stands beside it."""
    told = amount_told(measure, amount)
    if measure is not Measure.REPS or not amount:
        return told
    return f"{told} repetition{'' if amount == 1 else 's'}"


def _at(amount: str, done: SetDone, unit: WeightUnit) -> str:
    load = _load(done, unit)
    return f"{amount} at {load}" if load else amount


def _load(done: SetDone, unit: WeightUnit) -> str:
    pair = "2 × " if done.implements == 2 else ""
    return f"{pair}{weight(done.load_kg, unit)}" if done.load_kg else ""


def _effort(done: SetDone) -> str:
    if done.rpe is not None:
        return f"effort {decimal_text(done.rpe)}"
    return "" if done.reps_in_reserve is None else f"{done.reps_in_reserve} in reserve"


def _each(done: SetDone) -> str:
    """An effort after a list, which is of each set and not of the last."""
    effort = _effort(done)
    return effort and f"each {'with' if done.rpe is None else 'at'} {effort}"


def _comma(text: str) -> str:
    return f", {text}" if text else ""

"""Writes a set as short as a runner could type it, so that reading can be held against it."""

from logbook.sets.done import Measure, SetDone
from logbook.sets.shorthand import SetTyped
from workouts.units import WeightUnit, decimal_text, weight_number

_SUFFIXES = {Measure.REPS: " reps", Measure.SECONDS: "s", Measure.METRES: "m"}


def set_text(done: SetDone, *, unit: WeightUnit) -> str:
    """Return the shortest text that reads back as this set of its movement at its usual tempo."""
    return typed_text(
        SetTyped(
            measure=None if done.measure is done.movement.measure else done.measure,
            left=done.left,
            right=done.right,
            load_kg=done.load_kg,
            implements=done.implements,
            rpe=done.rpe,
            reps_in_reserve=done.reps_in_reserve,
            tempo=None if done.tempo == done.movement.tempo else done.tempo,
        ),
        unit=unit,
    )


def typed_text(typed: SetTyped, *, unit: WeightUnit) -> str:
    """
    Return the shortest text that reads back as what was typed for one set.

    A movement and a tempo that nobody counted have no words here, nor has a right side without a left.
    """
    if typed.skipped:
        return "-"
    text = _amount_text(typed)
    if typed.load_kg is not None:
        text += "x" + "+".join([weight_number(typed.load_kg, unit)] * (typed.implements or 1))
    if typed.rpe is not None:
        text += f"@{decimal_text(typed.rpe)}"
    if typed.reps_in_reserve is not None:
        text += f"@{typed.reps_in_reserve}rir"
    return f"{text} {typed.tempo or ''}".strip()


def _amount_text(typed: SetTyped) -> str:
    if typed.left is None:
        return ""
    sides = [typed.left] if typed.right is None else [typed.left, typed.right]
    suffix = _SUFFIXES[typed.measure] if typed.measure is not None else ""
    return "/".join(map(str, sides)) + suffix

"""One set as the player says it was done: which exercise, how much a side, and with what weight."""

from collections.abc import Sequence
from typing import Any

from django import forms

from logbook.sets.done import Measure, Movement, SetDone
from logbook.sets.parts import MOST, MOST_IMPLEMENTS, MOST_KG, weighing
from logbook.sets.station import PlannedSet, StationPlan
from workouts.units import BadQuantity, WeightUnit, parse_weight

NO_SUCH_SET = "This session has no such set. Open it again to see what is in it."
NO_SUCH_EXERCISE = "That exercise is not on offer here. Take the one asked for, or its easier or harder one."
NO_AMOUNT = "Say how much was done, as a whole number."
NO_IMPLEMENTS = "A set has one implement or two."
NO_MESSAGE = "That is no set as the player sends it. Open the session again."
# What is typed of a set that is left out does not count.
_OF_A_SET_DONE = ("exercise", "left", "right", "load", "implements")
_WORDS = {Measure.REPS: "repetitions", Measure.SECONDS: "seconds", Measure.METRES: "metres"}


def _always(sentence: str) -> dict[str, str]:
    return dict.fromkeys(("required", "invalid", "min_value", "max_value"), sentence)


class PlayedSetForm(forms.Form):
    """
    All of one set; what it says replaces what was there.

    :param plans: the stations of the session, numbered from 1 in their order
    :param unit: what a weight without a unit is in
    """

    station = forms.IntegerField(
        min_value=1, max_value=1000, widget=forms.HiddenInput, error_messages=_always(NO_SUCH_SET)
    )
    number = forms.IntegerField(
        min_value=1, max_value=1000, widget=forms.HiddenInput, error_messages=_always(NO_SUCH_SET)
    )
    exercise = forms.CharField(max_length=80, required=False)
    left = forms.IntegerField(min_value=0, required=False, error_messages=_always(NO_AMOUNT))
    right = forms.IntegerField(min_value=0, required=False, error_messages=_always(NO_AMOUNT))
    load = forms.CharField(max_length=20, required=False)
    implements = forms.IntegerField(
        min_value=1, max_value=MOST_IMPLEMENTS, required=False, error_messages=_always(NO_IMPLEMENTS)
    )
    skipped = forms.BooleanField(required=False)
    writer = forms.UUIDField(required=False, error_messages=_always(NO_MESSAGE))
    revision = forms.IntegerField(
        min_value=0, max_value=1_000_000, required=False, error_messages=_always(NO_MESSAGE)
    )
    over = forms.CharField(max_length=100, required=False)

    def __init__(self, data: Any, *, plans: Sequence[StationPlan], unit: WeightUnit, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._plans, self._unit = plans, unit

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        plan = self._plan(typed)
        if plan is None:
            if not {"station", "number"} & self.errors.keys():
                self.add_error(None, NO_SUCH_SET)
            return typed
        typed["plan"], typed["done"] = plan, None
        if typed.get("skipped"):
            for name in _OF_A_SET_DONE:
                self.errors.pop(name, None)
            typed |= dict.fromkeys(_OF_A_SET_DONE)
        movement = plan.named(typed["exercise"]) if typed.get("exercise") else plan.movement
        if movement is None:
            self.add_error("exercise", NO_SUCH_EXERCISE)
        elif not self.errors:
            typed["done"] = self._done(typed, movement, plan.planned[typed["number"] - 1])
        return typed

    def _plan(self, typed: dict[str, Any]) -> StationPlan | None:
        place = typed.get("station", 0) - 1
        if not 0 <= place < len(self._plans):
            return None
        return self._plans[place] if typed.get("number", 0) <= len(self._plans[place].planned) else None

    def _done(self, typed: dict[str, Any], movement: Movement, asked: PlannedSet) -> SetDone | None:
        as_asked = movement.exercise_id == self._plans[typed["station"] - 1].movement.exercise_id
        measure, tempo = (asked.measure, asked.tempo) if as_asked else (movement.measure, movement.tempo)
        left, right = typed["left"], typed["right"] if movement.per_side else None
        if typed["skipped"] or (left == 0 and not right):
            return None
        if left is None:
            self.add_error("left", NO_AMOUNT)
            return None
        if max(left, right or 0) > MOST[measure]:
            self.add_error("left", f"A set has 1 to {MOST[measure]} {_WORDS[measure]}.")
            return None
        load_kg, implements = self._weight(typed)
        return SetDone(
            movement=movement,
            measure=measure,
            left=left,
            right=None if right == left else right,
            load_kg=load_kg,
            implements=implements,
            tempo=tempo if measure is Measure.REPS else "",
        )

    def _weight(self, typed: dict[str, Any]) -> tuple[float | None, int | None]:
        if not typed["load"]:
            return None, None
        try:
            kg = parse_weight(typed["load"], self._unit)
        except BadQuantity as bad:
            self.add_error("load", str(bad))
            return None, None
        if kg > MOST_KG:
            self.add_error("load", f"That is too heavy: an implement has up to {MOST_KG} kg.")
            return None, None
        weight = weighing(kg=kg, implements=typed["implements"] or 1)
        return weight.kg or None, weight.implements

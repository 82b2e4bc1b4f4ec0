"""One set as it is typed into a plain form: labelled by what the exercise counts in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from logbook.forms.played_set import PlayedSetForm
from logbook.sets.done import Measure, Movement
from logbook.sets.parts import MOST_IMPLEMENTS
from logbook.sets.station import StationPlan
from workouts.units import WeightUnit

_LABELS = {Measure.REPS: "Repetitions", Measure.SECONDS: "Seconds", Measure.METRES: "Metres"}
_NUMBER = {"inputmode": "numeric", "autocomplete": "off", "size": "4"}


class PlainSetForm(PlayedSetForm):
    """
    The fields of a set that are there to be filled in, its exercise and place beside them unseen.

    :param movement: what it is done as, in that measure
    """

    # What a weight without a unit was typed in: another one may be chosen by the time it is sent.
    unit = forms.CharField(max_length=2, required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        plans: Sequence[StationPlan],
        unit: WeightUnit,
        movement: Movement,
        measure: Measure,
        initial: dict[str, Any],
    ) -> None:
        super().__init__(data, plans=plans, unit=unit, initial={**initial, "unit": unit})
        for name in ("exercise", "over"):
            self.fields[name].widget = forms.HiddenInput()
        for name in ("left", "right"):
            side = f"{name.capitalize()} side: " if movement.per_side else ""
            label = _LABELS[measure]
            self.fields[name].label = f"{side}{label.lower() if side else label}"
            self.fields[name].widget = forms.TextInput(attrs=_NUMBER)
        self.fields["load"].label = f"Weight, {unit}"
        self.fields["load"].widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "size": "6"}
        counts = [("", "None"), *((n, str(n)) for n in range(1, MOST_IMPLEMENTS + 1))]
        self.fields["implements"].label = "How many weights"
        self.fields["implements"].widget = forms.Select(choices=counts)
        self._asked_for = [
            "left",
            *(["right"] if movement.per_side else []),
            *(["load", "implements"] if movement.loadable else []),
        ]

    @property
    def asked_for(self) -> list[BoundField]:
        """The fields that are there to be filled in."""
        return [self[name] for name in self._asked_for]

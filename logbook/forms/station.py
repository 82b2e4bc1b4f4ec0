"""The part of a session's form that is about one station."""

from typing import Any

from django import forms

from logbook.sets.done import Measure
from logbook.sets.station import StationDone, StationPlan

MOST_SETS = 20
MOST_AMOUNT = {Measure.REPS: 500, Measure.SECONDS: 3600, Measure.METRES: 20_000}
WORD = {Measure.REPS: "Repetitions", Measure.SECONDS: "Seconds", Measure.METRES: "Metres"}


class StationForm(forms.Form):
    planned = forms.BooleanField(label="As planned", required=False)

    def __init__(self, *args: Any, plan: StationPlan, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"station-{plan.number}", **kwargs)
        self.plan = plan
        name, measure = plan.movement.name, plan.planned[0].measure
        done = [each for each in plan.done or plan.as_planned if each is not None]
        amount = done[0].left if done else plan.planned[0].amount
        self.fields["planned"].initial = plan.done is None or plan.done == plan.as_planned
        self.fields["sets"] = _whole_number(f"{name}: sets", 0, MOST_SETS, len(done))
        self.fields["amount"] = _whole_number(
            f"{name}: {WORD[measure].lower()}", 1, MOST_AMOUNT[measure], amount
        )
        self.word = f"{WORD[measure]} each side" if plan.movement.per_side else WORD[measure]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("planned"):
            for name in ("sets", "amount"):
                self.errors.pop(name, None)
        return cleaned

    @property
    def done(self) -> StationDone:
        raise NotImplementedError


def _whole_number(label: str, least: int, most: int, initial: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        initial=initial,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Give a whole number from {least} to {most}, or tick “As planned”.",
        ),
    )

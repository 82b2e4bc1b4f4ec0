"""The fields of what was done in one set, or alike in all sets of a station."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from django import forms

from logbook.forms.plain import PlainSelect, PlainText
from logbook.sets.done import Measure, Movement
from logbook.sets.parts import MOST_KG
from logbook.sets.shorthand import MOST_IN_RESERVE, SetTyped, read_effort, read_set
from logbook.sets.station import StationPlan
from workouts.training.tempo import BadTempo, Tempo
from workouts.units import BadQuantity, WeightUnit, decimal_text, parse_weight, weight, weight_number

WORD = {Measure.REPS: "Repetitions", Measure.SECONDS: "Seconds", Measure.METRES: "Metres"}
SUFFIX = {Measure.REPS: " reps", Measure.SECONDS: " s", Measure.METRES: " m"}
SKIPPED = NOT_COUNTED = "-"
T = TypeVar("T")

IMPLEMENTS = [("", "same"), ("1", "× 1"), ("2", "× 2")]
RPES = [half / 2 for half in range(20, 1, -1)]
EFFORTS = [
    ("", "as all"),
    ("Effort (RPE)", [(decimal_text(rpe), decimal_text(rpe)) for rpe in RPES]),
    ("Repetitions in reserve", [(f"r{left}", f"{left} in reserve") for left in range(MOST_IN_RESERVE + 1)]),
]


class SetForm(forms.Form):
    """
    One set.  Blank follows what stands above it, and every field may be blank.

    `typed` holds what was said once the form is valid.
    """

    amount = forms.CharField(required=False, max_length=40, widget=PlainText("decimal"))
    right = forms.CharField(required=False, max_length=10, widget=PlainText("decimal"))
    kg = forms.CharField(required=False, max_length=20, widget=PlainText("decimal"))
    implements = forms.ChoiceField(required=False, choices=IMPLEMENTS, widget=PlainSelect)
    effort = forms.ChoiceField(required=False, choices=EFFORTS, widget=PlainSelect)
    tempo = forms.CharField(required=False, max_length=12, widget=PlainText("text"))
    exercise = forms.ChoiceField(required=False, widget=PlainSelect)

    def __init__(
        self,
        data: Any = None,
        *,
        plan: StationPlan,
        measure: Measure,
        unit: WeightUnit,
        label: str,
        shown: SetTyped,
        prefix: str,
    ) -> None:
        self.plan, self.measure, self.unit = plan, measure, unit
        super().__init__(data, initial=_texts(shown, unit), prefix=prefix)
        self.fields["right"].widget.attrs["placeholder"] = "same"
        self.fields["exercise"].choices = done_as(plan, "as all")  # type: ignore[attr-defined]
        words = {"amount": WORD[measure].lower(), "kg": unit, "implements": "how many", "exercise": "done as"}
        for name, field in self.fields.items():
            field.label = f"{label}: {words.get(name, name)}"

    @property
    def says_anything(self) -> bool:
        """Whether any of it was filled in."""
        return any(self[name].value() for name in SetForm.base_fields)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        said = self._read("amount", self._set) or SetTyped()
        rpe, in_reserve = self._read("effort", read_effort) or (None, None)
        if said.rpe is not None or said.reps_in_reserve is not None:
            rpe, in_reserve = said.rpe, said.reps_in_reserve
        exercise = cleaned.get("exercise", "")
        right = _first(said.right, self._read("right", self._right))
        if said.skipped and right:
            # 0 on the first side alone: the other one was done.
            said = replace(said, skipped=False, left=0)
        self.typed = SetTyped(
            count=said.count,
            measure=said.measure,
            left=said.left,
            right=right,
            load_kg=_first(said.load_kg, self._read("kg", self._kilograms)),
            # "8x20" alone does not say how many of them there were.
            implements=2 if said.implements == 2 else self._read("implements", int),
            rpe=rpe,
            reps_in_reserve=in_reserve,
            tempo=_first(said.tempo, self._read("tempo", _tempo)),
            movement=self.plan.named(exercise),
            skipped=said.skipped or exercise == SKIPPED,
        )
        return cleaned

    def _read(self, name: str, read: Callable[[str], T]) -> T | None:
        """What a field says; None where it is blank or refused."""
        text = self.cleaned_data.get(name, "")
        if not text:
            return None
        try:
            return read(text)
        except (BadQuantity, BadTempo) as bad:
            self.add_error(name, str(bad))
            return None

    def _set(self, text: str) -> SetTyped:
        stands_in = self.plan.named(self.cleaned_data.get("exercise", ""))
        return read_set(text, measure=stands_in.measure if stands_in else self.measure, unit=self.unit)

    def _right(self, text: str) -> int | None:
        said = self._set(text)
        if said not in (SetTyped(skipped=True), SetTyped(left=said.left)):
            raise BadQuantity(f"“{text}” is more than an amount. Write what the right side did, like 8.")
        return 0 if said.skipped else said.left

    def _kilograms(self, text: str) -> float:
        kg = parse_weight(text, self.unit)
        if kg > MOST_KG:
            most = weight(MOST_KG, self.unit)
            raise BadQuantity(f"{text} is more than {most}. Give the weight of one.")
        return kg


def _texts(shown: SetTyped, unit: WeightUnit) -> dict[str, str]:
    """What stands in the fields to begin with."""
    suffix = SUFFIX[shown.measure] if shown.measure else ""
    in_reserve = "" if shown.reps_in_reserve is None else f"r{shown.reps_in_reserve}"
    return {
        "amount": "" if shown.left is None else f"{shown.left}{suffix}",
        "right": "" if shown.right is None else str(shown.right),
        "kg": weight_number(shown.load_kg, unit),
        "implements": str(shown.implements or ""),
        "effort": decimal_text(shown.rpe) or in_reserve,
        "tempo": NOT_COUNTED if shown.tempo == "" else shown.tempo or "",
        "exercise": SKIPPED if shown.skipped else shown.movement.slug if shown.movement else "",
    }


def done_as(plan: StationPlan, usual: str) -> list[tuple[str, str]]:
    """What a set may have been done with: the usual, a rung of the ladder at its own dose, or not at all."""
    rungs = [(rung.movement.slug, f"{rung.word}: {_dosed(rung.movement)}") for rung in plan.rungs]
    return [("", usual), *rungs, (SKIPPED, "Skipped")]


def _dosed(movement: Movement) -> str:
    suffix = "" if movement.measure is Measure.REPS else SUFFIX[movement.measure]
    return f"{movement.name}, {movement.amount}{suffix}"


def _tempo(text: str) -> str:
    return "" if text == NOT_COUNTED else str(Tempo.parse(text.upper()))


def _first(*values: T | None) -> T | None:
    return next((value for value in values if value is not None), None)

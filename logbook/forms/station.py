"""The part of a session's form that is about one station: as planned, or what differed, down to each set."""

from dataclasses import replace
from typing import Any, cast

from django import forms

from logbook.forms.set import EFFORTS, IMPLEMENTS, SKIPPED, SUFFIX, WORD, SetForm, done_as
from logbook.sets.done import Measure
from logbook.sets.settle import StationTyped, settled, typed_again
from logbook.sets.shorthand import MOST_SETS, SetTyped
from logbook.sets.station import StationDone, StationPlan
from logbook.sets.words import planned_told, set_told, told
from workouts.units import WeightUnit

# Rows for sets on top: one beside a plan, two where there is none.
SPARE, SPARE_WITHOUT_PLAN = 1, 2
HOW_MANY = f"Give a whole number of sets from 0 to {MOST_SETS}."


class DoneAs(forms.RadioSelect):
    """What a station may be done with; each choice carries the amount to propose with it, for the script."""

    def __init__(self, plan: StationPlan) -> None:
        super().__init__()
        self.plan = plan

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        movement = self.plan.named(str(value))
        if movement is not None:
            option["attrs"] |= _proposing(movement.measure, movement.amount, movement.per_side)
        elif value == "":
            usual = self.plan.planned[0] if self.plan.planned else self.plan.movement
            option["attrs"] |= _proposing(usual.measure, usual.amount, self.plan.movement.per_side)
        return option


def worded(measure: Measure, *, per_side: bool) -> str:
    """The word over an amount: "Repetitions each side"."""
    return f"{WORD[measure]} each side" if per_side else WORD[measure]


def _usual(plan: StationPlan) -> str:
    """What doing it unchanged is called."""
    if plan.again:
        return "As then"
    return "As asked for" if plan.planned else plan.movement.name


def _proposing(measure: Measure, amount: int, per_side: bool) -> dict[str, object]:
    return {"data-dose": amount, "data-word": worded(measure, per_side=per_side)}


class StationForm(SetForm):
    """
    What was done at one station.

    With “As planned” ticked only the weight counts, which no plan names.  Without it, the fields here are
    for all sets, and those of `rows` for the sets that differed.
    """

    planned = forms.BooleanField(label="As planned", required=False)
    # The exercise whose amount is shown; the script changes both together.
    proposed = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    sets = forms.IntegerField(
        min_value=0,
        max_value=MOST_SETS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), HOW_MANY),
    )

    def __init__(self, data: Any, *, plan: StationPlan, unit: WeightUnit) -> None:
        shown = typed_again(plan=plan)
        measure = plan.planned[0].measure if plan.planned else plan.movement.measure
        common: dict[str, Any] = {"plan": plan, "measure": measure, "unit": unit}
        name, prefix = plan.movement.name, f"station-{plan.number}"
        super().__init__(data, label=name, shown=shown.whole, prefix=prefix, **common)
        implements = cast(forms.ChoiceField, self.fields["implements"])
        implements.choices = IMPLEMENTS[1:]
        effort = cast(forms.ChoiceField, self.fields["effort"])
        effort.choices = [("", "not rated"), *EFFORTS[1:]]
        exercise = cast(forms.ChoiceField, self.fields["exercise"])
        exercise.widget = DoneAs(plan)
        exercise.choices = done_as(plan, _usual(plan))
        self.fields["amount"].widget.attrs |= {"min": 1}
        self.initial = {**self.initial, "planned": shown.as_planned, "sets": shown.sets}
        self.initial["proposed"] = self.initial["exercise"]
        if plan.done is not None and not any(plan.done):
            self.initial |= {"exercise": SKIPPED, "sets": len(plan.planned) or plan.movement.sets}
        self.measure_shown = measure
        spare = SPARE if plan.planned else SPARE_WITHOUT_PLAN
        shown_rows = max(len(plan.planned), len(plan.done or ()), shown.sets, *shown.rows) + spare
        self.rows = [
            SetForm(
                data,
                label=f"{name}, set {number}",
                shown=shown.rows.get(number, SetTyped()),
                prefix=f"{prefix}-set-{number}",
                **common,
            )
            for number in range(1, min(shown_rows, MOST_SETS) + 1)
        ]

    @property
    def word(self) -> str:
        """What the amount is counted in, by the exercise that is chosen."""
        chosen = self.plan.named(self["exercise"].value() or "") or self.plan.movement
        measure = chosen.measure if chosen != self.plan.movement else self.measure_shown
        return worded(measure, per_side=chosen.per_side)

    @property
    def short_word(self) -> str:
        return "Reps" if self.measure_shown is Measure.REPS else WORD[self.measure_shown]

    @property
    def left_word(self) -> str:
        """Over the amount of a set that has two sides; the right one follows it unless it says otherwise."""
        return "Left" if self.measure_shown is Measure.REPS else f"Left, {SUFFIX[self.measure_shown].strip()}"

    @property
    def was_sent(self) -> bool:
        """Whether any of its fields came with what was sent."""
        return any(name.startswith(f"{self.prefix}-") for name in self.data)

    @property
    def shows_weight(self) -> bool:
        """Whether the weight stands in sight: it counts also where all is as planned."""
        return self.plan.movement.loadable or bool(self["kg"].value())

    @property
    def again_words(self) -> str:
        """What was done in the session that is repeated; nothing where none is."""
        return told(self.plan.again, unit=self.unit)

    @property
    def planned_words(self) -> str:
        """What was asked for: "3 × 8 each side"."""
        return planned_told(self.plan.planned, per_side=self.plan.movement.per_side)

    @property
    def last_words(self) -> str:
        """What was done the last time; nothing before the first."""
        return told(self.plan.last.sets, unit=self.unit) if self.plan.last else ""

    @property
    def rows_with_last(self) -> list[tuple[SetForm, str]]:
        """Each row with what was done in that set the last time, in words."""
        last = self.plan.last.sets if self.plan.last else ()
        words = [set_told(each, unit=self.unit) if each else "" for each in last[: len(self.rows)]]
        words += [""] * (len(self.rows) - len(words))
        return list(zip(self.rows, words, strict=True))

    @property
    def opens(self) -> bool:
        """Whether something stands one level deeper, and so must not be out of sight."""
        deeper = ("right", "effort", "tempo")
        return any(row.says_anything for row in self.rows) or any(self[name].value() for name in deeper)

    @property
    def refusing(self) -> list[SetForm]:
        """This form and those of its sets, as far as they matter: as planned, no set is looked at."""
        return [self] if self._as_planned else [self, *self.rows]

    @property
    def _as_planned(self) -> bool:
        return bool(self.plan.planned) and bool(self["planned"].value())

    def is_valid(self) -> bool:
        # All are asked, so that every field that needs a look is told at once.
        if [form for form in self.refusing if not forms.Form.is_valid(form)]:
            return False
        if len(self.done.sets) > MOST_SETS:
            self.add_error("sets", HOW_MANY)
        return not self.errors

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self._as_planned:
            for name in set(self.errors) - {"kg", "implements"}:
                del self.errors[name]
        is_swapped = self.cleaned_data.get("proposed", "") != self.cleaned_data.get("exercise", "")
        if is_swapped and not self.has_changed_in("amount"):
            # What stood there was proposed for the other exercise: this one has its own usual dose.
            self.typed = replace(self.typed, left=None)
        return cleaned

    def has_changed_in(self, name: str) -> bool:
        return self.cleaned_data.get(name, "") != self.initial[name]

    @property
    def done(self) -> StationDone:
        """What a valid form says."""
        rows = enumerate(self.rows, start=1)
        typed = StationTyped(
            as_planned=self._as_planned,
            # "3x8" for all of them says how many, too.
            sets=self.typed.count if self.typed.count > 1 else self.cleaned_data.get("sets") or 0,
            whole=self.typed,
            rows={} if self._as_planned else {n: row.typed for n, row in rows if row.says_anything},
        )
        return StationDone(plan=self.plan, sets=settled(plan=self.plan, typed=typed))

"""The forms of the run that is planned for one day: what it is, and the day it goes to."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms

from logbook.forms import run_fields
from logbook.forms.plain import PlainSelect
from logbook.forms.usual_week import USUAL_START
from workouts.training.timetable.habit import HabitualRun
from workouts.units import BadQuantity, DistanceUnit, distance_number, parse_distance
from workouts.vocabulary import RunKind
from workouts.weeks import WEEKDAYS, day_text

NO_RUN = ""
# A race has a form of its own.
KINDS = [kind for kind in RunKind if kind is not RunKind.RACE]
LONGEST_M = 300_000
SINCE = (
    "Something else was said of this day since. Look at it above, and save again to have what stands here."
)


class RunOfDayForm(forms.Form):
    """
    What is run on a day; without a kind nothing is, whatever else is filled in.

    was: what tells the run that was on the page from another.
    """

    kind = forms.ChoiceField(
        label="Run",
        required=False,
        widget=PlainSelect(),
        choices=[(NO_RUN, "No run"), *((kind.value, kind.label) for kind in KINDS)],
    )
    minutes = run_fields.minutes(label="Minutes", attrs={"size": "5"})
    distance = forms.CharField(
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": "5"}),
    )
    starts_at = run_fields.starts_at(label="Starts at")
    was = forms.CharField(required=False, widget=forms.HiddenInput)
    # Hidden until something has to be confirmed.
    confirmed = forms.BooleanField(label="I mean it", required=False, widget=forms.HiddenInput)

    def __init__(
        self, typed: Any = None, *, day: date, run: HabitualRun | None, was: str, unit: DistanceUnit
    ) -> None:
        super().__init__(typed, initial={**_initial(run, unit), "was": was}, auto_id=f"run-{day:%d}-%s")
        self.day, self.unit, self.before = day, unit, run
        # A form sent twice is one; each form of a page has a key of its own.
        self.key = uuid4()
        self.fields["distance"].label = f"Distance, {unit}"

    def is_behind(self, was: str) -> bool:
        """Whether another run than that of the page is planned by now."""
        return "was" in self.data and self.cleaned_data["was"] != was

    def tell(self, was: str) -> None:
        """Say so; saved again, what stands here is taken."""
        self.add_error(None, SINCE)
        self.data = {**{name: self.data[name] for name in self.data}, "was": was}

    def ask(self, sentence: str) -> None:
        """Ask for a tick beside a sentence before what was typed is taken."""
        self.fields["confirmed"].widget = forms.CheckboxInput()
        self.add_error("confirmed", sentence)

    def clean_distance(self) -> int | None:
        text = self.cleaned_data["distance"].strip()
        if not text:
            return None
        if self.before is not None and text == distance_number(self.before.distance_m, self.unit):
            return self.before.distance_m
        try:
            metres = parse_distance(text, self.unit)
        except BadQuantity as bad:
            raise forms.ValidationError(str(bad)) from bad
        if metres > LONGEST_M:
            raise forms.ValidationError("Give a distance up to 300 km, for example 12.5.")
        return round(metres)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("kind") and typed.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", "Say about how long it takes, or choose No run.")
        return typed

    @property
    def run(self) -> HabitualRun | None:
        """What a valid form says; None for a day without a run."""
        typed = self.cleaned_data
        if not typed["kind"]:
            return None
        kind = RunKind(typed["kind"])
        was = self.before
        return HabitualRun(
            weekday=self.day.weekday(),
            kind=kind,
            minutes=typed["minutes"],
            starts_at=typed["starts_at"] or USUAL_START,
            distance_m=typed["distance"],
            # What a calendar calls it no longer fits another kind of run.
            name=was.name if was is not None and was.kind is kind else "",
        )


class MoveRunForm(forms.Form):
    """The day that a run goes to; `was` tells which run was on the page."""

    was = forms.CharField(required=False, widget=forms.HiddenInput)
    to = forms.TypedChoiceField(
        label="Move it to",
        widget=PlainSelect(),
        coerce=date.fromisoformat,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose one of the days on offer."),
    )

    def __init__(self, typed: Any = None, *, day: date, others: Sequence[date], was: str) -> None:
        super().__init__(typed, initial={"was": was}, auto_id=f"move-{day:%d}-%s")
        self.key = uuid4()
        field = self.fields["to"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [
            (each.isoformat(), f"{WEEKDAYS[each.weekday()]} {day_text(each).rsplit(' ', 1)[0]}")
            for each in others
        ]


def _initial(run: HabitualRun | None, unit: DistanceUnit) -> dict[str, Any]:
    if run is None:
        return {"kind": NO_RUN}
    return {
        "kind": run.kind,
        "minutes": run.minutes,
        "distance": distance_number(run.distance_m, unit),
        "starts_at": run.starts_at,
    }

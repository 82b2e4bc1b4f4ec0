"""The form of a run typed in or corrected."""

from datetime import datetime
from typing import Any

from django import forms

from logbook.facts import RunFacts
from logbook.forms.moment import Moment, MomentForm
from logbook.models import Run
from workouts.units import BadQuantity, DistanceUnit, clock, distance_number, parse_clock, parse_distance
from workouts.vocabulary import RunKind

LONGEST_RUN_S = 7 * 24 * 60 * 60
LONGEST_RUN_M = 1_000_000
LONGEST_NAME = 100
KINDS = [(kind.value, kind.label) for kind in RunKind]


class RunForm(MomentForm):
    """
    A run in the athlete's own units.

    A duration or distance left as it is shown keeps the exact value behind it.
    """

    key = forms.UUIDField(widget=forms.HiddenInput)
    duration = forms.CharField(
        label="Duration",
        max_length=20,
        help_text="48:10, 1:02:04, or minutes alone: 48.",
        error_messages={"required": "Say how long it took, for example 48:10."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    distance = forms.CharField(
        label="Distance",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label="Kind of run", choices=KINDS, initial=RunKind.EASY)
    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        required=False,
        help_text="If it has one, such as the loop or the race.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    field_order = ["key", "date", "time", "duration", "distance", "kind", "name", "effort", "note"]

    def __init__(
        self,
        *args: Any,
        unit: DistanceUnit,
        moment: Moment,
        now: datetime,
        run: Run | None = None,
        **kwargs: Any,
    ) -> None:
        self.unit, self.run = unit, run
        kwargs["initial"] = kwargs.get("initial", {}) | (self._initial_of(run) if run else {})
        super().__init__(*args, moment=moment, now=now, **kwargs)
        self.fields["distance"].label = f"Distance, {unit}"
        self.fields["distance"].help_text = "Leave it blank when nobody measured."

    def _initial_of(self, run: Run) -> dict[str, Any]:
        return {
            "key": run.key,
            "duration": clock(run.duration_s),
            "distance": distance_number(run.distance_m, self.unit),
            "kind": run.kind,
            "name": run.name,
            "effort": run.effort,
            "note": run.note,
        }

    def clean_duration(self) -> float:
        text = self.cleaned_data["duration"]
        if self.run is not None and text == clock(self.run.duration_s):
            return self.run.duration_s
        duration_s = _parsed(parse_clock, text)
        if not 0 < duration_s <= LONGEST_RUN_S:
            raise forms.ValidationError("Give a duration between 1 second and 7 days, for example 48:10.")
        return duration_s

    def clean_distance(self) -> float | None:
        text = self.cleaned_data["distance"]
        if not text:
            return None
        if self.run is not None and text == distance_number(self.run.distance_m, self.unit):
            return self.run.distance_m
        distance_m = _parsed(parse_distance, text, self.unit)
        if distance_m > LONGEST_RUN_M:
            raise forms.ValidationError("Give a distance up to 1 000 km, for example 8.2.")
        return distance_m

    @property
    def facts(self) -> RunFacts:
        """What a valid form says, in the log's units."""
        typed = self.cleaned_data
        return RunFacts(
            started_at=typed["moment"].at,
            time_zone=typed["moment"].time_zone,
            duration_s=typed["duration"],
            distance_m=typed["distance"],
            kind=RunKind(typed["kind"]),
            name=typed["name"],
            effort=typed["effort"],
            note=typed["note"],
        )


def _parsed(parse: Any, *words: Any) -> float:
    try:
        return float(parse(*words))
    except BadQuantity as bad:
        raise forms.ValidationError(str(bad)) from bad

"""The part of a circuit's form that is about one station: an exercise and its dose there."""

from typing import Any

from django import forms

from workouts.forms.fields import NUMBER, PLAIN, whole
from workouts.own.circuit import FARTHEST_M, LONGEST_REST_S, LONGEST_S, MOST_REPS, MOST_SETS, OwnStation
from workouts.own.known import Known
from workouts.training.prescription import BadPrescription
from workouts.training.tempo import BadTempo, Tempo

MEASURES = {"reps": "reps", "seconds": "s", "distance_m": "m"}
MOST = {
    "reps": (MOST_REPS, "repetitions"),
    "seconds": (LONGEST_S, "seconds"),
    "distance_m": (FARTHEST_M, "metres"),
}


class StationForm(forms.Form):
    """One station; its errors are told under the exercise's name."""

    sets = whole("Sets", low=1, high=MOST_SETS, unit="sets", required=False)
    amount = forms.IntegerField(
        label="Amount",
        min_value=1,
        widget=forms.TextInput(attrs=NUMBER),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value"), "Give a whole number of 1 or more."
        ),
    )
    measure = forms.ChoiceField(label="Counted in", choices=list(MEASURES.items()))
    tempo = forms.CharField(label="Tempo", required=False, max_length=20, widget=forms.TextInput(attrs=PLAIN))
    rest = whole("Rest after, s", low=0, high=LONGEST_REST_S, unit="seconds", required=False)
    note = forms.CharField(
        label="Note", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 1})
    )

    def __init__(self, *args: Any, known: Known, number: int, **kwargs: Any) -> None:
        kwargs["prefix"] = f"station-{number}"
        super().__init__(*args, **kwargs)
        self.known, self.number = known, number
        for name, field in self.fields.items():
            field.label = f"{known.name}, {str(field.label).lower()}"
            if name == "amount" and known.usual.per_side:
                field.label += " each side"

    def clean_tempo(self) -> str:
        typed = self.cleaned_data["tempo"].upper()
        try:
            return str(Tempo.parse(typed)) if typed else ""
        except BadTempo as bad:
            raise forms.ValidationError(str(bad)) from bad

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        measure, amount = typed.get("measure"), typed.get("amount")
        if measure in MOST and amount is not None and amount > MOST[measure][0]:
            most, word = MOST[measure]
            self.add_error("amount", f"Give a whole number of {word} from 1 to {most}.")
        if not self.errors:
            try:
                self.station.prescription(self.known)
            except BadPrescription as bad:
                self.add_error("tempo" if "tempo" in str(bad) else "amount", str(bad))
        return typed

    def as_shown(self) -> OwnStation | None:
        """What it says now, whether or not it was sent; None where it makes no sense yet."""
        form = self
        if not self.is_bound:
            shown = {self.add_prefix(name): self[name].value() for name in self.fields}
            form = StationForm(shown, known=self.known, number=self.number)
        return form.station if form.is_valid() else None

    @property
    def station(self) -> OwnStation:
        """What a valid form says."""
        typed = self.cleaned_data
        return OwnStation(
            exercise=self.known.slug,
            sets=typed["sets"] or 1,
            tempo=typed["tempo"],
            rest_after_s=typed["rest"] or 0,
            note=" ".join(typed["note"].split()),
            **{name: typed["amount"] if name == typed["measure"] else None for name in MEASURES},
        )


def station_initial(station: OwnStation) -> dict[str, Any]:
    """What the form shows of a station."""
    measure = next(name for name in MEASURES if getattr(station, name) is not None)
    return {
        "sets": station.sets,
        "amount": getattr(station, measure),
        "measure": measure,
        "tempo": station.tempo,
        "rest": station.rest_after_s,
        "note": station.note,
    }


def usual_at(known: Known) -> OwnStation:
    """A station of an exercise that was just added: its usual dose."""
    usual = known.usual
    return OwnStation(
        exercise=known.slug,
        sets=usual.sets,
        reps=usual.reps,
        seconds=usual.seconds,
        distance_m=usual.distance_m,
        tempo=str(usual.tempo or ""),
        rest_after_s=usual.rest_after_s,
    )

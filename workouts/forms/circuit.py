"""The form of a circuit of one's own: what it is for, how it is gone through, and its stations."""

from typing import Any
from uuid import uuid4

from django import forms

from workouts.facts import CircuitFacts
from workouts.forms.fields import PLAIN, go_on_with, whole
from workouts.forms.lines import LinesField
from workouts.forms.rows import Rows
from workouts.forms.station import StationForm, station_initial, usual_at
from workouts.models import Circuit
from workouts.own.circuit import LONGEST_REST_S, LONGEST_WARM_UP, MOST_ROUNDS, OwnCircuit
from workouts.own.known import Exercises
from workouts.own.totals import Totals, totals
from workouts.training.circuit_time import Format
from workouts.vocabulary import EFFORT_WORDS, SESSION_CLASS_WORDS

LONGEST_NAME = 100
FORMATS = {
    Format.CIRCUIT: "In rounds",
    Format.STRAIGHT_SETS: "All sets of one, then the next",
    Format.SEQUENCE: "Once through, in order",
}
EFFORTS = [(rpe, f"{rpe}: {word}") for rpe, word in EFFORT_WORDS.items() if rpe]
MADE = "This form has made {name} already. Saving again makes another one."
CHANGED = "It was changed in another tab since it was opened here. Saving again stores this over that."
FRAME = ("format", "rounds", "rest_between_rounds_s", "warm_up_minutes")
NOTHING_IN_IT = "There is no exercise in it yet. Add the first one."


class CircuitForm(forms.Form):
    """
    A circuit of one's own.

    :param rows: its stations, in the order to show them
    :param circuit: what they begin with; nothing where the form was sent
    """

    key = forms.UUIDField(widget=forms.HiddenInput)
    # Which version was shown; a new one has none.
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=PLAIN),
        error_messages={"required": "Give it a name."},
    )
    goal = forms.CharField(
        label="What it is for", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    format = forms.ChoiceField(
        label="Gone through",
        widget=forms.RadioSelect,
        choices=list(FORMATS.items()),
        initial=Format.CIRCUIT,
        error_messages={"required": "Say how it is gone through."},
    )
    rounds = whole("Rounds", low=1, high=MOST_ROUNDS, unit="rounds", initial=3)
    rest_between_rounds_s = whole("Rest a round, s", low=0, high=LONGEST_REST_S, unit="seconds", initial=45)
    warm_up_minutes = whole("Warm-up, min", low=0, high=LONGEST_WARM_UP, unit="minutes", required=False)
    add = forms.CharField(label="Add another exercise", max_length=80, required=False)
    session_class = forms.ChoiceField(
        label="Kind of session",
        required=False,
        choices=[("", "As its exercises have it"), *SESSION_CLASS_WORDS.items()],
        help_text="Decides how near to a hard run it may be.",
    )
    effort_low = forms.TypedChoiceField(
        label="Effort to aim for, from",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "As its exercises have it"), *EFFORTS],
    )
    effort_high = forms.TypedChoiceField(
        label="to",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "the same"), *EFFORTS],
    )
    recommended_when = forms.CharField(
        label="When it fits",
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={**PLAIN, "placeholder": "Straight after an easy run"}),
    )
    notes = LinesField(label="Notes", most=10, longest=500, rows=3, help_text="One a line.")

    def __init__(
        self,
        data: Any = None,
        *,
        exercises: Exercises,
        rows: Rows,
        circuit: OwnCircuit | None = None,
        **kwargs: Any,
    ) -> None:
        self.exercises, self.rows = exercises, rows
        if data is not None and rows.is_being_arranged:
            # All is shown as it was typed, without a word on what is wrong with it: nothing is saved yet.
            kwargs["initial"] = {name: data.get(name) for name in self.base_fields}
            self.stations = [self._as_typed(data, number) for number in rows.order]
            data = None
        else:
            begun = dict(zip(rows.order, circuit.stations, strict=True)) if circuit else {}
            self.stations = [
                StationForm(
                    data,
                    known=rows.exercises[number],
                    number=number,
                    initial=station_initial(begun[number]) if number in begun else {},
                )
                for number in rows.order
            ]
        super().__init__(data, **kwargs)
        if self["format"].value() != Format.CIRCUIT:
            self.fields["rounds"].required = self.fields["rest_between_rounds_s"].required = False

    def _as_typed(self, data: Any, number: int) -> StationForm:
        known = self.rows.exercises[number]
        if number == self.rows.added:
            return StationForm(known=known, number=number, initial=station_initial(usual_at(known)))
        typed = {name: data.get(f"station-{number}-{name}") for name in StationForm.base_fields}
        return StationForm(known=known, number=number, initial=typed)

    def is_valid(self) -> bool:
        # All are asked, so that every field that needs a look is told at once.
        if not all([super().is_valid(), *(station.is_valid() for station in self.stations)]):
            return False
        if not self.stations:
            self.add_error("add", NOTHING_IN_IT)
        return not self.errors

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        low, high = typed.get("effort_low"), typed.get("effort_high")
        if low is None and high is not None:
            self.add_error("effort_low", "Choose where the effort begins, too.")
        elif low is not None and high is not None and high < low:
            self.add_error("effort_high", f"Choose {low} or more, or “the same”.")
        if self.rows.problem:
            self.add_error("add", self.rows.problem)
        return typed

    def say_changed(self, version: int) -> None:
        """Tell that it was changed meanwhile; sent again as it is, it is stored over that version."""
        self.add_error(None, CHANGED)
        go_on_with(self, seen=version)

    def say_made(self, name: str) -> None:
        """Tell that the same form made something else before; sent again as it is, it makes another."""
        self.add_error(None, MADE.format(name=name))
        go_on_with(self, key=uuid4())

    @property
    def deeper(self) -> list[StationForm]:
        """The stations that refuse something, for the summary."""
        return [station for station in self.stations if station.errors]

    @property
    def refused(self) -> int:
        """How many fields need a look."""
        return len(self.errors) + sum(len(station.errors) for station in self.deeper)

    @property
    def totals(self) -> Totals:
        """What it adds up to, as far as it can be counted yet."""
        read = [(station, station.as_shown()) for station in self.stations]
        left_out = [form.known.name for form, station in read if station is None]
        circuit = OwnCircuit(
            **self._frame(),
            stations=tuple(station for _, station in read if station is not None),
        )
        return totals(circuit, self.exercises.by_slug, left_out=left_out)

    def _frame(self) -> dict[str, Any]:
        """How it is gone through, as far as that makes sense yet."""
        numbers = {
            name: _clean(self, name) for name in ("rounds", "rest_between_rounds_s", "warm_up_minutes")
        }
        chosen = self["format"].value()
        form = Format(chosen) if chosen in FORMATS else Format.CIRCUIT
        in_rounds = form is Format.CIRCUIT
        return {
            "format": form,
            "rounds": (numbers["rounds"] or 1) if in_rounds else 1,
            "rest_between_rounds_s": (numbers["rest_between_rounds_s"] or 0) if in_rounds else 0,
            "warm_up_minutes": numbers["warm_up_minutes"] or 0,
        }

    @property
    def facts(self) -> CircuitFacts:
        """What a valid form says."""
        typed, sums = self.cleaned_data, self.totals
        low, high = typed["effort_low"], typed["effort_high"]
        by_exercises = sums.target_rpe or (0, 0)
        return CircuitFacts(
            name=" ".join(typed["name"].split()),
            goal=typed["goal"],
            recommended_when=typed["recommended_when"],
            notes=typed["notes"],
            session_class=typed["session_class"] or sums.session_class,
            target_rpe=by_exercises if low is None else (low, high or low),
            leg_fatigue=sums.leg_fatigue,
            circuit=OwnCircuit(**self._frame(), stations=tuple(station.station for station in self.stations)),
        )


def _clean(form: forms.Form, name: str) -> Any:
    """A field's value whether or not the form was sent; None where it makes no sense."""
    field, shown = form.fields[name], form[name].value()
    try:
        return field.clean("" if shown is None else str(shown))
    except forms.ValidationError:
        return None


def frame_initial(circuit: OwnCircuit) -> dict[str, Any]:
    """What the form shows of how a circuit is gone through; rounds begin as usual where it has none."""
    names = FRAME if circuit.format is Format.CIRCUIT else ("format", "warm_up_minutes")
    return {name: getattr(circuit, name) for name in names}


def circuit_initial(circuit: Circuit, *, made_of: OwnCircuit, by_exercises: Totals) -> dict[str, Any]:
    """What the form shows of a stored circuit: what is as its exercises have it goes on following them."""
    low, high = circuit.target_rpe_low, circuit.target_rpe_high
    is_usual = circuit.session_class == by_exercises.session_class
    effort = {} if (low, high) == by_exercises.target_rpe else {"effort_low": low, "effort_high": high}
    return {
        **frame_initial(made_of),
        **{name: getattr(circuit, name) for name in ("name", "goal", "recommended_when", "notes")},
        **effort,
        "session_class": "" if is_usual else circuit.session_class,
        "seen": circuit.version,
        "key": uuid4(),
    }

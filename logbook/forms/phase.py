"""The form that says what a week of training is for."""

from django import forms

from workouts.training.phases import Phase

BY_RACES = ""


class PhaseForm(forms.Form):
    """A phase, or that the races say which one it is."""

    phase = forms.TypedChoiceField(
        label="This week is for",
        required=False,
        coerce=Phase,
        empty_value=None,
        choices=[(BY_RACES, "What the races say"), *((each.value, each.label) for each in Phase)],
        error_messages={"invalid_choice": "Choose one of the phases on offer."},
    )

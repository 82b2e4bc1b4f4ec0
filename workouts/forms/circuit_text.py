"""The form that takes a circuit as text."""

from typing import Any

from django import forms

from workouts.own.known import Exercises
from workouts.own.read import EXAMPLE, LONGEST_TEXT, NotUnderstood, Read, read_circuit


class CircuitTextForm(forms.Form):
    """A circuit as it is written or pasted; `read` is what was understood once the form is valid."""

    text = forms.CharField(
        label="The circuit",
        widget=forms.Textarea(attrs={"rows": 7, "placeholder": EXAMPLE, "spellcheck": "false"}),
        error_messages={"required": f"Write or paste a circuit, like this: {EXAMPLE}."},
    )

    def __init__(self, *args: Any, exercises: Exercises, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.exercises = exercises
        self.fields["text"].widget.attrs["maxlength"] = LONGEST_TEXT
        self.read: Read

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        try:
            self.read = read_circuit(text, self.exercises)
        except NotUnderstood as refused:
            raise forms.ValidationError(list(refused.told)) from refused
        return text

"""Fields that several forms have, with the sentences of their limits."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

PLAIN = {"autocomplete": "off"}
NUMBER = {**PLAIN, "inputmode": "numeric"}


def whole(label: str, *, low: int, high: int, unit: str, **kwargs: Any) -> forms.IntegerField:
    """A field for a whole number that says its own limits."""
    told = f"Give a whole number of {unit} from {low} to {high}."
    return forms.IntegerField(
        label=label,
        min_value=low,
        max_value=high,
        widget=forms.TextInput(attrs=NUMBER),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), told),
        **kwargs,
    )


def go_on_with(form: forms.Form, **hidden: object) -> None:
    """Let a form that was sent show other values in its hidden fields than were sent."""
    data = cast(QueryDict, form.data).copy()
    for name, value in hidden.items():
        data[name] = str(value)
    form.data = data


class DecimalField(forms.FloatField):
    """A number that may have a comma where others write a point."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


def decimal(label: str, *, low: float, high: float, told: str, **kwargs: Any) -> DecimalField:
    """A field for a number that may stay blank."""
    return DecimalField(
        label=label,
        required=False,
        min_value=low,
        max_value=high,
        widget=forms.TextInput(attrs={**PLAIN, "inputmode": "decimal"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), told),
        **kwargs,
    )


def some_of(label: str, choices: Any, **kwargs: Any) -> forms.MultipleChoiceField:
    """A group of boxes of which any may be ticked."""
    boxes = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(label=label, required=False, widget=boxes, choices=choices, **kwargs)

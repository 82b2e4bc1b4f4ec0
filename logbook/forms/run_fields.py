"""Fields of a run that is planned: how long it takes and when it starts."""

from typing import Any

from django import forms


def minutes(**kwargs: Any) -> forms.IntegerField:
    """Whole minutes, blank for none; further attributes of its control are given as `attrs`."""
    attrs = {"inputmode": "numeric", "autocomplete": "off", **kwargs.pop("attrs", {})}
    return forms.IntegerField(
        required=False,
        min_value=1,
        max_value=1440,
        widget=forms.TextInput(attrs=attrs),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Give whole minutes from 1 to 1440, for example 45."
        ),
        **kwargs,
    )


def starts_at(**kwargs: Any) -> forms.TimeField:
    """The time by the clock, blank for the usual one."""
    return forms.TimeField(
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": "Give the time as hours:minutes, for example 07:00."},
        **kwargs,
    )

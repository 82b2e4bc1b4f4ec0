"""The form of a race."""

from datetime import date, time, timedelta
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms

from workouts.vocabulary import RACE_DISTANCES
from workouts.weeks import FIRST_YEAR, LAST_YEAR

# A race of so long ago may still be recovered from.
STILL_FELT = timedelta(days=14)


class RaceForm(forms.Form):
    """What a race is called, when and how far it is run, and whether the training aims at it."""

    name = forms.CharField(
        label="Name",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": "Give the race a name, for example Berlin half."},
    )
    day = forms.DateField(
        label="Date",
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": "Say on which day it is.",
            "invalid": "Give the day as year-month-day, for example 2026-10-11.",
        },
    )
    starts_at = forms.TimeField(
        label="Starts at",
        initial=time(9, 0),
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages=dict.fromkeys(
            ("required", "invalid"), "Give the time as hours:minutes, for example 09:00."
        ),
    )
    distance = forms.ChoiceField(
        label="Distance",
        choices=[("", "Choose"), *RACE_DISTANCES.items()],
        error_messages={"required": "Choose the distance that is nearest."},
    )
    is_goal = forms.BooleanField(
        label="This is a goal race",
        required=False,
        initial=True,
        help_text="Strength gives way before a goal race. Any other race counts as a hard run.",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout(
            "name", "day", "starts_at", "distance", "is_goal", Submit("save", "Save race")
        )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(f"Give a day between {FIRST_YEAR} and {LAST_YEAR}.")
        if day < self.today - STILL_FELT and day != self.initial.get("day"):
            raise forms.ValidationError("That day is long past. Log the race as a run.")
        return day

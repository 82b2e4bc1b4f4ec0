"""Forms about the athlete: what sign-up adds, what they train with, and the settings."""

from datetime import date
from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.http import HttpRequest
from django.utils import timezone

from workouts.days import zone_names
from workouts.models import Athlete
from workouts.models.athlete import Theme
from workouts.units import DistanceUnit, WeightUnit
from workouts.vocabulary import CAUTION_FLAGS, EQUIPMENT, EXPERIENCE, SIGNS_OF_NOW, SOFT_EQUIPMENT
from workouts.weeks import WeekStart

FIRST_DAY = date(1940, 1, 1)


class SignupForm(forms.Form):
    """What allauth's sign-up carries on top: the browser's time zone, filled in by a script."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def signup(self, request: HttpRequest, athlete: Athlete) -> None:
        """Called by allauth once the athlete is stored.  A zone we do not know leaves the default."""
        athlete.guess_time_zone(self.cleaned_data["time_zone"], at=timezone.now())


class TrainingForm(forms.ModelForm):
    """What the athlete owns, has done and has to be careful with.  All of it may stay blank."""

    equipment = forms.MultipleChoiceField(
        label="Equipment you own",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (item, label.capitalize()) for item, label in EQUIPMENT.items() if item not in SOFT_EQUIPMENT
        ],
        help_text="A mat, a wall, a chair, a towel and a cushion are taken to be at hand.",
    )
    experience = forms.ChoiceField(
        label="Experience with strength training",
        required=False,
        widget=forms.RadioSelect,
        choices=[("", "Not said"), *EXPERIENCE.items()],
    )
    lifting_since = forms.DateField(
        label="Strength training since",
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "Give the day as year-month-day, for example 2026-03-01."},
        help_text="The day you began, as near as you remember.",
    )
    caution_flags = forms.MultipleChoiceField(
        label="What calls for care",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(flag, label) for flag, label in CAUTION_FLAGS.items() if flag not in SIGNS_OF_NOW],
        help_text="Used for one thing: an exercise that calls for care with it says so on its page. "
        "Nobody else can see it.",
    )

    class Meta:
        model = Athlete
        fields = ["equipment", "experience", "lifting_since", "caution_flags"]

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout(*self.Meta.fields, Submit("save", "Save settings"))

    def clean_lifting_since(self) -> date | None:
        since: date | None = self.cleaned_data["lifting_since"]
        if since is not None and not FIRST_DAY <= since <= self.today:
            raise forms.ValidationError(
                f"Give a day from {FIRST_DAY.year} to today, or leave it blank.", code="out_of_reach"
            )
        return since


class SettingsForm(forms.ModelForm):
    """Time zone, units, week and theme.  Nothing here moves a stored row."""

    time_zone = forms.ChoiceField(
        label="Time zone",
        help_text="Says which day a run or session falls on from now on. What is logged keeps its day.",
    )
    distance_unit = forms.ChoiceField(
        label="Distance",
        widget=forms.RadioSelect,
        choices=[(DistanceUnit.KM, "Kilometres"), (DistanceUnit.MILES, "Miles")],
    )
    weight_unit = forms.ChoiceField(
        label="Weight",
        widget=forms.RadioSelect,
        choices=[(WeightUnit.KG, "Kilograms"), (WeightUnit.LB, "Pounds")],
    )
    week_start = forms.ChoiceField(
        label="Weeks begin on",
        widget=forms.RadioSelect,
        choices=[(WeekStart.MONDAY, "Monday"), (WeekStart.SUNDAY, "Sunday")],
        help_text="Changing it regroups your weeks; no run or session moves.",
    )
    theme = forms.ChoiceField(label="Theme", widget=forms.RadioSelect, choices=Theme.choices)

    class Meta:
        model = Athlete
        fields = ["time_zone", "distance_unit", "weight_unit", "week_start", "theme"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = cast(forms.ChoiceField, self.fields["time_zone"])
        zones.choices = [(name, name.replace("_", " ")) for name in zone_names()]
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout(*self.Meta.fields, Submit("save", "Save settings"))

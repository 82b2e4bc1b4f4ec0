"""Forms about the athlete: what sign-up adds, and the settings."""

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
from workouts.weeks import WeekStart


class SignupForm(forms.Form):
    """What allauth's sign-up carries on top: the browser's time zone, filled in by a script."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def signup(self, request: HttpRequest, athlete: Athlete) -> None:
        """Called by allauth once the athlete is stored.  A zone we do not know leaves the default."""
        athlete.guess_time_zone(self.cleaned_data["time_zone"], at=timezone.now())


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

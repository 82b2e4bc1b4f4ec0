"""The form of the athlete's own note about an exercise."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.validators import URLValidator

LONGEST_NOTE = 4000


class WebAddressField(forms.URLField):
    """The address of a page, and of nothing else that a browser would open."""

    default_validators = [URLValidator(["http", "https"])]


class ExerciseNoteForm(forms.Form):
    """The athlete's own words about an exercise, and the address of a video."""

    video_url = WebAddressField(
        label="Address of a video",
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Give a whole address, for example https://example.org/video."},
        help_text="It opens in a tab of its own. Nothing loads from there until you open it.",
    )
    note = forms.CharField(
        label="Note",
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Only you can read this.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout("note", "video_url", Submit("save", "Save note"))

"""The form that brings in the runs of a training plan."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.files.uploadedfile import UploadedFile

LARGEST = 1_000_000


class PlanCalendarForm(forms.Form):
    """A calendar file."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    file = forms.FileField(
        label="Calendar file",
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".ics,.ICS,text/calendar"}),
        help_text="An .ics file up to 1 MB, as a training plan or a calendar app exports it.",
        error_messages=dict.fromkeys(("required", "missing", "invalid"), "Choose the calendar file first."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout("key", "file", Submit("bring", "Bring in the runs"))

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is not None and file.size > LARGEST:
            raise forms.ValidationError("That file is larger than 1 MB. Export the training plan alone.")
        return file

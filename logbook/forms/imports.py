"""The forms of an import: the files themselves, and the day of one whose watch did not know it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from logbook.forms.moment import MomentForm

NO_FILE = "Choose the watch files first, or drop them here."


class ManyFilesInput(forms.FileInput):
    """A chooser for several files, which also takes what is dropped on it."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """All files of one input, in the order chosen; what is wrong with one is told when it is read."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> Sequence[UploadedFile]:
        files: Sequence[UploadedFile] = data if isinstance(data, list) else [data] if data else []
        if not files:
            raise forms.ValidationError(NO_FILE, code="required")
        return files


class ImportForm(forms.Form):
    """Files from a watch, as many at once as a post may bring."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    file = ManyFilesField(
        label="Watch files",
        widget=ManyFilesInput(attrs={"accept": ".fit,.FIT,.gpx,.GPX,.tcx,.TCX,.gz,.GZ"}),
        help_text=(
            "Up to 50 at once: FIT up to 4 MB, GPX and TCX up to 25 MB, also packed as .gz."
            " Dropping them here works too."
        ),
    )


class DateForm(MomentForm):
    """When it was, for an activity whose file does not know."""

    effort = None  # type: ignore[assignment]
    note = None  # type: ignore[assignment]

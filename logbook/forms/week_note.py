"""The form of the athlete's own note about a week."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.validators import MaxLengthValidator

LONGEST_NOTE = 4000


class WeekNoteForm(forms.Form):
    """The athlete's own words about a week, and in `seen` what the note said when it was opened."""

    note = forms.CharField(
        label="Note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST_NOTE}),
        help_text="Only you can read this.",
    )
    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.attrs = {"novalidate": True}
        self.helper.layout = Layout("note", "seen", Submit("save", "Save note"))

    def clean_note(self) -> str:
        """One way of ending a line, as it is stored and as the browser counts it."""
        note = _lines(self.cleaned_data["note"])
        MaxLengthValidator(LONGEST_NOTE)(note)
        return note

    def clean_seen(self) -> str:
        return _lines(self.cleaned_data["seen"])

    def show_newer(self, text: str) -> None:
        """Keep what was typed, and take the newer note as seen, so that saving again replaces it."""
        self.data = {**self.data.dict(), "seen": text}  # type: ignore[attr-defined]
        self.add_error(
            "note",
            f"This note was changed elsewhere since you opened it. It now says: “{text}”. "
            "Take over what you need and save again, and yours replaces it."
            if text
            else "This note was removed elsewhere since you opened it. Save again to keep yours.",
        )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")

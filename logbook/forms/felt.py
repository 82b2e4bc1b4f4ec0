"""How something done was: its effort, and a note."""

from django import forms

from workouts.vocabulary import EFFORT_WORDS

LONGEST_NOTE = 4000
BLANK = ("", "Leave it blank: the usual effort counts, marked as assumed")
EFFORTS = [*((str(effort), EFFORT_WORDS[effort]) for effort in range(1, 11)), BLANK]


class FeltForm(forms.Form):
    """Effort and note, as every form about something done has them."""

    effort = forms.ChoiceField(
        label="How hard was it as a whole?",
        required=False,
        choices=EFFORTS,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose an effort from 1 to 10, or none."},
    )
    note = forms.CharField(
        label="Note",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST_NOTE}),
        help_text="Only you can read this.",
    )

    def clean_effort(self) -> int | None:
        chosen = self.cleaned_data["effort"]
        if chosen:
            return int(chosen)
        # 0 is not offered, but an import may have brought it; leaving the scale alone keeps it.
        return 0 if self.initial.get("effort") == 0 else None

    def clean_note(self) -> str:
        # A browser counts a line break as one character and sends two.
        note: str = self.cleaned_data["note"].replace("\r\n", "\n")
        if len(note) > LONGEST_NOTE:
            raise forms.ValidationError(
                f"This note has {len(note)} characters. Shorten it to {LONGEST_NOTE} at most."
            )
        return note

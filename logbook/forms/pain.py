"""The fields about pain: whether there was any, how strong, where, and on which side."""

from typing import Any

from django import forms

from logbook.facts import Pain
from workouts.vocabulary import PAIN_PLACES, PAIN_SIDES

LEVELS = [(str(level), str(level)) for level in range(11)]
NO_LEVEL = "Say how strong the pain is, from 0 to 10, or choose “No pain”."
NO_PLACE = "Say where it hurt, or choose “No pain”."


class PainFields(forms.Form):
    """
    What a form about a session asks of pain; `pain_facts` is the answer.

    Nothing chosen and nothing filled in: nobody was asked.  “No pain” counts whatever stands below it.
    """

    pain_felt = forms.ChoiceField(
        label="Pain",
        required=False,
        choices=[("none", "No pain"), ("some", "Some pain")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose “No pain” or “Some pain”."},
    )
    # The catalogue has the question that stands over the scale.
    pain = forms.ChoiceField(
        label="Level of pain",
        required=False,
        choices=LEVELS,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": NO_LEVEL},
    )
    pain_place = forms.ChoiceField(
        label="Where",
        required=False,
        choices=[("", "Choose a place"), *PAIN_PLACES.items()],
        error_messages={"invalid_choice": NO_PLACE},
    )
    pain_side = forms.ChoiceField(
        label="Side",
        required=False,
        choices=[("", "Not said"), *PAIN_SIDES.items()],
        error_messages={"invalid_choice": "Choose a side from the list, or leave it blank."},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("pain_felt") == "none":
            for name in ("pain", "pain_place", "pain_side"):
                self.errors.pop(name, None)
        elif self._is_about_pain:
            for name, sentence in (("pain", NO_LEVEL), ("pain_place", NO_PLACE)):
                if cleaned.get(name) == "":
                    self.add_error(name, sentence)
        return cleaned

    @property
    def _is_about_pain(self) -> bool:
        """Also where only a level, a place or a side was filled in: no answer is dropped unsaid."""
        typed = self.cleaned_data
        return typed.get("pain_felt") == "some" or any(
            typed.get(name) for name in ("pain", "pain_place", "pain_side")
        )

    @property
    def pain_facts(self) -> Pain | None:
        """What a valid form says; None where nobody was asked."""
        typed = self.cleaned_data
        if typed["pain_felt"] == "none":
            return Pain(level=0)
        if not self._is_about_pain:
            return None
        return Pain(level=int(typed["pain"]), place=typed["pain_place"], side=typed["pain_side"])


def initial_of(*, level: int | None, place: str, side: str) -> dict[str, str]:
    """What the fields begin with where a session is corrected."""
    if level is None:
        return {}
    if level == 0 and not place:
        return {"pain_felt": "none"}
    return {"pain_felt": "some", "pain": str(level), "pain_place": place, "pain_side": side}

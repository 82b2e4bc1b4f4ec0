"""The form that puts a planned session somewhere else."""

from collections.abc import Sequence
from typing import Any

from django import forms

from workouts.training.timetable.choice import Choice

CHOOSE = "Choose one of the places."


class MinutesForm(forms.Form):
    """How much time there is."""

    minutes = forms.IntegerField(
        min_value=5,
        max_value=180,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Give a whole number of minutes from 5 to 180.",
        ),
    )


class MoveForm(forms.Form):
    """
    A place, or a day of which the best place is meant, and why it is taken where a rule warns.

    `anyway` is the place that was warned about, sent again with a reason; `warned` holds it while the
    warning is shown.
    """

    place = forms.CharField(required=False)
    anyway = forms.CharField(required=False)
    reason = forms.CharField(
        required=False, max_length=200, error_messages={"max_length": "Say it in 200 characters at most."}
    )

    def __init__(self, *args: Any, choices: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = choices
        self.warned: Choice | None = None

    def _best_of(self, day: str | None) -> Choice | None:
        """The place of a day that has the least against it, where a day alone is sent."""
        of_day = [each for each in self.choices if str(each.day) == day]
        order = ("here", "open", "warned", "closed")
        return min(of_day, key=lambda each: (not each.is_best, order.index(each.verdict)), default=None)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        sent = typed.get("anyway") or typed.get("place")
        chosen = next((each for each in self.choices if each.value == sent), None) or self._best_of(sent)
        if chosen is None:
            raise forms.ValidationError(CHOOSE)
        if chosen.is_closed:
            raise forms.ValidationError(f"{chosen.label} cannot be taken. {chosen.against}")
        if chosen.needs_reason and not typed.get("reason"):
            self.warned = chosen
            if not typed.get("anyway"):
                raise forms.ValidationError(f"{chosen.label}: {chosen.against}")
            if "reason" not in self.errors:
                self.add_error("reason", "Say why you take it all the same; the plan keeps it.")
        typed["chosen"] = chosen
        return typed

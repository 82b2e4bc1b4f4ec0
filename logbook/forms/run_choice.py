"""How long a session took, and which run it belongs to, as each form that logs one asks for it."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundWidget

from logbook.models import Run

MINUTES_WRONG = "Give the minutes as a whole number between 1 and 600, for example 22."
RUN_GONE = "That run is gone. Choose another, or “No run”."


class RunChoiceFields(forms.Form):
    """Minutes and run; `offer` says which runs there are."""

    minutes = forms.IntegerField(
        label="Minutes",
        min_value=1,
        max_value=600,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), MINUTES_WRONG),
    )
    run = forms.ChoiceField(
        label="Pair with a run",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": RUN_GONE},
    )

    offered: Sequence[Any] = ()

    def offer(self, runs: Sequence[Any]) -> None:
        """Let one of them be chosen: rows with run and because, in the order to show them."""
        self.offered = runs
        self._runs: dict[str, Run] = {str(choice.run.pk): choice.run for choice in runs}
        field = cast(forms.ChoiceField, self.fields["run"])
        field.choices = [*((pk, str(run)) for pk, run in self._runs.items()), ("", "No run")]

    @property
    def run_options(self) -> list[tuple[BoundWidget, Any]]:
        """Each radio button with the run it stands for; None for “No run”."""
        return list(zip(self["run"], [*self.offered, None], strict=True))

    @property
    def chosen_run(self) -> Run | None:
        """What a valid form says."""
        return self._runs.get(self.cleaned_data.get("run", ""))

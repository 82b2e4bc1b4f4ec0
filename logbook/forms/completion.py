"""The end of a session that was played: how long it took, how hard it was, pain, a note, and its run."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundWidget

from logbook.forms.felt import FeltForm
from logbook.forms.pain import PainFields
from logbook.forms.session import MINUTES_WRONG, RUN_GONE
from logbook.models import Run


class CompletionForm(PainFields, FeltForm):
    """
    :param runs: rows with run and because, in the order to show them; none for a routine, whose run is that
        of the session it follows
    :param following: whether it is a routine that follows a session
    """

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
    over = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)

    field_order = ["run", "minutes", "effort", "pain_felt", "pain", "pain_place", "pain_side", "note", "over"]

    def __init__(
        self, data: Any = None, *, runs: Sequence[Any], following: bool = False, **kwargs: Any
    ) -> None:
        self.offered = runs
        self._runs: dict[str, Run] = {str(choice.run.pk): choice.run for choice in runs}
        super().__init__(data, **kwargs)
        self.fields["effort"].label = "How hard was the whole session?"
        if following:
            del self.fields["run"]
        else:
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

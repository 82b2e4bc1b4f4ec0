"""The end of a session that was played: how long it took, how hard it was, pain, a note, and its run."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from logbook.forms.felt import FeltForm
from logbook.forms.pain import PainFields, initial_of
from logbook.forms.run_choice import RunChoiceFields
from logbook.models import Run, Session

NO_MESSAGE = "That is no end as the player sends it. Open the session again."


class CompletionForm(PainFields, RunChoiceFields, FeltForm):
    """
    :param finish: what it begins with: minutes, run and the runs to choose from; a routine, which
        is_following, belongs to the run of the session that it follows
    """

    writer = forms.UUIDField(required=False, error_messages={"invalid": NO_MESSAGE})
    over = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)

    field_order = ["run", "minutes", "effort", "pain_felt", "pain", "pain_place", "pain_side", "note", "over"]

    def __init__(self, data: Any = None, *, session: Session, finish: Any) -> None:
        initial = {
            "minutes": finish.minutes,
            "run": finish.run.pk if finish.run else "",
            "effort": session.effort,
            "note": session.note,
            **initial_of(level=session.pain, place=session.pain_place, side=session.pain_side),
        }
        super().__init__(data, initial=initial)
        self._session = session
        self.fields["effort"].label = "How hard was the whole session?"
        if finish.is_following:
            del self.fields["run"]
        else:
            self.offer(finish.runs)

    def sees(self, over: str) -> None:
        """From now on it answers to what is stored there: sent again as it is, it is stored over it."""
        data = cast(QueryDict, self.data).copy()
        data["over"] = over
        self.data = data

    @property
    def paired_run(self) -> Run | None:
        """The run that a valid form says it belongs to."""
        return self.chosen_run if "run" in self.fields else self._session.kept_run

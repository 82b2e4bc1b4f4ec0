"""The form of a strength session: the run first, then what differed from the plan."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from logbook.facts import OWN_CHOICE, SessionFacts
from logbook.forms.moment import Moment, MomentForm
from logbook.forms.pain import PainFields
from logbook.forms.run_choice import RunChoiceFields
from logbook.forms.station import StationForm
from logbook.models import Run
from logbook.sets.station import StationPlan
from workouts.units import WeightUnit

# A run further off than this is another day's run, chosen by mistake.
FURTHEST = timedelta(hours=36)
LONGEST_NAME = 120
NOTHING_DONE = "There is no set in it yet. Add the exercises you did."
SOURCE_CHANGED = "The session you repeat was changed meanwhile. Look at what it says now, then save."
ALL_LEFT_OUT = "Every set is left out. Give the ones you did, or discard it."


class SessionForm(PainFields, RunChoiceFields, MomentForm):
    """
    A session: when, after which run, how hard, and station by station.

    :param plans: its stations, in the order to show them
    :param runs: rows with run and because, in the order to show them
    :param is_being_arranged: whether a station was added or moved, and nothing is to be saved yet
    :param cannot_add: what is wrong with the exercise that was typed to be added
    :param source: the version of the session that is repeated, if one is
    """

    key = forms.UUIDField(widget=forms.HiddenInput)
    # Which version of the session that is repeated was shown.
    source = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    # Which version of the session was shown; a new one has none.
    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    add = forms.CharField(
        label="Add another exercise",
        max_length=80,
        required=False,
        widget=forms.TextInput(attrs={"list": "exercises", "autocomplete": "off"}),
    )
    name = forms.CharField(
        label="Name",
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "placeholder": OWN_CHOICE}),
    )

    field_order = [
        "key", "name", "run", "date", "time", "minutes", "add",
        "effort", "pain_felt", "pain", "pain_place", "pain_side", "note",
    ]  # fmt: skip

    def __init__(
        self,
        data: Any = None,
        *,
        plans: Sequence[StationPlan],
        runs: Sequence[Any],
        moment: Moment,
        now: datetime,
        unit: WeightUnit,
        is_being_arranged: bool = False,
        cannot_add: str = "",
        source: int | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, moment=moment, now=now, **kwargs)
        self.fields["effort"].label = "How hard was the whole session?"
        self.offer(runs)
        self.stations = [StationForm(data, plan=plan, unit=unit) for plan in plans]
        self.cannot_add, self.source_version = cannot_add, source
        if is_being_arranged:
            # One that was added just now begins with what is proposed.
            self.stations = [
                form if form.was_sent else StationForm(None, plan=form.plan, unit=unit)
                for form in self.stations
            ]
            # All is shown as it was typed, without a word on what is wrong with it: nothing is saved yet.
            forms_of_stations = (each for station in self.stations for each in (station, *station.rows))
            for form in (self, *forms_of_stations):
                vars(form)["_errors"] = ErrorDict()

    def sees(self, version: int) -> None:
        """From now on it answers to that version: sent again as it is, it is stored over it."""
        self._say_instead(seen=version)

    def _say_instead(self, **fields: object) -> None:
        """Go on with other values in hidden fields than were sent."""
        data = cast(QueryDict, self.data).copy()
        for name, value in fields.items():
            data[name] = str(value)
        self.data = data

    def is_valid(self) -> bool:
        # All are asked, so that every field that needs a look is told at once.
        if not all([super().is_valid(), *(station.is_valid() for station in self.stations)]):
            return False
        sets = [each for station in self.stations for each in station.done.sets]
        if not any(sets):
            self.add_error(None, ALL_LEFT_OUT if sets else NOTHING_DONE)
        return not self.errors

    @property
    def deeper(self) -> list[forms.Form]:
        """The forms of the stations and their sets that refuse something, for the summary."""
        judged = (form for station in self.stations for form in station.refusing)
        return [form for form in judged if form.errors]

    @property
    def refused(self) -> int:
        """How many fields need a look."""
        return len(self.errors) + sum(len(form.errors) for form in self.deeper)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.cannot_add:
            self.add_error("add", self.cannot_add)
        if self.source_version not in (None, cleaned.get("source")):
            self.add_error(None, SOURCE_CHANGED)
            self._say_instead(source=self.source_version)
        run, moment = self.chosen_run, cleaned.get("moment")
        if run is not None and moment is not None and _apart(run, moment.at) > FURTHEST:
            self.add_error(
                "run",
                f"That run was on {run.performed_on:%-d %B}, this session is on {cleaned['date']:%-d %B}. "
                "Choose a run of the same day, or “No run”.",
            )
        return cleaned

    @property
    def facts(self) -> SessionFacts:
        """What a valid form says, in the log's units."""
        typed = self.cleaned_data
        return SessionFacts(
            started_at=typed["moment"].at,
            time_zone=typed["moment"].time_zone,
            minutes=typed["minutes"],
            run=self.chosen_run,
            effort=typed["effort"],
            note=typed["note"],
            stations=[station.done for station in self.stations],
            pain=self.pain_facts,
            name=typed["name"],
        )


def _apart(run: Run, at: datetime) -> timedelta:
    """From the nearer end of the run; nothing while it lasted."""
    if run.started_at <= at <= run.ended_at:
        return timedelta(0)
    return min(abs(run.started_at - at), abs(run.ended_at - at))

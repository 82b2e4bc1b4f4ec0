"""The form of a strength session: the run first, then what differed from the plan."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundWidget

from logbook.facts import SessionFacts, StationDone
from logbook.forms.moment import Moment, MomentForm
from logbook.models import Run

MOST_SETS = 20
MOST_AMOUNT = {"reps": 500, "seconds": 3600, "metres": 20_000}
WORD = {"reps": "Repetitions", "seconds": "Seconds", "metres": "Metres"}
# A run further off than this is another day's run, chosen by mistake.
FURTHEST = timedelta(hours=36)


class SessionForm(MomentForm):
    """
    A session of one circuit.

    :param stations: rows with position, name, dose, measure, sets, amount, done_sets, done_amount
    :param runs: rows with run and because, in the order to show them
    """

    key = forms.UUIDField(widget=forms.HiddenInput)
    minutes = forms.IntegerField(
        label="Minutes",
        min_value=1,
        max_value=600,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            "Give the minutes as a whole number between 1 and 600, for example 22.",
        ),
    )
    run = forms.ChoiceField(
        label="Pair with a run",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "That run is gone. Choose another, or “No run”."},
    )

    field_order = ["key", "run", "date", "time", "minutes", "effort", "note"]

    def __init__(
        self,
        *args: Any,
        stations: Sequence[Any],
        runs: Sequence[Any],
        moment: Moment,
        now: datetime,
        **kwargs: Any,
    ) -> None:
        self.planned, self.offered = stations, runs
        self._runs: dict[str, Run] = {str(choice.run.pk): choice.run for choice in runs}
        super().__init__(*args, moment=moment, now=now, **kwargs)
        self.fields["effort"].label = "How hard was the whole session?"
        runs_to_pair = cast(forms.ChoiceField, self.fields["run"])
        runs_to_pair.choices = [*((pk, str(run)) for pk, run in self._runs.items()), ("", "No run")]
        for station in stations:
            self.fields.update(self._fields_of(station))

    def _fields_of(self, station: Any) -> dict[str, forms.Field]:
        prefix, measure = f"station-{station.position}", WORD[station.measure]
        return {
            f"{prefix}-planned": forms.BooleanField(
                label="As planned", required=False, initial=station.as_planned
            ),
            f"{prefix}-sets": _whole_number(f"{station.name}: sets", 0, MOST_SETS, station.done_sets),
            f"{prefix}-amount": _whole_number(
                f"{station.name}: {measure.lower()}", 1, MOST_AMOUNT[station.measure], station.done_amount
            ),
        }

    @property
    def run_options(self) -> list[tuple[BoundWidget, Any]]:
        """Each radio button with the run it stands for; None for “No run”."""
        return list(zip(self["run"], [*self.offered, None], strict=True))

    @property
    def stations(self) -> list[dict[str, Any]]:
        """Each station with its three bound fields, for the template."""
        return [
            {
                "station": station,
                "word": f"{WORD[station.measure]} each side" if station.per_side else WORD[station.measure],
                "planned": self[f"station-{station.position}-planned"],
                "sets": self[f"station-{station.position}-sets"],
                "amount": self[f"station-{station.position}-amount"],
            }
            for station in self.planned
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._forgive_stations_as_planned()
        run, moment = self._runs.get(cleaned.get("run", "")), cleaned.get("moment")
        if run is not None and moment is not None and _apart(run, moment.at) > FURTHEST:
            self.add_error(
                "run",
                f"That run was on {run.performed_on:%-d %B}, this session is on {cleaned['date']:%-d %B}. "
                "Choose a run of the same day, or “No run”.",
            )
        return cleaned

    def _forgive_stations_as_planned(self) -> None:
        """What stands in the hidden steppers of a station done as planned does not matter."""
        for station in self.planned:
            if self.cleaned_data.get(f"station-{station.position}-planned"):
                for name in ("sets", "amount"):
                    self.errors.pop(f"station-{station.position}-{name}", None)

    @property
    def facts(self) -> SessionFacts:
        """What a valid form says, in the log's units."""
        typed = self.cleaned_data
        return SessionFacts(
            started_at=typed["moment"].at,
            time_zone=typed["moment"].time_zone,
            minutes=typed["minutes"],
            run=self._runs.get(typed["run"]),
            effort=typed["effort"],
            note=typed["note"],
            deviations=[
                StationDone(
                    station=station.position,
                    sets=typed[f"station-{station.position}-sets"],
                    amount=typed[f"station-{station.position}-amount"],
                )
                for station in self.planned
                if not typed[f"station-{station.position}-planned"]
            ],
        )


def _apart(run: Run, at: datetime) -> timedelta:
    """From the nearer end of the run; nothing while it lasted."""
    if run.started_at <= at <= run.ended_at:
        return timedelta(0)
    return min(abs(run.started_at - at), abs(run.ended_at - at))


def _whole_number(label: str, least: int, most: int, initial: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=least,
        max_value=most,
        initial=initial,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            f"Give a whole number from {least} to {most}, or tick “As planned”.",
        ),
    )

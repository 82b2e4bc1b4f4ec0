"""The form of the usual week: a run for each weekday, and how many strength sessions want a place."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms

from logbook.forms import run_fields
from workouts.models.athlete import MOST_WANTED
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind
from workouts.weeks import WEEKDAYS, WeekStart

REST = ""
WANTED = ((0, "None"), (1, "One"), (2, "Two"), (3, "Three"))
USUAL_START = time(7, 0)
assert len(WANTED) == MOST_WANTED + 1


class DayForm(forms.Form):
    """One weekday; without a kind it is a day of rest, whatever else is filled in."""

    kind = forms.ChoiceField(
        required=False, choices=[(REST, "Rest"), *((kind.value, kind.label) for kind in RunKind)]
    )
    minutes = run_fields.minutes()
    starts_at = run_fields.starts_at()

    def __init__(self, *args: Any, weekday: int, **kwargs: Any) -> None:
        kwargs["prefix"] = f"day-{weekday}"
        super().__init__(*args, **kwargs)
        self.weekday, self.day = weekday, WEEKDAYS[weekday]
        for name, word in (("kind", "run"), ("minutes", "minutes"), ("starts_at", "starts at")):
            self.fields[name].label = f"{self.day}, {word}"

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("kind") and typed.get("minutes") is None and "minutes" not in self.errors:
            self.add_error("minutes", "Say about how long it takes, or choose Rest.")
        return typed

    @property
    def run(self) -> HabitualRun | None:
        """What a valid form says; None for a day of rest."""
        typed = self.cleaned_data
        if not typed["kind"]:
            return None
        return HabitualRun(
            weekday=self.weekday,
            kind=RunKind(typed["kind"]),
            minutes=typed["minutes"],
            starts_at=typed["starts_at"] or USUAL_START,
        )


class UsualWeekForm(forms.Form):
    """
    The week in the order in which the athlete counts its days.

    :param runs: what it begins with, stored or proposed
    """

    wanted_sessions = forms.TypedChoiceField(
        label="Strength sessions a week",
        coerce=int,
        choices=WANTED,
        widget=forms.RadioSelect,
        error_messages={"required": "Say how many strength sessions you want in a week."},
    )

    def __init__(
        self, data: Any = None, *, runs: Sequence[HabitualRun], starts: WeekStart, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        first = 6 if starts is WeekStart.SUNDAY else 0
        known = {run.weekday: run for run in runs}
        self.days = [
            DayForm(data, weekday=weekday, initial=_initial_of(known.get(weekday)))
            for weekday in ((first + nth) % 7 for nth in range(7))
        ]

    def is_valid(self) -> bool:
        # All are asked, so that every field that needs a look is told at once.
        return all([super().is_valid(), *(day.is_valid() for day in self.days)])

    @property
    def deeper(self) -> list[DayForm]:
        """The days that refuse something, for the summary."""
        return [day for day in self.days if day.errors]

    @property
    def refused(self) -> int:
        """How many fields need a look."""
        return len(self.errors) + sum(len(day.errors) for day in self.deeper)

    @property
    def runs(self) -> list[HabitualRun]:
        """The runs of a valid form."""
        return [run for day in self.days if (run := day.run) is not None]


def _initial_of(run: HabitualRun | None) -> dict[str, Any]:
    if run is None:
        return {"kind": REST}
    return {"kind": run.kind, "minutes": run.minutes, "starts_at": run.starts_at}

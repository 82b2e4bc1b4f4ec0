"""Reads the runs that are to come: those of the usual week, what single days have instead, and the races."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db.models import (
    BooleanField,
    F,
    IntegerField,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast

from logbook.season import RECOVERED_AFTER, Season
from workouts.models import Athlete, Race
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind
from workouts.weeks import Week


@dataclass(frozen=True)
class PlannedRuns:
    """
    usual: by weekday, from 0 for Monday.  single: what single days of the weeks that were read have instead,
    None for no run.  season: the races, each the run of its day.  rows: the row that says it, by the day.
    """

    usual: Mapping[int, HabitualRun] = field(default_factory=dict)
    single: Mapping[date, HabitualRun | None] = field(default_factory=dict)
    season: Season = field(default_factory=lambda: Season(()))
    rows: Mapping[date, int] = field(default_factory=dict)

    def on(self, day: date) -> HabitualRun | None:
        """The run of a day: its race, else the training."""
        return self.season.run_on(day) or self.training(day)

    def training(self, day: date) -> HabitualRun | None:
        """What is said of a day, else what is usual on it; a race aside."""
        return self.single[day] if day in self.single else self.usual.get(day.weekday())

    @property
    def is_said(self) -> bool:
        """Whether the athlete ever said which runs come when."""
        return bool(self.usual or self.single)


def of_weeks(*, athlete: Athlete, first: Week, last: Week, season_from: Week | None = None) -> PlannedRuns:
    """
    The runs of these weeks and of the week after them, with the races from shortly before them on.

    season_from: the week from which on the races are told, the first unless given.

    One query: the rows of both tables in one answer, since every page of the plan asks for both.
    """
    single = Q(day__range=(first.first_day, last.next.last_day), removed_at=None)
    runs = athlete.planned_runs.filter(Q(day=None) | single).order_by()
    start = (season_from or first).first_day - RECOVERED_AFTER
    races = athlete.races.kept().filter(day__gte=start).order_by()
    rows = list(_columns(runs, _OF_A_RUN).union(_columns(races, _OF_A_RACE), all=True))
    planned = [_Row(*row) for row in rows]
    found = [row for row in planned if not row.is_race]
    return PlannedRuns(
        usual={row.weekday: run for row in found if row.day is None and (run := _run(row)) is not None},
        single={row.day: _run(row) for row in found if row.day is not None},
        season=Season(_races(row for row in planned if row.is_race)),
        rows={row.day: row.pk for row in found if row.day is not None},
    )


@dataclass(frozen=True)
class _Row:
    """What the two tables have in common; of a race `kind` is its distance."""

    is_race: bool
    pk: int
    weekday: int
    day: Any
    starts_at: time
    kind: str
    minutes: int
    distance_m: int | None
    name: str
    is_goal: bool
    revision: int


_OF_A_RUN = {
    "row_race": Value(False, BooleanField()),
    "row_pk": F("pk"),
    "row_weekday": F("weekday"),
    "row_day": F("day"),
    "row_starts_at": F("starts_at"),
    "row_kind": F("kind"),
    "row_minutes": F("minutes"),
    "row_distance": F("distance_m"),
    "row_name": F("name"),
    "row_goal": Value(False, BooleanField()),
    "row_revision": Value(0, IntegerField()),
}
_NO_NUMBER = Cast(Value(None), IntegerField())
_OF_A_RACE = {
    **_OF_A_RUN,
    "row_race": Value(True, BooleanField()),
    "row_weekday": _NO_NUMBER,
    "row_kind": F("distance"),
    "row_minutes": _NO_NUMBER,
    "row_distance": _NO_NUMBER,
    "row_goal": F("is_goal"),
    "row_revision": F("revision"),
}


def _columns(rows: QuerySet[Any], columns: Mapping[str, Any]) -> QuerySet[Any, Any]:
    return rows.annotate(**columns).values_list(*columns)


def _run(row: _Row) -> HabitualRun | None:
    if not row.kind:
        return None
    return HabitualRun(
        weekday=row.day.weekday() if row.day else row.weekday,
        kind=RunKind(row.kind),
        minutes=row.minutes,
        starts_at=row.starts_at,
        distance_m=row.distance_m,
        name=row.name,
    )


def _races(rows: Iterable[_Row]) -> tuple[Race, ...]:
    found = [
        Race(
            pk=row.pk,
            name=row.name,
            day=row.day,
            starts_at=row.starts_at,
            distance=row.kind,
            is_goal=row.is_goal,
            revision=row.revision,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda race: (race.day, race.starts_at, race.pk)))

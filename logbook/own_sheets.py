"""An athlete's log as sheets for a spreadsheet: runs, sessions, sets and weeks, in SI and in their units."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from typing import TypeVar

from django.db.models import F

from logbook.csv_cells import Cell
from logbook.models import LoggedSet, SummedRun, SummedSession
from logbook.review import totals
from workouts.models import Athlete
from workouts.units import DistanceUnit, WeightUnit

T = TypeVar("T")
_AT_ONCE = 500
_RUN = (
    "run_id", "date", "start", "time_zone", "kind", "name", "sport", "duration_s", "moving_s", "elapsed_s",
    "distance_m", "distance", "ascent_m", "avg_hr_bpm", "max_hr_bpm", "effort", "load_au", "load_assumed",
    "device", "file", "note", "deleted",
)  # fmt: skip
_SESSION = (
    "session_id", "date", "start", "time_zone", "name", "circuit", "class", "rounds", "duration_min",
    "effort", "load_au", "load_assumed", "pain", "pain_place", "pain_side", "run_id", "note", "deleted",
)  # fmt: skip
_SET = (
    "session_id", "date", "session", "station", "set", "planned_exercise", "planned_reps", "planned_s",
    "planned_m", "planned_tempo", "exercise", "per_side", "done_reps", "done_s", "done_m", "done_right",
    "tempo", "weight_kg", "implements", "rpe", "reps_in_reserve", "rest_after_s", "deleted",
)  # fmt: skip
_WEEK = (
    "week", "first_day", "last_day", "runs", "distance_m", "distance", "distance_unknown_of", "running_s",
    "sessions", "strength_min", "run_load_au", "session_load_au", "loads_assumed",
)  # fmt: skip
_SET_FIELDS = (
    "session_id", "session__performed_on", "session__name", "station", "number", "planned_name",
    "planned_reps", "planned_seconds", "planned_distance_m", "planned_tempo", "exercise_name", "per_side",
    "done_reps", "done_seconds", "done_distance_m", "done_right", "tempo", "load_kg", "implements", "rpe",
    "reps_in_reserve", "rest_after_s", "session__deleted_at",
)  # fmt: skip
_LOAD_KG = _SET_FIELDS.index("load_kg")


@dataclass(frozen=True)
class Sheet:
    """A table to be read by people: its name without an ending, its headers, and its rows when asked for."""

    name: str
    headers: Sequence[str]
    rows: Callable[[], Iterable[Sequence[Cell]]]


def sheets_of(athlete: Athlete) -> tuple[Sheet, ...]:
    """The four sheets of an athlete; what is deleted is marked.  Five queries once all are read."""
    unit, weight_unit = DistanceUnit(athlete.distance_unit), WeightUnit(athlete.weight_unit)
    sets = _with_pounds(_SET, "weight_lb") if weight_unit is WeightUnit.LB else _SET
    return (
        Sheet("runs", _in_unit(_RUN, unit), lambda: _runs(athlete, unit)),
        Sheet("sessions", _SESSION, lambda: _sessions(athlete)),
        Sheet("sets", sets, lambda: _sets(athlete, weight_unit)),
        Sheet("weeks", _in_unit(_WEEK, unit), lambda: _weeks(athlete, unit)),
    )


def _in_unit(headers: Sequence[str], unit: DistanceUnit) -> tuple[str, ...]:
    """The headers, that of the athlete's own unit ending in it."""
    return tuple(f"distance_{unit}" if header == "distance" else header for header in headers)


def _with_pounds(cells: Sequence[T], pounds: T) -> tuple[T, ...]:
    """What stands in a line of the sets, with pounds behind the kilograms."""
    place = _SET.index("weight_kg") + 1
    return (*cells[:place], pounds, *cells[place:])


def _runs(athlete: Athlete, unit: DistanceUnit) -> Iterator[Sequence[Cell]]:
    runs = athlete.runs.annotate(file=F("imported_file__name")).defer("repairs", "kind_because", "caveat")
    runs = runs.order_by("started_at", "pk")
    for run in runs.iterator(chunk_size=_AT_ONCE):
        load = run.load
        yield (
            run.pk, run.performed_on, run.local_start, run.time_zone, run.kind, run.name, run.sport,
            run.duration_s, run.moving_s, run.elapsed_s, run.distance_m, _in(run.distance_m, unit.metres),
            run.ascent_m, run.avg_hr, run.max_hr, run.effort, load and load.au, load and load.assumed,
            run.device, run.file, run.note, run.deleted_at is not None,
        )  # fmt: skip


def _sessions(athlete: Athlete) -> Iterator[Sequence[Cell]]:
    sessions = athlete.sessions.exclude(logged_at=None).annotate(slug=F("circuit__slug"))
    sessions = sessions.order_by("started_at", "pk")
    for each in sessions.iterator(chunk_size=_AT_ONCE):
        load = each.load
        yield (
            each.pk, each.performed_on, each.local_start, each.time_zone, each.name,
            each.slug, each.session_class, each.rounds, each.minutes, each.effort,
            load and load.au, load and load.assumed, each.pain, each.pain_place, each.pain_side, each.run_id,
            each.note, each.deleted_at is not None,
        )  # fmt: skip


def _sets(athlete: Athlete, unit: WeightUnit) -> Iterator[Sequence[Cell]]:
    sets = LoggedSet.objects.filter(session__athlete=athlete, session__logged_at__isnull=False)
    sets = sets.order_by("session__started_at", "session_id", "station", "number")
    for *values, deleted_at in sets.values_list(*_SET_FIELDS).iterator(chunk_size=_AT_ONCE):
        line = (*values, deleted_at is not None)
        yield _with_pounds(line, _in(values[_LOAD_KG], unit.kg)) if unit is WeightUnit.LB else line


def _weeks(athlete: Athlete, unit: DistanceUnit) -> Iterator[Sequence[Cell]]:
    """Every week in which something was done; what is deleted counts nowhere."""
    runs = athlete.runs.kept().order_by("performed_on", "pk").for_sums()
    sessions = athlete.sessions.kept().order_by("performed_on", "pk").for_sums()
    both: tuple[Iterator[SummedRun | SummedSession], ...] = (runs, sessions)
    entries = merge(*both, key=lambda each: each.performed_on)
    for week, of_week in groupby(entries, key=lambda each: athlete.week_of(each.performed_on)):
        done = list(of_week)
        sums = totals(
            runs=[each for each in done if isinstance(each, SummedRun)],
            sessions=[each for each in done if isinstance(each, SummedSession)],
        )
        yield (
            str(week), week.first_day, week.last_day, sums.runs, sums.distance_m,
            _in(sums.distance_m, unit.metres), sums.distance_unknown_of, sums.running_s, sums.sessions,
            sums.strength_min, sums.run_load, sums.session_load, sums.assumed,
        )  # fmt: skip


def _in(amount: float | None, of_unit: float) -> float | None:
    """An amount in a unit of that size, to a thousandth; what is unknown stays unknown."""
    return None if amount is None else round(amount / of_unit, 3)

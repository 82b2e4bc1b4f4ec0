"""Reads how often, when and how an athlete did something of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef

from logbook.charts.set_bars import set_bars
from logbook.models import LoggedSet
from logbook.models.logged_set import LoggedSetQuerySet
from logbook.sets.done import Measure, SetDone
from logbook.sets.words import amount_told, told
from logbook.stations import as_named_then, movement_of, set_done
from workouts.models import Athlete, Circuit, Exercise
from workouts.units import WeightUnit

# How many results the page of an exercise shows.
SHOWN = 10


@dataclass(frozen=True)
class Practice:
    """How many sessions, and the day of the last; None when there was none."""

    times: int
    last_on: date | None


def of_circuit(*, athlete: Athlete, circuit: Circuit) -> Practice:
    """Sessions of a circuit.  One query."""
    sessions = athlete.sessions.kept().of_circuit(circuit.pk)
    counted = sessions.aggregate(times=Count("pk"), last_on=Max("performed_on"))
    return Practice(counted["times"], counted["last_on"])


@dataclass(frozen=True, kw_only=True)
class Result:
    """What was done of an exercise in one session: in words, and its best set as the length of a bar."""

    session_id: int
    on: date
    told: str
    best: str
    bar: float


def last_results(*, athlete: Athlete, exercise: Exercise, unit: WeightUnit) -> tuple[Result, ...]:
    """Its last ten sessions, the latest first.  One query."""
    sessions = athlete.sessions.kept().filter(Exists(_done_of(exercise).filter(session=OuterRef("pk"))))
    rows = _done_of(exercise).filter(session__in=sessions.latest_first().values("pk")[:SHOWN])
    movement = movement_of(exercise)
    by_session: dict[int, list[SetDone]] = {}
    days = {}
    in_order = rows.order_by("-session__started_at", "-session", "station", "number")
    for row in in_order.select_related("session"):
        done = set_done(row, as_named_then(row, exercise))
        if done is not None:
            by_session.setdefault(row.session_id, []).append(done)
            days[row.session_id] = row.session.performed_on
    best = {pk: _best(sets, movement.measure) for pk, sets in by_session.items()}
    bars = dict(zip(best, set_bars([float(amount) for amount in best.values()]), strict=True))
    return tuple(
        Result(
            session_id=pk,
            on=days[pk],
            told=told(sets, unit=unit),
            best=amount_told(movement.measure, best[pk]) if best[pk] else "",
            bar=bars[pk],
        )
        for pk, sets in by_session.items()
    )


def _done_of(exercise: Exercise) -> LoggedSetQuerySet:
    return LoggedSet.objects.done().filter(exercise=exercise)


def _best(sets: Sequence[SetDone], measure: Measure) -> int:
    """The most in one set on one side, in the measure of the exercise; 0 where all were counted otherwise."""
    return max((max(done.sides) for done in sets if done.measure is measure), default=0)


def last_done(*, athlete: Athlete) -> dict[int, date]:
    """The day each exercise was last done, by its row; it has none where it never was.  One query."""
    done = LoggedSet.objects.done().filter(session__in=athlete.sessions.kept())
    days = done.values("exercise").annotate(last_on=Max("session__performed_on"))
    return dict(days.order_by().values_list("exercise", "last_on"))

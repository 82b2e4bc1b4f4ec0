"""Reads how often, and when last, an athlete did something of the catalogue."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max

from workouts.models import Athlete, Circuit, Exercise


@dataclass(frozen=True)
class Practice:
    """How many sessions, and the day of the last; None when there was none."""

    times: int
    last_on: date | None


def of_circuit(*, athlete: Athlete, circuit: Circuit) -> Practice:
    """Sessions of a circuit.  One query."""
    return _counted(athlete.sessions.kept().of_circuit(circuit))


def of_exercise(*, athlete: Athlete, exercise: Exercise) -> Practice:
    """Sessions with at least one set done of an exercise.  One query."""
    return _counted(athlete.sessions.kept().with_done(exercise))


def _counted(sessions) -> Practice:  # type: ignore[no-untyped-def]
    counted = sessions.aggregate(times=Count("pk", distinct=True), last_on=Max("performed_on"))
    return Practice(counted["times"], counted["last_on"])

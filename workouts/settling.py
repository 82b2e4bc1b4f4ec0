"""Writes what an athlete says of their week: the usual runs, how much strength, and by which method."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from workouts.models import Athlete, PlannedRun
from workouts.training.method import Method
from workouts.training.timetable.habit import HabitualRun


def keep_usual_week(
    *, athlete: Athlete, runs: Iterable[HabitualRun], wanted_sessions: int, today: date
) -> None:
    """Store the usual week over the one of before, whole or not at all; it is planned by it from today on."""
    with transaction.atomic():
        # Two tabs at once follow each other.
        Athlete.objects.select_for_update().get(pk=athlete.pk)
        athlete.planned_runs.usual().delete()
        PlannedRun.objects.bulk_create(
            PlannedRun(
                athlete=athlete,
                weekday=run.weekday,
                kind=run.kind,
                minutes=run.minutes,
                starts_at=run.starts_at,
            )
            for run in runs
        )
        athlete.wanted_sessions, athlete.planned_since = wanted_sessions, today
        athlete.save(update_fields=["wanted_sessions", "planned_since"])


def keep_method(*, athlete: Athlete, method: Method, today: date) -> None:
    """Store what the plan goes by from today on over what it went by before."""
    athlete.plan_settings = method.kept
    athlete.save(update_fields=["plan_settings", *athlete.plan_anew(today)])

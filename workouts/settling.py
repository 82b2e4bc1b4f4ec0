"""Writes what an athlete says of their week: the usual runs, and how much strength wants a place in it."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from workouts.models import Athlete, PlannedRun
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
        athlete.wanted_sessions, athlete.week_said_on = wanted_sessions, today
        athlete.save(update_fields=["wanted_sessions", "week_said_on"])

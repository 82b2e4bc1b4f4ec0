"""Writes what a week of training is for where the athlete says so."""

from datetime import date

from django.db import transaction

from workouts.models import Athlete
from workouts.training.phases import Phase
from workouts.weeks import Week


def say_phase(*, athlete: Athlete, week: Week, phase: Phase | None, today: date) -> None:
    """Store what a week is for; None lets the races say it again.  What was said of past weeks is dropped."""
    with transaction.atomic():
        # Two tabs at once follow each other.
        stored = Athlete.objects.select_for_update().get(pk=athlete.pk)
        current = str(stored.week_of(today))
        phases = {name: said for name, said in stored.phases.items() if name >= current}
        if phase is None:
            phases.pop(str(week), None)
        else:
            phases[str(week)] = phase.value
        stored.phases = athlete.phases = phases
        stored.save(update_fields=["phases", *stored.plan_anew(today)])

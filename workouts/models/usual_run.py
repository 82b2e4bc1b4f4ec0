"""The athlete's usual week: which run falls on which weekday, where nothing else is known of a day."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from workouts.vocabulary import RunKind


class UsualRun(models.Model):
    """The run of a weekday, from 0 for Monday to 6; a weekday without one is a day of rest."""

    athlete = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="usual_runs")
    weekday = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=[(kind, kind.label) for kind in RunKind])
    minutes = models.PositiveSmallIntegerField()
    starts_at = models.TimeField()

    class Meta:
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(fields=["athlete", "weekday"], name="usual_run_one_a_weekday"),
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="usual_run_weekday_0_to_6"),
            models.CheckConstraint(condition=Q(minutes__range=(1, 1440)), name="usual_run_minutes_1_to_1440"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} on weekday {self.weekday}"

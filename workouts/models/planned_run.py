"""The runs an athlete plans: the usual one of a weekday, and what a single day has instead."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from workouts.vocabulary import RunKind


class PlannedRunQuerySet(models.QuerySet["PlannedRun"]):
    def usual(self) -> "PlannedRunQuerySet":
        """Those of the usual week."""
        return self.filter(day=None)

    def single(self) -> "PlannedRunQuerySet":
        """What is said of single days, and stands."""
        return self.filter(day__isnull=False, removed_at=None)

    def removed_before(self, at: datetime) -> "PlannedRunQuerySet":
        return self.filter(removed_at__lt=at)


class PlannedRun(models.Model):
    """
    The run of a weekday, from 0 for Monday to 6, or of one day where `day` is set, which then counts instead.

    A weekday without one is a day of rest; a single day on which nothing is run has a row without a kind.
    distance_m: how far, None where only the time is planned.  name: what a calendar or the athlete calls
    it.  key: the form, or the import, that said so; `removed_by` the one that took it out.  uid: of the event
    of the calendar that it came from, "" for none.
    """

    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="planned_runs"
    )
    weekday = models.PositiveSmallIntegerField()
    day = models.DateField(null=True, blank=True)
    kind = models.CharField(max_length=20, blank=True, choices=[(kind, kind.label) for kind in RunKind])
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    distance_m = models.PositiveIntegerField(null=True, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    name = models.CharField(max_length=80, blank=True)
    key = models.UUIDField(null=True, blank=True, editable=False)
    removed_by = models.UUIDField(null=True, blank=True, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    uid = models.CharField(max_length=255, blank=True, editable=False)

    objects = PlannedRunQuerySet.as_manager()

    class Meta:
        ordering = ["day", "weekday", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["athlete", "weekday"], condition=Q(day=None), name="planned_run_one_a_weekday"
            ),
            models.UniqueConstraint(
                fields=["athlete", "day"], condition=Q(removed_at=None), name="planned_run_one_a_day"
            ),
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="planned_run_weekday_0_to_6"),
            models.CheckConstraint(
                condition=Q(minutes__range=(1, 1440)), name="planned_run_minutes_1_to_1440"
            ),
            models.CheckConstraint(
                condition=Q(kind="", minutes=None, starts_at=None, distance_m=None, day__isnull=False)
                | (~Q(kind="") & Q(minutes__isnull=False, starts_at__isnull=False)),
                name="planned_run_whole_or_none",
            ),
        ]

    def __str__(self) -> str:
        what = self.get_kind_display() or "No run"
        return f"{what} on {self.day}" if self.day else f"{what} on weekday {self.weekday}"

"""A race an athlete has entered or means to run."""

from datetime import datetime

from django.conf import settings
from django.db import models

from workouts.vocabulary import RACE_DISTANCES


class RaceQuerySet(models.QuerySet["Race"]):
    def kept(self) -> "RaceQuerySet":
        """Those that are not taken out of the plan."""
        return self.filter(removed_at=None)

    def removed_before(self, at: datetime) -> "RaceQuerySet":
        return self.filter(removed_at__lt=at)


class Race(models.Model):
    """Its day and hour where it is run, and its distance; `is_goal` says whether the training aims at it."""

    athlete = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="races")
    name = models.CharField(max_length=80)
    day = models.DateField()
    starts_at = models.TimeField()
    distance = models.CharField(max_length=10, choices=list(RACE_DISTANCES.items()))
    is_goal = models.BooleanField(default=True)
    # One more with each time it is said anew, so that calendars know the later of two.
    revision = models.PositiveIntegerField(default=0, editable=False)
    # Out of the plan since then; it can be brought back.
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = RaceQuerySet.as_manager()

    class Meta:
        ordering = ["day", "starts_at", "pk"]
        constraints = [
            # A form sent twice is one race.
            models.UniqueConstraint(
                fields=["athlete", "day", "name"],
                condition=models.Q(removed_at=None),
                name="race_one_of_a_name_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} on {self.day}"

"""A race an athlete has entered or means to run."""

from django.conf import settings
from django.db import models

from workouts.vocabulary import RACE_DISTANCES


class Race(models.Model):
    """Its day and hour where it is run, and its distance; `is_goal` says whether the training aims at it."""

    athlete = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="races")
    name = models.CharField(max_length=80)
    day = models.DateField()
    starts_at = models.TimeField()
    distance = models.CharField(max_length=10, choices=list(RACE_DISTANCES.items()))
    is_goal = models.BooleanField(default=True)

    class Meta:
        ordering = ["day", "starts_at", "pk"]
        constraints = [
            # A form sent twice is one race.
            models.UniqueConstraint(fields=["athlete", "day", "name"], name="race_one_of_a_name_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.name} on {self.day}"

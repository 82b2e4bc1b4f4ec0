"""What an athlete writes down about a week."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from workouts.weeks import Week


class WeekNoteQuerySet(models.QuerySet["WeekNote"]):
    def about(self, week: Week) -> "WeekNote | None":
        return self.filter(monday_on=week.monday).first()


class WeekNote(models.Model):
    """One athlete's own words about one week, which goes by its Monday whatever day it begins on."""

    athlete = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="week_notes")
    monday_on = models.DateField()
    text = models.TextField()

    objects = WeekNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["athlete", "monday_on"], name="week_note_one_a_week"),
            models.CheckConstraint(condition=~Q(text=""), name="week_note_says_something"),
        ]

    def __str__(self) -> str:
        return f"Week of {self.monday_on}: {self.text[:40]}"

"""What an athlete keeps for themselves about an exercise: a note, and a video elsewhere."""

from django.conf import settings
from django.db import models

from workouts.models.exercise import Exercise


class ExerciseNote(models.Model):
    """One athlete's own words about one exercise; blank where nothing was written."""

    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exercise_notes"
    )
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True)
    video_url = models.URLField(blank=True, max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["athlete", "exercise"], name="exercise_note_one_an_athlete")
        ]

    def __str__(self) -> str:
        return f"{self.exercise}: {self.note or self.video_url}"

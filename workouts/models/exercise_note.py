"""What an athlete keeps for themselves about an exercise: a note, and a video elsewhere."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from workouts.models.exercise import Exercise


class ExerciseNoteQuerySet(models.QuerySet["ExerciseNote"]):
    def about(self, exercise: Exercise) -> "ExerciseNote | None":
        return self.filter(exercise=exercise).first()


class ExerciseNote(models.Model):
    """One athlete's own words about one exercise; blank where nothing was written."""

    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="exercise_notes"
    )
    exercise = models.ForeignKey(Exercise, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True)
    video_url = models.URLField(blank=True, max_length=500)

    objects = ExerciseNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["athlete", "exercise"], name="exercise_note_one_an_athlete"),
            models.CheckConstraint(condition=~Q(note="", video_url=""), name="exercise_note_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.exercise}: {self.note or self.video_url}"

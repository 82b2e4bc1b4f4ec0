"""Pages of the plan side that hold nothing of the log."""

from django.urls import path

from workouts.views import exercise_note, settings

app_name = "workouts"

urlpatterns = [
    path("settings/", settings.settings, name="settings"),
    path("exercises/<slug:slug>/note/", exercise_note.edit, name="exercise_note"),
    path("settings/training/", settings.training, name="training"),
]

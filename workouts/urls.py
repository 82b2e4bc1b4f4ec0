"""Pages of the plan side that hold nothing of the log."""

from django.urls import path

from workouts.views import settings

app_name = "workouts"

urlpatterns = [
    path("settings/", settings.settings, name="settings"),
    path("settings/training/", settings.training, name="training"),
]

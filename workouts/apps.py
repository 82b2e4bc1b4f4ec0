"""Tells Django of the app that holds what to do."""

from django.apps import AppConfig


class WorkoutsConfig(AppConfig):
    name = "workouts"

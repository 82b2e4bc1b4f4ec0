"""Tells Django of the app that holds what was done."""

from django.apps import AppConfig


class LogbookConfig(AppConfig):
    name = "logbook"

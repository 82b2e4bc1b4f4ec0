"""Removes for good what was deleted more than 30 days ago: `manage.py purge`."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from logbook import purging


class Command(BaseCommand):
    help = "Remove for good what was deleted more than 30 days ago, with its files."

    def handle(self, *args: Any, **options: Any) -> None:
        purged = purging.purge(now=timezone.now())
        self.stdout.write(
            f"Removed for good: {purged.sessions} sessions, {purged.runs} runs, {purged.files} files."
        )

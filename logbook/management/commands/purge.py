"""Removes for good what was deleted more than 30 days ago, and old invites: `manage.py purge`."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from config.command import DataCommand
from logbook import clearing, purging
from logbook.models.dated import UNDO_DAYS
from workouts.purging import purge_invites, purge_planned_runs, purge_races


class Command(DataCommand):
    help = "Remove for good what was deleted more than 30 days ago, with its files, and old invites."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        purged, invites = purging.purge(now=now), purge_invites(now=now)
        purge_races(before=now - timedelta(days=UNDO_DAYS))
        purge_planned_runs(before=now - timedelta(days=UNDO_DAYS))
        files = purged.files + clearing.finish(now=now)
        self.stdout.write(
            f"Removed for good: {purged.sessions} sessions, {purged.runs} runs, {files} files."
            f" Invites that were over: {invites}."
        )

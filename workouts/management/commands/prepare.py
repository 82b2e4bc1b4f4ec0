"""Makes an instance ready to serve: `manage.py prepare`, run at every start."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from config.backup import before_migration, state
from config.backup.refusal import Refused, in_words
from config.in_use import InUse, hold, hold_alone
from workouts import ending

RUNS = (
    "Footfall is running with an older version, or a command is at work on its data: stop it, then start it "
    "again; that changes the database."
)


class Command(BaseCommand):
    help = "Back up and migrate, load the catalogue, remove what was deleted long ago, collect static files."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with hold(settings.DATA_DIR) as held:
                if state.needs_migration():
                    # Nobody who serves an older version may go on while the database changes under it.
                    hold_alone(held, because=RUNS)
                self._prepare()
        except InUse as error:
            raise CommandError(str(error)) from error

    def _prepare(self) -> None:
        if settings.BACKUP_BEFORE_MIGRATION and state.needs_migration() and state.has_people():
            self._back_up()
        call_command("migrate", verbosity=0, interactive=False)
        before_migration.is_through()
        call_command("createcachetable", verbosity=0)
        call_command("load_catalogue", stdout=self.stdout, is_held=True)
        call_command("purge", stdout=self.stdout, is_held=True)
        call_command("clearsessions")
        ending.forget_ended()
        # The extensions that come with htmx name files that are not there, and nothing here uses them.
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["ext"])
        self.stdout.write("Ready.")

    def _back_up(self) -> None:
        try:
            path = before_migration.back_up_once(now=timezone.now())
        except (Refused, OSError, DatabaseError) as error:
            raise CommandError(
                "This version changes the database, and the backup before that was not made. "
                f"{in_words(error)} Nothing was changed. Put right what stands in the way, then start again. "
                "To go on without a backup of this kind, start with BACKUP_BEFORE_MIGRATION=False."
            ) from error
        self.stdout.write(f"This version changes the database. Before that, it was backed up: {path}")

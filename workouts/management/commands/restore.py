"""Restores a backup while the server is stopped: `manage.py restore PATH`, or `make restore FROM=path`."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from config.backup.places import newest
from config.backup.refusal import Refused, in_words
from config.backup.restoring import Restored, restore
from config.backup.state import needs_migration
from config.in_use import InUse, holding


class Command(BaseCommand):
    help = "Put the database, the uploaded files and the secret key of a backup in place, then migrate."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", metavar="PATH", nargs="?", default="")
        parser.add_argument(
            "--force", action="store_true", help="replace the data there is, backing it up first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["archive"]:
            here = "".join(f"\n  {path}" for path in newest())
            raise CommandError(
                f"Say which backup: make restore FROM=path.{here and ' The newest here:' + here}"
            )
        try:
            with holding(settings.DATA_DIR, alone=True):
                archive = Path(options["archive"]).expanduser()
                self._tell(restore(archive=archive, force=options["force"], now=timezone.now()))
                if needs_migration():
                    call_command("migrate", verbosity=0, interactive=False)
                    self.stdout.write("It was of an older Footfall, and was brought to the present.")
        except (Refused, InUse, OSError, DatabaseError) as error:
            raise CommandError(in_words(error)) from error
        self.stdout.write("Start Footfall again, with make run or docker compose up --detach.")

    def _tell(self, done: Restored) -> None:
        manifest = done.manifest
        if done.aside:
            self.stdout.write(f"What was here before is in {done.aside.path}.")
        self.stdout.write(
            f"Restored the backup of {manifest.made_at:%Y-%m-%d %H:%M} UTC: {manifest.rows} rows in "
            f"{len(manifest.tables)} tables and {len(manifest.uploads)} uploaded files, "
            "all as the backup names them."
        )
        if done.removed:
            self.stdout.write(f"{done.removed} uploaded files of what was here before were removed.")
        if done.strangers:
            self.stdout.write(f"{done.strangers} uploaded files that are not in the backup were left.")

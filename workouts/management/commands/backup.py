"""Makes a backup while people use the app: `manage.py backup`, or `make backup`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from config.backup.making import make_backup
from config.backup.places import place
from config.backup.refusal import Refused, in_words
from config.in_use import InUse, holding


class Command(BaseCommand):
    help = "Write the database, the uploaded files and the secret key into one archive."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", default="", metavar="PATH", help="a folder, or the name of the archive")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        try:
            with holding(settings.DATA_DIR):
                made = make_backup(to=place(to=options["to"], now=now), now=now)
        except (Refused, InUse, OSError, DatabaseError) as error:
            raise CommandError(f"No backup was made. {in_words(error)}") from error
        self.stdout.write(f"{made.path}")
        self.stdout.write(f"{made.size_bytes} bytes: {made.rows} rows, {made.files} uploaded files.")
        if not made.has_key:
            self.stdout.write("The secret key is not in it: SECRET_KEY sets it. Keep that beside the backup.")
        if made.missing:
            self.stdout.write(f"{made.missing} files that the database names were not there.")
        self.stdout.write("It holds everything people logged. Keep it where only you can read it.")

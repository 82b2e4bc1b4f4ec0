"""Brings the catalogue's files into the database: `manage.py load_catalogue`, as often as you like."""

from typing import Any

from django.core.management.base import CommandError
from django.utils import timezone

from config.command import DataCommand
from workouts.catalogue import files, loading
from workouts.catalogue.reader import CatalogueError


class Command(DataCommand):
    help = "Load exercises and circuits; what left the catalogue is retired, what was logged stays."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = loading.load(files.read_files(), now=timezone.now())
        except CatalogueError as error:
            raise CommandError(f"The catalogue was left as it was:\n{error}") from error
        self.stdout.write(
            f"Catalogue: {loaded.exercises} exercises, {loaded.circuits} circuits, {loaded.retired} retired."
        )

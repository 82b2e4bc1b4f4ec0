"""A command that reads or writes the data of this instance, and so keeps off whoever restores a backup."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.in_use import InUse, holding


class DataCommand(BaseCommand):
    """Holds the data while it works.  A command that holds it itself calls another with `is_held=True`."""

    stealth_options = ("is_held",)

    def execute(self, *args: Any, is_held: bool = False, **options: Any) -> str | None:
        if is_held:
            return super().execute(*args, **options)
        try:
            with holding(settings.DATA_DIR):
                return super().execute(*args, **options)
        except InUse as error:
            raise CommandError(f"{error}") from error

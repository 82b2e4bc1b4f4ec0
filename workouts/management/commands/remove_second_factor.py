"""Lets somebody in who lost the second factor: `manage.py remove_second_factor NAME`."""

from typing import Any

from django.core.management.base import CommandError, CommandParser

from config.command import DataCommand
from workouts import unlocking
from workouts.models import Athlete


class Command(DataCommand):
    help = "Remove somebody's second factor, passkeys and recovery codes; the password alone signs in again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="the user name or e-mail address")

    def handle(self, *args: Any, **options: Any) -> None:
        athlete = Athlete.objects.called(options["name"])
        if athlete is None:
            raise CommandError(f"Nobody here is called {options['name']}.")
        if not unlocking.remove_second_factor(athlete=athlete):
            self.stdout.write(f"{athlete} had no second factor. Nothing was changed.")
            return
        self.stdout.write(
            f"{athlete} signs in with the password alone now. "
            "If a device was lost with it, give a new password, too: that ends every sign-in."
        )

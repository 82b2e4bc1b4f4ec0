"""Makes a link by which somebody sets a new password: `manage.py reset_link NAME`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from config.command import DataCommand
from workouts.management import reset_links
from workouts.models import Athlete


class Command(DataCommand):
    help = "Print a link by which somebody sets a new password; the old one stays until then."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help="the name to sign in with")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            athlete = Athlete.objects.get_by_natural_key(options["name"])
        except Athlete.DoesNotExist as missing:
            raise CommandError(f"Nobody is called {options['name']} here. Mind capital letters.") from missing
        if not athlete.is_active:
            raise CommandError(f"The account {athlete} is switched off. Switch it on first, in the settings.")
        self.stdout.write("\n".join(reset_links.lines(athlete)))

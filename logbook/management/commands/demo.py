"""Makes or renews a demo runner with half a year of training: `manage.py demo`, and away with `--remove`."""

import os
import secrets
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone

from config.command import DataCommand
from logbook import demonstrating
from logbook.demo.season import WEEKS
from logbook.demonstrating import NAMES, MadeMeanwhile

# Where `make demo PASSWORD=…` puts it, out of the sight of whoever lists processes.
PASSWORD = "DEMO_PASSWORD"
NOBODY = "There is no demo runner here, so nothing was removed."
MEANWHILE = "Somebody else made a demo runner, or took its name, just now. Run this once more."


class Command(DataCommand):
    help = "Make or renew a demo runner with half a year of runs and strength sessions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--password", default="", help=f"to sign in with, or {PASSWORD} in the environment; else random"
        )
        parser.add_argument("--remove", action="store_true", help="remove the demo runner, and make none")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            self._remove()
        else:
            self._make(options["password"] or os.environ.get(PASSWORD, ""))

    def _remove(self) -> None:
        removed = demonstrating.remove_demo()
        self.stdout.write(
            f"Removed “{removed.name}” with all that was logged and {removed.files} files."
            if removed
            else NOBODY
        )

    def _make(self, given: str) -> None:
        password = given or secrets.token_urlsafe(9)
        try:
            demo = demonstrating.make_demo(password=password, now=timezone.now(), told=self._tell)
        except MadeMeanwhile as error:
            raise CommandError(MEANWHILE) from error
        self.stdout.write(
            f"The demo runner has {demo.runs} runs and {demo.sessions} sessions, up to yesterday."
        )
        if demo.name != NAMES[0]:
            self.stdout.write(f"Somebody is called “{NAMES[0]}” already, so this one is “{demo.name}”.")
        where = settings.PUBLIC_URL or "the address that make run prints"
        self.stdout.write(f"Sign in at {where}:")
        self.stdout.write(f"  User name: {demo.name}")
        self.stdout.write(f"  Password:  {'the one you gave' if given else f'{password}  (shown only now)'}")
        for weakness in _weaknesses(given):
            self.stdout.write(f"  {weakness}")
        self.stdout.write("Remove it with: make demo REMOVE=1")

    def _tell(self, week: int) -> None:
        end = "\n" if week > WEEKS else "\r"
        if self.stdout.isatty() or week > WEEKS or week % 9 == 0:
            self.stdout.write(f"Week {week} of {WEEKS + 1}", ending=end if self.stdout.isatty() else "\n")


def _weaknesses(given: str) -> list[str]:
    """What is wrong with a password that was given, taken all the same: the demo keeps no secrets."""
    try:
        if given:
            validate_password(given)
    except ValidationError as weak:
        return weak.messages
    return []

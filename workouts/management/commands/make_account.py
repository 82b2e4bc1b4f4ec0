"""Makes an account for somebody, who sets the password by a link: `manage.py make_account NAME`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from config.command import DataCommand
from workouts.enrolling import Taken, enrol
from workouts.forms.account import AccountForm
from workouts.management import reset_links


class Command(DataCommand):
    help = "Make an account without a password, and print a link by which its athlete sets one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", default="", metavar="NAME", help="the name to sign in with")
        parser.add_argument("--email", default="", metavar="ADDRESS", help="an address to sign in with, too")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["name"]:
            raise CommandError("Say who it is for, for example: make user NAME=ana")
        form = AccountForm({"name": options["name"], "email": options["email"]})
        if not form.is_valid():
            raise CommandError(" ".join(str(error) for errors in form.errors.values() for error in errors))
        try:
            athlete = enrol(**form.cleaned_data)
        except Taken as taken:
            raise CommandError(str(taken)) from taken
        owns = " It is the first one and owns this instance." if athlete.is_owner else ""
        self.stdout.write(f"The account {athlete} is made.{owns}")
        self.stdout.write("\n".join(reset_links.lines(athlete)))

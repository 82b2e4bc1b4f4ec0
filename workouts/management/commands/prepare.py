"""Makes an instance ready to serve: `manage.py prepare`, run at every start."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Migrate, load the catalogue, remove what was deleted long ago, collect static files."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        call_command("load_catalogue", stdout=self.stdout)
        call_command("purge", stdout=self.stdout)
        call_command("clearsessions")
        # The extensions that come with htmx name files that are not there, and nothing here uses them.
        call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=["ext"])
        self.stdout.write("Ready.")

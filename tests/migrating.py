"""Goes back and forth in the migrations of the log, or of another app, with the models as they were then."""

from typing import Any

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def migrate(*to: str, app: str = "logbook") -> None:
    """Bring the log to a migration, or to the newest; `migrate("zero")` leaves no table of it."""
    call_command("migrate", app, *to, verbosity=0, interactive=False)


def models_at(migration: str, *names: str, app: str = "logbook") -> tuple[Any, ...]:
    """Models of the log by their names, as they were after that migration."""
    apps = MigrationLoader(connection).project_state([(app, migration)]).apps
    return tuple(apps.get_model(app, name) for name in names)

"""What the database of this instance holds and lacks, asked through Django."""

from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def needs_migration() -> bool:
    """Whether a migration of this code is not behind the database yet."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def has_people() -> bool:
    """Whether anybody has an account here."""
    people = get_user_model()
    is_there = people._meta.db_table in connection.introspection.table_names()
    return is_there and people._default_manager.exists()


def is_of_another_program() -> bool:
    """Whether there are tables, and none that Footfall made."""
    ours = get_user_model()._meta.app_label
    made = MigrationRecorder(connection).applied_migrations()
    return bool(connection.introspection.table_names()) and not any(app == ours for app, _ in made)


def not_ours(tables: Iterable[str]) -> list[str]:
    """
    Those of them that are no table of Footfall's.

    A later version may have made tables that this code does not know: they go by the name of one of its apps.
    """
    models = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    caches = {cache.get("LOCATION") for cache in settings.CACHES.values()}
    known = models | caches | {MigrationRecorder.Migration._meta.db_table}
    begins = tuple(f"{app.label}_" for app in apps.get_app_configs())
    return sorted(name for name in tables if name not in known and not name.startswith(begins))


def unknown(migrations: tuple[str, ...]) -> list[str]:
    """Those that this code does not have, so that a later one made them."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    return [migration for migration in migrations if migration not in known]

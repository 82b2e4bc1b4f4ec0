"""What is told of a database that was copied, whatever its engine: migrations, rows, the files it names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import FileField

from config.backup.manifest import Table

Ask = Callable[[str], Iterable[tuple[Any, ...]]]


@dataclass(frozen=True)
class Snapshot:
    """All of one moment; `names` are those of uploaded files in its rows."""

    engine_version: int
    migrations: tuple[str, ...]
    tables: Mapping[str, Table]
    names: frozenset[str]


def migrations_in(ask: Ask) -> tuple[str, ...]:
    """The migrations that a database has behind it, as `app.name`."""
    return tuple(sorted(f"{app}.{name}" for app, name in ask("SELECT app, name FROM django_migrations")))


def names_in(ask: Ask, *, columns: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The uploaded files that rows name, as far as those columns are there: a schema may be an older one."""
    there = set(columns)
    asked = [
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, FileField)
    ]
    return frozenset(
        name
        for table, column in asked
        if (table, column) in there
        for (name,) in ask(f'SELECT "{column}" FROM "{table}" WHERE "{column}" <> \'\'')
    )

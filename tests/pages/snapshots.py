"""Takes down what is stored, value by value, so that any change shows.

Rows are compared by their values as the database hands them over, never as model instances: those are equal
as soon as their ids are, and it takes long to make them.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session as BrowserSession
from django.db import connection, models

from workouts.models import Athlete

Snapshot = dict[str, list[str]]


def everything() -> Snapshot:
    """Every row of every table, but for the browsers' sessions; the cache is no model."""
    root = Path(settings.MEDIA_ROOT)
    files = {str(path): path for path in root.rglob("*") if path.is_file()}
    return {label(model): _rows(*_everybodys(model)) for model in _models()} | _files(files)


def belongings(athlete: Athlete) -> Snapshot:
    """Every row that leads to this athlete, the account itself and the stored files included."""
    return {
        label(model): _rows(*_those_of(athlete.pk, model))
        for model in _models()
        if way_to_athlete(model) is not None
    } | _files({file.stored.name: Path(file.stored.path) for file in athlete.imported_files.all()})


def differences(before: Snapshot, after: Snapshot) -> list[str]:
    """Each table that is not as it was, with the rows that went and came."""
    return [
        f"{table}: {sorted(set(was) - set(now))} became {sorted(set(now) - set(was))}"
        for table in sorted(before.keys() | after.keys())
        if (was := before.get(table, [])) != (now := after.get(table, []))
    ]


def label(model: type[models.Model]) -> str:
    return model._meta.label


@cache
def way_to_athlete(model: type[models.Model], hops: int = 2) -> str | None:
    """The look-up from a row to the athlete it belongs to, such as `session__athlete`; the shortest."""
    if model is Athlete:
        return "pk"
    relations = [field for field in model._meta.concrete_fields if field.many_to_one or field.one_to_one]
    for field in relations:
        if field.related_model is Athlete:
            return field.name
    for field in relations if hops else ():
        if way := way_to_athlete(field.related_model, hops - 1):
            return f"{field.name}__{way}"
    return None


def _models() -> list[type[models.Model]]:
    return [m for m in apps.get_models(include_auto_created=True) if m is not BrowserSession]


@cache
def _everybodys(model: type[models.Model]) -> tuple[str, tuple[Any, ...]]:
    return model._base_manager.values_list().query.sql_with_params()


@cache
def _those_of(athlete_id: int, model: type[models.Model]) -> tuple[str, tuple[Any, ...]]:
    way = way_to_athlete(model)
    return model._base_manager.filter(**{way: athlete_id}).values_list().query.sql_with_params()


def _rows(sql: str, parameters: tuple[Any, ...]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return sorted(repr(tuple(map(_plain, values))) for values in cursor.fetchall())


def _plain(value: Any) -> Any:
    """PostgreSQL hands bytes over as a view of them, which tells where they lie and not what they are."""
    return bytes(value) if isinstance(value, memoryview) else value


def _files(files: dict[str, Path]) -> Snapshot:
    """Each file with its name and what its bytes add up to."""
    return {
        "files": sorted(f"{name} {sha256(path.read_bytes()).hexdigest()}" for name, path in files.items())
    }

"""Puts a backup where this instance keeps its data: all of it is checked first, and nothing is half done."""

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, connections

from config.backup import before_migration, places, postgres, sqlite, state
from config.backup.keeping import files_in
from config.backup.making import Made, make_backup
from config.backup.manifest import FILES, KEY, Manifest
from config.backup.putting import put_file
from config.backup.refusal import Refused
from config.backup.unpacking import DATABASES, unpack

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True)
class Restored:
    """What is there now; `aside` is the backup of what was, and `strangers` are files that no row names."""

    manifest: Manifest
    aside: Made | None
    removed: int
    strangers: int


def restore(*, archive: Path, force: bool, now: datetime) -> Restored:
    """
    Put the database, the uploaded files and the secret key of a backup in the place of this instance's.

    Files first, which only adds to what is there; then the database, in one rename or one transaction, which
    is the moment it counts as restored; then the key, and what the old database alone named is removed.
    Whoever is killed before that moment has the old instance, and after it the new one.

    :raises Refused: with nothing changed, unless it says that the database was restored
    :raises OSError: if the disk is full, or the place cannot be written to
    """
    for left in [*settings.DATA_DIR.glob(".restore-*"), *settings.DATA_DIR.glob(".backup-*")]:
        shutil.rmtree(left)  # of one that was killed, since nobody else is at work here
    is_occupied = _is_occupied()
    if is_occupied and not force:
        raise Refused(
            "There is data here already, and restoring replaces all of it. With FORCE=1 a backup of it is "
            "made first, and then the other one is restored. Nothing was changed."
        )
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=settings.DATA_DIR) as folder:
        manifest = unpack(archive, into=Path(folder))
        _fits(manifest)
        if manifest.engine == "sqlite":
            sqlite.check(Path(folder, DATABASES["sqlite"]), tables=manifest.tables)
        aside = _set_aside(archive, now=now) if is_occupied else None
        _put(Path(folder), manifest)
    before_migration.is_off()
    strangers = sorted(set(_uploads_here()) - {_upload(name) for name in manifest.uploads})
    for path in strangers if aside else []:
        path.unlink()
    _check(manifest)
    return Restored(manifest, aside, *((len(strangers), 0) if aside else (0, len(strangers))))


def _is_occupied() -> bool:
    """Whether somebody's data is here.  :raises Refused: if it is not for us to replace, or cannot be read"""
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        if left := sqlite.left_without_database(database):
            raise Refused(
                f"{left[0]} belongs to a database that is not there. Move it to that one, then try again."
            )
        if not database.exists():
            return False
    try:
        if state.is_of_another_program():
            raise Refused(
                "The database holds tables that are not Footfall's. Give Footfall a database of its own "
                "by DATABASE_URL, then try again."
            )
        return state.has_people()
    except DatabaseError as error:
        remedy = (
            "If it is damaged, move it and what lies beside it under its name to another folder"
            if connection.vendor == "sqlite"
            else "See that the server runs and has the database that DATABASE_URL names"
        )
        complaint = str(error).strip().rstrip(".")
        raise Refused(
            f"The database that is here cannot be read: {complaint}. {remedy}, then restore again."
        ) from error


def _fits(manifest: Manifest) -> None:
    """:raises Refused: unless this code, with this database, can hold it"""
    if manifest.engine != connection.vendor:
        raise Refused(
            f"This backup is of a {NAMES.get(manifest.engine, manifest.engine)} database, and this instance "
            f"keeps its data in {connection.display_name}. See DATABASE_URL, then restore again."
        )
    if unknown := state.unknown(manifest.migrations):
        raise Refused(
            f"A newer Footfall made this backup: this one does not know the migration {unknown[0]}. "
            "Update Footfall, then restore again."
        )
    if manifest.engine == "postgresql" and manifest.engine_version > postgres.server():
        raise Refused(
            f"This backup is of PostgreSQL {manifest.engine_version}, and the server here is PostgreSQL "
            f"{postgres.server()}. Restore it into version {manifest.engine_version} or later."
        )
    # SQLite's file is Footfall's own; a schema may be shared, and all of its tables are dropped.
    if manifest.engine == "postgresql" and (
        others := state.not_ours(postgres.table_names() - set(manifest.tables))
    ):
        raise Refused(
            f"Beside Footfall's own, the database holds tables of another program, such as {others[0]}, and "
            "restoring would drop them. Move them to another schema, or give Footfall an empty database by "
            "DATABASE_URL, then try again. Nothing was changed."
        )


def _set_aside(archive: Path, *, now: datetime) -> Made:
    made = make_backup(to=places.place(occasion=places.RESTORE, now=now), now=now)
    places.forget_old(places.RESTORE, but=archive)
    return made


def _put(folder: Path, manifest: Manifest) -> None:
    there = set(_uploads_here())
    Path(settings.MEDIA_ROOT).mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        for name in manifest.uploads:
            put_file(folder / name, at=_upload(name))
        os.sync()
        _put_database(folder / DATABASES[manifest.engine], manifest)
    except (Refused, OSError, DatabaseError):
        for path in set(_uploads_here()) - there:
            path.unlink()
        raise
    if KEY in manifest.entries:
        put_file(folder / KEY, at=settings.DATA_DIR / KEY)
    os.sync()


def _put_database(copied: Path, manifest: Manifest) -> None:
    connections.close_all()
    if manifest.engine == "sqlite":
        sqlite.put(copied, database=Path(connection.settings_dict["NAME"]))
    else:
        postgres.put(copied, tables=manifest.tables)


def _upload(name: str) -> Path:
    return Path(settings.MEDIA_ROOT, name.removeprefix(FILES))


def _uploads_here() -> list[Path]:
    return files_in(Path(settings.MEDIA_ROOT))


def _check(manifest: Manifest) -> None:
    """:raises Refused: unless what is in place now is what the manifest names"""
    if manifest.engine == "sqlite":
        sqlite.check(Path(connection.settings_dict["NAME"]), tables=manifest.tables)
    else:
        postgres.check(tables=manifest.tables)
    for name in manifest.uploads:
        with _upload(name).open("rb") as opened:
            if hashlib.file_digest(opened, "sha256").hexdigest() != manifest.entries[name].sha256:
                raise Refused(f"The database was restored, but the uploaded file {name} is not as it was.")

"""Makes a backup of the whole instance while people use it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import connection

from config.backup import postgres, sqlite
from config.backup.manifest import FILES, KEY, Manifest
from config.backup.packing import pack, whole_or_not_at_all
from config.backup.places import ENDING
from config.backup.snapshot import Snapshot
from config.backup.unpacking import DATABASES


@dataclass(frozen=True)
class Made:
    """What is in it; `missing` are files that rows name and the disk does not have."""

    path: Path
    size_bytes: int
    rows: int
    files: int
    has_key: bool
    missing: int


def make_backup(*, to: Path, now: datetime) -> Made:
    """
    Write one archive of the database, the uploaded files and the secret key.

    Files are kept from being removed before the database is copied, and once more after: whatever the copy
    names is there, unless it came and went in between.

    :raises Refused: if the database cannot be copied
    :raises OSError: if the disk is full, or the place cannot be written to
    """
    to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sweep(to.parent, settings.DATA_DIR, now=now)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.DATA_DIR) as folder:
        files, copied = Path(folder, "files"), Path(folder, DATABASES[connection.vendor])
        _keep_files(into=files)
        snapshot = _copy_of_database(copied)
        _keep_files(into=files)
        told = partial(
            Manifest,
            now,
            connection.vendor,
            snapshot.engine_version,
            snapshot.migrations,
            snapshot.tables,
        )
        with whole_or_not_at_all(to) as out:
            manifest = pack(out, members=_members(copied, files), manifest=told)
    kept = {name.removeprefix(FILES) for name in manifest.uploads}
    return Made(
        path=to,
        size_bytes=to.stat().st_size,
        rows=manifest.rows,
        files=len(kept),
        has_key=KEY in manifest.entries,
        missing=len(snapshot.names - kept),
    )


def _sweep(*folders: Path, now: datetime) -> None:
    """Remove what a backup that was killed left more than a day ago; a younger one may still be at work."""
    for folder in folders:
        for left in [*folder.glob(".backup-*"), *folder.glob(f".*{ENDING}.*.part")]:
            if left.stat().st_mtime < (now - timedelta(days=1)).timestamp():
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _copy_of_database(into: Path) -> Snapshot:
    if connection.vendor == "sqlite":
        return sqlite.copy(database=Path(connection.settings_dict["NAME"]), into=into)
    return postgres.dump(into=into)


def _keep_files(*, into: Path) -> None:
    """Give every uploaded file a second name, under which it stays whatever is removed meanwhile."""
    root = Path(settings.MEDIA_ROOT)
    for path in files_in(root):
        kept = into / path.relative_to(root)
        kept.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, kept)
        except (FileExistsError, FileNotFoundError):
            continue  # kept before, or removed just now
        except OSError:
            shutil.copyfile(path, kept)  # on another disk, or on one without second names


def files_in(root: Path) -> list[Path]:
    """Every file below a folder, links left out."""
    found = (Path(folder, name) for folder, _, names in os.walk(root) for name in names)
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def _members(copied: Path, files: Path) -> Iterator[tuple[str, Path]]:
    yield copied.name, copied
    key = settings.DATA_DIR / KEY
    # One that the environment sets lives there, and is kept there.
    if key.exists() and key.read_text() == settings.SECRET_KEY:
        yield KEY, key
    for path in files_in(files):
        yield FILES + path.relative_to(files).as_posix(), path

"""Makes a backup of the whole instance while people use it."""

import re
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
from config.backup.keeping import files_in, keep_files
from config.backup.manifest import FILES, KEY, Manifest
from config.backup.packing import pack, whole_or_not_at_all
from config.backup.snapshot import Snapshot
from config.backup.unpacking import DATABASES

# How `whole_or_not_at_all` calls an archive of ours that is not whole yet.
_DRAFT = re.compile(r"\..+\.tar\.gz\.[0-9a-f]{16}\.part")


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
    _sweep(to.parent, now=now)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=settings.DATA_DIR) as folder:
        files, copied = Path(folder, "files"), Path(folder, DATABASES[connection.vendor])
        keep_files(Path(settings.MEDIA_ROOT), into=files)
        snapshot = _copy_of_database(copied)
        keep_files(Path(settings.MEDIA_ROOT), into=files)
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


def _sweep(folder: Path, *, now: datetime) -> None:
    """
    Remove what a backup that was killed left more than a day ago; a younger one may still be at work.

    The folder it goes to may be anybody's: nothing but what can only be a draft of an archive is ours there.
    """
    left = [*settings.DATA_DIR.glob(".backup-*")]
    left += [path for path in folder.iterdir() if _DRAFT.fullmatch(path.name) and path.is_file()]
    for path in left:
        if path.lstat().st_mtime < (now - timedelta(days=1)).timestamp():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _copy_of_database(into: Path) -> Snapshot:
    if connection.vendor == "sqlite":
        return sqlite.copy(database=Path(connection.settings_dict["NAME"]), into=into)
    return postgres.dump(into=into)


def _members(copied: Path, files: Path) -> Iterator[tuple[str, Path]]:
    yield copied.name, copied
    key = settings.DATA_DIR / KEY
    # One that the environment sets lives there, and is kept there.
    if key.exists() and key.read_text() == settings.SECRET_KEY:
        yield KEY, key
    for path in files_in(files):
        yield FILES + path.relative_to(files).as_posix(), path

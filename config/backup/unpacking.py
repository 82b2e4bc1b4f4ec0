"""Reads a backup's archive into an empty folder, and refuses it unless all of it is as it was written."""

import gzip
import hashlib
import os
import shutil
import tarfile
import zlib
from pathlib import Path
from typing import IO

from config.backup.manifest import FILES, KEY, MANIFEST, Entry, Manifest, read_manifest
from config.backup.refusal import Refused

# How the copy of a database is called, by the engine it is of.
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.sql"}
UNTOUCHED = "Nothing was changed."
BLOCK_BYTES = 1024 * 1024
LARGEST_MANIFEST_BYTES = 512 * BLOCK_BYTES
# What the libraries raise where bytes are missing or are not those that were written.
DAMAGE = (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError, ValueError, OverflowError)


def unpack(archive: Path, *, into: Path) -> Manifest:
    """
    Write every entry of the archive below `into`, and return its manifest.

    :raises Refused: unless it is a whole backup, with nothing changed, missing or added
    """
    try:
        with gzip.open(archive) as packed:
            found, manifest = _entries(packed, into)
            # To the very end, where gzip keeps the check sum of the whole.
            while packed.read(BLOCK_BYTES):
                pass
    except FileNotFoundError as error:
        raise Refused(f"There is no file {archive}. Give the path of a backup: FROM=path.") from error
    except DAMAGE as error:
        raise Refused(
            f"{archive} is cut off, damaged or not a backup at all: {error}. {UNTOUCHED}"
        ) from error
    except Refused as error:
        raise Refused(f"{archive} cannot be restored. {error} {UNTOUCHED}") from error
    return _as_written(archive, manifest, found)


def _entries(packed: gzip.GzipFile, into: Path) -> tuple[dict[str, Entry], Manifest]:
    found: dict[str, Entry] = {}
    with tarfile.open(fileobj=packed, mode="r|") as members:
        manifest = None
        for member in members:
            if manifest:
                raise Refused(f"It goes on after its manifest, with {member.name!r}.")
            _check(member, found)
            reader = members.extractfile(member)
            assert reader is not None  # a regular file has one
            if member.name == MANIFEST:
                if member.size > LARGEST_MANIFEST_BYTES:
                    raise Refused("Its manifest is longer than any that Footfall writes.")
                manifest = read_manifest(reader.read())
                continue
            if member.size > shutil.disk_usage(into).free:
                raise Refused(f"There is no room on the disk for {member.name}, {member.size} bytes.")
            found[member.name] = _written(reader, into / member.name)
    if manifest is None:
        raise Refused("It has no manifest, so it is cut off or not a backup of Footfall.")
    return found, manifest


def _check(member: tarfile.TarInfo, found: dict[str, Entry]) -> None:
    name = member.name
    if member.type != tarfile.REGTYPE or member.issparse():
        raise Refused(f"It holds {name!r}, which is a link, a folder or a device and no file.")
    is_upload = name.startswith(FILES) and all(part not in ("", ".", "..") for part in name.split("/"))
    if not (is_upload or name in (MANIFEST, KEY, *DATABASES.values())) or "\\" in name or "\0" in name:
        raise Refused(f"It holds {name!r}, which no backup holds.")
    if name in found:
        raise Refused(f"It holds {name!r} twice.")


def _written(reader: IO[bytes], path: Path) -> Entry:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, size_bytes = hashlib.sha256(), 0
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        while block := reader.read(BLOCK_BYTES):
            opened.write(block)
            digest.update(block)
            size_bytes += len(block)
    return Entry(size_bytes, digest.hexdigest())


def _as_written(archive: Path, manifest: Manifest, found: dict[str, Entry]) -> Manifest:
    wrong = [
        name for name in sorted({*found, *manifest.entries}) if found.get(name) != manifest.entries.get(name)
    ]
    if not wrong and DATABASES.get(manifest.engine) not in found:
        wrong = ["the database"]
    if wrong:
        raise Refused(
            f"{archive} is not as it was written: {', '.join(wrong[:3])} is missing, changed or added. "
            f"{UNTOUCHED}"
        )
    return manifest

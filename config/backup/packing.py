"""Writes a backup's archive: under a name of its own, onto the disk, and only then where it is looked for."""

import gzip
import hashlib
import io
import os
import secrets
import tarfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from config.backup.manifest import MANIFEST, Entry, Manifest

# What uploads hold is packed already, or is text that packs well at any level; this costs half of level 6.
LEVEL = 3


@contextmanager
def whole_or_not_at_all(path: Path) -> Iterator[BinaryIO]:
    """A file to write, for its owner's eyes; it is at `path` once all of it is on the disk, never before."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(path)
        # What the folder's files are called goes onto the disk by itself.
        named = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(named)
        finally:
            os.close(named)
    finally:
        draft.unlink(missing_ok=True)


def pack(
    out: BinaryIO,
    *,
    members: Iterable[tuple[str, Path]],
    manifest: Callable[[Mapping[str, Entry]], Manifest],
) -> Manifest:
    """Write each member under its name, and behind them the manifest that is made of them all."""
    entries: dict[str, Entry] = {}
    with (
        gzip.GzipFile("", "wb", LEVEL, out, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, path in members:
            entries[name] = _add(archive, name, path)
        told = manifest(entries)
        text = told.as_json()
        archive.addfile(_member(MANIFEST, len(text)), io.BytesIO(text))
    return told


def _add(archive: tarfile.TarFile, name: str, path: Path) -> Entry:
    with path.open("rb") as opened:
        # A file that is just being written counts as far as it has come.
        member = _member(name, os.fstat(opened.fileno()).st_size)
        reader = _Digesting(opened)
        archive.addfile(member, reader)  # type: ignore[arg-type]
    return Entry(member.size, reader.sha256.hexdigest())


def _member(name: str, size_bytes: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size_bytes, 0o600
    return member


class _Digesting:
    """Reads a file and reckons its digest on the way."""

    def __init__(self, opened: BinaryIO) -> None:
        self.sha256, self._opened = hashlib.sha256(), opened

    def read(self, size: int = -1) -> bytes:
        block = self._opened.read(size)
        self.sha256.update(block)
        return block

"""Archives made by hand: sound ones out of a few bytes, and odd ones that no backup is."""

import io
import tarfile
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from config.backup.manifest import MANIFEST, Entry, Manifest, Table
from config.backup.packing import pack, whole_or_not_at_all

MADE_AT = datetime(2026, 7, 29, 8, 0, tzinfo=UTC)
CONTENT = {
    "database.sqlite3": b"rows " * 300,
    "secret-key": b"a key of nobody",
    "files/4b/4b2fbe34": bytes(range(256)) * 3,
    "files/a0/a0c1": b"",
}
manifest_of = partial(
    Manifest, MADE_AT, "sqlite", 3, ("workouts.0001_athletes",), {"workouts_athlete": Table(1, "ab")}
)


def entries_of(content: Mapping[str, bytes]) -> dict[str, Entry]:
    return {name: Entry(len(body), sha256(body).hexdigest()) for name, body in content.items()}


def sound_archive(folder: Path, content: Mapping[str, bytes] = CONTENT) -> Path:
    """One as the code itself writes it."""
    source, path = folder / "source", folder / "sound.tar.gz"
    for name, body in content.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_bytes(body)
    with whole_or_not_at_all(path) as out:
        pack(out, members=[(name, source / name) for name in content], manifest=manifest_of)
    return path


def odd_archive(path: Path, *members: tuple[tarfile.TarInfo | str, bytes]) -> Path:
    """One with just these members, in this order, and nothing checked."""
    with tarfile.open(path, "w:gz") as archive:
        for member, body in members:
            member = member if isinstance(member, tarfile.TarInfo) else tarfile.TarInfo(member)
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return path


def sound_members(content: Mapping[str, bytes] = CONTENT) -> list[tuple[str, bytes]]:
    """The members of a sound one, to be spoilt."""
    return [*content.items(), (MANIFEST, manifest_of(entries_of(content)).as_json())]


def contents(path: Path) -> dict[str, bytes]:
    """What an archive holds, in its order, read without our own code."""
    with tarfile.open(path) as archive:
        return {member.name: archive.extractfile(member).read() for member in archive}


def unpacked(folder: Path) -> dict[str, bytes]:
    """What lies below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }

"""What a backup says of itself: when and of what it was made, and all that must be found in it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from config.backup.refusal import Refused

KIND, FORMAT = "footfall backup", 1
# How its entries are called; an uploaded file's name follows FILES.
MANIFEST, KEY, FILES = "manifest.json", "secret-key", "files/"


@dataclass(frozen=True)
class Entry:
    """One file of the archive."""

    size_bytes: int
    sha256: str


@dataclass(frozen=True)
class Table:
    """How many rows a table has, and a digest of all of them; each engine reckons it in its own way."""

    rows: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    """The whole of it; `engine` is what made the copy of the database, with its main version."""

    made_at: datetime
    engine: str
    engine_version: int
    migrations: tuple[str, ...]
    tables: Mapping[str, Table]
    entries: Mapping[str, Entry]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())

    @property
    def uploads(self) -> list[str]:
        """The entries that are uploaded files."""
        return [name for name in self.entries if name.startswith(FILES)]

    def as_json(self) -> bytes:
        told = {"kind": KIND, "format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(told, indent=1, sort_keys=True).encode()


def read_manifest(text: bytes) -> Manifest:
    """
    Return what was written by `as_json`.

    :raises Refused: for what is no manifest, or one of a later format
    """
    try:
        told = json.loads(text)
        kind, number = told.pop("kind"), told.pop("format")
        if kind == KIND and isinstance(number, int) and number > FORMAT:
            raise Refused(
                f"A newer Footfall made this backup, in format {number}; this one reads format {FORMAT}. "
                "Update Footfall, then restore it again."
            )
        if (kind, number) != (KIND, FORMAT):
            raise ValueError(kind)
        manifest = Manifest(
            made_at=datetime.fromisoformat(told.pop("made_at")),
            migrations=tuple(told.pop("migrations")),
            tables={name: Table(**table) for name, table in told.pop("tables").items()},
            entries={name: Entry(**entry) for name, entry in told.pop("entries").items()},
            **told,
        )
        if not isinstance(manifest.engine_version, int):
            raise ValueError(manifest.engine_version)
        return manifest
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refused("Its manifest is not one that Footfall writes, so this is not its backup.") from error

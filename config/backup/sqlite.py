"""Copies a SQLite database that is in use, and puts a copy in the place of one that is not."""

import hashlib
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from config.backup.manifest import Table
from config.backup.putting import put_file
from config.backup.refusal import Refused
from config.backup.snapshot import Snapshot, migrations_in, names_in

WAIT_S = 20
_COLUMNS = """
    SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
"""


def copy(*, database: Path, into: Path) -> Snapshot:
    """
    Copy the database as it is at this moment; nobody who writes meanwhile has to wait.

    :raises Refused: if it is damaged
    """
    with closing(_opened(database)) as source, closing(sqlite3.connect(into)) as made:
        try:
            # In one step: by pages, it would begin anew whenever another process writes.
            source.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")
            sound(made)
        except sqlite3.OperationalError as error:
            raise Refused(
                f"The database {database} could not be copied to {into.parent}: {error}. "
                "Make room if the disk is full, then try again."
            ) from error
        except sqlite3.DatabaseError as error:
            raise Refused(
                f"The database {database} cannot be read whole: {error}. Keep a copy of its folder, then "
                "move the database and what lies beside it under its name away and restore the last backup."
            ) from error
        return Snapshot(
            engine_version=sqlite3.sqlite_version_info[0],
            migrations=migrations_in(made.execute),
            tables=digests(made),
            names=names_in(made.execute, columns=made.execute(_COLUMNS).fetchall()),
        )


def sound(opened: sqlite3.Connection) -> None:
    """:raises sqlite3.DatabaseError: unless SQLite finds its own file in order"""
    (found,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def digests(opened: sqlite3.Connection) -> dict[str, Table]:
    """Every table with its rows counted and digested, in the order in which they are kept."""
    names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: _table(opened, name) for name in sorted(names)}


def _table(opened: sqlite3.Connection, name: str) -> Table:
    digest, rows = hashlib.sha256(), 0
    for row in opened.execute(f'SELECT * FROM "{name}" ORDER BY rowid'):
        digest.update(repr(row).encode())
        rows += 1
    return Table(rows, digest.hexdigest())


def check(database: Path, *, tables: Mapping[str, Table]) -> None:
    """:raises Refused: unless SQLite finds a restored database in order, with just those rows"""
    try:
        with closing(_opened(database)) as opened:
            sound(opened)
            found = digests(opened)
    except sqlite3.DatabaseError as error:
        raise Refused(f"The restored database is damaged: {error}.") from error
    if found != tables:
        raise Refused("The restored database does not hold the rows that the backup's manifest names.")


def put(copied: Path, *, database: Path) -> None:
    """
    Put the copy where the database is: until one rename the old one is there, and from then on the new.

    The write-ahead log belongs to the old one and would spoil the new.  It is worked in and removed first.

    :raises Refused: if somebody has the old one open
    """
    if database.exists():
        _settle(database)
    put_file(copied, at=database)


def _settle(database: Path) -> None:
    try:
        with closing(_opened(database)) as opened:
            opened.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        raise Refused(
            f"The database {database} is in use or damaged: {error}. Stop what uses it, then restore again."
        ) from error


def left_without_database(database: Path) -> list[Path]:
    """What a database that was moved away alone left beside its place."""
    beside = [database.with_name(database.name + ending) for ending in ("-wal", "-journal")]
    return [] if database.exists() else [path for path in beside if path.exists()]


def _opened(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{database.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT_S, isolation_level=None
    )

"""Dumps a PostgreSQL database as of one moment, and puts such a dump in its place in one transaction."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg2 import sql

from config.backup.manifest import Table
from config.backup.postgres_tools import running
from config.backup.refusal import Refused
from config.backup.snapshot import Ask, Snapshot, migrations_in, names_in

_COLUMNS = (
    "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
)
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename"
# A row as text must read the same in every session.
_ALIKE = """
    SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres';
    SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
"""
# Rows have no order here, so that each is digested alone and the digests are added up.
_EACH = "encode(sha256(convert_to(each::text, 'UTF8')), 'hex')"
_PART = f"coalesce(sum(('x' || substr({_EACH}, {{}}, 15))::bit(60)::bigint), 0)"
_SUM = f"count(*), {_PART.format(1)} || '-' || {_PART.format(16)}"
# A setting that later programs write into every dump, and that no server before 17 knows.
_UNKNOWN_TO_OLDER = b"SET transaction_timeout = 0;\n"
_PREAMBLE_BYTES = 4096


def server() -> int:
    """The server's main version."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        return int(cursor.fetchone()[0]) // 10_000


def table_names() -> set[str]:
    """All that restoring drops: every table of the schema, whoever made it."""
    with connection.cursor() as cursor:
        return {name for (name,) in _asking(cursor)(_TABLES)}


def dump(*, into: Path) -> Snapshot:
    """
    Write the database as it is at this moment, in SQL; nobody who writes meanwhile has to wait.

    :raises Refused: if PostgreSQL's own program is missing, too old, or fails
    """
    version = server()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        ask = _asking(cursor)
        ((moment, schema),) = ask("SELECT pg_export_snapshot(), current_schema()")
        options = ["--format=plain", "--no-owner", "--no-privileges", "--encoding=UTF8"]
        # Its tables and sequences, and neither the schema itself nor what others keep elsewhere.
        options += [f"--snapshot={moment}", f'--table="{schema}".*']
        with running("pg_dump", *options, server=version) as printed, into.open("wb") as opened:
            keep(printed, opened, version)
        return Snapshot(
            engine_version=version,
            migrations=migrations_in(ask),
            tables=_tables(ask),
            names=names_in(ask, columns=ask(_COLUMNS)),
        )


def keep(printed: IO[bytes], opened: IO[bytes], version: int) -> None:
    begins = printed.read(_PREAMBLE_BYTES)
    opened.write(begins if version >= 17 else begins.replace(_UNKNOWN_TO_OLDER, b"", 1))
    shutil.copyfileobj(printed, opened)


def check(*, tables: Mapping[str, Table]) -> None:
    """:raises Refused: unless the restored database holds just those rows"""
    with transaction.atomic(), connection.cursor() as cursor:
        found = _tables(_asking(cursor))
    if found != tables:
        raise Refused("The restored database does not hold the rows that the backup's manifest names.")


def _asking(cursor: CursorWrapper) -> Ask:
    def ask(question: str) -> list[tuple[Any, ...]]:
        cursor.execute(question)
        return list(cursor.fetchall())

    return ask


def _tables(ask: Ask) -> dict[str, Table]:
    ask(f"{_ALIKE} SELECT 1")
    found = {}
    for (name,) in ask(_TABLES):
        ((rows, digest),) = ask(f'SELECT {_SUM} FROM "{name}" AS each')
        found[name] = Table(rows, digest)
    return found


def put(dumped: Path, *, tables: Mapping[str, Table]) -> None:
    """
    Put the dump in the place of all tables there are, in one transaction that ends with a count.

    :raises Refused: if PostgreSQL refuses any of it, or the rows are not those of `tables`; nothing changed
    """
    clear, count = dumped.with_name("clear.sql"), dumped.with_name("count.sql")
    with transaction.atomic(), connection.cursor() as cursor:
        ask = _asking(cursor)
        ((schema,),) = ask("SELECT current_schema()")
        there = [sql.Identifier(schema, name) for (name,) in ask(_TABLES)]
        clear.write_text(_as_text(cursor, _CLEAR if there else _NOTHING, tables=sql.SQL(", ").join(there)))
        count.write_text(_ALIKE + "".join(_counted(cursor, schema, *table) for table in tables.items()))
    options = ["--no-psqlrc", "--quiet", "--output=/dev/null", "--single-transaction"]
    files = [f"--file={path}" for path in (clear, dumped, count)]
    with running("psql", *options, "--set=ON_ERROR_STOP=1", *files, server=server()) as printed:
        printed.read()


_NOTHING = "SELECT 1;"
# Who waits longer than that waits for somebody who is still using it.
_CLEAR = (
    "SET LOCAL lock_timeout = '20s'; SET LOCAL client_min_messages = warning; DROP TABLE {tables} CASCADE;"
)
_COUNT = """
    DO $count$ BEGIN
        IF ({found}) IS DISTINCT FROM {wanted} THEN
            RAISE EXCEPTION 'the table % does not hold the rows that the manifest names', {name};
        END IF;
    END $count$;
"""


def _counted(cursor: CursorWrapper, schema: str, name: str, table: Table) -> str:
    found = sql.SQL(f"SELECT concat_ws(' ', {_SUM}) FROM {{}} AS each").format(sql.Identifier(schema, name))
    wanted = sql.Literal(f"{table.rows} {table.digest}")
    return _as_text(cursor, _COUNT, found=found, wanted=wanted, name=sql.Literal(name))


def _as_text(cursor: CursorWrapper, text: str, **parts: sql.Composable) -> str:
    return str(sql.SQL(text).format(**parts).as_string(cursor.connection))

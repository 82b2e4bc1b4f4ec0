"""A database for a server alone, of the kind that the tests run on, and what is in it past Django."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

import psycopg2
from django.db import connection

from tests.faults.people import Saved

_SESSIONS = """
    SELECT athlete.username, session.key, session.note, session.id
    FROM logbook_session session JOIN workouts_athlete athlete ON athlete.id = session.athlete_id
"""
_SETS = "SELECT session_id, station, number FROM logbook_loggedset"
_PLAYED = """
    SELECT session_id, station, number, COALESCE(done_reps, done_seconds), revision
    FROM logbook_loggedset WHERE revision > 0
"""


@dataclass(frozen=True)
class Database:
    """Where it is; `url` is what DATABASE_URL says to the server."""

    url: str

    def sessions(self) -> list[Saved]:
        """Every session there is."""
        rows = self._ask(_SESSIONS)
        return [Saved(who, UUID(str(key)), note, row) for who, key, note, row in rows]

    def sets(self) -> dict[int, list[tuple[int, int]]]:
        """Station and number of every set, by the session's row."""
        found: dict[int, list[tuple[int, int]]] = {}
        for row, *place in sorted(self._ask(_SETS)):
            found.setdefault(row, []).append(tuple(place))
        return found

    def played(self) -> dict[tuple[int, int, int], tuple[int, int]]:
        """Amount and revision of every set that was written in the player, by session, station and number."""
        return {(row, *place): (amount, revision) for row, *place, amount, revision in self._ask(_PLAYED)}

    def complaints(self) -> list[Any]:
        """What SQLite finds wrong in its own file.  PostgreSQL checks references at every commit."""
        if connection.vendor != "sqlite":
            return []
        whole = self._ask("PRAGMA integrity_check")
        return [problem for problem in whole if problem != ("ok",)] + self._ask("PRAGMA foreign_key_check")

    def _ask(self, question: str) -> list[Any]:
        is_file = connection.vendor == "sqlite"
        opened = (
            sqlite3.connect(self.url.removeprefix("sqlite:///")) if is_file else psycopg2.connect(self.url)
        )
        with closing(opened), closing(opened.cursor()) as cursor:
            cursor.execute(question)
            return cursor.fetchall()


@contextmanager
def own_database(data_dir: Path) -> Iterator[Database]:
    """An empty one: where a server looks by default, or beside the tests', dropped at the end."""
    if connection.vendor == "sqlite":
        yield Database(f"sqlite:///{data_dir / 'footfall.sqlite3'}")
        return
    name = f"faults_{uuid4().hex}"
    _admin(f"CREATE DATABASE {name}")
    try:
        yield Database(_beside_the_tests(name))
    finally:
        _admin(f"DROP DATABASE {name} WITH (FORCE)")


def _admin(command: str) -> None:
    with closing(psycopg2.connect(_beside_the_tests("postgres"))) as opened:
        opened.autocommit = True
        with opened.cursor() as cursor:
            cursor.execute(command)


def _beside_the_tests(name: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(scheme="postgresql", path=f"/{name}").geturl()

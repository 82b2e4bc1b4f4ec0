"""SQLite keeps what it was told, on every connection, also on one a new thread has just opened."""

from threading import Thread

import pytest
from django.db import connection, connections

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="PostgreSQL has no pragmas; its own settings keep what was committed",
)
FULL = 2


def on_a_new_connection(*questions: str) -> list[object]:
    answers: list[object] = []

    def ask() -> None:
        with connection.cursor() as cursor:
            for question in questions:
                answers.append(cursor.execute(question).fetchone()[0])
        connections.close_all()

    thread = Thread(target=ask)
    thread.start()
    thread.join()
    return answers


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", FULL),
        ("foreign_keys", 1),
        ("busy_timeout", 20_000),
        ("mmap_size", 0),
    ],
)
def test_a_new_connection_is_set_up_to_keep_what_it_called_saved(db, pragma, value):
    assert on_a_new_connection(f"PRAGMA {pragma}") == [value]


def test_a_transaction_takes_the_lock_when_it_begins(db):
    """A read that became a write would fail at once, whatever the time-out, when another wrote meanwhile."""
    assert connection.transaction_mode == "IMMEDIATE"

"""Two processes, each with connections that come and go, as under gunicorn: what was committed is there."""

import sqlite3
import time
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from django.db import connection

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="It is SQLite's own files that are tried"),
]
SECONDS, PROCESSES, THREADS = 20, 2, 4


def opened(path: str, pragmas: str) -> sqlite3.Connection:
    fresh = sqlite3.connect(path, timeout=20, isolation_level=None)
    fresh.executescript(pragmas)
    return fresh


def write_for_a_while(path: str, pragmas: str, name: str, kept: list[str]) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        key = f"{name}-{time.time_ns()}"
        writer = opened(path, pragmas)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO kept VALUES (?, ?)", (key, "x" * 3000))
        writer.execute("COMMIT")
        writer.close()
        kept.append(key)
        reader = opened(path, pragmas)
        assert reader.execute("SELECT 1 FROM kept WHERE key = ?", (key,)).fetchone(), key
        reader.close()


def work(path: str, pragmas: str, name: str, answers) -> None:
    kept: list[str] = []
    threads = [
        Thread(target=write_for_a_while, args=(path, pragmas, f"{name}-{n}", kept)) for n in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.put(kept)


def test_nothing_committed_is_lost_while_connections_open_and_close(tmp_path: Path):
    pragmas = settings.DATABASES["default"]["OPTIONS"]["init_command"]
    path = str(tmp_path / "kept.sqlite3")
    first = opened(path, pragmas)
    first.execute("CREATE TABLE kept (key TEXT PRIMARY KEY, body TEXT)")
    first.close()

    context = get_context("spawn")
    answers = context.Queue()
    workers = [context.Process(target=work, args=(path, pragmas, str(n), answers)) for n in range(PROCESSES)]
    for worker in workers:
        worker.start()
    kept = {key for _ in workers for key in answers.get(timeout=SECONDS + 60)}
    for worker in workers:
        worker.join()

    last = opened(path, pragmas)
    assert kept <= {key for (key,) in last.execute("SELECT key FROM kept")}
    assert last.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    last.close()

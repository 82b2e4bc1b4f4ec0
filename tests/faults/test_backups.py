"""Backups made while people log, restored into empty places: all that was called saved before is there."""

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Self
from urllib.parse import urlencode

import pytest
from django.db import connection

from tests.builders.gpx import gpx_file
from tests.config.asking import OURS, ROOT, ask
from tests.faults.database import Database, own_database
from tests.faults.people import PASSWORD, PEOPLE, SETS, Person, Saved, signed_up
from tests.faults.server import serving

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="Only Linux tells which processes are the workers"
)


@dataclass(frozen=True)
class Instance:
    """One with a folder and a database of its own."""

    data_dir: Path
    database: Database

    @property
    def environment(self) -> dict[str, str]:
        return {"DATA_DIR": str(self.data_dir), "DATABASE_URL": self.database.url}

    def manage(self, *command: str) -> subprocess.CompletedProcess[str]:
        clean = {name: value for name, value in os.environ.items() if name not in OURS}
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            env={**clean, **self.environment},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )

    def managed(self, *command: str) -> str:
        done = self.manage(*command)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


class Evening:
    """People who log one session after another, until it is over."""

    def __init__(self, people: list[Person]) -> None:
        self.saved: list[Saved] = []
        self._people, self._is_over = people, Event()

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(len(self._people))
        self._all = [self._pool.submit(self._log, person) for person in self._people]
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._pool.shutdown()
        for done in self._all:
            done.result()

    def _log(self, person: Person) -> None:
        while not self._is_over.is_set():
            self.saved.append(person.save(note=f"Session {len(person.waits_s)}"))

    def wait_for(self, saves: int) -> set[Saved]:
        """Return what is saved, once it is so many."""
        while len(self.saved) < saves:
            assert not any(done.done() for done in self._all), [done.exception() for done in self._all]
            time.sleep(0.01)
        return set(self.saved)


@pytest.mark.parametrize(
    ("people", "saves", "backups"),
    [(2, 5, 1), pytest.param(PEOPLE, 300, 5, marks=pytest.mark.slow)],
    ids=["short", "full"],
)
def test_what_was_saved_before_a_backup_began_is_in_it(people, saves, backups, tmp_path, show):
    gpx = tmp_path / "morning.gpx"
    gpx.write_bytes(gpx_file(started_at=datetime.now(UTC) - timedelta(days=1)))
    with own_database(folder(tmp_path / "source")) as database:
        source = Instance(tmp_path / "source", database)
        with serving(source.data_dir, DATABASE_URL=database.url, REGISTRATION="open") as server:
            everybody = signed_up(server.port, count=people)
            source.managed("import_files", "--athlete", "runner-0", str(gpx))
            made = backed_up_under_load(source, everybody, saves, backups)
            refused = source.manage("restore", "--force", str(made[0][0]))
        assert (refused.returncode, "Footfall runs on" in refused.stderr) == (1, True)

    for number, (archive, before) in enumerate(made):
        with own_database(folder(tmp_path / f"restored-{number}")) as database:
            restored = Instance(tmp_path / f"restored-{number}", database)
            told = restored.managed("restore", str(archive))
            assert "all as the backup names them" in told
            kept, sets = database.sessions(), database.sets()
            assert before - set(kept) == set(), "lost"
            assert len(kept) == len(set(kept)), "double"
            assert {row: places for row, places in sets.items() if places != SETS} == {}, (
                "not all of their sets"
            )
            assert sets.keys() == {session.row for session in kept}
            assert database.complaints() == []
            works(restored, gpx.read_bytes())
    waits = sorted(wait for person in everybody for wait in person.waits_s)
    show(
        f"Backups under load, {connection.vendor}: {backups} while {people} people saved {len(waits)} "
        f"sessions, of which {[len(before) for _, before in made]} before each: 0 lost. A save took "
        f"{waits[len(waits) // 2]:.2f} s, 99 of 100 under {waits[int(len(waits) * 0.99)]:.2f} s."
    )


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def backed_up_under_load(
    source: Instance, people: list[Person], saves: int, backups: int
) -> list[tuple[Path, set[Saved]]]:
    """Each archive, with what the server had called saved before it was begun: so many more each time."""
    made = []
    with Evening(people) as evening:
        for number in range(1, backups + 1):
            before = evening.wait_for(number * saves)
            archive = source.data_dir.parent / f"{number}.tar.gz"
            source.managed("backup", "--to", str(archive))
            assert len(evening.saved) > len(before), "Nobody logged meanwhile, so that nothing was proved."
            made.append((archive, before))
    return made


def works(instance: Instance, original: bytes) -> None:
    """Sign in with the password of then, and see what was logged."""
    name = {"login": "runner-0", "password": PASSWORD}
    pages = ["/", "/history/", "/runs/", "/runs/1/", "/runs/1/file/"]
    signed_in, *answers = ask(
        instance.data_dir,
        {"DATABASE_URL": instance.database.url},
        {"method": "POST", "path": "/accounts/login/", "host": "localhost", "data": urlencode(name)},
        *({"method": "GET", "path": page, "host": "localhost"} for page in pages),
    )
    assert (signed_in["status"], signed_in["headers"]["Location"]) == (302, "/"), signed_in["body"]
    assert [answer["status"] for answer in answers] == [200] * len(pages), json.dumps(answers)
    today, history, runs, run, file = (answer["body"] for answer in answers)
    assert "5.00 km" in run and "5.0" in runs and "Ten-minute" in today + history
    assert file.encode() == original

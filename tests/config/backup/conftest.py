"""An instance in a folder of its own, on the database of the tests, with real commits."""

import gc
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.db import connections

from config.backup.making import Made, make_backup
from config.backup.restoring import Restored, restore
from logbook.models import ImportedFile
from tests.factories import NOW, make_athlete, make_run, make_session
from workouts.models import Athlete


@dataclass(frozen=True)
class Instance:
    """Where it keeps its data."""

    data_dir: Path
    files: Path

    def lives(self, name: str) -> ImportedFile:
        """Somebody signs up, runs, uploads a file and does a circuit."""
        athlete = make_athlete(name)
        make_session(athlete, run=make_run(athlete))
        return self.uploads(athlete, name=f"{name}.gpx", content=name.encode() * 1000)

    def uploads(self, athlete: Athlete, *, name: str, content: bytes) -> ImportedFile:
        file = ImportedFile(
            athlete=athlete, name=name, format="gpx", sha256=uuid4().hex * 2, size_bytes=len(content)
        )
        file.received_at = NOW
        file.stored.save(name, ContentFile(content))
        return file

    def backed_up(self, name: str = "kept.tar.gz", *, minutes: int = 0) -> Made:
        return make_backup(to=self.data_dir / "backups" / name, now=NOW + timedelta(minutes=minutes))

    def restored(self, made: Made, *, force: bool = True) -> Restored:
        return restore(archive=made.path, force=force, now=NOW)

    @property
    def people(self) -> set[str]:
        return set(Athlete.objects.values_list("username", flat=True))

    @property
    def uploaded(self) -> dict[str, bytes]:
        """What its folder of uploaded files holds, by name."""
        found = (path for path in self.files.rglob("*") if path.is_file())
        return {path.relative_to(self.files).as_posix(): path.read_bytes() for path in found}


def close_what_others_left_open() -> None:
    """Let go of connections that threads of other tests never closed: a restore wants the file alone."""
    connections.close_all()
    for each in gc.get_objects():
        if type(each) is sqlite3.Connection:  # a lazy object would answer isinstance by waking up
            each.close()


@pytest.fixture
def instance(settings, tmp_path, transactional_db) -> Instance:
    close_what_others_left_open()
    settings.DATA_DIR = tmp_path / "data"
    settings.MEDIA_ROOT = settings.DATA_DIR / "files"
    settings.DATA_DIR.mkdir()
    (settings.DATA_DIR / "secret-key").write_text(settings.SECRET_KEY)
    yield Instance(settings.DATA_DIR, settings.MEDIA_ROOT)
    connections.close_all()


@pytest.fixture
def told(capsys) -> Callable[[], str]:
    return lambda: capsys.readouterr().out

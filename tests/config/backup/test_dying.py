"""Whoever is killed while a backup is restored has the old instance or the new, and can restore again."""

from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from django.db import connection, connections

from config.backup import postgres, sqlite
from config.backup.making import Made
from config.backup.manifest import MANIFEST, Manifest, read_manifest
from config.backup.refusal import Refused
from logbook.models import ImportedFile
from tests.config.backup.archives import contents
from tests.config.backup.dying import ACTS, RENAMES, died_before
from workouts.models import Athlete


def manifest_of(made: Made) -> Manifest:
    return read_manifest(contents(made.path)[MANIFEST])


def holds(made: Made) -> bool:
    """Whether the database is, row by row, the one of that backup, and in order."""
    connections.close_all()
    with suppress(Refused):
        if connection.vendor == "sqlite":
            sqlite.check(Path(connection.settings_dict["NAME"]), tables=manifest_of(made).tables)
        else:
            postgres.check(tables=manifest_of(made).tables)
        return True
    return False


def lost_files(instance) -> set[str]:
    """Uploaded files that a row names and the disk does not have."""
    return set(ImportedFile.objects.values_list("stored", flat=True)) - set(instance.uploaded)


@pytest.fixture
def old_and_new(instance) -> tuple[Made, Made]:
    """Ana is in the backup that is restored, Ben lives here."""
    instance.lives("ana")
    new = instance.backed_up("new")
    Athlete.objects.all().delete()
    instance.lives("ben")
    old = instance.backed_up("old")
    instance.restored(old)
    return old, new


@pytest.mark.parametrize("acts", [RENAMES, pytest.param(ACTS, marks=pytest.mark.slow)], ids=["short", "full"])
def test_whatever_it_was_doing_the_old_instance_or_the_new_is_there(acts, instance, old_and_new, show):
    old, new = old_and_new
    ends, key = [], (instance.data_dir / "secret-key").read_text()
    for nth in count(1):
        act = died_before(nth, lambda: instance.restored(new), acts=acts)
        was_old, is_new = holds(old), holds(new)
        assert was_old != is_new, f"Neither the old nor the new, before its act {nth}, {act}"
        assert lost_files(instance) == set()
        assert (instance.data_dir / "secret-key").read_text() == key
        ends.append("new" if is_new else "old")
        instance.restored(old)
        if act is None:
            break
    show(
        f"Killed while restoring, {connection.vendor}: at {len(ends) - 1} places, "
        f"{ends.count('old')} of which left the old instance and the others the new."
    )
    assert ends == sorted(ends, reverse=True), "Once the new one was there, it stayed."
    assert {"old", "new"} == set(ends)
    left = {path.name for path in instance.data_dir.iterdir()}
    assert left <= {"backups", "files", "secret-key"}

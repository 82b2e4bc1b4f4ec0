"""Before a start changes the database it backs it up, and changes nothing where that fails."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from config.in_use import hold
from tests.migrating import migrate
from workouts.models import Athlete

*_, BEFORE, LAST = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "logbook")


@pytest.fixture
def older(instance, settings):
    """An instance that an older version left, with Ana in it."""
    settings.STATIC_ROOT = instance.data_dir / "static"
    instance.lives("ana")
    migrate(BEFORE)
    yield instance
    migrate()


def is_migrated() -> bool:
    return ("logbook", LAST) in MigrationRecorder(connection).applied_migrations()


def backups(instance) -> list[str]:
    folder = instance.data_dir / "backups"
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def test_a_start_that_migrates_makes_a_backup_that_can_be_restored(older, told):
    call_command("prepare")
    assert is_migrated()
    (name,) = backups(older)
    assert name.endswith("-before-migration.tar.gz")
    path = older.data_dir / "backups" / name
    assert f"Before that, it was backed up: {path}" in told()

    Athlete.objects.all().delete()
    call_command("restore", str(path))
    assert (older.people, is_migrated()) == ({"ana"}, True)

    call_command("prepare")
    assert backups(older) == [name], "Nothing was to be migrated"


def test_where_nobody_has_an_account_there_is_nothing_to_back_up(older):
    migrate()
    Athlete.objects.all().delete()
    migrate(BEFORE)
    call_command("prepare")
    assert (is_migrated(), backups(older)) == (True, [])


def test_where_the_backup_fails_nothing_is_migrated_and_it_says_how_to_go_on(older, settings):
    (older.data_dir / "backups").write_text("a file where the folder should be")
    with pytest.raises(CommandError, match=r"Nothing was changed.*start with BACKUP_BEFORE_MIGRATION=False"):
        call_command("prepare")
    assert not is_migrated()

    settings.BACKUP_BEFORE_MIGRATION = False
    call_command("prepare")
    assert is_migrated()


def test_a_start_waits_for_whoever_restores_a_backup(older):
    with hold(older.data_dir, alone=True), pytest.raises(CommandError, match="is just being restored"):
        call_command("prepare")
    assert not is_migrated()

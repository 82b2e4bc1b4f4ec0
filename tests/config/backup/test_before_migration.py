"""Before a start changes the database it backs it up, and changes nothing where that fails."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from config.backup import places
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
    migrate()  # what deletes knows every table of today
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


@pytest.fixture
def breaking(monkeypatch):
    """A migration that fails whenever it is tried."""

    def breaks(*_: object, **__: object) -> None:
        raise DatabaseError("no room for another column")

    with monkeypatch.context() as patch:
        patch.setattr("django.db.migrations.executor.MigrationExecutor.apply_migration", breaks)
        yield patch


def test_starts_that_fail_again_and_again_keep_the_backup_from_before_the_first(older, breaking):
    folder = older.data_dir / "backups"
    folder.mkdir()
    for day in range(places.KEPT):
        (folder / f"footfall-2020010{day}-080000-{places.MIGRATION}.tar.gz").touch()
    before = set(backups(older))
    for _ in range(3):
        with pytest.raises(DatabaseError):
            call_command("prepare")
    (made,) = set(backups(older)) - before
    assert before < set(backups(older)), "Nothing is forgotten before the migration is through"

    breaking.undo()
    call_command("prepare")
    assert is_migrated()
    assert made in backups(older) and len(backups(older)) == places.KEPT
    migrate(BEFORE)
    call_command("prepare")
    assert len(set(backups(older)) - before) == 2, "The next migration gets its own"


def test_where_the_backup_of_a_failed_start_is_gone_another_is_made(older, breaking):
    for _ in range(2):
        with pytest.raises(DatabaseError):
            call_command("prepare")
        (name,) = backups(older)
        (older.data_dir / "backups" / name).unlink()


def test_after_a_restore_the_next_start_makes_its_own_backup(older, breaking):
    with pytest.raises(DatabaseError):
        call_command("prepare")
    (first,) = backups(older)
    breaking.undo()
    call_command("restore", str(older.data_dir / "backups" / first), force=True)
    migrate(BEFORE)
    call_command("prepare")
    assert len([name for name in backups(older) if places.MIGRATION in name]) == 2


def test_a_start_changes_no_database_under_a_version_that_runs(older):
    with hold(older.data_dir), pytest.raises(CommandError, match=r"running with an older version.*stop it"):
        call_command("prepare")
    assert (is_migrated(), backups(older)) == (False, [])
    call_command("prepare")
    assert is_migrated()


def test_where_nothing_is_to_be_migrated_a_start_stands_beside_one_that_runs(older):
    migrate()
    with hold(older.data_dir):
        call_command("prepare")

"""Restoring brings back what was backed up, asks before it replaces anything, and keeps what it replaces."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from config.backup import state
from config.backup.making import Made
from config.backup.manifest import MANIFEST, Table, read_manifest
from config.backup.refusal import Refused
from config.in_use import hold
from logbook.models import Session
from tests.config.backup.archives import contents, odd_archive
from tests.factories import PASSWORD
from tests.migrating import migrate
from workouts.models import Athlete, Exercise

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="It is about SQLite's own files")


@pytest.fixture
def anas(instance) -> Made:
    """A backup of what Ana did; Ben lives there now, and Ana never did."""
    file = instance.lives("ana")
    made = instance.backed_up()
    file.stored.delete(save=False)
    Athlete.objects.all().delete()
    instance.lives("ben")
    return made


def altered(made: Made, **changes) -> Made:
    """The same with another manifest."""
    *held, (_, text) = contents(made.path).items()
    told = replace(read_manifest(text), **changes)
    path = odd_archive(made.path.with_name("altered"), *held, (MANIFEST, told.as_json()))
    return replace(made, path=path)


def test_what_was_backed_up_is_there_again_and_nothing_else(instance, anas, settings):
    (instance.data_dir / "secret-key").write_text("another")
    done = instance.restored(anas)

    assert instance.people == {"ana"}
    ana = Athlete.objects.get()
    assert ana.check_password(PASSWORD)
    assert (ana.runs.count(), ana.sessions.get().sets.count()) == (1, 12)
    assert instance.uploaded == {ana.imported_files.get().stored.name: b"ana" * 1000}
    assert (instance.data_dir / "secret-key").read_text() == settings.SECRET_KEY
    assert (done.manifest.rows, len(done.manifest.uploads), done.removed) == (anas.rows, 1, 1)
    # What comes next gets a row of its own.
    instance.lives("cleo")
    assert Exercise.objects.count() == 135


def test_data_that_is_here_is_not_replaced_unasked(instance, anas):
    before = instance.uploaded
    with pytest.raises(Refused, match="With FORCE=1 a backup of it is made first"):
        instance.restored(anas, force=False)
    assert (instance.people, instance.uploaded) == ({"ben"}, before)


def test_what_is_replaced_is_backed_up_first(instance, anas):
    done = instance.restored(anas)
    assert done.aside.path.name == "footfall-20260729-080000-before-restore.tar.gz"
    instance.restored(done.aside)
    assert instance.people == {"ben"}
    assert list(instance.uploaded.values()) == [b"ben" * 1000]


def test_where_nobody_has_an_account_nothing_is_asked(instance, anas):
    Athlete.objects.all().delete()
    done = instance.restored(anas, force=False)
    assert (done.aside, instance.people) == (None, {"ana"})
    # Ben's file lies there still: no backup has it, so it is left.
    assert (done.removed, done.strangers) == (0, 1)
    assert sorted(instance.uploaded.values()) == [b"ana" * 1000, b"ben" * 1000]


def test_a_backup_of_later_code_is_refused(instance, anas):
    newer = altered(anas, migrations=("logbook.0999_what_comes_later",))
    with pytest.raises(Refused, match=r"does not know the migration logbook\.0999_what_comes_later"):
        instance.restored(newer)
    assert instance.people == {"ben"}


def test_a_backup_of_the_other_database_is_refused(instance, anas):
    *held, (_, text) = contents(anas.path).items()
    other, name = (
        ("postgresql", "database.sql") if connection.vendor == "sqlite" else ("sqlite", "database.sqlite3")
    )
    told = read_manifest(text)
    entries = {name: told.entries[held[0][0]], **dict(list(told.entries.items())[1:])}
    members = [(name, held[0][1]), *held[1:]]
    told = replace(told, engine=other, entries=entries)
    path = odd_archive(anas.path.with_name("other"), *members, (MANIFEST, told.as_json()))
    with pytest.raises(Refused, match=f"keeps its data in {connection.display_name}"):
        instance.restored(replace(anas, path=path))
    assert instance.people == {"ben"}


def test_rows_that_the_manifest_does_not_name_are_refused_and_nothing_is_changed(instance, anas):
    tables = read_manifest(contents(anas.path)[MANIFEST]).tables
    before = instance.uploaded
    wrong = altered(anas, tables={**tables, "workouts_athlete": Table(1, tables["django_migrations"].digest)})
    with pytest.raises(Refused, match="hold the rows that the"):
        instance.restored(wrong)
    assert (instance.people, instance.uploaded) == ({"ben"}, before)


def test_the_tables_of_another_program_are_left_alone(instance, anas):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET app = 'blog' WHERE app = 'workouts'")
    try:
        with pytest.raises(Refused, match="tables that are not Footfall's"):
            instance.restored(anas)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE django_migrations SET app = 'workouts' WHERE app = 'blog'")


@pytest.fixture
def make_table():
    """Makes tables beside those of the instance, and takes them away at the end."""
    made = []

    def make(name: str) -> None:
        made.append(name)
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE {name} (title text)")

    yield make
    with connection.cursor() as cursor:
        for name in made:
            cursor.execute(f"DROP TABLE IF EXISTS {name}")


@pytest.mark.skipif(connection.vendor == "sqlite", reason="A file of SQLite's is shared with nobody")
def test_a_table_of_another_program_beside_ours_is_not_dropped(instance, anas, make_table):
    make_table("blog_post")
    with pytest.raises(Refused, match="tables of another program, such as blog_post"):
        instance.restored(anas)
    assert instance.people == {"ben"}
    assert "blog_post" in connection.introspection.table_names()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's whole file is replaced")
def test_a_table_that_the_backup_names_or_a_later_version_made_is_replaced(instance, make_table):
    instance.lives("ana")
    make_table("notes")
    made = instance.backed_up()
    make_table("logbook_fromalaterversion")
    instance.restored(made)
    names = connection.introspection.table_names()
    assert ("notes" in names, "logbook_fromalaterversion" in names) == (True, False)


def test_every_table_there_is_counts_as_ours(instance):
    assert state.not_ours([*connection.introspection.table_names(), "blog_post"]) == ["blog_post"]


@pytest.fixture
def newest():
    """The last two migrations of the log; whatever happens, all are behind the database at the end."""
    *_, before, last = sorted(name for app, name in MigrationLoader(None).disk_migrations if app == "logbook")
    yield before, last
    migrate()


def test_an_older_backup_is_brought_to_the_present(instance, anas, told, newest):
    before, last = newest
    migrate(before)
    older = instance.backed_up("older")
    instance.restored(anas)

    call_command("restore", str(older.path), force=True)
    assert "It was of an older Footfall, and was brought to the present." in told()
    assert ("logbook", last) in MigrationRecorder(connection).applied_migrations()
    assert instance.people == {"ben"}


def test_the_command_says_what_it_did(instance, anas, told):
    call_command("restore", str(anas.path), force=True)
    aside, done, removed, start = told().splitlines()
    assert aside.startswith(f"What was here before is in {instance.data_dir}/backups/footfall-")
    assert done.startswith("Restored the backup of 2026-07-29 08:00 UTC: ")
    assert removed == "1 uploaded files of what was here before were removed."
    assert start == "Start Footfall again, with make run or docker compose up --detach."


def test_without_a_path_it_names_the_newest(instance, anas):
    with pytest.raises(CommandError, match=r"(?s)make restore FROM=path.*kept\.tar\.gz"):
        call_command("restore")


def test_nothing_is_restored_under_a_server_that_runs(instance, anas):
    with hold(instance.data_dir), pytest.raises(CommandError, match="Footfall runs on"):
        call_command("restore", str(anas.path), force=True)
    assert instance.people == {"ben"}


@on_sqlite
def test_nothing_is_restored_under_somebody_who_has_the_database_open(instance, anas, monkeypatch):
    monkeypatch.setattr("config.backup.sqlite.WAIT_S", 0.1)
    before = instance.uploaded
    other = sqlite3.connect(connection.settings_dict["NAME"])
    other.execute("SELECT count(*) FROM workouts_athlete").fetchone()
    try:
        with pytest.raises(Refused, match="is in use"):
            instance.restored(anas)
    finally:
        other.close()
    assert (instance.people, instance.uploaded) == ({"ben"}, before)


# Commits a note and dies, as a server that is killed: what it committed is in the log alone.
COMMIT_AND_DIE = """
import os, signal, sqlite3, sys
opened = sqlite3.connect(sys.argv[1], isolation_level=None)
opened.execute("UPDATE logbook_session SET note = 'In the log.'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@on_sqlite
def test_the_log_of_the_old_database_is_kept_and_never_meets_the_new_one(instance, anas):
    database = Path(connection.settings_dict["NAME"])
    connection.close()
    subprocess.run([sys.executable, "-c", COMMIT_AND_DIE, str(database)], check=False)
    log = Path(f"{database}-wal")
    assert log.stat().st_size

    done = instance.restored(anas)
    assert not log.exists()
    assert (instance.people, Session.objects.get().note) == ({"ana"}, "")
    instance.restored(done.aside)
    assert (instance.people, Session.objects.get().note) == ({"ben"}, "In the log.")


@on_sqlite
def test_a_log_without_its_database_is_not_taken_for_another_ones(instance, anas, tmp_path):
    whole = connection.settings_dict["NAME"]
    moved = tmp_path / "footfall.sqlite3"
    Path(f"{moved}-wal").write_bytes(b"rows of a database that was moved away alone")
    connection.close()
    connection.settings_dict["NAME"] = str(moved)
    try:
        with pytest.raises(Refused, match="belongs to a database that is not there"):
            instance.restored(anas)
    finally:
        connection.settings_dict["NAME"] = whole

"""Migrations of our own apps: named by hand, and able to go all the way back and forth."""

import re
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from tests.factories import NOW, make_athlete, make_run, make_session
from workouts.catalogue import files, loading
from workouts.models import Athlete, Exercise

OURS = ("workouts", "logbook")


def migrations() -> list[tuple[str, str]]:
    return sorted(key for key in MigrationLoader(None).disk_migrations if key[0] in OURS)


def tables() -> set[str]:
    labels = {app: apps.get_app_config(app).get_models() for app in OURS}
    ours = {model._meta.db_table for models in labels.values() for model in models}
    return ours & set(connection.introspection.table_names())


def test_every_app_of_ours_has_its_migrations():
    assert {app for app, _ in migrations()} == set(OURS)


@pytest.mark.parametrize(("app", "name"), migrations())
def test_a_migration_is_named_by_hand_for_what_it_does(app, name):
    assert re.fullmatch(r"\d{4}_[a-z]+(_[a-z]+)*", name)
    assert "auto" not in name.split("_")
    assert name.split("_")[1] not in ("initial", "alter", "remove", "rename")


@pytest.mark.parametrize("app", OURS)
def test_they_follow_one_another_in_a_line(app):
    numbers = [int(name[:4]) for of_app, name in migrations() if of_app == app]

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(MigrationLoader(None).graph.leaf_nodes(app)) == 1


def test_each_can_be_undone():
    disk = MigrationLoader(None).disk_migrations

    assert [
        f"{key}: {operation}"
        for key in migrations()
        for operation in disk[key].operations
        if not operation.reversible
    ] == []


@pytest.mark.django_db
def test_the_models_have_no_change_without_a_migration():
    call_command("makemigrations", *OURS, check=True, dry_run=True, stdout=StringIO())


@pytest.fixture
def restored():
    """Whatever happens, the next test finds a database with all tables and the catalogue."""
    yield
    call_command("migrate", verbosity=0, interactive=False)
    loading.load(files.read_files(), now=NOW)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("restored")
def test_all_the_way_back_and_forth_leaves_a_database_to_work_with():
    whole = tables()
    make_session(make_athlete("ana"))

    for app in reversed(OURS):
        call_command("migrate", app, "zero", verbosity=0, interactive=False)
    assert tables() == set()

    call_command("migrate", verbosity=0, interactive=False)
    assert tables() == whole
    assert MigrationExecutor(connection).migration_plan(MigrationLoader(connection).graph.leaf_nodes()) == []

    # Empty, but everything can be stored again.
    assert not Athlete.objects.exists()
    loading.load(files.read_files(), now=NOW)
    assert Exercise.objects.count() == 135
    athlete = make_athlete("ana")
    make_session(athlete, run=make_run(athlete))
    assert athlete.sessions.get().sets.count() == 12


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("restored")
def test_the_log_alone_can_go_back_without_harm_to_the_catalogue():
    make_session(make_athlete("ana"))
    call_command("migrate", "logbook", "zero", verbosity=0, interactive=False)

    assert Exercise.objects.count() == 135
    assert Athlete.objects.get().username == "ana"

"""The cast: Ana owns what a test looks at, Ben is a stranger, Sam runs the instance."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase

from tests.factories import NOW, make_athlete
from workouts.catalogue import files, loading
from workouts.models import Circuit, Exercise, Station

BLOCKER, CATALOGUE = pytest.StashKey(), pytest.StashKey()


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """The test database holds the catalogue from the start, as every instance does."""
    request.config.stash[BLOCKER] = django_db_blocker
    with django_db_blocker.unblock():
        loading.load(files.read_files(), now=NOW)
        models = (Exercise, Circuit, Station)
        request.config.stash[CATALOGUE] = [list(model.objects.all()) for model in models]
    if connection.vendor != "sqlite":
        yield
        return
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        kept = tmp_path_factory.mktemp("as-made") / "kept.sqlite3"
        connection.ensure_connection()
        with closing(sqlite3.connect(kept)) as copy:
            connection.connection.backup(copy)
        # Django would empty each table and ask all apps what belongs there, which takes 50 times as long.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: _put_back(kept))
        yield


def _put_back(kept: Path) -> None:
    """Let the test database be as it was before any test, whatever was committed."""
    connection.ensure_connection()
    with closing(sqlite3.connect(kept)) as copy:
        copy.backup(connection.connection)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """A test with real commits empties PostgreSQL's tables when it ends: the catalogue comes back then."""
    try:
        yield
    finally:
        _load_again(item, nextitem)


def _load_again(item, nextitem):
    marker = item.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction")
    commits = commits or {"transactional_db", "live_server"} & set(item.fixturenames)
    # Behind the last test the database itself is gone.
    if not commits or nextitem is None:
        return
    with item.config.stash[BLOCKER].unblock():
        if not Exercise.objects.exists():
            for rows in item.config.stash[CATALOGUE]:
                type(rows[0])._default_manager.bulk_create(rows)


@pytest.fixture
def ana(db):
    cache.clear()
    return make_athlete("ana", time_zone="Europe/Berlin")


@pytest.fixture
def ben(db):
    return make_athlete("ben", time_zone="America/New_York")


@pytest.fixture
def sam(db):
    return make_athlete("sam", is_staff=True, is_superuser=True)


def _client_of(athlete):
    client = Client()
    client.force_login(athlete)
    return client


@pytest.fixture
def ana_client(ana):
    return _client_of(ana)


@pytest.fixture
def ben_client(ben):
    return _client_of(ben)


@pytest.fixture
def sam_client(sam):
    return _client_of(sam)

"""The health check says whether the instance can do its work, to anybody, cheaply and in few words."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config import health
from config.reference import HEADER
from tests.config.asking import ask
from tests.faults.database import own_database
from tests.faults.server import serving

SECRETS = ("/", "footfall.sqlite3", "postgres", "Traceback")


def said(answer) -> list[str]:
    """The lines of an answer that gives nothing away."""
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies and "Vary" not in answer.headers and HEADER not in answer.headers
    text = answer.content.decode()
    assert not [secret for secret in SECRETS if secret in text], text
    return text.splitlines()


@pytest.mark.django_db
def test_all_is_well_and_the_second_look_costs_one_query():
    client = Client()
    with CaptureQueriesContext(connection) as first:
        answer = client.get("/health/")
    with CaptureQueriesContext(connection) as second:
        again = client.get("/health/")

    assert (answer.status_code, said(answer)) == (200, ["ok"])
    assert (again.status_code, said(again)) == (200, ["ok"])
    assert len(first) <= 2 and len(second) == 1


@pytest.mark.django_db
def test_only_the_head_is_sent_where_only_that_is_asked_for():
    answer = Client().head("/health/")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
def test_it_is_only_read(method):
    answer = getattr(Client(), method)("/health/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


@pytest.mark.django_db
def test_who_is_signed_in_makes_no_difference(ana_client):
    with CaptureQueriesContext(connection) as queries:
        answer = ana_client.get("/health/", headers={"host": "elsewhere.example"})
    assert (answer.status_code, said(answer)) == (200, ["ok"])
    assert not [query for query in queries if "session" in query["sql"]]


@pytest.mark.parametrize("environment", [{}, {"PUBLIC_URL": "https://footfall.example"}])
def test_it_comes_by_plain_http_and_any_host_whatever_the_public_address(tmp_path, environment):
    asked = [
        {"method": "GET", "path": "/health/", "host": host}
        for host in ("127.0.0.1:8000", "10.0.0.7", "any.example")
    ]
    answers = ask(tmp_path, environment, *asked)
    assert [(a["status"], a["body"], a["cookies"]) for a in answers] == [(200, "ok\n", {})] * 3


@pytest.mark.django_db
def test_a_migration_that_is_not_applied_is_told_until_it_is():
    latest = MigrationRecorder.Migration.objects.filter(app="logbook").latest("pk")
    latest.delete()
    client = Client()
    answer = client.get("/health/")
    assert (answer.status_code, said(answer)) == (503, [health.NOT_MIGRATED])

    MigrationRecorder(connection).record_applied("logbook", latest.name)
    assert client.get("/health/").status_code == 200


@pytest.mark.django_db
def test_a_data_folder_that_cannot_be_written_is_told(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "gone"
    answer = Client().get("/health/")
    assert (answer.status_code, said(answer)) == (503, [health.NOT_WRITABLE])


@pytest.mark.django_db
def test_a_data_folder_without_room_is_told(monkeypatch):
    monkeypatch.setattr(health, "LEAST_FREE_BYTES", 2**62)
    answer = Client().get("/health/")
    assert (answer.status_code, said(answer)) == (503, [health.NO_ROOM])


def test_only_what_changes_is_told_in_the_log(db, settings, tmp_path, log):
    client, data_dir = Client(), settings.DATA_DIR
    for folder in (data_dir, tmp_path / "gone", tmp_path / "gone", data_dir, data_dir):
        settings.DATA_DIR = folder
        client.get("/health/")
    lines = [line.partition("footfall.health: ")[2] for line in log.getvalue().splitlines()]
    assert lines == [f"Not well. {health.NOT_WRITABLE}", "Well again."]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="It is SQLite's own file that is broken")
def test_a_database_file_that_broke_under_a_running_server_is_told(tmp_path):
    with own_database(tmp_path) as database, serving(tmp_path, DATABASE_URL=database.url) as server:
        file = tmp_path / database.url.rpartition("/")[2]
        whole = file.read_bytes()
        assert server.ask("/health/") == (200, "ok\n")
        with file.open("r+b") as broken:
            broken.write(b"\0" * 100)
        assert server.ask("/health/") == (503, f"{health.NO_ANSWER}\n")
        file.write_bytes(whole)
        assert server.ask("/health/") == (200, "ok\n")
        assert "/health/" not in server.log.read_text()

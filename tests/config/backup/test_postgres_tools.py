"""PostgreSQL's programs: those of the server's version or later, or a sentence; no password is shown."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from config.backup import postgres
from config.backup.postgres_tools import program, running
from config.backup.refusal import Refused


def stand_in(folder: Path, version: str) -> None:
    path = folder / "pg_dump"
    path.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
    path.chmod(0o700)


def test_where_there_is_none_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        Refused, match=r"pg_dump was not found\. Install .* version 99 or later .*postgresql-client-99"
    ):
        program("pg_dump", server=99)


def test_one_older_than_the_server_is_not_taken(tmp_path, monkeypatch):
    stand_in(tmp_path, "98.4")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(
        Refused, match=r"is pg_dump \(PostgreSQL\) 98\.4, and the server is PostgreSQL 99\. Install"
    ):
        program("pg_dump", server=99)


@pytest.mark.parametrize("version", ["99.0", "100beta1"])
def test_one_of_the_servers_version_or_later_is_taken(version, tmp_path, monkeypatch):
    stand_in(tmp_path, version)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program("pg_dump", server=99) == str(tmp_path / "pg_dump")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="It asks a PostgreSQL server")
def test_the_password_is_on_no_command_line_and_in_no_complaint(db, tmp_path, monkeypatch):
    password = connection.settings_dict["PASSWORD"]
    report = tmp_path / "report"
    spy = tmp_path / "spy"
    spy.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(report)!r}, 'w').write(repr(sys.argv))\nsys.exit(3)\n"
    )
    spy.chmod(0o700)
    monkeypatch.setattr("config.backup.postgres_tools.program", lambda name, server: str(spy))
    with pytest.raises(Refused) as refused, running("pg_dump", server=15) as printed:
        printed.read()
    assert password not in report.read_text() + str(refused.value)
    assert connection.settings_dict["NAME"] in report.read_text()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="It asks a PostgreSQL server")
def test_what_the_program_complains_of_is_told(db):
    nothing = running("pg_dump", "--table=nothing_of_that_name", server=postgres.server())
    with pytest.raises(Refused, match=r"pg_dump says: .*no matching tables"), nothing as printed:
        printed.read()


def test_a_setting_that_older_servers_do_not_know_is_left_out(tmp_path):
    dumped = b"SET lock_timeout = 0;\nSET transaction_timeout = 0;\nSET row_security = off;\n" + b"x" * 9000
    for version, kept in ((16, dumped.replace(b"SET transaction_timeout = 0;\n", b"")), (17, dumped)):
        into = tmp_path / str(version)
        with (
            subprocess.Popen(["printf", "%s", dumped.decode()], stdout=subprocess.PIPE) as process,
            into.open("wb") as out,
        ):
            postgres.keep(process.stdout, out, version)
        assert into.read_bytes() == kept

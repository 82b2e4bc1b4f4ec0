"""Make passes on what is typed, and nothing that a shell happens to have under the same name."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHELL_HAS = dict.fromkeys(("NAME", "EMAIL", "PASSWORD", "REMOVE", "TO", "FROM", "FORCE"), "1")


@pytest.mark.parametrize(
    ("typed", "asks"),
    [
        (["user", "NAME=ana", "EMAIL=a@example.org"], 'manage.py make_account "$NAME" --email="$EMAIL"'),
        (["user"], "manage.py make_account"),
        (["demo"], "DEMO_PASSWORD= .venv/bin/python manage.py demo"),
        (["demo", "PASSWORD=abc"], 'DEMO_PASSWORD="$PASSWORD" .venv/bin/python manage.py demo'),
        (["demo", "REMOVE=1"], "manage.py demo --remove"),
        (["demo", "REMOVE=0"], "manage.py demo"),
        (["backup"], "manage.py backup"),
        (["backup", "TO=/media/my disk"], 'manage.py backup --to="$TO"'),
        (["restore"], "manage.py restore"),
        (["restore", "FROM=a"], 'manage.py restore "$FROM"'),
        (["restore", "FROM=a", "FORCE=1"], 'manage.py restore "$FROM" --force'),
        (["restore", "FROM=a", "FORCE=0"], 'manage.py restore "$FROM"'),
    ],
)
def test_what_is_typed_counts_and_nothing_the_shell_has(typed, asks):
    ran = subprocess.run(
        ["make", "--dry-run", "--old-file=.venv/.installed-run", *typed],
        cwd=ROOT, env={"PATH": "/usr/bin:/bin", **SHELL_HAS}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    *_, line = ran.stdout.replace("\\\n", " ").splitlines()
    assert " ".join(line.split()).endswith(asks)

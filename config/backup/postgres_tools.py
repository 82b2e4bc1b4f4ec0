"""PostgreSQL's own programs: which to take for a server, and running one without showing a password."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from django.db import connection

from config.backup.refusal import Refused


def program(name: str, *, server: int) -> str:
    """
    The path of one that is of the server's main version, or of a later one.

    :raises Refused: if there is none
    """
    # Debian keeps the programs of each version apart, and any on the path may be of another.
    own = Path(f"/usr/lib/postgresql/{server}/bin/{name}")
    found = str(own) if own.exists() else shutil.which(name)
    remedy = (
        f"Install PostgreSQL's client programs of version {server} or later (on Debian and Ubuntu "
        f"postgresql-client-{server}, with Homebrew libpq) where make runs, then try again."
    )
    if found is None:
        raise Refused(f"The program {name} was not found. {remedy}")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"\) (\d+)", told)
    if version is None or int(version[1]) < server:
        raise Refused(
            f"{found} is {told.strip() or 'broken'}, and the server is PostgreSQL {server}. {remedy}"
        )
    return found


@contextmanager
def running(name: str, *options: str, server: int) -> Iterator[IO[bytes]]:
    """
    Run it on this instance's database; what it prints is yielded while it does.

    :raises Refused: with what it complained of, once it ended
    """
    # The way Django itself hands over the connection: the password goes by the environment alone.
    (_, *arguments), secrets = connection.client.settings_to_cmd_args_env(connection.settings_dict, [])
    command: Sequence[str] = [program(name, server=server), "--no-password", *options, *arguments]
    environment = {**os.environ, **(secrets or {}), "LC_ALL": "C"}
    # What it complains of is short, and never fills the pipe while the other one is read.
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        yield process.stdout
        complaint = process.stderr.read().decode(errors="replace").strip()
    if process.returncode:
        raise Refused(f"{name} says: {complaint}.")

"""Who uses the data of this instance: many at once while it is served, or one alone while it is restored."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

LOCK = "in-use.lock"


class InUse(Exception):
    """Somebody uses the data in a way that this one cannot stand beside."""


def hold(data_dir: Path, *, alone: bool = False) -> IO[bytes]:
    """
    Return what keeps others off until it is closed, at the latest when this process ends, however it ends.

    :raises InUse: if `alone` and there is anybody, or if there is somebody alone
    """
    opened = (data_dir / LOCK).open("ab")
    because = (
        f"Footfall runs on {data_dir}, or a command is at work there. Stop it (make run ends with Ctrl-C, a "
        "container with docker compose stop footfall), then try again."
        if alone
        else f"A backup is just being restored into {data_dir}, or a new version changes its database. "
        "Wait until that is done, and try again."
    )
    try:
        _lock(opened, alone=alone, because=because)
    except InUse:
        opened.close()
        raise
    return opened


def hold_alone(held: IO[bytes], *, because: str) -> None:
    """
    Go on alone with what `hold` returned.  Nobody could end anything in between, so what was read stays true.

    :raises InUse: with that reason, if there is anybody else; then it is not held any more
    """
    _lock(held, alone=True, because=because)


def _lock(opened: IO[bytes], *, alone: bool, because: str) -> None:
    try:
        fcntl.flock(opened, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise InUse(because) from error
    except OSError:
        pass  # a file system without locks: nobody can be told apart there


@contextmanager
def holding(data_dir: Path, *, alone: bool = False) -> Iterator[None]:
    """The same for as long as it takes."""
    with hold(data_dir, alone=alone):
        yield

"""Does something in a process that dies, as by SIGKILL, before its nth act on the disk."""

import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Set
from itertools import count

from django.db import connections

# What Python itself announces before it does it.
RENAMES = frozenset({"os.rename"})
ACTS = RENAMES | {"os.remove", "os.link", "os.rmdir", "shutil.rmtree", "sqlite3.connect", "subprocess.Popen"}


def died_before(nth: int, do: Callable[[], object], *, acts: Set[str] = ACTS) -> str | None:
    """Return which of these acts it did not live to do, or None if it came to its end."""
    connections.close_all()
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        # The child touches no thread's locks: it does its one thing and is gone.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if not pid:
        _do_and_die(nth, do, acts, writer)
    os.close(writer)
    with os.fdopen(reader) as told:
        act = told.read()
    _, status = os.waitpid(pid, 0)
    assert act or os.waitstatus_to_exitcode(status) == 0, "It failed by itself."
    return act or None


def _do_and_die(nth: int, do: Callable[[], object], acts: Set[str], writer: int) -> None:
    os.setsid()  # so that what it started dies with it
    # A browser's event loop does not reach into the child, where the connections from before it come back.
    connections.close_all()
    numbers = count(1)

    def perhaps_die(event: str, _args: object) -> None:
        if event in acts and next(numbers) == nth:
            os.write(writer, event.encode())
            os.killpg(0, signal.SIGKILL)

    sys.addaudithook(perhaps_die)
    try:
        do()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)

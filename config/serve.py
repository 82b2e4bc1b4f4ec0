"""Starts Footfall, by `make run` and in a container alike: may it listen, prepare the data, serve."""

import os
import signal
import sys
from types import FrameType

from django.core.management import execute_from_command_line
from django.db import connections

from config.gunicorn import PORT, refusal

SERVER = ["gunicorn", "--config", "python:config.gunicorn", "config.wsgi"]


def serve() -> None:
    """Become gunicorn, once the port is free and everything is prepared; else end with the reason."""
    # The first process of a container would not hear it otherwise, and be killed after ten seconds.
    signal.signal(signal.SIGTERM, _stop)
    if reason := refusal(port=PORT):
        sys.exit(reason)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(["manage.py", "prepare"])
    connections.close_all()
    sys.stdout.flush()
    # In the place of this process, so that the signals that stop it reach gunicorn itself.
    os.execv(sys.executable, [sys.executable, "-m", *SERVER])


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    try:
        serve()
    except KeyboardInterrupt:
        sys.exit(130)

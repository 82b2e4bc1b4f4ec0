"""Asks the instance that runs on this machine whether it is well: the health check of a container."""

import http.client
import sys

from config.gunicorn import PORT
from config.health import ADDRESS

PATIENCE_S = 5


def knock() -> str | None:
    """Return what is wrong, or None if all is well."""
    connection = http.client.HTTPConnection("127.0.0.1", int(PORT), timeout=PATIENCE_S)
    try:
        connection.request("GET", ADDRESS)
        answer = connection.getresponse()
        said = answer.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as failure:
        return f"It does not answer: {failure}"
    finally:
        connection.close()
    return None if answer.status == 200 else said


if __name__ == "__main__":
    sys.exit(knock())

"""Whether this instance can do its work, told at /health/ to whoever watches over it."""

import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

logger = logging.getLogger("footfall.health")

ADDRESS = "/health/"
# As much as SQLite's write-ahead log may take before it is folded in, and an upload of two large files.
LEAST_FREE_BYTES = 64 * 1024 * 1024
# Nothing of ours is needed to read a few words; a browser that opens them gets nothing else to run.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}

NO_ANSWER = "database: it does not answer"
NOT_MIGRATED = "migrations: not all are applied; a start applies them"
NOT_WRITABLE = "data folder: it cannot be written"
NO_ROOM = f"data folder: less than {LEAST_FREE_BYTES // 1024**2} MB are free"


class Health:
    """
    Answers the health check before anything else is asked of a request.

    It comes from the machine itself or from a load balancer: over plain HTTP, under any host name, with
    nobody signed in, every few seconds.  So it stands in front of the redirect to HTTPS, the look at the
    host name, the session and the log.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.is_migrated = False
        self.told: list[str] = []

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info != ADDRESS:
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"], headers=HEADERS)
        found = self.faults()
        self._tell(found)
        said = "".join(f"{line}\n" for line in found or ["ok"])
        return HttpResponse(
            said, status=503 if found else 200, content_type="text/plain; charset=utf-8", headers=HEADERS
        )

    def faults(self) -> list[str]:
        """Return what keeps this instance from its work, a line each.  One query, two at first."""
        found = (self._fault_of_database(), fault_of_folder(settings.DATA_DIR))
        return [fault for fault in found if fault]

    def _fault_of_database(self) -> str | None:
        try:
            if self.is_migrated:
                _read_a_row()
            else:
                # What once held is not asked again: only a new version brings migrations, by a start.
                self.is_migrated = _all_are_applied()
        except Error:
            return NO_ANSWER
        return None if self.is_migrated else NOT_MIGRATED

    def _tell(self, found: list[str]) -> None:
        """Put into the log what changed since the last check, and nothing while all stays as it was."""
        if found == self.told:
            return
        self.told = found
        if found:
            logger.error("Not well. %s", "; ".join(found))
        else:
            logger.info("Well again.")


def _read_a_row() -> None:
    # A query without a table would be answered by SQLite with its file broken.
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
        cursor.fetchone()


def _all_are_applied() -> bool:
    loader = MigrationLoader(connection)
    return loader.graph.nodes.keys() <= loader.applied_migrations.keys()


def fault_of_folder(data_dir: Path) -> str | None:
    """Return why nothing more can be kept in `data_dir`, or None if it can."""
    try:
        with tempfile.TemporaryFile(dir=data_dir) as probe:
            probe.write(b"ok")
        free = shutil.disk_usage(data_dir).free
    except OSError:
        return NOT_WRITABLE
    return NO_ROOM if free < LEAST_FREE_BYTES else None

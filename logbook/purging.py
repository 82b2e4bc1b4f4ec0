"""Removes for good what was deleted long ago, and files on disk that no run needs."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from logbook.models import ImportedFile, Run, Session

# A file is written before its row; one younger than this may still get it.
ORPHAN_AGE = timedelta(days=1)


@dataclass(frozen=True)
class Purged:
    """How many of each are gone."""

    sessions: int
    runs: int
    files: int


def purge(*, now: datetime) -> Purged:
    """Remove what was hidden more than 30 days before `now`.  A session outlives its run, unpaired."""
    sessions = _remove(Session.objects.expired(now=now))
    runs = _remove(Run.objects.expired(now=now))
    return Purged(sessions, runs, _sweep_files(now))


def _remove(expired) -> int:  # type: ignore[no-untyped-def]
    count = expired.count()
    expired.delete()
    return count


def _sweep_files(now: datetime) -> int:
    """Delete files without a row: their run was purged, or the process died between file and row."""
    root = Path(settings.MEDIA_ROOT)
    if not root.is_dir():
        return 0
    known = set(ImportedFile.objects.values_list("stored", flat=True))
    orphans = [
        path
        for path in root.glob("??/*")
        if str(path.relative_to(root)) not in known and path.stat().st_mtime < (now - ORPHAN_AGE).timestamp()
    ]
    for path in orphans:
        path.unlink()
    return len(orphans)

"""Removes for good what was deleted long ago, with the files it came from."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from logbook.models import ImportedFile, Run, Session


@dataclass(frozen=True)
class Purged:
    """How many of each are gone."""

    sessions: int
    runs: int
    files: int


def purge(*, now: datetime) -> Purged:
    """
    Remove what was hidden more than 30 days before `now`.  A session outlives its run, unpaired.

    Rows first, then their files: a process that dies in between leaves a file too many, never a run
    without its file.  No other file is touched, whatever database this is asked of.
    """
    with transaction.atomic():
        sessions = list(Session.objects.expired(now=now).select_for_update().values_list("pk", flat=True))
        runs = list(Run.objects.expired(now=now).select_for_update().values_list("pk", flat=True))
        files = [imported.stored for imported in ImportedFile.objects.filter(run__in=runs)]
        Session.objects.filter(pk__in=sessions).delete()
        Run.objects.filter(pk__in=runs).delete()
    for file in files:
        file.delete(save=False)
    return Purged(len(sessions), len(runs), len(files))

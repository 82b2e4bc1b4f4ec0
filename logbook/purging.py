"""Removes for good what was deleted long ago, with the files it came from."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from logbook.models import ImportBatch, ImportedFile, Run, Session
from logbook.models.dated import UNDO_DAYS

UNBEGUN_DAYS = 7


@dataclass(frozen=True)
class Purged:
    """How many of each are gone."""

    sessions: int
    runs: int
    files: int


def purge(*, now: datetime) -> Purged:
    """
    Remove what was hidden more than 30 days before `now`, and what is told of finished imports that old.
    A session that was opened in the player a week ago, and of which no set ever came, is hidden: those of
    a phone without a connection may still bring it back.

    A session outlives its run, unpaired; a file goes with the last run in it.  An import with a file that
    was not read yet, or with a question nobody answered, stays however old it is.

    Rows first, then their files: a process that dies in between leaves a file too many, never a run
    without its file.  No other file is touched, whatever database this is asked of.
    """
    with transaction.atomic():
        sessions = list(Session.objects.expired(now=now).select_for_update().values_list("pk", flat=True))
        runs = list(Run.objects.expired(now=now).select_for_update().values_list("pk", flat=True))
        _hide_unbegun(now)
        originals = list(ImportedFile.objects.filter(runs__in=runs).distinct())
        Session.objects.filter(pk__in=sessions).delete()
        Run.objects.filter(pk__in=runs).delete()
        orphans = [file for file in originals if not file.runs.exists()]
        ImportedFile.objects.filter(pk__in=[file.pk for file in orphans]).delete()
        old = ImportBatch.objects.filter(received_at__lt=now - timedelta(days=UNDO_DAYS))
        old.exclude(pk__in=ImportBatch.objects.unfinished()).delete()
    for file in orphans:
        file.stored.delete(save=False)
    return Purged(len(sessions), len(runs), len(orphans))


def _hide_unbegun(now: datetime) -> None:
    opened = Session.objects.never_begun(before=now - timedelta(days=UNBEGUN_DAYS))
    taken = list(opened.select_for_update().values_list("pk", flat=True))
    # Looked at once more: a set may have come while they were waited for.
    opened.filter(pk__in=taken).update(deleted_at=now)

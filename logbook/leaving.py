"""Ends an account: every row and every file that is an athlete's own, and the browsers signed in to it."""

from uuid import uuid4

from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as BrowserSession
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, OperationalError, connection, transaction

from logbook.models import ImportedFile, IncomingFile
from logbook.own_files import own_files
from workouts.models import Athlete

# Beside the files: lists of those that go once their rows are gone.  They hold random names and no more.
LISTS = "leaving"
MOST_TRIES = 3


class HeirNeeded(Exception):
    """The owner of an instance that others use too named nobody who could own it from now on."""


def leave(*, athlete: Athlete, heir_id: int | None = None) -> None:
    """
    Remove an account with all that is its own, whole or not at all; nobody else's rows are touched.

    What another tab writes at the same moment goes with it, or is refused by the database.  Files go once
    the rows are gone for good; where the server dies in between, `finish` makes up for it.

    heir_id: who owns the instance from now on, where its owner leaves and others stay.
    :raises HeirNeeded: if that is nobody, or somebody who cannot sign in
    :raises Athlete.DoesNotExist: if the account is gone already
    """
    listed = f"{LISTS}/{uuid4().hex}"
    for tries_left in reversed(range(MOST_TRIES)):
        try:
            with transaction.atomic():
                _remove_rows(athlete.pk, heir_id, listed)
            break
        except BaseException as error:
            default_storage.delete(listed)
            # A correction came in between: its rows are seen by the next try.
            if not (isinstance(error, IntegrityError | OperationalError) and tries_left):
                raise
    _remove_files(listed)
    _forget_pages()


def _remove_rows(athlete_id: int, heir_id: int | None, listed: str) -> None:
    # Taken first: a file just being read is waited for, and no row of this athlete's can be added after that.
    athlete = Athlete.objects.select_for_update().get(pk=athlete_id)
    heir = _heir(athlete, heir_id)
    files = own_files(athlete=athlete)
    if files:
        default_storage.save(listed, ContentFile("\n".join(file.stored for file in files).encode()))
    # What an owner changed in accounts is told by their names, and no foreign key leads to those.
    accounts = ContentType.objects.get_for_model(Athlete)
    LogEntry.objects.filter(content_type=accounts, object_id=str(athlete_id)).delete()
    _sign_out_everywhere(athlete_id)
    athlete.delete()
    if heir is not None:
        heir.become_owner()
        heir.save(update_fields=["is_owner", "is_staff", "is_superuser"])


def _heir(athlete: Athlete, heir_id: int | None) -> Athlete | None:
    others = Athlete.objects.people().exclude(pk=athlete.pk)
    if not athlete.is_owner or not others.exists():
        return None
    chosen = others.none() if heir_id is None else others.filter(pk=heir_id, is_active=True)
    heir = chosen.select_for_update().first()
    if heir is None:
        raise HeirNeeded
    return heir


def _sign_out_everywhere(athlete_id: int) -> None:
    """What a browser is signed in by says whose it is, but in a text that only reading it tells."""
    rows = BrowserSession.objects.iterator(chunk_size=500)
    theirs = [row.pk for row in rows if row.get_decoded().get(SESSION_KEY) == str(athlete_id)]
    BrowserSession.objects.filter(pk__in=theirs).delete()


def _remove_files(listed: str) -> int:
    """Remove the files of a list, then the list; how many there were."""
    try:
        with default_storage.open(listed) as opened:
            names = opened.read().decode().split()
    except FileNotFoundError:
        return 0
    for name in names:
        default_storage.delete(name)
    default_storage.delete(listed)
    return len(names)


def finish() -> int:
    """
    Remove the files of accounts that ended while the server died, and return how many.

    A list whose rows are still there is of an account that did not end after all.
    """
    removed = 0
    for name in default_storage.listdir(LISTS)[1] if default_storage.exists(LISTS) else ():
        listed = f"{LISTS}/{name}"
        with default_storage.open(listed) as opened:
            names = opened.read().decode().split()
        if any(model.objects.filter(stored__in=names[:1]).exists() for model in (ImportedFile, IncomingFile)):
            default_storage.delete(listed)
        else:
            removed += _remove_files(listed)
    return removed


def _forget_pages() -> None:
    """Let SQLite's journal, which holds pages as they were, be emptied into the database and cut off."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        try:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except OperationalError:
            # Somebody is reading just now.  The journal is written over from its start soon enough.
            return

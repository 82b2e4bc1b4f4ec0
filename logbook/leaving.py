"""Ends an account: every row and every file that is an athlete's own, and the browsers signed in to it."""

from django.contrib.admin.models import LogEntry
from django.contrib.auth import SESSION_KEY
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session as BrowserSession
from django.db import IntegrityError, OperationalError, connection, transaction

from logbook import clearing
from logbook.own_files import own_files
from workouts.models import Athlete

MOST_TRIES = 3


class HeirNeeded(Exception):
    """The owner of an instance that others use too named nobody who could own it from now on."""


def leave(*, athlete: Athlete, heir_id: int | None = None) -> int:
    """
    Remove an account with all that is its own, whole or not at all, and return how many files there were.

    Nobody else's rows are touched.  What another tab writes at the same moment goes with it, or is refused
    by the database.  Files go once the rows are gone for good; where the server dies in between,
    `clearing.finish` makes up for it.

    heir_id: who owns the instance from now on, where its owner leaves and others stay.
    :raises HeirNeeded: if that is nobody, or somebody who cannot sign in
    :raises Athlete.DoesNotExist: if the account is gone already
    """
    listed = clearing.new_list()
    files: tuple[str, ...] | None = None
    for tries_left in reversed(range(MOST_TRIES)):
        try:
            with transaction.atomic():
                files = remove_rows(athlete=athlete, heir_id=heir_id, listed=listed)
            break
        except Athlete.DoesNotExist:
            if files is None:
                raise
            # The try before did end, and only the database's answer was lost on the way.
            break
        except IntegrityError:
            # A correction came in between: its rows are seen by the next try.
            clearing.withdraw(listed=listed)
            if not tries_left:
                raise
        except OperationalError:
            # The list stays: where the connection broke, the rows may be gone all the same.
            if not tries_left:
                raise
    clearing.clear(names=files or (), listed=listed)
    _forget_pages()
    return len(files or ())


def remove_rows(*, athlete: Athlete, listed: str, heir_id: int | None = None) -> tuple[str, ...]:
    """
    Remove the rows of an account, within a transaction, and return the files to clear once that is over.

    listed: where these files are noted down, in case that the server dies before they are cleared.
    :raises HeirNeeded: as `leave` does
    :raises Athlete.DoesNotExist: as `leave` does
    """
    # Taken first: a file just being read is waited for, and no row of this athlete's can be added after that.
    leaver = Athlete.objects.select_for_update().get(pk=athlete.pk)
    heir = _heir(leaver, heir_id)
    files = tuple(file.stored for file in own_files(athlete=leaver))
    clearing.note_down(names=files, listed=listed)
    # What an owner changed in accounts is told by their names, and no foreign key leads to those.
    accounts = ContentType.objects.get_for_model(Athlete)
    LogEntry.objects.filter(content_type=accounts, object_id=str(leaver.pk)).delete()
    _sign_out_everywhere(leaver.pk)
    leaver.delete()
    if heir is not None:
        heir.become_owner()
        heir.save(update_fields=["is_owner", "is_staff", "is_superuser"])
    return files


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


def _forget_pages() -> None:
    """Let SQLite's journal, which holds pages as they were, be emptied into the database and cut off."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        try:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except OperationalError:
            # Somebody is reading just now.  The journal is written over from its start soon enough.
            return

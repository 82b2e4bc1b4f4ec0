"""Takes in files from a watch: stored first, read one at a time, and each activity given its outcome."""

import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F

from logbook.admitting import Newcomer, admit, made_ready, recognised
from logbook.formats import LARGEST_BYTES, read_activities
from logbook.formats.activity import Unreadable
from logbook.formats.refusals import AGAIN
from logbook.judging import judge_again
from logbook.models import ImportBatch, ImportedFile, IncomingFile, Outcome, Verdict
from logbook.models.imported_file import random_name
from workouts.models import Athlete

LONGEST_NAME = 100
# A file that brings the server down each time must not keep those behind it waiting for ever.
MOST_TRIES = 3
# Until then tabs may simply be reading it at the same time; the server stops at a minute what takes longer.
NONE_READS_FOR = timedelta(minutes=1)

GAVE_UP = f"Reading this file was begun {MOST_TRIES} times and never came to an end. {AGAIN}"
OUR_FAULT = f"Reading this file failed, through a fault of ours and not of yours. {AGAIN}"
LEFT_OUT = "Left out, as you said."
GONE = "The file is no longer on this server. Upload it again."

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sent:
    """One file as it was sent, with the name it had there."""

    name: str
    content: File


@dataclass(frozen=True)
class Received:
    """The import that is stored, and whether this very request stored it."""

    batch: ImportBatch
    is_new: bool


def receive(*, athlete: Athlete, key: UUID, files: Iterable[Sent], now: datetime) -> Received:
    """
    Store files as they are, to be worked off one by one.

    All are stored, or none.  The same key again returns the batch that was stored first.
    """
    if stored := athlete.import_batches.filter(key=key).first():
        return Received(stored, is_new=False)
    batch = ImportBatch(athlete=athlete, key=key, received_at=now)
    incoming: list[IncomingFile] = []
    try:
        for position, sent in enumerate(files):
            file = IncomingFile(batch=batch, position=position, name=_kept_of(sent.name))
            file.stored = random_name(file, file.name)
            incoming.append(file)
            default_storage.save(file.stored.name, sent.content)
        with transaction.atomic():
            batch.save(force_insert=True)
            IncomingFile.objects.bulk_create(incoming)
    except BaseException as error:
        for file in incoming:
            # Also the half of one that a full disk left.
            default_storage.delete(file.stored.name)
        if isinstance(error, IntegrityError) and (stored := athlete.import_batches.filter(key=key).first()):
            return Received(stored, is_new=False)
        raise
    return Received(batch, is_new=True)


def _kept_of(name: str) -> str:
    """A name as people read it; too long, it keeps its beginning and its end, and shows where it was cut."""
    name = "".join(letter for letter in name if letter.isprintable())
    return name if len(name) <= LONGEST_NAME else f"{name[:60]}…{name[-(LONGEST_NAME - 61) :]}"


def work_off(*, batch: ImportBatch, now: datetime) -> IncomingFile | None:
    """
    Read the next file of a batch and write what is in it.  None when nothing waits.

    Another tab that reads the same file at the same time changes nothing: the first to end counts.
    """
    file = batch.files.filter(done_at=None).first()
    if file is None:
        # Again, in case that a server which settled the last file came to no end with it.
        judge_again(batch=batch)
        return None
    # Written before the reading begins, so that a server that dies of it has counted.
    IncomingFile.objects.filter(pk=file.pk).update(tries=F("tries") + 1, begun_at=now)
    is_read_by_nobody = file.begun_at is None or now - file.begun_at > NONE_READS_FOR
    is_hopeless = file.tries >= MOST_TRIES and is_read_by_nobody
    content, found = (b"", [_refused(GAVE_UP)]) if is_hopeless else _read(file, now=now)
    _settle(file, content, found, now=now)
    if not batch.files.filter(done_at=None).exists():
        judge_again(batch=batch)
    return file


def leave_rest_out(*, batch: ImportBatch, now: datetime) -> None:
    """Read no more of an import: what still waits is left out."""
    for file in batch.files.filter(done_at=None):
        _settle(file, b"", [_refused(LEFT_OUT)], now=now)
    judge_again(batch=batch)


def _refused(because: str) -> Outcome:
    return Outcome(index=0, verdict=Verdict.REFUSED, because=because)


def _read(file: IncomingFile, *, now: datetime) -> tuple[bytes, list[Newcomer | Outcome]]:
    """Reading may take seconds: it happens before the transaction, which locks out other writers."""
    athlete = file.batch.athlete
    try:
        content = content_of(file=file)
        return content, [
            made_ready(activity=activity, index=index, athlete=athlete, now=now)
            for index, activity in enumerate(read_activities(content))
        ]
    except Unreadable as unreadable:
        return b"", [_refused(str(unreadable))]
    except DatabaseError:
        raise  # no fault of the file, which goes on waiting
    except Exception:
        # One bad file never spoils the others, whatever is wrong with it, or with us.
        log.exception("Reading incoming file %s of athlete %s failed", file.pk, athlete.pk)
        return b"", [_refused(OUR_FAULT)]


def content_of(*, file: IncomingFile) -> bytes:
    """
    A file's bytes, up to one over the limit, which is enough to be refused for its size.

    :raises Unreadable: if it is no longer there
    """
    stored = file.stored if file.imported_file is None else file.imported_file.stored
    if not stored:
        raise Unreadable(GONE)
    try:
        with default_storage.open(stored.name) as opened:
            return bytes(opened.read(LARGEST_BYTES + 1))
    except FileNotFoundError as error:
        raise Unreadable(GONE) from error


def _settle(
    file: IncomingFile, content: bytes, found: Sequence[Newcomer | Outcome], *, now: datetime
) -> None:
    """Write all outcomes of a file at once, and keep the file itself only while it is good for something."""
    waited_at = file.stored.name
    with transaction.atomic():
        lock(file.batch.athlete)
        file.refresh_from_db(from_queryset=IncomingFile.objects.select_related("batch__athlete"))
        if file.done_at is not None:
            return
        original = original_of(file, content, found, now=now)
        outcomes = [
            admit(newcomer=each, file=original)
            if isinstance(each, Newcomer)
            else recognised(outcome=each, athlete=file.batch.athlete, file=original)
            for each in found
        ]
        for outcome in outcomes:
            outcome.file = file
        Outcome.objects.bulk_create(outcomes)
        file.done_at = now
        if original.pk and original.stored.name == waited_at:
            file.imported_file, file.stored = original, ""
        elif not any(outcome.is_question for outcome in outcomes):
            file.stored = ""
        file.save(update_fields=["done_at", "imported_file", "stored"])
    if not file.stored and file.imported_file is None:
        default_storage.delete(waited_at)


def lock(athlete: Athlete) -> None:
    """One file of an athlete after another: a second tab sees what the first one stored."""
    Athlete.objects.select_for_update(no_key=True).only("pk").get(pk=athlete.pk)


def original_of(
    file: IncomingFile, content: bytes, found: Sequence[Newcomer | Outcome], *, now: datetime
) -> ImportedFile:
    """The row that keeps the file for its runs; a new one is saved once the first of them is."""
    digest = hashlib.sha256(content).hexdigest()
    known = file.batch.athlete.imported_files.filter(sha256=digest).first()
    return known or ImportedFile(
        athlete=file.batch.athlete,
        name=file.name,
        format=next((each.activity.format for each in found if isinstance(each, Newcomer)), ""),
        sha256=digest,
        size_bytes=len(content),
        stored=file.stored.name,
        received_at=now,
    )

"""Takes in files from a watch: read first, then stored, so that a refusal leaves nothing behind."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from logbook.formats import read_activity
from logbook.formats.activity import Activity, Unreadable
from logbook.models import ImportedFile, Run
from workouts.days import local_day
from workouts.models import Athlete
from workouts.vocabulary import RunKind
from workouts.weeks import day_text

LONGEST_NAME = 100


@dataclass(frozen=True)
class Received:
    """The run a file holds, whether it is new here, and what to tell the athlete."""

    run: Run
    is_new: bool
    because: str


def receive_file(*, athlete: Athlete, name: str, content: bytes, kind: RunKind, now: datetime) -> Received:
    """
    Store the run in a watch file, with the file.

    The same file again changes nothing and returns the run it made; if that run was deleted in the
    meantime, it is brought back.

    :raises Unreadable: with a sentence, if there is no activity to be had from it
    """
    digest = hashlib.sha256(content).hexdigest()
    if known := _known(athlete, digest):
        return known
    # Reading may take seconds: it happens before the transaction, which locks out other writers.
    activity = read_activity(content)
    run = _run_from(activity, athlete=athlete, kind=kind, now=now)
    file = ImportedFile(
        athlete=athlete,
        name=name[-LONGEST_NAME:],
        sha256=digest,
        size_bytes=len(content),
        caveat=activity.caveat or "",
        received_at=now,
    )
    return _store(run, file, content)


def _known(athlete: Athlete, digest: str) -> Received | None:
    file = athlete.imported_files.select_related("run").filter(sha256=digest).first()
    if file is None:
        return None
    run = file.run
    if run.deleted_at is not None:
        run.bring_back()
        # Counted where the athlete is now: that is how a day that came out wrong is put right.
        run.move_to(started_at=run.started_at, time_zone=athlete.time_zone)
        run.save(update_fields=["time_zone", "performed_on"])
        return Received(run, is_new=False, because="You had deleted this run. The same file brings it back.")
    because = f"Already here: the same file came in as “{file.name}”. Nothing was added."
    return Received(run, is_new=False, because=because)


def _run_from(activity: Activity, *, athlete: Athlete, kind: RunKind, now: datetime) -> Run:
    duration_s = activity.duration_s
    if not duration_s:
        raise Unreadable("This file does not say how long the run took. Enter the run by hand.")
    if activity.started_at > now + timedelta(days=1):
        day = day_text(local_day(activity.started_at, athlete.time_zone))
        raise Unreadable(
            f"The file says {day}, which has not come yet. Set the watch’s clock, and enter this run by hand."
        )
    run = Run(
        athlete=athlete,
        kind=kind if activity.is_run else RunKind.CROSS_TRAINING,
        sport=activity.sport,
        duration_s=duration_s,
        moving_s=activity.moving_s,
        elapsed_s=activity.elapsed_s,
        distance_m=activity.distance_m,
        avg_hr=activity.avg_hr,
        max_hr=activity.max_hr,
        ascent_m=activity.ascent_m,
        device=activity.device or "",
        logged_at=now,
    )
    run.move_to(started_at=activity.started_at, time_zone=athlete.time_zone)
    return run


def _store(run: Run, file: ImportedFile, content: bytes) -> Received:
    """File first, then both rows at once; without the rows the file goes again."""
    file.stored.save(file.name, ContentFile(content), save=False)
    try:
        with transaction.atomic():
            run.save(force_insert=True)
            file.run = run
            file.save(force_insert=True)
    except IntegrityError:
        file.stored.delete(save=False)
        # The same file in the same moment, from a second tab or click: that one was faster.
        if known := _known(run.athlete, file.sha256):
            return known
        raise
    except BaseException:
        file.stored.delete(save=False)
        raise
    if run.is_running:
        because = f"Added as {run.title.lower()}. Wrong kind? Change it under “Edit run”."
    else:
        because = f"Added as cross-training: the file says {run.title.lower()}. It does not count as running."
    return Received(run, is_new=True, because=f"{because} {file.caveat}".strip())

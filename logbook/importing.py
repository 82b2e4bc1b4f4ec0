"""Takes in files from a watch: read first, then stored, so that a refusal leaves nothing behind."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.dateformat import format as in_words

from logbook.formats import read_activity
from logbook.formats.activity import Activity, Unreadable
from logbook.formats.detect import Format
from logbook.formats.refusals import NO_DATE
from logbook.models import ImportedFile, Run
from logbook.twins import START_WITHIN, Outline, same_activity
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

    The same file again, or the same activity from another one, changes nothing and returns the run
    that is there; if that run was deleted in the meantime, it is brought back.

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
        format=activity.format,
        sha256=digest,
        size_bytes=len(content),
        caveat=activity.caveat or "",
        received_at=now,
    )
    return _store(run, file, content, outline=_outline(run.started_at, activity))


def _known(athlete: Athlete, digest: str) -> Received | None:
    file = athlete.imported_files.select_related("run").filter(sha256=digest).first()
    if file is None:
        return None
    because = f"the same file came in as “{file.name}”"
    return _here_already(file.run, athlete=athlete, by="file", because=because)


def _here_already(run: Run, *, athlete: Athlete, by: str, because: str) -> Received:
    if run.deleted_at is not None:
        run.bring_back()
        # Counted where the athlete is now: that is how a day that came out wrong is put right.
        run.move_to(started_at=run.started_at, time_zone=athlete.time_zone)
        run.save(update_fields=["time_zone", "performed_on"])
        because = f"You had deleted this run. The same {by} brings it back."
        return Received(run, is_new=False, because=because)
    return Received(run, is_new=False, because=f"Already here: {because}. Nothing was added.")


def _run_from(activity: Activity, *, athlete: Athlete, kind: RunKind, now: datetime) -> Run:
    duration_s = activity.duration_s
    if activity.started_at is None:
        raise Unreadable(NO_DATE)
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


def _outline(started_at: datetime, activity: Activity) -> Outline:
    return Outline(
        started_at=started_at,
        distance_m=activity.distance_m,
        timer_s=activity.timer_s,
        elapsed_s=activity.elapsed_s,
        by_position=activity.format is Format.GPX,
    )


def _store(run: Run, file: ImportedFile, content: bytes, *, outline: Outline) -> Received:
    """File first, then both rows at once; without the rows the file goes again."""
    file.stored.save(file.name, ContentFile(content), save=False)
    try:
        with transaction.atomic():
            # One file of an athlete after another: a second tab sees what the first one stored.
            Athlete.objects.select_for_update(no_key=True).only("pk").get(pk=run.athlete.pk)
            here = _known(run.athlete, file.sha256) or _twin(run.athlete, outline)
            if here is None:
                run.save(force_insert=True)
                file.run = run
                file.save(force_insert=True)
    except BaseException:
        file.stored.delete(save=False)
        raise
    if here is not None:
        file.stored.delete(save=False)
        return here
    return Received(run, is_new=True, because=_welcome(run, file.caveat))


def _twin(athlete: Athlete, outline: Outline) -> Received | None:
    """Look for the same activity; one that is kept goes before one that was deleted."""
    near = athlete.runs.recallable().that_start(near=outline.started_at, within=START_WITHIN)
    same = [run for run in near if same_activity(run.outline, outline)]
    if not same:
        return None
    run = min(same, key=lambda run: (run.deleted_at is not None, run.pk))
    started = in_words(run.local_start, "j F, H:i")
    because = f"same start as “{run.title}” on {started}"
    return _here_already(run, athlete=athlete, by="activity", because=because)


def _welcome(run: Run, caveat: str) -> str:
    if run.is_running:
        because = f"Added as {run.title.lower()}. Wrong kind? Change it under “Edit run”."
    else:
        because = f"Added as cross-training: the file says {run.title.lower()}. It does not count as running."
    return f"{because} {caveat}".strip()

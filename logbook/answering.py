"""Writes what the athlete answers where a file left a question: when it was, or whether it is the same."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.core.files.storage import default_storage
from django.db import transaction

from logbook.admitting import admit, made_ready
from logbook.formats import read_activities
from logbook.formats.activity import Unreadable
from logbook.importing import GONE, LEFT_OUT, content_of, lock, original_of
from logbook.models import Outcome, Verdict

LEFT_OUT_AS_THE_SAME = "Left out, as you said: the same as “{title}”."


def give_date(*, outcome: Outcome, started_at: datetime, now: datetime) -> Outcome:
    """Add the activity at that moment; it may turn out to be here already."""
    outcome.started_at = started_at
    return _admit_again(outcome, sure=False, now=now)


def add_all_the_same(*, outcome: Outcome, now: datetime) -> Outcome:
    """Add an activity that overlaps another one: both were done."""
    return _admit_again(outcome, sure=True, now=now)


def leave_out(*, outcome: Outcome) -> Outcome:
    """Add nothing: it is the same activity, or none that anybody wants here."""
    if outcome.run is None:
        left = Outcome(verdict=Verdict.REFUSED, because=LEFT_OUT, facts=outcome.facts)
    else:
        because = LEFT_OUT_AS_THE_SAME.format(title=outcome.run.title)
        left = Outcome(verdict=Verdict.DUPLICATE, because=because, run=outcome.run, facts=outcome.facts)
    return _answered(outcome, lambda: left)


def _admit_again(outcome: Outcome, *, sure: bool, now: datetime) -> Outcome:
    """Read the file once more, since only its facts were kept, and write what the answer makes of it."""
    file, athlete = outcome.file, outcome.file.batch.athlete
    try:
        content = content_of(file=file)
        activity = read_activities(content)[outcome.index]
    except (Unreadable, IndexError) as error:
        because = str(error) if isinstance(error, Unreadable) else GONE
        gone = Outcome(verdict=Verdict.REFUSED, because=because, facts=outcome.facts)
        return _answered(outcome, lambda: gone)
    if outcome.started_at is not None:
        activity = replace(activity, started_at=outcome.started_at)
    ready = made_ready(activity=activity, index=outcome.index, athlete=athlete, now=now)
    if isinstance(ready, Outcome):
        return _answered(outcome, lambda: ready)

    def write() -> Outcome:
        original = original_of(file, content, [ready], now=now)
        admitted = admit(newcomer=ready, file=original, sure=sure)
        if original.pk and original.stored.name == file.stored.name:
            file.imported_file, file.stored = original, ""
        return admitted

    return _answered(outcome, write)


def _answered(outcome: Outcome, write: Callable[[], Outcome]) -> Outcome:
    """Put the answer in the place of the question, unless another tab did; drop a file nobody needs now."""
    with transaction.atomic():
        lock(outcome.file.batch.athlete)
        outcome.refresh_from_db(fields=["verdict", "because", "run", "session"])
        if not outcome.is_question:
            return outcome
        # Another question of the same file may have been answered since it was read here.
        outcome.file.refresh_from_db(fields=["imported_file", "stored"])
        answer = write()
        outcome.verdict, outcome.because, outcome.facts = answer.verdict, answer.because, answer.facts
        outcome.run, outcome.session = answer.run, answer.session
        outcome.save()
        file = outcome.file
        waited_at = file.stored.name
        if waited_at and not any(other.is_question for other in file.outcomes.all()):
            file.stored = ""
        file.save(update_fields=["imported_file", "stored"])
    if waited_at and not file.stored:
        default_storage.delete(waited_at)
    return outcome

"""Reads imports for their pages: how far one has come, and what became of each activity in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from logbook.models import ImportBatch, IncomingFile, Outcome, Verdict
from workouts.models import Athlete

BATCHES_SHOWN = 10

# How a head sums the outcomes up, in this order.
_SUMS = (
    (Verdict.ADDED, "{n} added"),
    (Verdict.DUPLICATE, "{n} already here"),
    (Verdict.POSSIBLE_DUPLICATE, "{n} to decide"),
    (Verdict.NEEDS_DATE, "{n} without a date"),
    (Verdict.REFUSED, "{n} not added"),
)


@dataclass(frozen=True)
class FileRow:
    """A file of an import, and what became of its activities; none while it waits."""

    file: IncomingFile
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class ImportPage:
    """How many files there are and are done, and `summary` in words: "7 added, 2 already here"."""

    batch: ImportBatch
    rows: tuple[FileRow, ...]
    total: int
    done: int
    summary: str

    @property
    def is_finished(self) -> bool:
        return self.done == self.total


def page(*, batch: ImportBatch) -> ImportPage:
    """An import, file by file.  Two queries."""
    files = batch.files.prefetch_related(
        Prefetch("outcomes", queryset=Outcome.objects.select_related("run", "session"))
    )
    rows = tuple(FileRow(file, tuple(file.outcomes.all())) for file in files)
    outcomes = [outcome for row in rows for outcome in row.outcomes]
    done = sum(row.file.done_at is not None for row in rows)
    return ImportPage(batch, rows, len(rows), done, _summary(outcomes))


def _summary(outcomes: Sequence[Outcome]) -> str:
    counted = Counter(outcome.verdict for outcome in outcomes)
    return ", ".join(words.format(n=counted[verdict]) for verdict, words in _SUMS if counted[verdict])


def only_outcome(*, file: IncomingFile) -> Outcome | None:
    """The outcome of a file that was sent alone and holds one activity.  Two queries."""
    if file.batch.files.count() > 1:
        return None
    outcomes = list(file.outcomes.select_related("run", "session"))
    return outcomes[0] if len(outcomes) == 1 else None


def outcomes_of(*, athlete: Athlete) -> QuerySet[Outcome]:
    """What became of everything that athlete sent, for one to be picked."""
    mine = Outcome.objects.filter(file__batch__athlete=athlete)
    return mine.select_related("file__batch__athlete", "file__imported_file", "run", "session")


def unfinished(*, athlete: Athlete) -> tuple[ImportBatch, ...]:
    """Imports with a file to be read or a question to be answered, latest first.  One query."""
    return tuple(athlete.import_batches.unfinished()[:BATCHES_SHOWN])

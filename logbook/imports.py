"""Reads imports for their pages: how far one has come, and what became of each activity in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from logbook.models import ImportBatch, IncomingFile, Outcome, Verdict
from logbook.models.import_batch import QUESTIONS, ImportBatchQuerySet
from workouts.models import Athlete

IMPORTS_SHOWN = 10

# How a head sums the outcomes up, in this order.
_SUMS = (
    (Verdict.ADDED, "{n} added"),
    (Verdict.DUPLICATE, "{n} already here"),
    (Verdict.POSSIBLE_DUPLICATE, "{n} to decide"),
    (Verdict.NEEDS_DATE, "{n} to date"),
    (Verdict.REFUSED, "{n} not added"),
)


@dataclass(frozen=True)
class FileRow:
    """A file of an import, and what became of its activities; none while it waits."""

    file: IncomingFile
    outcomes: tuple[Outcome, ...]

    @property
    def needs_a_look(self) -> int:
        """What comes first: 0 for a question, 1 for a refusal, 2 for the rest."""
        if any(outcome.is_question for outcome in self.outcomes):
            return 0
        return 1 if any(outcome.verdict == Verdict.REFUSED for outcome in self.outcomes) else 2


@dataclass(frozen=True)
class ImportRow:
    """An import in a list, with what it waits for."""

    batch: ImportBatch
    files: int
    unread: int
    questions: int

    @property
    def told(self) -> str:
        """What it is and what it waits for: "7 files: 2 questions"; nothing more once it is finished."""
        files = f"{self.files} file{'s' * (self.files != 1)}"
        if self.unread:
            return f"{files}: {self.unread} still to be read"
        if self.questions:
            return f"{files}: {self.questions} question{'s' * (self.questions != 1)}"
        return files

    @property
    def next_step(self) -> str:
        """The word on its link."""
        return "Continue" if self.unread else "Answer" if self.questions else "Open"


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
    """
    An import, file by file; once all are read, what needs a look comes first.  Two queries.
    """
    files = batch.files.prefetch_related(
        Prefetch("outcomes", queryset=Outcome.objects.select_related("run", "session"))
    )
    rows = tuple(FileRow(file, tuple(file.outcomes.all())) for file in files)
    outcomes = [outcome for row in rows for outcome in row.outcomes]
    done = sum(row.file.done_at is not None for row in rows)
    if done == len(rows):
        rows = tuple(sorted(rows, key=lambda row: row.needs_a_look))
    return ImportPage(batch, rows, len(rows), done, _summary(outcomes, files=done))


def _summary(outcomes: Sequence[Outcome], *, files: int) -> str:
    counted = Counter(outcome.verdict for outcome in outcomes)
    sums = ", ".join(words.format(n=counted[verdict]) for verdict, words in _SUMS if counted[verdict])
    return sums if len(outcomes) == files else f"{len(outcomes)} activities: {sums}"


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


def unfinished(*, athlete: Athlete) -> tuple[ImportRow, ...]:
    """Imports with a file to be read or a question to be answered, latest first.  One query."""
    return _rows(athlete.import_batches.unfinished())


def recent(*, athlete: Athlete) -> tuple[ImportRow, ...]:
    """The last imports that are still kept, latest first.  One query."""
    return _rows(athlete.import_batches.filter(files__isnull=False))


def _rows(batches: ImportBatchQuerySet) -> tuple[ImportRow, ...]:
    counted = batches.annotate(
        file_count=Count("files", distinct=True),
        unread=Count("files", distinct=True, filter=Q(files__done_at=None)),
        questions=Count("files__outcomes", distinct=True, filter=Q(files__outcomes__verdict__in=QUESTIONS)),
    )
    latest = counted.order_by("-received_at", "-pk")[:IMPORTS_SHOWN]
    return tuple(ImportRow(batch, batch.file_count, batch.unread, batch.questions) for batch in latest)

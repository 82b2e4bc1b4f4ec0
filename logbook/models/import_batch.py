"""Files on their way in: the batch they came with, and what became of each activity in them."""

import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse

from logbook.models.imported_file import ImportedFile, random_name
from logbook.models.run import Run
from logbook.models.session import Session
from workouts.days import local


class Verdict(models.TextChoices):
    """What became of an activity."""

    ADDED = "added", "Added"
    DUPLICATE = "duplicate", "Already here"
    POSSIBLE_DUPLICATE = "possible_duplicate", "Is it the same?"
    NEEDS_DATE = "needs_date", "Which day was it?"
    REFUSED = "refused", "Not added"


# Those that wait for a word of the athlete.
QUESTIONS = (Verdict.POSSIBLE_DUPLICATE, Verdict.NEEDS_DATE)


class ImportBatchQuerySet(models.QuerySet[Any]):
    def unfinished(self) -> Self:
        """Those with a file still to be read, or a question still to be answered."""
        unread = IncomingFile.objects.filter(batch=models.OuterRef("pk"), done_at=None)
        asked = Outcome.objects.filter(file__batch=models.OuterRef("pk"), verdict__in=QUESTIONS)
        return self.filter(models.Exists(unread) | models.Exists(asked))


class ImportBatch(models.Model):
    """Files that were sent at once.  The form's key makes sure that they are taken once."""

    athlete = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="import_batches"
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    received_at = models.DateTimeField()

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "import batches"
        constraints = [models.UniqueConstraint(fields=["athlete", "key"], name="import_batch_once")]

    def __str__(self) -> str:
        return f"Import of {self.received_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("logbook:import", args=[self.pk])

    @property
    def local_received(self) -> datetime:
        """The clock on the athlete's wall when it came, without a zone so that no template shifts it."""
        return local(self.received_at, self.athlete.time_zone).replace(tzinfo=None)


class IncomingFile(models.Model):
    """
    One file of a batch: stored first, then read.

    `stored` is where it waits; once a run is made of it the file is the run's own, `imported_file`, and
    once nothing more can be made of it, it is gone.  `tries` counts the times reading it was begun, the
    last time at `begun_at`.
    """

    batch = models.ForeignKey(ImportBatch, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=100)
    stored = models.FileField(upload_to=random_name, max_length=60, blank=True)
    imported_file = models.ForeignKey(ImportedFile, null=True, on_delete=models.SET_NULL, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["batch", "position"], name="incoming_file_once")]

    def __str__(self) -> str:
        return self.name


class Outcome(models.Model):
    """What became of one activity of a file, and why.  `run` is the one added, or the one it is like."""

    file = models.ForeignKey(IncomingFile, on_delete=models.CASCADE, related_name="outcomes")
    index = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    because = models.TextField()
    # When it was, once that is known: from the file, or from the athlete.
    started_at = models.DateTimeField(null=True, blank=True)
    # What the file says of the activity, under the names that `manage.py import_files` prints.
    facts = models.JSONField(default=dict)
    run = models.ForeignKey(Run, null=True, on_delete=models.SET_NULL, related_name="+")
    # The session that was paired with the run as it came in.
    session = models.ForeignKey(Session, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["index"]
        constraints = [
            models.UniqueConstraint(fields=["file", "index"], name="outcome_once"),
            models.CheckConstraint(condition=models.Q(verdict__in=Verdict.values), name="outcome_known"),
        ]

    def __str__(self) -> str:
        return f"{self.file}, {self.index}: {self.get_verdict_display()}"

    @property
    def local_start(self) -> datetime | None:
        """The clock on the athlete's wall when the activity began, where that is known."""
        if self.started_at is None:
            return None
        return local(self.started_at, self.file.batch.athlete.time_zone).replace(tzinfo=None)

    @property
    def unpairing_url(self) -> str:
        """Where the pairing made as it came in is undone; nothing if there is none any more."""
        if self.session is None or self.session.run_id != self.run_id:
            return ""
        return f"{reverse('logbook:session_unpairing', args=[self.session.pk])}?run={self.run_id}"

    @property
    def is_question(self) -> bool:
        """Whether it waits for a word of the athlete."""
        return self.verdict in QUESTIONS

"""What runs and sessions share: an owner, a moment, a local day, and hiding instead of deleting."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q

from workouts.days import local, local_day
from workouts.weeks import Week

# How long something deleted can be brought back.
UNDO_DAYS = 30


class DatedQuerySet(models.QuerySet[Any]):
    """Filters with names.  `kept()` first: what is hidden counts nowhere."""

    def kept(self) -> Self:
        return self.filter(deleted_at=None)

    def hidden(self) -> Self:
        """Deleted, latest first, and still there to be brought back."""
        return self.exclude(deleted_at=None).order_by("-deleted_at")

    def expired(self, *, now: datetime) -> Self:
        """Deleted so long ago that they may go for good."""
        return self.filter(deleted_at__lt=now - timedelta(days=UNDO_DAYS))

    def in_week(self, week: Week) -> Self:
        return self.filter(performed_on__range=(week.first_day, week.last_day))

    def between(self, first: date, last: date) -> Self:
        return self.filter(performed_on__range=(first, last))

    def numbered(self, number: int | None) -> Any:
        """The one with that id among these, or None."""
        return None if number is None else self.filter(pk=number).first()

    def latest_first(self) -> Self:
        return self.order_by("-started_at", "-pk")


class Dated(models.Model):
    """
    Something an athlete did at a moment.

    `started_at` never moves.  `performed_on` is the date it had where the athlete was, fixed when it
    was written; `time_zone` remembers where that was, so that the clock shown keeps fitting the date.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    started_at = models.DateTimeField()
    time_zone = models.CharField(max_length=64)
    performed_on = models.DateField()
    effort = models.PositiveSmallIntegerField(null=True, blank=True)
    note = models.TextField(blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def local_start(self) -> datetime:
        """The clock on the wall when it began, without a zone so that no template shifts it."""
        return local(self.started_at, self.time_zone).replace(tzinfo=None)

    def move_to(self, *, started_at: datetime, time_zone: str) -> None:
        """Set the moment and the local day that goes with it."""
        self.started_at, self.time_zone = started_at, time_zone
        self.performed_on = local_day(started_at, time_zone)

    @property
    def gone_on(self) -> date | None:
        """The day from which something deleted cannot be brought back any more; None while it is kept."""
        if self.deleted_at is None:
            return None
        return local_day(self.deleted_at + timedelta(days=UNDO_DAYS), self.time_zone)

    def hide(self, *, at: datetime) -> None:
        """Delete, so that it can be brought back.  Doing it twice keeps the first moment."""
        type(self)._default_manager.filter(pk=self.pk, deleted_at=None).update(deleted_at=at)
        self.refresh_from_db(fields=["deleted_at"])

    def bring_back(self) -> None:
        """Undo `hide`."""
        type(self)._default_manager.filter(pk=self.pk).update(deleted_at=None)
        self.deleted_at = None


def effort_in_range() -> Q:
    """The condition behind every effort: a whole number from 0 to 10, or blank."""
    return Q(effort=None) | Q(effort__range=(0, 10))

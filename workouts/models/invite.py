"""An invite: a link by which one person may make one account, whoever else may not sign up."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from workouts.models.athlete import Athlete

HOLDS_FOR = timedelta(days=7)


class InviteQuerySet(models.QuerySet["Invite"]):
    def open(self, *, now: datetime) -> Self:
        """Those that still let somebody in: whoever made one must still be somebody who may."""
        makers = Athlete.objects.running_instance()
        return self.filter(used_at=None, withdrawn_at=None, expires_at__gt=now, made_by__in=makers)

    def over(self, *, now: datetime) -> Self:
        """Those whose time is up, whatever became of them."""
        return self.filter(expires_at__lte=now)

    def of_token(self, token: str) -> Self:
        """The one the link with that token is for, however its letters were typed."""
        return self.filter(token_hash=hash_of(token.lower()))

    def soonest_over_first(self) -> Self:
        return self.order_by("expires_at", "pk")


class Invite(models.Model):
    """
    What is known of a link that was given away; the link itself is kept nowhere.

    It is open until it was used or withdrawn, or its time is up.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    # A reminder for whoever made it, and shown to nobody else.
    for_whom = models.CharField(max_length=60, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invites")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)
    # Blank also where that account is gone.
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = InviteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="invite_holds_for_a_while"),
            models.CheckConstraint(
                condition=Q(used_at=None) | Q(withdrawn_at=None), name="invite_used_or_withdrawn"
            ),
            models.CheckConstraint(
                condition=Q(used_by=None) | Q(used_at__isnull=False), name="invite_used_by_when_used"
            ),
        ]

    def __str__(self) -> str:
        return f"for {self.for_whom}" if self.for_whom else f"number {self.pk}"

    def is_open(self, *, at: datetime) -> bool:
        """Whether it was neither used nor withdrawn, and its time is not up."""
        return self.used_at is None and self.withdrawn_at is None and at < self.expires_at

    def use(self, *, by: Athlete, at: datetime) -> None:
        """Say who came in by it; it lets in nobody else."""
        self.used_by, self.used_at = by, at
        self.save(update_fields=["used_by", "used_at"])

    def withdraw(self, *, at: datetime) -> None:
        """Let nobody in by it any more."""
        self.withdrawn_at = at
        self.save(update_fields=["withdrawn_at"])


def hash_of(token: str) -> str:
    """What is kept of a token; it is long and random, so that one round of hashing is enough."""
    return sha256(token.encode()).hexdigest()

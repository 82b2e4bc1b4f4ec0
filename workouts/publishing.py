"""Writes the secret address of an athlete's calendar: made, renewed, given up."""

from datetime import datetime
from secrets import token_urlsafe

from django.db import transaction

from workouts.models import Athlete, CalendarFeed

TOKEN_BYTES = 32


class RenewedBefore(Exception):
    """The address that was to be replaced is none any more; the one there is now stays."""


def publish(*, athlete: Athlete, now: datetime) -> CalendarFeed:
    """Make the address.  Where there is one, it stays."""
    with transaction.atomic():
        _lock(athlete)
        found = CalendarFeed.objects.filter(athlete=athlete).first()
        return found or _new(athlete, now)


def renew(*, athlete: Athlete, feed_id: int, now: datetime) -> CalendarFeed:
    """
    Put another address in the place of one; the old one opens nothing from then on.

    feed_id: the one that is to go, so that a form sent twice renews once.

    :raises RenewedBefore: if the athlete has another by now, or none
    """
    with transaction.atomic():
        _lock(athlete)
        gone, _ = CalendarFeed.objects.filter(athlete=athlete, pk=feed_id).delete()
        if not gone:
            raise RenewedBefore
        return _new(athlete, now)


def withdraw(*, athlete: Athlete) -> None:
    """Give the address up.  Twice is as once."""
    CalendarFeed.objects.filter(athlete=athlete).delete()


def _new(athlete: Athlete, now: datetime) -> CalendarFeed:
    return CalendarFeed.objects.create(athlete=athlete, token=token_urlsafe(TOKEN_BYTES), made_at=now)


def _lock(athlete: Athlete) -> None:
    """Two tabs at once follow each other."""
    Athlete.objects.select_for_update().get(pk=athlete.pk)

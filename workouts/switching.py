"""Writes whether an account may be used: switched off, and on again.  What its athlete logged stays."""

from datetime import datetime

from django.db import transaction

from workouts import ending
from workouts.models import Athlete


class NotAllowed(Exception):
    """Their own account, the owner's, or one of somebody who has more rights than they have."""


def switch_off(*, by: Athlete, athlete: Athlete, now: datetime) -> None:
    """
    End every sign-in of that account and let nobody into it.

    :raises NotAllowed: if that is not for them to do
    """
    _switch(by=by, athlete=athlete, is_active=False)
    ending.end_sign_ins(athlete=athlete, now=now)


def switch_on(*, by: Athlete, athlete: Athlete) -> None:
    """
    Let its athlete in again.

    :raises NotAllowed: if that is not for them to do
    """
    _switch(by=by, athlete=athlete, is_active=True)


def _switch(*, by: Athlete, athlete: Athlete, is_active: bool) -> None:
    with transaction.atomic():
        # All who run the instance, in one order: of two who switch each other off at once the second is
        # off already when it is their turn, and one is left.
        running = Athlete.objects.running_instance().order_by("pk").select_for_update()
        by_number = {each.pk: each for each in running}
        current = Athlete.objects.select_for_update().get(pk=athlete.pk)
        if by.pk not in by_number or not by_number[by.pk].may_switch(current):
            raise NotAllowed
        current.is_active = is_active
        current.save(update_fields=["is_active"])

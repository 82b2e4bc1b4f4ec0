"""Removes for good what the plan side need not remember: invites whose time is up."""

from datetime import datetime

from workouts.models import Invite


def purge_invites(*, now: datetime) -> int:
    """Remove every invite of which the seven days are over, used or not; returns how many."""
    removed, _ = Invite.objects.over(now=now).delete()
    return removed

"""Removes for good what the plan side need not remember: invites whose time is up, what left the plan."""

from datetime import datetime

from workouts.models import Invite, PlannedRun, Race


def purge_invites(*, now: datetime) -> int:
    """Remove every invite of which the seven days are over, used or not; returns how many."""
    removed, _ = Invite.objects.over(now=now).delete()
    return removed


def purge_races(*, before: datetime) -> int:
    """Remove every race that was taken out of the plan before that; returns how many."""
    removed, _ = Race.objects.removed_before(before).delete()
    return removed


def purge_planned_runs(*, before: datetime) -> int:
    """Remove every run that was taken out of the plan before that; returns how many."""
    removed, _ = PlannedRun.objects.removed_before(before).delete()
    return removed

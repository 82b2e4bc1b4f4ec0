"""Writes what came of the questions about an athlete's health."""

from collections.abc import Collection
from datetime import datetime

from workouts.models import Athlete


def keep_outcome(
    *, athlete: Athlete, red_flags: Collection[str], lock: str, any_yes: bool, now: datetime
) -> None:
    """
    Store the outcome over that of before.

    lock: what the signs turn off, a key of `safety_texts.LOCKS`, "" without any.
    any_yes: whether any of the questions before the first plan was answered with yes; which is not kept.
    """
    athlete.red_flags, athlete.lock, athlete.asks_doctor = [*red_flags], lock, any_yes
    athlete.health_answered_at = now
    athlete.save(update_fields=["red_flags", "lock", "asks_doctor", "health_answered_at"])

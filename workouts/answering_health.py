"""Writes what came of the questions about an athlete's health."""

from collections.abc import Collection
from datetime import date, datetime

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
    outcome = ["red_flags", "lock", "asks_doctor", "health_answered_at"]
    athlete.save(update_fields=[*outcome, *athlete.plan_anew(athlete.day_of(now))])


def keep_jump_test(*, athlete: Athlete, left: int, right: int, hop_pain: int, on: date) -> None:
    """Store how many calf raises each leg did, and how much hopping hurt, over what was there before."""
    athlete.calf_raises_left, athlete.calf_raises_right = left, right
    athlete.hop_pain, athlete.jumping_tried_on = hop_pain, on
    tried = ["calf_raises_left", "calf_raises_right", "hop_pain", "jumping_tried_on"]
    athlete.save(update_fields=[*tried, *athlete.plan_anew(on)])

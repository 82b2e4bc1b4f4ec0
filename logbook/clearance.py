"""Reads whether anything may be started just now, and if not, what the rules say instead."""

from datetime import datetime, timedelta

from workouts.models import Athlete
from workouts.training.rules import Rules


def held_back(*, athlete: Athlete, rules: Rules, now: datetime) -> str:
    """
    Why nothing may be started in the player: a sign that needs help first, or an illness; "" where it may.

    What was done may be logged all the same.  No query.
    """
    rules = athlete.method(rules).applied_to(rules)
    if athlete.is_locked:
        return rules["PAIN-03"].told()
    return rules["ILL-01"].told() if is_resting(athlete=athlete, rules=rules, now=now) else ""


def may_start(*, athlete: Athlete, rules: Rules, now: datetime) -> bool:
    """Whether nothing holds the athlete back.  No query."""
    return not held_back(athlete=athlete, rules=rules, now=now)


def is_resting(*, athlete: Athlete, rules: Rules, now: datetime) -> bool:
    """Whether rule ILL-01 asks for rest: ill, or well again for less than a full day."""
    if athlete.ill_since is None:
        return False
    hours = rules["ILL-01"].params["symptom_free_hours"]
    return athlete.well_at is None or now < athlete.well_at + timedelta(hours=hours)

"""Writes that an athlete is ill, and well again."""

from datetime import datetime

from workouts.models import Athlete


def fall_ill(*, athlete: Athlete, now: datetime) -> None:
    """Ill from now on; whoever is already stays so since then."""
    if not athlete.is_ill:
        athlete.ill_since, athlete.well_at = now, None
        _store(athlete, now)


def be_well(*, athlete: Athlete, now: datetime) -> None:
    """Well from now on."""
    if athlete.is_ill:
        athlete.well_at = now
        _store(athlete, now)


def take_back(*, athlete: Athlete, now: datetime) -> None:
    """Undo the last of both: well again is ill as before, ill is not to have been."""
    if athlete.is_ill:
        athlete.ill_since = None
    athlete.well_at = None
    _store(athlete, now)


def _store(athlete: Athlete, now: datetime) -> None:
    athlete.save(update_fields=["ill_since", "well_at", *athlete.plan_anew(athlete.day_of(now))])

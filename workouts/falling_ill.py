"""Writes that an athlete is ill, and well again."""

from datetime import datetime

from workouts.models import Athlete


def fall_ill(*, athlete: Athlete, now: datetime) -> None:
    """Ill from now on; whoever is already stays so since then."""
    if not athlete.is_ill:
        athlete.ill_since, athlete.well_at = now, None
        _store(athlete)


def be_well(*, athlete: Athlete, now: datetime) -> None:
    """Well from now on."""
    if athlete.is_ill:
        athlete.well_at = now
        _store(athlete)


def take_back(*, athlete: Athlete) -> None:
    """Undo the last of both: well again is ill as before, ill is not to have been."""
    if athlete.is_ill:
        athlete.ill_since = None
    athlete.well_at = None
    _store(athlete)


def _store(athlete: Athlete) -> None:
    athlete.save(update_fields=["ill_since", "well_at"])

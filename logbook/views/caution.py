"""What the answers about health ask for, in the fixed words, as pages show it."""

from dataclasses import dataclass

from django.conf import settings

from workouts.catalogue.loading import safety
from workouts.models import Athlete


@dataclass(frozen=True)
class Caution:
    """
    told: what to do, a sentence or two for each sign, the most pressing first.  ask_first: who is to be asked
    before the start, "" where nobody.  is_new: whether the questions were never answered.
    """

    told: tuple[str, ...]
    ask_first: str
    is_new: bool


def of_athlete(athlete: Athlete) -> Caution:
    """No query."""
    texts = safety()
    return Caution(
        told=tuple(
            flag.told(emergency=settings.EMERGENCY_NUMBER).message for flag in texts.raised(athlete.red_flags)
        ),
        ask_first=texts.pre_screen.any_yes if athlete.asks_doctor else "",
        is_new=not athlete.is_screened,
    )

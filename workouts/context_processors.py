"""What every page may ask for: where it stands, theme, units, and whether there is a way in."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest

from workouts.accounts import nobody_to_sign_in, nobody_yet
from workouts.models.athlete import Theme
from workouts.units import DistanceUnit, WeightUnit

THEME_COOKIE = "theme"


def preferences(request: HttpRequest) -> dict[str, Any]:
    """
    Theme and units of the athlete; what costs a query is asked only where it is printed.

    A view says of which `section` its page is, and whether one is `writing` on it.
    """
    known = {
        "section": "",
        "writing": False,
        "mail_configured": settings.MAIL_CONFIGURED,
        "registration_open": lambda: get_adapter().is_open_for_signup(request),
        "first_athlete": nobody_yet,
        "nobody_to_sign_in": nobody_to_sign_in,
    }
    # An error page may be drawn before the request has a user.
    athlete = getattr(request, "user", None)
    if athlete is not None and athlete.is_authenticated:
        units = {
            "unit": DistanceUnit(athlete.distance_unit),
            "weight_unit": WeightUnit(athlete.weight_unit),
        }
        return known | units | {"theme": _forced(athlete.theme)}
    theme = _forced(request.COOKIES.get(THEME_COOKIE, ""))
    return known | {"theme": theme, "unit": DistanceUnit.KM, "weight_unit": WeightUnit.KG}


def _forced(theme: str) -> str:
    """What the page is told: light or dark, or nothing to go by the device."""
    return theme if theme in (Theme.LIGHT, Theme.DARK) else ""

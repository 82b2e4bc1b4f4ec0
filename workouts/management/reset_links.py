"""What the commands print of a link by which somebody sets a password."""

from django.conf import settings

from config.gunicorn import addresses
from workouts.accounts import reset_path
from workouts.models import Athlete


def lines(athlete: Athlete) -> list[str]:
    """The link, at the configured address or else at every one this machine has."""
    path, hours = reset_path(athlete), settings.PASSWORD_RESET_TIMEOUT // 3600
    here, *elsewhere = [settings.PUBLIC_URL] if settings.PUBLIC_URL else addresses()
    return [
        f"{athlete} sets a password with this link. It works once, within {hours} hours.",
        f"  {here}{path}",
        *(f"  {address}{path}  from a phone or another computer in this network" for address in elsewhere),
    ]

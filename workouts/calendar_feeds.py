"""Reads the secret addresses of calendars: whose a token is, and which an athlete has."""

from workouts.models import Athlete, CalendarFeed


def opened_by(token: str) -> CalendarFeed | None:
    """The feed of that token, with its athlete; None without one, or if the account is off.  One query."""
    return CalendarFeed.objects.opened_by(token).first()


def of_athlete(athlete: Athlete) -> CalendarFeed | None:
    """The one the athlete has, None where they have none.  One query."""
    return CalendarFeed.objects.filter(athlete=athlete).first()

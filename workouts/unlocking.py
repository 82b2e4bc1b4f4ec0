"""Writes what the operator does for somebody who lost a second factor."""

from allauth.mfa.models import Authenticator

from workouts.models import Athlete


def remove_second_factor(*, athlete: Athlete) -> int:
    """Remove app, passkeys and recovery codes: the password alone signs in again.  Return how many went."""
    return Authenticator.objects.filter(user=athlete).delete()[0]

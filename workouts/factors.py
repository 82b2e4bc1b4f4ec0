"""Reads what an athlete set up to sign in with, besides the password."""

from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator

from workouts.models import Athlete


@dataclass(frozen=True)
class Passkey:
    """One passkey; `alone` if it signs in without a password, unknown if the browser did not tell."""

    pk: int
    name: str
    added_on: date
    used_on: date | None
    alone: bool | None


@dataclass(frozen=True)
class Factors:
    """All of it; days are those of the athlete."""

    app_since: date | None
    passkeys: tuple[Passkey, ...]
    codes_left: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether the password alone no longer signs in."""
        return bool(self.app_since or self.passkeys)


def set_up_by(athlete: Athlete) -> Factors:
    """What there is.  1 query."""
    since, passkeys, codes = None, [], []
    for each in Authenticator.objects.filter(user=athlete).order_by("pk"):
        made = each.wrap()
        if each.type == Authenticator.Type.TOTP:
            since = athlete.day_of(each.created_at)
        elif each.type == Authenticator.Type.RECOVERY_CODES:
            codes = made.get_unused_codes()
        else:
            used_on = athlete.day_of(each.last_used_at) if each.last_used_at else None
            added_on = athlete.day_of(each.created_at)
            passkeys.append(Passkey(each.pk, made.name, added_on, used_on, made.is_passwordless))
    return Factors(since, tuple(passkeys), tuple(codes))

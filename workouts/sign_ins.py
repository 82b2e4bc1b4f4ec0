"""Reads where an athlete is signed in."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from workouts.days import local
from workouts.devices import device
from workouts.models import Athlete


@dataclass(frozen=True)
class SignIn:
    """One browser that is signed in; the one that asks may have come in before such lists were kept."""

    pk: int | None
    device: str
    address: str
    signed_in_at: datetime | None
    is_this: bool


def where_signed_in(athlete: Athlete, *, session_key: str, user_agent: str) -> list[SignIn]:
    """The browser that asks first, then the others, the latest first.  2 queries."""
    kept = UserSession.objects.filter(user=athlete).order_by("-created_at", "-pk")
    alive = {
        session.session_key
        for session in Session.objects.filter(
            session_key__in=[each.session_key for each in kept], expire_date__gt=timezone.now()
        )
        if _still_counts(session, athlete)
    }
    found = [
        SignIn(
            pk=each.pk,
            device=device(each.user_agent),
            address=each.ip,
            signed_in_at=local(each.created_at, athlete.time_zone),
            is_this=each.session_key == session_key,
        )
        for each in kept
        if each.session_key in alive
    ]
    this = [each for each in found if each.is_this]
    this = this or [SignIn(None, device(user_agent), "", None, is_this=True)]
    return this + [each for each in found if not each.is_this]


def _still_counts(session: Session, athlete: Athlete) -> bool:
    """A new password ends what was begun with the old one."""
    told = session.get_decoded().get(HASH_SESSION_KEY, "")
    return constant_time_compare(told, athlete.get_session_auth_hash())

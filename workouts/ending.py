"""Writes the end of sign-ins: what is ended here is refused at its next request."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from workouts.models import Athlete


class NoSuchSignIn(Exception):
    """The athlete has no sign-in of that number; perhaps it ended meanwhile."""


def end_sign_in(*, athlete: Athlete, number: str) -> None:
    """
    End one sign-in of the athlete, by the number that the list gave it.

    :raises NoSuchSignIn: if none of theirs has that number
    """
    keys = {str(each.pk): each.session_key for each in UserSession.objects.filter(user=athlete)}
    if number not in keys:
        raise NoSuchSignIn
    _end([keys[number]])


def end_sign_ins(*, athlete: Athlete, now: datetime, but: str = "") -> int:
    """
    End every sign-in of the athlete but the one with that session key; return how many.

    All that are alive are looked through, so that one which no list knows is ended, too.
    """
    alive = Session.objects.filter(expire_date__gt=now).exclude(session_key=but)
    ended = [
        session.session_key
        for session in alive.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(athlete.pk)
    ]
    for first in range(0, len(ended), 500):
        _end(ended[first : first + 500])
    return len(ended)


def forget_sign_in(*, session_key: str | None) -> None:
    """Keep nothing of a sign-in that ends by itself."""
    UserSession.objects.filter(session_key=session_key).delete()


def forget_ended() -> int:
    """Keep nothing of sign-ins that are over, by time or otherwise; return of how many."""
    alive = Session.objects.values("session_key")
    return UserSession.objects.exclude(session_key__in=alive).delete()[0]


def _end(keys: list[str]) -> None:
    with transaction.atomic():
        Session.objects.filter(session_key__in=keys).delete()
        UserSession.objects.filter(session_key__in=keys).delete()

"""Writes invites: made, withdrawn, and taken up by whoever makes an account with one."""

from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac

from workouts.models import Athlete, Invite
from workouts.models.invite import HOLDS_FOR, hash_of

MOST_OPEN = 100
TOKEN_BYTES = 16


class TooMany(Exception):
    """As many invites are open as there may be; the text says what to do."""


class NotAllowed(Exception):
    """They may no longer invite anybody: switched off, or no longer staff."""


class InviteGone(Exception):
    """It was used, withdrawn, or its time is up."""


@dataclass(frozen=True)
class Invited:
    """An invite with the token of its link, which nobody can ask for again."""

    invite: Invite
    token: str


def invite(*, by: Athlete, key: UUID, for_whom: str, now: datetime) -> Invited:
    """
    Make an invite.  The same form sent again makes no other, and tells the same token.

    :raises TooMany: if there are a hundred open ones already
    :raises NotAllowed: if they were switched off in the meantime
    """
    token = _token_of(by=by, key=key, for_whom=for_whom)
    with transaction.atomic():
        # One after the other, so that the same form sent twice finds what it made.
        Athlete.objects.select_for_update().get(pk=by.pk)
        if not Athlete.objects.running_instance().filter(pk=by.pk).exists():
            raise NotAllowed
        if made := Invite.objects.of_token(token).first():
            return Invited(made, token)
        if Invite.objects.open(now=now).count() >= MOST_OPEN:
            raise TooMany(f"There are {MOST_OPEN} open invites already. Withdraw one that is not needed.")
        made = Invite.objects.create(
            token_hash=hash_of(token), for_whom=for_whom, made_by=by, made_at=now, expires_at=now + HOLDS_FOR
        )
    return Invited(made, token)


def _token_of(*, by: Athlete, key: UUID, for_whom: str) -> str:
    """
    The token that this form makes: 128 bits in 26 letters and digits that are told apart on paper, too.

    Worked out with the server's secret and not drawn, so that nothing needs to be kept to tell it again
    to a form that is sent twice; what is stored is a hash.
    """
    mac = salted_hmac("workouts.inviting", f"{by.pk}:{key.hex}:{for_whom}", algorithm="sha256")
    return b32encode(mac.digest()[:TOKEN_BYTES]).decode().rstrip("=").lower()


def withdraw(*, invite_id: int, now: datetime) -> Invite:
    """
    Let nobody in by it any more.  Twice is as once.

    :raises Invite.DoesNotExist: if there is none of that number
    :raises InviteGone: if somebody came in by it before
    """
    with transaction.atomic():
        found = Invite.objects.select_for_update().get(pk=invite_id)
        if found.used_at is not None:
            raise InviteGone
        if found.withdrawn_at is None:
            found.withdraw(at=now)
    return found


def take_up(*, invite_id: int, now: datetime) -> Invite:
    """
    Hold an open invite until the transaction ends, within which `use` says who came in by it.

    Whoever comes by the same link in the same moment waits here, and finds it used.

    :raises InviteGone: if it lets nobody in any more
    """
    Invite.objects.select_for_update().filter(pk=invite_id).first()
    # Looked at only once it is ours.
    found = Invite.objects.open(now=now).filter(pk=invite_id).first()
    if found is None:
        raise InviteGone
    return found

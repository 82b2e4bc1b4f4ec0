"""Who may sign up, who owns the instance, and where links in mails and by hand point."""

import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ResetPasswordForm, default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from workouts import ending, inviting, limits
from workouts.models import Athlete, Invite

logger = logging.getLogger("django.mail")
# What a browser's session calls the number of the invite it came by.
INVITE = "invite"


def display_name(athlete: Athlete) -> str:
    """What pages and mails call an athlete."""
    return athlete.username


def nobody_yet() -> bool:
    """Whether this instance waits for its first account; the demo runner is none."""
    return not Athlete.objects.anyone()


def nobody_to_sign_in() -> bool:
    """Whether there is no account at all, not even the demo runner's."""
    return nobody_yet() and Athlete.objects.demo() is None


def invite_by(token: str) -> Invite | None:
    """The open invite whose link has that token."""
    return Invite.objects.of_token(token).open(now=timezone.now()).first()


def invite_of(request: HttpRequest) -> Invite | None:
    """The open invite this browser came by; a query only where it came by one."""
    # An error page may be drawn before the request has a session.
    number = request.session.get(INVITE) if hasattr(request, "session") else None
    return Invite.objects.open(now=timezone.now()).filter(pk=number).first() if number else None


def reset_path(athlete: Athlete) -> str:
    """
    Where that athlete can set a new password for a day, once.

    The token in it is a hash over the password and the last sign-in: a change of either ends it.
    """
    where = {"uidb36": user_pk_to_url_str(athlete), "key": default_token_generator.make_token(athlete)}
    return reverse("account_reset_password_from_key", kwargs=where)


def link_to(request: HttpRequest, path: str) -> str:
    """A link to give away: at the configured address, or else at the one the request came by."""
    return str(_public(request.build_absolute_uri(path)))


def reaches_this_machine_alone(link: str) -> bool:
    """Whether a link names the machine it is opened on, and so is no good on another."""
    return urlsplit(link).hostname in ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Site:
    """What allauth's mails call this instance."""

    domain: str

    @property
    def name(self) -> str:
        return self.domain


class SignupClosed(Exception):
    """Somebody else became the first account after this sign-up had been let in."""


class AccountAdapter(DefaultAccountAdapter):
    """allauth's hooks, filled with this instance's rules."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whoever is invited, and by `REGISTRATION` all, nobody, or (the default) the very first."""
        if invite_of(request):
            return True
        if settings.REGISTRATION == "first-only":
            return nobody_yet()
        return settings.REGISTRATION == "open"

    def save_user(
        self, request: HttpRequest, user: Athlete, form: forms.Form, commit: bool = True
    ) -> Athlete:
        """Store the new athlete; the first becomes the owner.

        :raises InviteGone: if somebody else used the invite they came by in the meantime
        :raises SignupClosed: if another sign-up became the first in the meantime, and only that may
        :raises IntegrityError: if another sign-up took the name, or became the owner, just now
        """
        invite = self._taken_up(request)
        athlete: Athlete = super().save_user(request, user, form, commit=False)
        if nobody_yet():
            athlete.become_owner()
        elif settings.REGISTRATION == "first-only" and invite is None:
            raise SignupClosed
        if commit:
            athlete.save()
            if invite is not None:
                invite.use(by=athlete, at=timezone.now())
        return athlete

    def _taken_up(self, request: HttpRequest) -> Invite | None:
        """
        The invite they came by, held for them.  Where anybody may sign up, one that is gone stops nobody.

        :raises InviteGone: anywhere else
        """
        if (number := request.session.get(INVITE)) is None:
            return None
        try:
            return inviting.take_up(invite_id=number, now=timezone.now())
        except inviting.InviteGone:
            if settings.REGISTRATION != "open":
                raise
            return None

    def set_password(self, user: Athlete, password: str) -> None:
        """Change a stored athlete's password, and nothing else: one that was deleted just now stays so.

        :raises DatabaseError: if there is no such athlete any more
        """
        user.set_password(password)
        user.save(update_fields=["password"])

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """
        Count the try, which allauth takes back if the password is right.

        allauth's own count begins anew with each host name.

        :raises TooManyTries: once there were too many
        """
        account = str(credentials.get("username") or credentials.get("email", ""))
        self._login_failed_rl_usage = limits.count_password(request, account=account)

    def logout(self, request: HttpRequest) -> None:
        """Sign out, and keep nothing of that sign-in."""
        ending.forget_sign_in(session_key=request.session.session_key)
        super().logout(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mails name and link to the configured address, whatever host name the request claimed.

        A mail server that fails costs the mail, not the page: the athlete is told.
        """
        public = {name: _public(value) for name, value in context.items()}
        if settings.PUBLIC_URL:
            public["current_site"] = Site(urlsplit(settings.PUBLIC_URL).netloc)
        try:
            super().send_mail(template_prefix, email, public)
        except OSError:
            logger.exception("The mail server took no mail.")
            sorry = "The mail server did not answer, so no mail went out. Tell whoever runs this server."
            messages.error(self.request, sorry)


class PasswordResetForm(ResetPasswordForm):
    """allauth's, with the same answer for an address nobody has: a mail alone tells whose it is."""

    def clean_email(self) -> str:
        try:
            return str(super().clean_email())
        except forms.ValidationError as refused:
            if refused.code != "unknown_email":
                raise
            return str(self.cleaned_data["email"])


def _public(value: Any) -> Any:
    if not (settings.PUBLIC_URL and isinstance(value, str) and value.startswith(("http://", "https://"))):
        return value
    scheme, netloc = urlsplit(settings.PUBLIC_URL)[:2]
    return urlunsplit((scheme, netloc, *urlsplit(value)[2:]))

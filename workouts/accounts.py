"""Who may sign up, who owns the instance, and where links in mails point."""

import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ResetPasswordForm
from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest

from workouts.models import Athlete

logger = logging.getLogger("django.mail")


def display_name(athlete: Athlete) -> str:
    """What pages and mails call an athlete."""
    return athlete.username


def nobody_yet() -> bool:
    """Whether this instance waits for its first account."""
    return not Athlete.objects.anyone()


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
        """`REGISTRATION`: open to all, to nobody, or (the default) to the very first."""
        if settings.REGISTRATION == "first-only":
            return nobody_yet()
        return settings.REGISTRATION == "open"

    def save_user(
        self, request: HttpRequest, user: Athlete, form: forms.Form, commit: bool = True
    ) -> Athlete:
        """Store the new athlete; the first becomes the owner.

        :raises SignupClosed: if another sign-up became the first in the meantime, and only that may
        :raises IntegrityError: if another sign-up took the name, or became the owner, just now
        """
        athlete: Athlete = super().save_user(request, user, form, commit=False)
        if nobody_yet():
            athlete.become_owner()
        elif settings.REGISTRATION == "first-only":
            raise SignupClosed
        if commit:
            athlete.save()
        return athlete

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong passwords for one account from one address.

        allauth's own key begins anew with each host name; one without the address would let a
        stranger lock somebody out.
        """
        account = str(credentials.get("email", credentials.get("username", ""))).lower()
        return f"{account}:{self.get_client_ip(request)}"

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

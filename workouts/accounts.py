"""Who may sign up, who owns the instance, and where links in mails point."""

from typing import Any
from urllib.parse import urlsplit, urlunsplit

from allauth.account.adapter import DefaultAccountAdapter
from django import forms
from django.conf import settings
from django.http import HttpRequest

from workouts.models import Athlete


def display_name(athlete: Athlete) -> str:
    """What pages and mails call an athlete."""
    return athlete.username


def nobody_yet() -> bool:
    """Whether this instance waits for its first account."""
    return not Athlete.objects.anyone()


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
        """Count wrong passwords by account alone: allauth's own key begins anew with each host name."""
        return str(credentials.get("email", credentials.get("username", ""))).lower()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mails link to the configured address, whatever host name the request claimed."""
        super().send_mail(template_prefix, email, {name: _public(value) for name, value in context.items()})


def _public(value: Any) -> Any:
    if not (settings.PUBLIC_URL and isinstance(value, str) and value.startswith(("http://", "https://"))):
        return value
    scheme, netloc = urlsplit(settings.PUBLIC_URL)[:2]
    return urlunsplit((scheme, netloc, *urlsplit(value)[2:]))

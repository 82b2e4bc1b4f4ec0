"""Signing up, by invite too, and resetting a password, where this instance differs from allauth's own way."""

from typing import Any

from allauth.account.views import (
    LoginView,
    LogoutView,
    PasswordResetFromKeyView,
    PasswordResetView,
    SignupView,
)
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.headers import leave_no_pages_behind
from workouts.accounts import INVITE, SignupClosed, invite_by, invite_of, nobody_to_sign_in
from workouts.forms.account import LinkUsed
from workouts.inviting import InviteGone


class Signup(SignupView):
    """allauth's sign-up, whole or not at all, and calm when two people arrive at once."""

    def get_form(self, *args: Any, **kwargs: Any) -> Form:
        form: Form = super().get_form(*args, **kwargs)
        # One name for one thing, on the label and in the summary of mistakes.
        form.fields["username"].label, form.fields["email"].label = "User name", "E-mail address"
        return form

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            with transaction.atomic():
                answer: HttpResponse = super().form_valid(form)
        except (SignupClosed, InviteGone):
            return self.closed()
        except IntegrityError:
            # Somebody was faster: with the same name, or as the first of this instance.
            if not self.is_open():
                return self.closed()
            form.add_error(None, "Somebody else signed up at the same moment. Send the form again.")
            return self.form_invalid(form)
        self.request.session.pop(INVITE, None)
        return answer

    def closed(self) -> HttpResponse:
        """Nobody new may come in; whoever came by an invite learns that it is over."""
        if self.request.session.pop(INVITE, None) is not None:
            return _invite_gone(self.request)
        return super().closed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "invite": invite_of(self.request)}


@login_not_required
@require_safe
def invite(request: HttpRequest, token: str) -> HttpResponse:
    """
    Remember the invite of a link, and lead on to the sign-up.

    Opening it uses nothing up: programs look at links before people do.  The token goes no further than
    this; the address that is shown next, and that a page could pass on, is without it.
    """
    if not _may_try(request, dry_run=True):
        return ratelimit.respond_429(request)
    found = invite_by(token)
    if found is None:
        _may_try(request)
        return _invite_gone(request)
    if request.user.is_authenticated:
        return render(request, "account/invite_signed_in.html")
    request.session[INVITE] = found.pk
    return redirect("account_signup")


def _may_try(request: HttpRequest, *, dry_run: bool = False) -> bool:
    """Whether this address may try a link; counted are those that let nobody in."""
    limits = {"app": "allauth.account", "action": "invite", "limit_get": True, "dry_run": dry_run}
    return ratelimit.consume(request, **limits) is not None


def _invite_gone(request: HttpRequest) -> HttpResponse:
    return render(request, "account/invite_gone.html", status=410)


class PasswordByLink(PasswordResetFromKeyView):
    """allauth's, which says whose password it is, and takes one password a link."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except LinkUsed:
            return self.render_to_response(self.get_context_data(token_fail=True))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "athlete": self.reset_user}


@login_not_required
def login(request: HttpRequest) -> HttpResponse:
    """Sign in; on an instance without any account, begin with the first one."""
    if not request.user.is_authenticated and settings.REGISTRATION != "closed" and nobody_to_sign_in():
        return redirect("account_signup")
    response = LoginView.as_view()(request)
    if request.method == "POST" and request.user.is_authenticated:
        # An account made by somebody else, or without scripts, learns here where its athlete is.
        request.user.guess_time_zone(request.POST.get("time_zone", ""), at=timezone.now())
    return response


class Logout(LogoutView):
    """allauth's, and the browser keeps nothing of whoever signed out."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        return leave_no_pages_behind(super().post(*args, **kwargs))


@login_not_required
def password_reset(request: HttpRequest) -> HttpResponse:
    """Reset by mail; without mail the page says who can help, and promises nothing."""
    if not settings.MAIL_CONFIGURED:
        return render(request, "account/password_reset.html")
    return PasswordResetView.as_view()(request)

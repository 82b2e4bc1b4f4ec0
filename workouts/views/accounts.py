"""Signing up and resetting a password, where this instance differs from allauth's own way."""

from typing import Any

from allauth.account.views import LoginView, PasswordResetView, SignupView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from workouts.accounts import SignupClosed, nobody_yet


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
                return super().form_valid(form)
        except SignupClosed:
            return self.closed()
        except IntegrityError:
            # Somebody was faster: with the same name, or as the first of this instance.
            if not self.is_open():
                return self.closed()
            form.add_error(None, "Somebody else signed up at the same moment. Send the form again.")
            return self.form_invalid(form)


@login_not_required
def login(request: HttpRequest) -> HttpResponse:
    """Sign in; on an instance without any account, begin with the first one."""
    if not request.user.is_authenticated and settings.REGISTRATION != "closed" and nobody_yet():
        return redirect("account_signup")
    response = LoginView.as_view()(request)
    if request.method == "POST" and request.user.is_authenticated:
        # An account made by somebody else, or without scripts, learns here where its athlete is.
        request.user.guess_time_zone(request.POST.get("time_zone", ""), at=timezone.now())
    return response


@login_not_required
def password_reset(request: HttpRequest) -> HttpResponse:
    """Reset by mail; without mail the page says who can help, and promises nothing."""
    if not settings.MAIL_CONFIGURED:
        return render(request, "account/password_reset.html")
    return PasswordResetView.as_view()(request)

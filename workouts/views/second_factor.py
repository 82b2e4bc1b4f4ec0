"""The second factor, where this instance differs from allauth's own way."""

import json
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.internal import ratelimit
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView, ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_safe

from workouts.factors import set_up_by
from workouts.second_factor import in_fours, square


def _for_script(context: dict[str, Any]) -> dict[str, Any]:
    """What the script hands to the browser, as text for an attribute: no script stands in a page."""
    return context | {"passkey_options": json.dumps(context["js_data"], cls=DjangoJSONEncoder)}


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What is set up, and the ways to change it."""
    return render(request, "mfa/index.html", {"factors": set_up_by(request.user)})


class SecondStep(AuthenticateView):
    """Signing in, after the password: a code or a passkey, whichever the athlete set up."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = _for_script(super().get_context_data(**kwargs))
        return context | {"factors": set_up_by(self.stage.login.user)}


class NewApp(ActivateTOTPView):
    """The secret for an app, to be read by its camera, opened on the phone itself, or copied by hand."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        width, path = square(context["totp_url"])
        secret = in_fours(context["form"].secret)
        return context | {"square_width": width, "square_path": path, "secret": secret}

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except IntegrityError:
            # The same form came twice, and the other was faster.
            return redirect("mfa_index")


class NewPasskey(AddWebAuthnView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # allauth drops the form that was refused here.
        return _for_script(super().get_context_data(**kwargs)) | kwargs


class PasskeyAgain(ReauthenticateWebAuthnView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return _for_script(super().get_context_data(**kwargs))

    def form_invalid(self, form: Form) -> HttpResponse:
        for sentence in form.errors.get("credential", []):
            messages.error(self.request, sentence)
        return redirect(self.request.get_full_path())


@method_decorator(login_not_required, name="dispatch")
class PasskeyAlone(LoginWebAuthnView):
    """Signing in with a passkey and nothing else."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Asking is counted, too: every new browser that asks leaves a row behind."""
        if not ratelimit.consume(request, app="allauth.mfa", action="webauthn_login", limit_get=True):
            return ratelimit.respond_429(request)
        return super().get(request, *args, **kwargs)


class NewCodes(GenerateRecoveryCodesView):
    """Other recovery codes; without a factor that they stand in for there are none to make."""

    def form_invalid(self, form: Form) -> HttpResponse:
        for sentence in form.non_field_errors():
            messages.error(self.request, sentence)
        return redirect("mfa_index")


def passkeys(request: HttpRequest) -> HttpResponse:
    """They are listed with the rest of what there is."""
    return redirect("mfa_index")


@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Show the codes that are left.  Nothing is noted by it."""
    factors = set_up_by(request.user)
    return render(request, "mfa/recovery_codes/index.html", {"factors": factors, "host": request.get_host()})


@require_safe
@reauthentication_required(app="allauth.mfa")
def recovery_codes_file(request: HttpRequest) -> HttpResponse:
    """The same as a text to keep."""
    context = {"factors": set_up_by(request.user), "host": request.get_host()}
    text = render(request, "mfa/recovery_codes/download.txt", context, content_type="text/plain")
    text["Content-Disposition"] = 'attachment; filename="footfall-recovery-codes.txt"'
    return text

"""Forms of the second factor: codes, the app that makes them, passkeys."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, get_totp_secret
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from allauth.mfa.webauthn.internal import auth
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django import forms
from django.core.exceptions import ValidationError

from workouts import limits, second_factor

LONGEST_NAME = 60
# Several times what any authenticator sends.
LONGEST_CREDENTIAL = 64 * 1024
ODD = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    RecursionError,
    struct.error,
    InvalidSignature,
    UnsupportedAlgorithm,
)


def code_field(label: str, help_text: str = "") -> forms.CharField:
    typed = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})
    return forms.CharField(label=label, max_length=40, widget=typed, help_text=help_text)


class CodeForm(AuthenticateForm):
    """A code as second step of signing in: of the app, or one of the recovery codes."""

    code = code_field("Code", "Six digits from your app, or one of your recovery codes.")

    def clean_code(self) -> str:
        """allauth counts wrong codes by account alone, by which a stranger could lock somebody out."""
        code = str(self.cleaned_data["code"])
        tries = limits.count_code(context.request, athlete=self.user)
        self.authenticator = second_factor.fitting(athlete=self.user, code=code)
        if self.authenticator is None:
            raise get_adapter().validation_error("incorrect_code")
        self.authenticator.user = self.user
        tries.rollback()
        return code


class CodeAgainForm(CodeForm, ReauthenticateForm):
    """The same before something that matters."""

    save = ReauthenticateForm.save


class AppForm(ActivateTOTPForm):
    """The first code of an app, which proves that it has the secret."""

    code = code_field("Code from the app", "Six digits.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # The same secret while it waits, so that a page opened twice does not undo the first.
        waiting = get_totp_secret()
        super().__init__(*args, **kwargs)
        self.secret = context.request.session[SECRET_SESSION_KEY] = waiting

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        if not second_factor.fits_secret(secret=self.secret, code=code):
            raise get_adapter().validation_error("incorrect_code")
        second_factor.use_up(athlete=self.user, code=code)
        return code


@contextmanager
def refusing_what_is_odd() -> Iterator[None]:
    """Whatever a made-up answer breaks in the libraries, it is refused like one that does not fit."""
    try:
        yield
    except ODD as odd:
        if isinstance(odd, ValidationError):
            raise
        raise ValidationError(NO_PASSKEY) from odd


NO_PASSKEY = "That passkey was not taken. Try once more, or use another way."


class CredentialField(forms.JSONField):
    """What the browser says of a passkey, as text of JSON."""

    widget = forms.HiddenInput
    default_error_messages = {"required": NO_PASSKEY, "invalid": NO_PASSKEY}

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and (len(value) > LONGEST_CREDENTIAL or "\\u0000" in value):
            raise ValidationError(NO_PASSKEY)
        with refusing_what_is_odd():
            return super().to_python(value)

    def bound_data(self, data: Any, initial: Any) -> str:
        """What was refused is of no use to anybody: the page asks for another."""
        return ""

    def prepare_value(self, value: Any) -> str:
        return ""


class NewPasskeyForm(AddWebAuthnForm):
    """A passkey of this device, with a name to know it by."""

    name = forms.CharField(
        label="Name", required=False, max_length=LONGEST_NAME, help_text="To tell it from others."
    )
    credential = CredentialField()
    passwordless = forms.BooleanField(
        label="Sign in with it alone, without a password",
        required=False,
        initial=True,
        help_text="The device then asks for your finger, face or PIN. Untick it for a plain security key.",
    )

    field_order = ["name", "passwordless"]

    def clean(self) -> dict[str, Any]:
        with refusing_what_is_odd():
            cleaned: dict[str, Any] = super().clean()
        return cleaned


class PasskeyNameForm(EditWebAuthnForm):
    name = forms.CharField(label="Name", max_length=LONGEST_NAME)


class PasskeyForm(AuthenticateWebAuthnForm):
    """A passkey as second step of signing in."""

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        """Nothing is counted: of a passkey nothing can be guessed, and a count could lock somebody out."""
        credential = self.cleaned_data["credential"]
        with refusing_what_is_odd():
            auth.parse_authentication_response(credential)
            user = self.user or auth.extract_user_from_response(credential)
            return auth.complete_authentication(user, credential)


class PasskeyAloneForm(PasskeyForm, LoginWebAuthnForm):
    """A passkey instead of name and password."""

    passwordless = True


class PasskeyAgainForm(PasskeyForm, ReauthenticateWebAuthnForm):
    """A passkey before something that matters."""

    reauthenticated = True

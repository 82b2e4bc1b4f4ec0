"""The second factor: what its pages call things, which code is taken, and the square a phone reads."""

from itertools import groupby
from typing import Any

from allauth.account.utils import user_username
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from django.core.cache import cache
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from workouts.models import Athlete


class FactorAdapter(DefaultMFAAdapter):
    """allauth's hooks, in this instance's words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That did not fit. Codes of an app change every 30 seconds, and each works once."
    }

    def get_totp_label(self, user: Athlete) -> str:
        """Apps list accounts by this; the host tells two instances apart."""
        return f"{user_username(user)} at {self._get_site_name()}"

    def generate_authenticator_name(self, user: Athlete, type: Authenticator.Type) -> str:  # noqa: A002
        """What a passkey is called unless somebody says otherwise."""
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Footfall"}

    def get_public_key_credential_user_entity(self, user: Athlete) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"name": user_username(user)}


def fitting(*, athlete: Athlete, code: str) -> Authenticator | None:
    """What made this code, the app or the list of recovery codes; by that the code is used up."""
    by_code = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)
    for authenticator in Authenticator.objects.filter(user=athlete, type__in=by_code).order_by("-type"):
        if authenticator.wrap().validate_code(code):
            return authenticator if use_up(athlete=athlete, code=code) else None
    return None


def fits_secret(*, secret: str, code: str) -> bool:
    """Whether an app that was given this secret shows that code now."""
    return bool(validate_totp_code(secret, code))


def use_up(*, athlete: Athlete, code: str) -> bool:
    """Take a code once for as long as the app may show it; say whether this was the first time."""
    spans = 2 * app_settings.TOTP_TOLERANCE + 1
    key = f"code-used:{athlete.pk}:{normalize_user_code(code)}"
    return bool(cache.add(key, True, timeout=spans * app_settings.TOTP_PERIOD))


def square(text: str) -> tuple[int, str]:
    """A QR code as the width of its square and the path of its dark parts, quiet margin included."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    rows = code.get_matrix()
    return len(rows), "".join(_bars(y, row) for y, row in enumerate(rows))


def _bars(y: int, row: list[bool]) -> str:
    """Every dark stretch of a row as a bar of its own."""
    path, x = "", 0
    for is_dark, stretch in groupby(row):
        width = len(list(stretch))
        path += f"M{x} {y}h{width}v1h-{width}z" if is_dark else ""
        x += width
    return path


def in_fours(secret: str) -> str:
    """A secret as people copy it by hand."""
    return " ".join(secret[first : first + 4] for first in range(0, len(secret), 4))

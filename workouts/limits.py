"""How many tries a way in takes, and when the next is looked at.  All workers count together."""

import math
import time

from allauth.account import app_settings as account_settings
from allauth.core.internal import ratelimit
from allauth.mfa import app_settings as factor_settings
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from workouts.models import Athlete

AN_HOUR_S = 60 * 60
ACCOUNT, FACTOR = "allauth.account", "allauth.mfa"

# What the pages that answer 429 count, by the name of their address.
COUNTED = {
    "account_login": (ACCOUNT, "login"),
    "account_signup": (ACCOUNT, "signup"),
    "account_reset_password": (ACCOUNT, "reset_password"),
    "account_reset_password_from_key": (ACCOUNT, "reset_password_from_key"),
    "account_change_password": (ACCOUNT, "change_password"),
    "account_email": (ACCOUNT, "manage_email"),
    "account_reauthenticate": (ACCOUNT, "reauthenticate"),
    "mfa_reauthenticate": (ACCOUNT, "reauthenticate"),
    "mfa_reauthenticate_webauthn": (ACCOUNT, "reauthenticate"),
    "mfa_login_webauthn": (FACTOR, "webauthn_login"),
}


class TooManyTries(ValidationError):
    """No further try is looked at for now; its message says until when."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"Too many wrong tries. The next one is looked at {in_words(wait_s)}.")


def count_password(request: HttpRequest, *, account: str) -> ratelimit.RateLimitUsage:
    """
    Count a try of a password for what was typed as the account; take it back if it was right.

    :raises TooManyTries: once there were too many
    """
    athlete = Athlete.objects.called(account)
    # By name or by address, it is one account; what nobody is called is counted all the same.
    key = f"athlete {athlete.pk}" if athlete else account.lower()
    return _count(request, action="login_failed", account=key, athlete=athlete)


def count_code(request: HttpRequest, *, athlete: Athlete) -> ratelimit.RateLimitUsage:
    """
    Count a try of a code as second factor; take it back if it was right.

    :raises TooManyTries: once there were too many
    """
    return _count(request, action="code_failed", account=f"athlete {athlete.pk}", athlete=athlete)


def _count(
    request: HttpRequest, *, action: str, account: str, athlete: Athlete | None
) -> ratelimit.RateLimitUsage:
    """
    By account and address, by address, and by account from all addresses it never signed in from.

    A count by account alone would let a stranger lock its owner out.
    """
    address = ratelimit.get_ip(request)
    counts = [(action, f"{account} from {address}")]
    if athlete is None or not _has_signed_in_from(athlete, address):
        counts.append((f"{action}_elsewhere", account))
    counted = ratelimit.RateLimitUsage(usage=[])
    for each, key in counts:
        usage = ratelimit.consume(request, app=ACCOUNT, action=each, key=key)
        if usage is None:
            counted.rollback()
            raise TooManyTries(_wait_s(request, ACCOUNT, each, key=key))
        counted.usage += usage.usage
    return counted


def _has_signed_in_from(athlete: Athlete, address: str) -> bool:
    known = UserSession.objects.filter(user=athlete).values_list("ip", flat=True)
    return address in {ratelimit.truncate_ip(ip) for ip in known}


def wait_s(request: HttpRequest) -> float:
    """In how many seconds the page that refused this request takes another."""
    name = request.resolver_match.url_name if request.resolver_match else None
    if name not in COUNTED:
        return AN_HOUR_S
    return _wait_s(request, *COUNTED[name], key=request.POST.get("email", "").lower())


def _wait_s(request: HttpRequest, app: str, action: str, *, key: str) -> float:
    """Until the oldest try that still counts is old enough, of every limit that is reached."""
    limits = {ACCOUNT: account_settings.RATE_LIMITS, FACTOR: factor_settings.RATE_LIMITS}[app]
    now, waits = time.time(), []
    for rate in ratelimit.get_rates(app=app, action=action, config=limits):
        if rate.per == "user" and not request.user.is_authenticated:
            continue
        tries = cache.get(ratelimit.get_cache_key(request, app=app, action=action, rate=rate, key=key), [])
        counting = [at for at in tries if at > now - rate.duration]
        if len(counting) >= rate.amount:
            waits.append(counting[rate.amount - 1] + rate.duration - now)
    # None is reached when many tries came within a moment, and this one did not get its turn.
    return max(waits, default=1.0)


def in_words(seconds: float) -> str:
    """`in 23 minutes`, never too early."""
    minutes = math.ceil(seconds / 60)
    if minutes > 120:
        return f"in {math.ceil(minutes / 60)} hours"
    return f"in {minutes} minutes" if minutes > 1 else "in a minute"

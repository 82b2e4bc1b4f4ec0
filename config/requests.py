"""One line in the log for each request: which page, how it ended, how long it took, and nothing private."""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from whitenoise.middleware import WhiteNoiseFileResponse

from config.reference import HEADER, cleaned, new_reference, referred_to_as

logger = logging.getLogger("footfall.requests")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NOBODY = NO_ROUTE = "-"


class Requests:
    """Gives each request its reference, and puts a line into the log once it is answered; none for files."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        reference = _told_by_proxy(request) or new_reference()
        with referred_to_as(reference):
            begun = time.monotonic()
            response = self.get_response(request)
            took_ms = (time.monotonic() - begun) * 1000
            response.headers[HEADER] = reference
            if not isinstance(response, WhiteNoiseFileResponse):
                method = request.method if request.method in METHODS else "OTHER"
                told = (method, route_of(request), response.status_code, took_ms, _athlete_of(request))
                logger.info("%s %s %d %.0fms athlete=%s", *told)
        return response


def _told_by_proxy(request: HttpRequest) -> str | None:
    """Without a proxy in front, the header is anybody's and counts for nothing."""
    return cleaned(request.headers.get(HEADER, "")) if settings.TRUSTED_PROXIES else None


def route_of(request: HttpRequest) -> str:
    """Return the name of the page, since its address may hold whose it is, or a token that opens it."""
    match = request.resolver_match
    return (match.view_name or NO_ROUTE) if match else NO_ROUTE


def _athlete_of(request: HttpRequest) -> str:
    """Return the number of who is signed in, where answering looked that up; the log asks no database."""
    user = getattr(request, "user", None)
    if isinstance(user, SimpleLazyObject):
        user = getattr(request, "_cached_user", None)
    return str(getattr(user, "pk", None) or NOBODY)

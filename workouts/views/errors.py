"""What is shown when a request could not be read, came once too often, or broke on the way."""

import math

from django.conf import settings
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import DisallowedHost, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from config.reference import current_reference
from workouts import limits


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Tell apart a sign-in that ended, a host name that is not served, and too many files."""
    if isinstance(exception, SessionInterrupted):
        # Signed out in another tab, or the account deleted, while this was under way.
        return redirect("account_login")
    most = settings.DATA_UPLOAD_MAX_NUMBER_FILES if isinstance(exception, TooManyFilesSent) else None
    context = {"unknown_host": isinstance(exception, DisallowedHost), "most_files": most}
    # Without the request: an unknown host has no session to ask, and the page needs none.
    return HttpResponse(render(None, "400.html", context).content, status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """Name the reference that the log has the whole story under."""
    # Without the request: what broke may be the database, and with it the session.
    context = {"reference": current_reference()}
    return HttpResponse(render(None, "500.html", context).content, status=500)


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """Say when the page takes the next one."""
    wait_s = limits.wait_s(request)
    page = render(request, "429.html", {"again": limits.in_words(wait_s)}, status=429)
    page["Retry-After"] = str(math.ceil(wait_s))
    return page

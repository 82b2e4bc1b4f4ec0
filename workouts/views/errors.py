"""What is shown when a request could not be read at all."""

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Tell a host name that is not served, which the operator can mend, from anything else."""
    context = {"unknown_host": isinstance(exception, DisallowedHost)}
    # Without the request: an unknown host has no session to ask, and the page needs none.
    return HttpResponse(render(None, "400.html", context).content, status=400)

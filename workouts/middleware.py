"""What becomes of a request whose account was deleted while it was under way."""

from collections.abc import Callable

from django.contrib.auth import logout
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from config.headers import leave_no_pages_behind
from workouts.models import Athlete


class EndedAccounts:
    """
    Leads to the sign-in where a request failed because its athlete is gone.

    A second tab may just be saving when the first deletes the account: the database then refuses what
    belongs to nobody, and no page for that is a fault of ours or theirs.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Asked only when a view failed for want of a row.  One query."""
        missing = isinstance(exception, DatabaseError | ObjectDoesNotExist | Http404)
        # A database that does not answer has nothing to say about accounts either.
        if not missing or isinstance(exception, OperationalError) or not request.user.is_authenticated:
            return None
        if Athlete.objects.filter(pk=request.user.pk).exists():
            return None
        logout(request)
        return leave_no_pages_behind(redirect("account_login"))

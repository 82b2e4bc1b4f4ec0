"""How what the player sends is answered: a script in JSON, a plain form by a page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from logbook.models import Session
from logbook.playing import ChangedElsewhere, DeletedElsewhere

ANOTHER = "Somebody else is signed in here now. It waits on this phone until you are."
GONE = "That session is gone for good. What you did of it can only be thrown away."
DOES_NOT_FOLLOW = "No such routine follows this session."
DELETED = "This session was deleted meanwhile."
BEFORE_DELETED = "The session that this follows was deleted meanwhile."


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, which reads the answer itself."""
    return "application/json" in request.headers.get("Accept", "")


def for_its_athlete(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """
    Refuse what was kept on the phone for somebody else than who is signed in by now, unread.

    What is of a session that is gone, or follows one that was deleted, is answered here, too.
    """

    @wraps(view)
    def guarded(request: HttpRequest, session_id: int) -> HttpResponse:
        meant_for = request.POST.get("athlete", "")
        if meant_for and meant_for != str(request.user.pk):
            if not wants_json(request):
                raise PermissionDenied(ANOTHER)
            return JsonResponse({"state": "another", "why": ANOTHER}, status=403)
        try:
            return view(request, session_id)
        except Http404:
            if not wants_json(request):
                raise
            return gone(request)
        except DeletedElsewhere as elsewhere:
            if not wants_json(request):
                return refused(request, elsewhere.session, BEFORE_DELETED)
            return choice(elsewhere, why=BEFORE_DELETED, mine="", stored="")

    return guarded


def stored(request: HttpRequest, session: Session, *, then: Any) -> HttpResponse:
    """It is stored; a plain form goes on to `then`."""
    if not wants_json(request):
        return redirect(then)
    return JsonResponse({"state": "stored", "address": session.get_absolute_url()})


def refused(request: HttpRequest, session: Session, why: str) -> HttpResponse:
    """It cannot be stored; after a plain form the session's page says why."""
    if wants_json(request):
        return JsonResponse({"state": "refused", "why": why}, status=422)
    messages.error(request, why)
    return redirect(session)


def gone(request: HttpRequest) -> HttpResponse:
    """
    There is no such session any more.

    :raises Http404: for a plain form
    """
    if not wants_json(request):
        raise Http404(GONE)
    return JsonResponse({"state": "gone", "why": GONE}, status=404)


def choice(
    elsewhere: ChangedElsewhere, *, why: str, mine: str, stored: str, stored_set: dict[str, Any] | None = None
) -> HttpResponse:
    """Both versions, for a script to have one of them chosen; of a set also as the player's JSON has it."""
    body = {
        "state": "deleted" if isinstance(elsewhere, DeletedElsewhere) else "changed",
        "why": why,
        "mine": mine,
        "stored": stored,
        "stored_set": stored_set,
        "over": elsewhere.over,
    }
    return JsonResponse(body, status=409)

"""Which run a session belongs to: said by the athlete, or undone where a late run was paired by itself."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from config.methods import acts_by_post
from logbook import matching
from logbook.models import Run, Session
from logbook.views.ids import row_id

# What a form on the page of the session says, to lead back there.
TO_SESSION = "session"


@acts_by_post(back="logbook:session")
def pairing(request: HttpRequest, session_id: int) -> HttpResponse:
    """Pair a session with a run of the same athlete; back to whichever of the two it was asked from."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    run = get_object_or_404(request.user.runs.kept(), pk=row_id(request.POST.get("run", "")))
    matching.pair(session=session, run=run)
    if not _leads_to_session(request):
        tell_of_pairing(request, session)
        return redirect(run)
    messages.info(request, f"Paired with {_named(run)}.", extra_tags=_undo(session, back=TO_SESSION))
    return redirect(session)


@acts_by_post(back="logbook:session")
def unpairing(request: HttpRequest, session_id: int) -> HttpResponse:
    """Let a session belong to no run any more; back to whichever of the two it was asked from."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    run_id = row_id(_given(request, "run"))
    run = request.user.runs.kept().numbered(run_id)
    if matching.unpair(session=session, run_id=run_id):
        messages.success(request, f"{session.name} stands on its own now.")
    else:
        messages.info(request, f"{session.name} is not paired with that run any more.")
    return redirect(session if run is None or _leads_to_session(request) else run)


def tell_of_pairing(request: HttpRequest, session: Session) -> None:
    """Say that a session and a run belong together now, with the way back."""
    messages.info(request, f"Paired with {session.name}, logged that day.", extra_tags=_undo(session))


def _undo(session: Session, **more: str) -> str:
    asked = urlencode({"run": session.run_id, **more})
    return f"{reverse('logbook:session_unpairing', args=[session.pk])}?{asked}"


def _named(run: Run) -> str:
    return f"{run.title}, {run.local_start:%H:%M}"


def _leads_to_session(request: HttpRequest) -> bool:
    return _given(request, "back") == TO_SESSION


def _given(request: HttpRequest, name: str) -> str:
    """What a form says, or the address that an Undo posts to."""
    return request.POST.get(name) or request.GET.get(name, "")

"""Which run a session belongs to: said by the athlete, or undone where a late run was paired by itself."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from logbook import matching
from logbook.models import Session
from logbook.views.ids import row_id
from logbook.views.methods import acts_by_post


@acts_by_post(back="logbook:session")
def pairing(request: HttpRequest, session_id: int) -> HttpResponse:
    """Pair a session with a run of the same athlete."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    run = get_object_or_404(request.user.runs.kept(), pk=row_id(request.POST.get("run", "")))
    matching.pair(session=session, run=run)
    tell_of_pairing(request, session)
    return redirect(run)


@acts_by_post(back="logbook:session")
def unpairing(request: HttpRequest, session_id: int) -> HttpResponse:
    """Let a session belong to no run any more; back to the run it was paired with."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    run_id = row_id(request.POST.get("run") or request.GET.get("run", ""))
    run = request.user.runs.kept().numbered(run_id)
    if matching.unpair(session=session, run_id=run_id):
        messages.success(request, f"{session.name} stands on its own now.")
    else:
        messages.info(request, f"{session.name} is not paired with that run any more.")
    return redirect(run or session)


def tell_of_pairing(request: HttpRequest, session: Session) -> None:
    """Say that a session and a run belong together now, with the way back."""
    undo = f"{reverse('logbook:session_unpairing', args=[session.pk])}?run={session.run_id}"
    messages.info(request, f"Paired with {session.name}, logged that day.", extra_tags=undo)

"""The page of a session, and what is done from it: deleted, brought back, followed by a routine."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.methods import acts_by_post
from logbook import following, sessions
from logbook.models import Session
from workouts.catalogue.loading import safety_told
from workouts.units import WeightUnit, grouped

DOES_NOT_FOLLOW = "That is not on offer after this session. Log it from its circuit."


@require_safe
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    """One session as asked for beside as done; a deleted one says so and can be brought back."""
    session = get_object_or_404(request.user.sessions.select_related("run"), pk=session_id)
    page = sessions.page(session=session, unit=WeightUnit(request.user.weight_unit))
    context = {
        "section": "history",
        "page": page,
        "safety_told": safety_told(with_hops=bool(page.numbers.foot_contacts)),
        "week": request.user.week_of(session.performed_on),
    }
    return render(request, "logbook/session.html", context)


@acts_by_post(back="logbook:session")
def deletion(request: HttpRequest, session_id: int) -> HttpResponse:
    """Delete a session; for 30 days it can be brought back."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    session.hide(at=timezone.now())
    undo = reverse("logbook:session_restoration", args=[session.pk])
    messages.info(request, f"{session.name} deleted. It can be brought back for 30 days.", extra_tags=undo)
    return redirect("logbook:week", request.user.week_of(session.performed_on))


@acts_by_post(back="logbook:session")
def restoration(request: HttpRequest, session_id: int) -> HttpResponse:
    """Undo a deletion."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    session.bring_back()
    messages.success(request, f"{session.name} is back.")
    return redirect(session)


@acts_by_post(back="logbook:session")
def afterwards(request: HttpRequest, session_id: int) -> HttpResponse:
    """Log a routine as it is asked for, right after a session, in one tap."""
    session = get_object_or_404(request.user.sessions.select_related("run"), pk=session_id)
    slug = request.POST.get("circuit", "")
    try:
        logged = following.log_afterwards(session=session, slug=slug, now=timezone.now())
    except following.DoesNotFollow:
        messages.error(request, DOES_NOT_FOLLOW)
        return redirect(session)
    # What was there before this tap is not its to take back.
    undo = reverse("logbook:session_deletion", args=[logged.session.pk]) if logged.is_new else ""
    messages.success(request, _logged(logged.session), extra_tags=undo)
    return redirect(f"{session.get_absolute_url()}#then")


def _logged(routine: Session) -> str:
    load = f", load {grouped(routine.load.au)} AU" if routine.load else ""
    return f"{routine.name} is in the log: {routine.minutes} min{load}."

"""The page of a session, and what is done from it: deleted, brought back, followed by a routine."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.methods import acts_by_post
from logbook import clearance, following, sessions, starting
from logbook.afterwards import begun, key_of
from logbook.models import Session
from logbook.pairing import STILL_ON
from logbook.playing import DeletedElsewhere
from workouts.catalogue.loading import rules, safety_told
from workouts.units import WeightUnit, grouped

DOES_NOT_FOLLOW = "That is not on offer after this session. Log it from its circuit."
UNDER_WAY = "is under way. Carry on, or log what is there."


@require_safe
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    """
    One session as asked for beside as done; a deleted one says so and can be brought back.

    One in the making leads to the player.
    """
    session = get_object_or_404(request.user.sessions.select_related("run"), pk=session_id)
    if session.is_being_played:
        return redirect("logbook:play", session.pk)
    page = sessions.page(session=session, unit=WeightUnit(request.user.weight_unit))
    now = timezone.now()
    may_start = clearance.may_start(athlete=request.user, rules=rules(), now=now)
    context = {
        "section": "history",
        "page": page,
        "safety_told": safety_told(with_hops=bool(page.numbers.foot_contacts)),
        "week": request.user.week_of(session.performed_on),
        "plays": may_start and session.ended_at > now - STILL_ON,
        "goes_on": may_start,
    }
    return render(request, "logbook/session.html", context)


@acts_by_post(back="logbook:session")
def deletion(request: HttpRequest, session_id: int) -> HttpResponse:
    """
    Delete a session, or the `routine` after it; for 30 days it can be brought back.

    A routine of which nothing has arrived yet is there from now on, deleted: what comes late starts none.
    """
    session = before = get_object_or_404(request.user.sessions.select_related("run"), pk=session_id)
    now = timezone.now()
    if slug := request.POST.get("routine"):
        try:
            session = begun(before, slug) or starting.routine_of(session=before, slug=slug, now=now)
        except (following.DoesNotFollow, DeletedElsewhere):
            return redirect(before)
        if session.key != key_of(before, slug):
            # It was logged in another way, and is not the one that was played.
            return redirect(before)
    session.hide(at=now)
    undo = reverse("logbook:session_restoration", args=[session.pk])
    done = "thrown away" if session.is_open else "deleted"
    messages.info(request, f"{session.name} {done}. It can be brought back for 30 days.", extra_tags=undo)
    if session.is_open:
        return redirect("logbook:today") if session == before else redirect(before)
    return redirect("logbook:week", request.user.week_of(session.performed_on))


@acts_by_post(back="logbook:session")
def restoration(request: HttpRequest, session_id: int) -> HttpResponse:
    """Undo a deletion; what was in the making goes on in the player."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    session.bring_back()
    messages.success(request, f"{session.name} is back.")
    return redirect("logbook:play", session.pk) if session.is_open else redirect(session)


@acts_by_post(back="logbook:session")
def afterwards(request: HttpRequest, session_id: int) -> HttpResponse:
    """Log a routine as it is asked for, right after a session, in one tap; or `play` it."""
    session = get_object_or_404(request.user.sessions.select_related("run"), pk=session_id)
    slug, now = request.POST.get("circuit", ""), timezone.now()
    try:
        if "play" in request.POST:
            if not clearance.may_start(athlete=request.user, rules=rules(), now=now):
                return redirect("logbook:today")
            started = starting.start_routine(session=session, slug=slug, now=now)
            return redirect("logbook:play", started.pk)
        logged = following.log_afterwards(session=session, slug=slug, now=now)
    except following.DoesNotFollow:
        messages.error(request, DOES_NOT_FOLLOW)
        return redirect(session)
    if logged.session.is_open:
        messages.info(request, f"{logged.session.name} {UNDER_WAY}")
        return redirect("logbook:play", logged.session.pk)
    # What was there before this tap is not its to take back.
    undo = reverse("logbook:session_deletion", args=[logged.session.pk]) if logged.is_new else ""
    messages.success(request, _logged(logged.session), extra_tags=undo)
    return redirect(f"{session.get_absolute_url()}#then")


def _logged(routine: Session) -> str:
    load = f", load {grouped(routine.load.au)} AU" if routine.load else ""
    return f"{routine.name} is in the log: {routine.minutes} min{load}."

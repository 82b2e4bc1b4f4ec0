"""The end of a session that was played: its form on a page of its own, and what it says stored."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from logbook import afterwards, plain_walk, playing, proposals, week_told
from logbook.facts import Pain
from logbook.following import DoesNotFollow
from logbook.forms import pain
from logbook.forms.completion import CompletionForm
from logbook.models import Session
from logbook.playing import ChangedElsewhere, Completion, DeletedElsewhere
from logbook.views import played
from logbook.views.ids import row_id
from workouts.catalogue.loading import safety_told
from workouts.units import spoken_minutes
from workouts.vocabulary import place_of_pain

JUMPS = ("plyo_low", "plyo_high")
ALL_LEFT_OUT = "Every set is left out. Do one, or throw the session away."
CHANGED = "This session was logged meanwhile, and says something else."
NOTE_TOLD = 80


@require_http_methods(["GET", "HEAD", "POST"])
@played.for_its_athlete
def completion(request: HttpRequest, session_id: int) -> HttpResponse:
    """Log a session that was played, or a routine that follows it."""
    session = get_object_or_404(request.user.sessions.select_related("run").with_sets(), pk=session_id)
    if request.method != "POST":
        played_now = session.is_being_played
        return _page(request, session, form_of(request, session)) if played_now else redirect(session)
    now, slug = timezone.now(), request.POST.get("routine", "")
    try:
        if slug:
            session = played.routine_of(request, session, slug, now)
    except DoesNotFollow:
        return JsonResponse({"state": "refused", "why": played.DOES_NOT_FOLLOW}, status=422)
    form = form_of(request, session, data=request.POST)
    is_valid = form.is_valid()
    by_script = played.wants_json(request)
    if is_valid and not by_script and not session.sets.done().exists():
        form.add_error(None, ALL_LEFT_OUT)
    if form.errors:
        return _refused(form) if by_script else _page(request, session, form, status=422)
    said = form.cleaned_data
    said_of_it = Completion(
        minutes=said["minutes"],
        effort=said["effort"],
        pain=form.pain_facts,
        note=said["note"],
        run=session.kept_run if "run" not in form.fields else form.chosen_run,
    )
    try:
        playing.complete_session(session=session, completion=said_of_it, now=now, over=said["over"])
    except ChangedElsewhere as elsewhere:
        return _choice(request, elsewhere, said_of_it)
    except Session.DoesNotExist:
        return JsonResponse({"state": "gone", "why": played.GONE}, status=404)
    if by_script:
        return JsonResponse({"state": "stored", "address": session.get_absolute_url()})
    messages.success(request, f"{session.name} saved: {session.minutes} min.")
    return redirect(session)


def form_of(request: HttpRequest, session: Session, *, data: Any = None) -> CompletionForm:
    """The form as it is first shown, or as it was sent; its runs are those near the session.  One query."""
    following = session.session_class == afterwards.MOBILITY and session.kept_run is not None
    chosen = session.kept_run
    if data is not None:
        chosen = request.user.runs.kept().numbered(row_id(data.get("run", ""))) or chosen
    now = timezone.now()
    runs: Sequence[Any] = (
        ()
        if following
        else proposals.choices(
            athlete=request.user, starts_at=session.started_at, ends_at=session.ended_at, always=chosen
        )
    )
    picked = chosen or next((each.run for each in runs), None)
    return CompletionForm(
        data,
        runs=runs,
        following=following,
        initial={
            "minutes": _minutes(session, now),
            "run": picked.pk if picked else "",
            "effort": session.effort,
            "note": session.note,
            **pain.initial_of(level=session.pain, place=session.pain_place, side=session.pain_side),
        },
    )


def _minutes(session: Session, now: datetime) -> int:
    """Since it was started, as long as that can be; one left for another day took as long as planned."""
    since = (now - session.started_at) // timedelta(minutes=1)
    return max(since, 1) if since <= max(2 * session.minutes, session.minutes + 30) else session.minutes


def _page(request: HttpRequest, session: Session, form: CompletionForm, status: int = 200) -> HttpResponse:
    context = {
        "section": "plan",
        "session": session,
        "form": form,
        "progress": plain_walk.progress(session),
        "week": week_told.of_session(session),
        "safety_told": safety_told(with_hops=session.session_class in JUMPS),
    }
    return render(request, "logbook/completion.html", context, status=status)


def _refused(form: CompletionForm) -> HttpResponse:
    why = " ".join(" ".join(each) for each in form.errors.values())
    return JsonResponse({"state": "refused", "why": why}, status=422)


def _choice(request: HttpRequest, elsewhere: ChangedElsewhere, mine: Completion) -> HttpResponse:
    stored = elsewhere.session
    deleted = isinstance(elsewhere, DeletedElsewhere)
    why = played.DELETED if deleted else CHANGED
    if not played.wants_json(request):
        messages.error(request, f"{why} What is stored is shown here.")
        return redirect(reverse("logbook:session", args=[stored.pk]))
    body = {
        "state": "deleted" if deleted else "changed",
        "why": why,
        "mine": _told(mine),
        "stored": _told(_said_by(stored)),
        "over": elsewhere.over,
    }
    return JsonResponse(body, status=409)


def _said_by(session: Session) -> Completion:
    level, place, side = session.pain, session.pain_place, session.pain_side
    return Completion(
        minutes=session.minutes,
        effort=session.effort,
        pain=None if level is None else Pain(level=level, place=place, side=side),
        note=session.note,
        run=session.kept_run,
    )


def _told(said: Completion) -> str:
    """ "21 min, effort 6, pain 3 of 10, left knee, with Easy run of 29 July, 07:00, Wet grass." """
    where = f", {place_of_pain(said.pain.place, said.pain.side)}" if said.pain and said.pain.place else ""
    parts = [
        spoken_minutes(60 * said.minutes),
        f"effort {said.effort}" if said.effort is not None else "effort not rated",
        f"pain {said.pain.level} of 10{where}" if said.pain else "",
        f"with {said.run.title} of {said.run.local_start:%-d %B, %H:%M}" if said.run else "without a run",
        said.note if len(said.note) <= NOTE_TOLD else f"{said.note[:NOTE_TOLD]}…",
    ]
    return ", ".join(filter(None, parts))

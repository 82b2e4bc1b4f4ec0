"""What the player sends: a set, and the end of a session; by a script, or by plain forms."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from config.methods import acts_by_post
from logbook import player, playing, starting, stations
from logbook.following import DoesNotFollow
from logbook.forms.played_set import PlayedSetForm
from logbook.models import LoggedSet, Session
from logbook.playing import ChangedElsewhere, DeletedElsewhere, Written
from logbook.sets.done import SetDone
from logbook.sets.words import set_told
from logbook.views import plain
from workouts.units import WeightUnit

ANOTHER = "Somebody else is signed in here now. It waits on this phone until you are."
GONE = "That session is gone for good. What you did of it can only be thrown away."
DOES_NOT_FOLLOW = "No such routine follows this session."
DELETED = "This session was deleted meanwhile."
CHANGED = "This set was written elsewhere meanwhile."
NO_SUCH_SET = "This session was corrected meanwhile, and has no such set any more."
LEFT_OUT = "left out"


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, which reads the answer itself."""
    return "application/json" in request.headers.get("Accept", "")


def for_its_athlete(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuse what was kept on the phone for somebody else than who is signed in by now, unread."""

    def guarded(request: HttpRequest, session_id: int) -> HttpResponse:
        meant_for = request.POST.get("athlete", "")
        if meant_for and meant_for != str(request.user.pk):
            return JsonResponse({"state": "another", "why": ANOTHER}, status=403)
        if wants_json(request) and request.user.sessions.numbered(session_id) is None:
            return JsonResponse({"state": "gone", "why": GONE}, status=404)
        return view(request, session_id)

    return guarded


@acts_by_post(back="logbook:play")
@for_its_athlete
def sets(request: HttpRequest, session_id: int) -> HttpResponse:
    """Store one set of a session, or of a routine that follows it."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    now = timezone.now()
    try:
        if slug := request.POST.get("routine", ""):
            session = starting.routine_of(session=session, slug=slug, now=now)
    except DoesNotFollow:
        return _refused(request, session, DOES_NOT_FOLLOW)
    session = get_object_or_404(request.user.sessions.with_sets(), pk=session.pk)
    unit = WeightUnit(request.user.weight_unit)
    form = PlayedSetForm(request.POST, plans=stations.of_session(session), unit=unit)
    if not form.is_valid():
        return _refused(request, session, " ".join(" ".join(each) for each in form.errors.values()))
    said = form.cleaned_data
    try:
        playing.keep_set(
            session=session,
            station=said["station"],
            number=said["number"],
            plan=said["plan"],
            done=said["done"],
            written=Written(writer=said["writer"], revision=said["revision"] or 1, over=said["over"]),
        )
    except ChangedElsewhere as elsewhere:
        mine, stored = said["done"], _done_in(elsewhere.stored)
        named = mine is not None and stored is not None and mine.movement != stored.movement
        told = {"unit": unit, "with_name": named}
        row = elsewhere.stored
        stored_set = (
            player.written_told(
                stored, said["plan"].movement, unit, writer=str(row.writer or ""), revision=row.revision
            )
            if row
            else None
        )
        told_both = {"mine": _told(mine, **told), "stored": _told(stored, **told)}
        return _choice(request, elsewhere, stored_set=stored_set, **told_both)
    except Session.DoesNotExist:
        return JsonResponse({"state": "gone", "why": GONE}, status=404)
    if wants_json(request):
        return JsonResponse({"state": "stored", "address": session.get_absolute_url()})
    if not session.is_being_played:
        return redirect(session)
    return redirect(plain.after(session, station=said["station"], number=said["number"]))


def _refused(request: HttpRequest, session: Session, why: str) -> HttpResponse:
    if wants_json(request):
        return JsonResponse({"state": "refused", "why": why}, status=422)
    if session.is_being_played:
        return plain.not_stored(request, session.pk)
    messages.error(request, why)
    return redirect(session)


def _choice(
    request: HttpRequest,
    elsewhere: ChangedElsewhere,
    *,
    mine: str,
    stored: str,
    stored_set: dict[str, Any] | None,
) -> HttpResponse:
    deleted = isinstance(elsewhere, DeletedElsewhere)
    why = DELETED if deleted else CHANGED if elsewhere.stored is not None else NO_SUCH_SET
    if not wants_json(request):
        told = f"{why} Yours: {mine}. Stored: {stored}."
        if elsewhere.session.is_being_played and elsewhere.stored is not None:
            return plain.not_stored(
                request, elsewhere.session.pk, over=elsewhere.over, elsewhere=told, status=409
            )
        messages.error(request, told)
        return redirect(elsewhere.session)
    body: dict[str, Any] = {
        "state": "deleted" if deleted else "changed",
        "why": why,
        "mine": mine,
        "stored": stored,
        "stored_set": stored_set,
        "over": elsewhere.over,
    }
    return JsonResponse(body, status=409)


def _done_in(row: LoggedSet | None) -> SetDone | None:
    if row is None:
        return None
    return stations.set_done(row, stations.as_named_then(row, row.exercise))


def _told(done: SetDone | None, *, unit: WeightUnit, with_name: bool) -> str:
    """One set, with its exercise where the two that are to be told apart have different ones."""
    if done is None:
        return LEFT_OUT
    return f"{done.movement.name}, {set_told(done, unit=unit)}" if with_name else set_told(done, unit=unit)

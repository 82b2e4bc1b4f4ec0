"""What the player sends: a set, and the end of a session; by a script, or by plain forms."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from config.methods import acts_by_post
from logbook import player, playing, starting, stations
from logbook.following import DoesNotFollow
from logbook.forms.played_set import PlayedSetForm
from logbook.models import LoggedSet, Session
from logbook.plain_walk import LEFT_OUT
from logbook.playing import ChangedElsewhere, DeletedElsewhere, Written
from logbook.sets.done import SetDone
from logbook.sets.words import set_told
from logbook.views import answers, ids, plain
from workouts.units import WeightUnit

CHANGED = "This set was written elsewhere meanwhile."
NO_SUCH_SET = "This session was corrected meanwhile, and has no such set any more."

# Whoever opens a session and does its first set later than that began it later.
BEGINS_SOON = timedelta(minutes=30)


@acts_by_post(back="logbook:play")
@answers.for_its_athlete
def sets(request: HttpRequest, session_id: int) -> HttpResponse:
    """Store one set of a session, or of a routine that follows it."""
    now, slug = timezone.now(), request.POST.get("routine", "")
    own = request.user.sessions
    session = get_object_or_404(own.select_related("run") if slug else own.with_sets(), pk=session_id)
    try:
        if slug:
            session = routine_of(request, session, slug, now)
            prefetch_related_objects([session], "sets")
    except DoesNotFollow:
        return answers.refused(request, session, answers.DOES_NOT_FOLLOW)
    except DeletedElsewhere:
        # Nothing of it is there, and nothing was done.
        if request.POST.get("skipped"):
            return answers.stored(request, session, then=session)
        raise
    unit = plain.unit_of(request)
    plans = stations.of_session(session, also_retired=True)
    form = PlayedSetForm(request.POST, plans=plans, unit=unit)
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
            written=Written(
                writer=said["writer"],
                revision=said["revision"] or 1,
                over=said["over"],
                began=_began(request, session, now),
            ),
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
        return answers.gone(request)
    place = {"station": said["station"], "number": said["number"]}
    return answers.stored(
        request, session, then=plain.after(session, **place) if session.is_being_played else session
    )


def routine_of(request: HttpRequest, session: Session, slug: str, now: datetime) -> Session:
    """
    The session of a routine that a message is about, started by it if need be.

    :raises DoesNotFollow: if no such routine follows the session
    :raises DeletedElsewhere: if the session was deleted, which `for_its_athlete` answers
    """
    began = ids.moment(request.POST.get("began", ""), until=now)
    over = request.POST.get("over", "")
    return starting.routine_of(session=session, slug=slug, now=now, began=began, over=over)


def _began(request: HttpRequest, session: Session, now: datetime) -> datetime | None:
    """When the session began: as a phone says, or by when a plain form comes, which is not kept for later."""
    if request.POST.get("writer"):
        return ids.moment(request.POST.get("began", ""), until=now)
    return now if now - session.started_at > BEGINS_SOON else None


def _refused(request: HttpRequest, session: Session, why: str) -> HttpResponse:
    if answers.wants_json(request):
        return answers.refused(request, session, why)
    return plain.not_stored(request, session.pk, why=why)


def _choice(
    request: HttpRequest,
    elsewhere: ChangedElsewhere,
    *,
    mine: str,
    stored: str,
    stored_set: dict[str, Any] | None,
) -> HttpResponse:
    is_deleted = isinstance(elsewhere, DeletedElsewhere)
    why = answers.DELETED if is_deleted else CHANGED if elsewhere.stored is not None else NO_SUCH_SET
    if answers.wants_json(request):
        return answers.choice(elsewhere, why=why, mine=mine, stored=stored, stored_set=stored_set)
    told = f"{why} Yours: {mine}. Stored: {stored}."
    return plain.not_stored(request, elsewhere.session.pk, why=told, over=elsewhere.over)


def _done_in(row: LoggedSet | None) -> SetDone | None:
    if row is None:
        return None
    return stations.set_done(row, stations.as_named_then(row, row.exercise))


def _told(done: SetDone | None, *, unit: WeightUnit, with_name: bool) -> str:
    """One set, with its exercise where the two that are to be told apart have different ones."""
    if done is None:
        return LEFT_OUT
    return f"{done.movement.name}, {set_told(done, unit=unit)}" if with_name else set_told(done, unit=unit)

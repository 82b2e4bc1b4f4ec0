"""What the player sends: a set, and the end of a session; by a script, or by plain forms."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from config.methods import acts_by_post
from logbook import playing, starting, stations
from logbook.following import DoesNotFollow
from logbook.forms.played_set import PlayedSetForm
from logbook.models import LoggedSet, Session
from logbook.plain_walk import LEFT_OUT
from logbook.playing import ChangedElsewhere, DeletedElsewhere, Written
from logbook.sets.done import SetDone
from logbook.sets.words import set_told
from logbook.views import answers, plain
from workouts.units import WeightUnit

CHANGED = "This set was written elsewhere meanwhile."
NO_SUCH_SET = "This session was corrected meanwhile, and has no such set any more."


@acts_by_post(back="logbook:play")
@answers.for_its_athlete
def sets(request: HttpRequest, session_id: int) -> HttpResponse:
    """Store one set of a session, or of a routine that follows it."""
    session = get_object_or_404(request.user.sessions, pk=session_id)
    now = timezone.now()
    try:
        if slug := request.POST.get("routine", ""):
            session = starting.routine_of(session=session, slug=slug, now=now)
    except DoesNotFollow:
        return answers.refused(request, session, answers.DOES_NOT_FOLLOW)
    session = get_object_or_404(request.user.sessions.with_sets(), pk=session.pk)
    unit = plain.unit_of(request)
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
        return _choice(request, elsewhere, mine=_told(mine, **told), stored=_told(stored, **told))
    except Session.DoesNotExist:
        return answers.gone(request)
    place = {"station": said["station"], "number": said["number"]}
    return answers.stored(
        request, session, then=plain.after(session, **place) if session.is_being_played else session
    )


def _refused(request: HttpRequest, session: Session, why: str) -> HttpResponse:
    if answers.wants_json(request):
        return answers.refused(request, session, why)
    return plain.not_stored(request, session.pk, why=why)


def _choice(request: HttpRequest, elsewhere: ChangedElsewhere, *, mine: str, stored: str) -> HttpResponse:
    is_deleted = isinstance(elsewhere, DeletedElsewhere)
    why = answers.DELETED if is_deleted else CHANGED if elsewhere.stored is not None else NO_SUCH_SET
    if answers.wants_json(request):
        return answers.choice(elsewhere, why=why, mine=mine, stored=stored)
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

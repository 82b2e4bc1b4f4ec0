"""The end of a session that was played: its form on a page of its own, and what it says stored."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from logbook import finish, plain_walk, playing, week_told
from logbook.facts import Pain
from logbook.following import DoesNotFollow
from logbook.forms.completion import CompletionForm
from logbook.models import Session
from logbook.plan_basis import JUMPED
from logbook.playing import ChangedElsewhere, Completion, DeletedElsewhere
from logbook.views import answers, played
from logbook.views.ids import row_id
from workouts.catalogue.loading import safety_told
from workouts.units import spoken_minutes
from workouts.vocabulary import place_of_pain

ALL_LEFT_OUT = "Every set is left out. Do one, or throw the session away."
CHANGED = "This session was logged meanwhile, and says something else."
NOTE_TOLD = 80


@require_http_methods(["GET", "HEAD", "POST"])
@answers.for_its_athlete
def completion(request: HttpRequest, session_id: int) -> HttpResponse:
    """Log a session that was played, or a routine that follows it."""
    session = get_object_or_404(request.user.sessions.select_related("run").with_sets(), pk=session_id)
    now, slug = timezone.now(), request.POST.get("routine", "")
    if request.method != "POST":
        if not session.is_being_played:
            return redirect(session)
        form = CompletionForm(session=session, finish=finish.of_session(session=session, now=now))
        return _page(request, session, form)
    try:
        if slug:
            session = played.routine_of(request, session, slug, now)
    except DoesNotFollow:
        return answers.refused(request, session, answers.DOES_NOT_FOLLOW)
    form = _sent_form(request, session)
    if form.is_valid() and _is_all_left_out(session, by_script=answers.wants_json(request)):
        form.add_error(None, ALL_LEFT_OUT)
    if form.errors:
        return _refused(request, session, form)
    said = form.cleaned_data
    said_of_it = Completion(
        minutes=said["minutes"],
        effort=said["effort"],
        pain=form.pain_facts,
        note=said["note"],
        run=form.paired_run,
    )
    try:
        playing.complete_session(
            session=session, completion=said_of_it, now=now, writer=said["writer"], over=said["over"]
        )
    except ChangedElsewhere as elsewhere:
        return _choice(request, elsewhere, said_of_it, form)
    except Session.DoesNotExist:
        return answers.gone(request)
    if not answers.wants_json(request):
        messages.success(request, f"{session.name} saved: {session.minutes} min.")
    return answers.stored(request, session, then=session)


def _sent_form(request: HttpRequest, session: Session) -> CompletionForm:
    """
    What was sent, its run on offer however far away.

    Nobody is asked any more once it waited on a phone: there a run that is deleted by now counts as none.
    """
    sent: QueryDict = request.POST
    run = request.user.runs.numbered(row_id(sent.get("run", "")))
    if run is not None and run.deleted_at is not None:
        run = None
        if answers.wants_json(request):
            sent = sent.copy()
            sent["run"] = ""
    return CompletionForm(
        sent,
        session=session,
        finish=finish.of_session(session=session, now=timezone.now(), chosen=run),
    )


def _is_all_left_out(session: Session, *, by_script: bool) -> bool:
    """Sets of a script may still be under way, and its end may come twice: each has to be said to be."""
    rows = session.sets.all()
    if not by_script:
        return all(row.done is None for row in rows)
    return session.is_open and bool(rows) and all(row.revision and row.done is None for row in rows)


def _page(
    request: HttpRequest, session: Session, form: CompletionForm, *, status: int = 200, elsewhere: str = ""
) -> HttpResponse:
    context = {
        "section": "plan",
        "session": session,
        "form": form,
        "elsewhere": elsewhere,
        "progress": plain_walk.progress(session),
        "week": week_told.of_session(session, now=timezone.now()),
        "safety_told": safety_told(with_hops=session.session_class in JUMPED),
    }
    return render(request, "logbook/completion.html", context, status=status)


def _refused(request: HttpRequest, session: Session, form: CompletionForm) -> HttpResponse:
    """On its page with all that was typed, unless it was never asked for: the session is logged by now."""
    is_asked = session.is_being_played or form.data.get("over")
    if is_asked and not answers.wants_json(request):
        return _page(request, session, form, status=422)
    why = " ".join(" ".join(each) for each in form.errors.values())
    return answers.refused(request, session, why)


def _choice(
    request: HttpRequest, elsewhere: ChangedElsewhere, mine: Completion, form: CompletionForm
) -> HttpResponse:
    is_deleted = isinstance(elsewhere, DeletedElsewhere)
    why = answers.DELETED if is_deleted else CHANGED
    both = {"mine": _told(mine), "stored": _told(_said_by(elsewhere.session))}
    if answers.wants_json(request):
        return answers.choice(elsewhere, why=why, **both)
    form.sees(elsewhere.over)
    yours, stored = (each.removesuffix(".") for each in both.values())
    told = f"{why} Yours: {yours}. Stored: {stored}."
    return _page(request, elsewhere.session, form, status=409, elsewhere=told)


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

"""The player: a session in the making, started and played step by step."""

from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.methods import acts_by_post
from logbook import afterwards, clearance, finish, playable, player, proposals, starting
from logbook.forms.completion import CompletionForm
from logbook.models import Session
from logbook.plan_basis import JUMPED
from logbook.views import plain
from logbook.views.ids import key_of, row_id
from logbook.views.session_form import circuit_of
from workouts.catalogue.loading import rules, safety_told


@acts_by_post(back="logbook:session_new", alone=True)
def start(request: HttpRequest) -> HttpResponse:
    """Start a session of `circuit` in the player, after `run` where one is named; sent twice it is one.

    Today says why where nothing may be started.
    """
    circuit = circuit_of(request, request.POST)
    now = timezone.now()
    if not clearance.may_start(athlete=request.user, rules=rules(), now=now):
        return redirect("logbook:today")
    offer = proposals.of_circuit(
        athlete=request.user,
        circuit=circuit,
        run_id=row_id(request.POST.get("run", "")),
        now=now,
        most_contacts=row_id(request.POST.get("contacts", "")) or None,
    )
    if not any(plan.planned for plan in offer.stations):
        raise Http404(circuit.slug)
    started = starting.start_session(
        athlete=request.user,
        # One page may offer several circuits with one key.
        key=uuid5(key_of(request.POST.get("key", "")), circuit.slug),
        prescribed=offer.prescribed,
        plans=offer.stations,
        minutes=offer.minutes or proposals.USUAL_MINUTES,
        run=request.user.runs.kept().numbered(row_id(request.POST.get("run", ""))),
        now=now,
    )
    return redirect("logbook:play", started.session.pk)


@require_safe
def play(request: HttpRequest, session_id: int) -> HttpResponse:
    """
    The player of a session in the making, or of what follows one that is logged and was begun in its player.

    One that is over or deleted leads to its page.
    """
    session = get_object_or_404(request.user.sessions.for_player(), pk=session_id)
    walked = session if session.is_being_played else _following(session)
    if walked is None and not _goes_on(request, session):
        return redirect(session)
    now = timezone.now()
    if not clearance.may_start(athlete=request.user, rules=rules(), now=now):
        return redirect("logbook:today")
    itself, walked = playable.of_session(session), walked or session
    of_walk = itself if walked == session else playable.of_session(walked)
    told = player.told(session, token=get_token(request), now=now, itself=itself)
    figures = player.figures_of(told["parts"])
    context = {
        "section": "plan",
        "session": session,
        "walk": plain.shown(request, walked, of_walk),
        "play": told,
        "part": told["parts"][0],
        "form": CompletionForm(session=session, finish=finish.of_session(session=session, now=now)),
        "figures": figures,
        "safety_told": safety_told(with_hops=session.session_class in JUMPED),
    }
    return render(request, "logbook/play.html", context)


def _following(session: Session) -> Session | None:
    """The first routine after a logged session that is in the making."""
    routines = () if session.deleted_at else afterwards.still_to_log(afterwards.of_session(session))
    begun = [each.open_id for each in routines if each.open_id is not None]
    return session.athlete.sessions.for_player().get(pk=begun[0]) if begun else None


def _goes_on(request: HttpRequest, session: Session) -> bool:
    """Whether the player itself asks, which began a routine of which no set is done yet."""
    asks = "then" in request.GET and session.deleted_at is None
    return asks and bool(afterwards.still_to_log(afterwards.of_session(session)))


@require_safe
def sender(request: HttpRequest) -> HttpResponse:
    """Who is signed in now, and with what a message of theirs is sent: asked before a queue is."""
    return JsonResponse({"athlete": str(request.user.pk), "token": get_token(request)})

"""The player: a session in the making, started and played step by step."""

from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.methods import acts_by_post
from logbook import clearance, finish, playable, player, proposals, starting
from logbook.forms.completion import CompletionForm
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
    """The player of a session in the making; one that is logged or deleted leads to its page."""
    session = get_object_or_404(request.user.sessions.for_player(), pk=session_id)
    if not session.is_being_played:
        return redirect(session)
    now = timezone.now()
    if not clearance.may_start(athlete=request.user, rules=rules(), now=now):
        return redirect("logbook:today")
    itself = playable.of_session(session)
    told = player.told(session, token=get_token(request), now=now, itself=itself)
    figures = player.figures_of(told["parts"])
    context = {
        "section": "plan",
        "session": session,
        "walk": plain.shown(request, session, itself),
        "play": told,
        "part": told["parts"][0],
        "form": CompletionForm(session=session, finish=finish.of_session(session=session, now=now)),
        "figures": figures,
        "safety_told": safety_told(with_hops=session.session_class in JUMPED),
    }
    return render(request, "logbook/play.html", context)


@require_safe
def sender(request: HttpRequest) -> HttpResponse:
    """Who is signed in now, and with what a message of theirs is sent: asked before a queue is."""
    return JsonResponse({"athlete": str(request.user.pk), "token": get_token(request)})

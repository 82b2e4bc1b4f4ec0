"""One planned session: moved, swapped, left out, put back, each with a way to undo it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.methods import acts_by_post
from logbook import clearance, plan_session
from logbook.forms.plan_session import MinutesForm, MoveForm
from logbook.plan_session import PlannedSession
from logbook.views.ids import key_of
from workouts import planning
from workouts.catalogue.loading import rules
from workouts.models import PlanChange

Act = Callable[..., HttpResponse]

LEFT_OUT = "This session is left out. Let the plan choose first."
NOT_ON_OFFER = "That circuit is not on offer here. Choose another."


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, name: str) -> HttpResponse:
    """Show every place of the week with what speaks against it, and put the session in one."""
    try:
        session = _session(request, name)
    except plan_session.NoLonger as gone:
        return _gone(request, gone)
    form = MoveForm(request.POST if request.method == "POST" else None, choices=session.choices)
    if form.is_bound and session.circuit is None:
        messages.error(request, LEFT_OUT)
        return redirect("logbook:plan_session", session.address)
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["chosen"]
        change = planning.move(
            **_about(request, session),
            day=chosen.day,
            slot=chosen.slot,
            overruled=chosen.rules,
            reason=form.cleaned_data["reason"] if chosen.needs_reason else "",
        )
        return _done(request, change, f"{session.name} is on {chosen.label} now.")
    may_start = clearance.may_start(athlete=request.user, rules=rules(), now=timezone.now())
    context = {
        "section": "plan",
        "form": form,
        "session": session,
        "key": uuid4(),
        "start": uuid4() if may_start else None,
        "circuits": plan_session.instead(athlete=request.user),
    }
    status = 422 if form.is_bound else 200
    return render(request, "logbook/plan_session.html", context, status=status)


def _steps(act: Act) -> Act:
    """One step about a session that is still to do; about one that is not any more it says so."""

    @acts_by_post(back="logbook:plan_session")
    @wraps(act)
    def wrapped(request: HttpRequest, name: str) -> HttpResponse:
        try:
            return act(request, _session(request, name))
        except plan_session.NoLonger as gone:
            return _gone(request, gone)

    return wrapped


@_steps
def skip(request: HttpRequest, session: PlannedSession) -> HttpResponse:
    """Leave it out this week."""
    change = planning.skip(**_about(request, session))
    return _done(request, change, f"{session.name} is left out this week.")


@_steps
def put_back(request: HttpRequest, session: PlannedSession) -> HttpResponse:
    """Let it be placed as if nothing had been decided."""
    change = planning.put_back(**_about(request, session))
    return _done(request, change, "The plan chooses circuit and day of this session again.")


@_steps
def swap(request: HttpRequest, session: PlannedSession) -> HttpResponse:
    """Do another circuit instead."""
    on_offer = {circuit.slug: circuit for circuit in plan_session.instead(athlete=request.user)}
    circuit = on_offer.get(request.POST.get("circuit", ""))
    if circuit is None:
        messages.error(request, NOT_ON_OFFER)
        return redirect("logbook:plan_session", session.address)
    change = planning.swap(**_about(request, session), circuit=circuit)
    return _done(request, change, f"{circuit.name} instead of {session.name}; its day is chosen anew.")


@_steps
def shorten(request: HttpRequest, session: PlannedSession) -> HttpResponse:
    """Do what the time allows instead."""
    form = MinutesForm(request.POST)
    if session.circuit is None or not form.is_valid():
        messages.error(request, form.errors["minutes"][0] if form.errors else LEFT_OUT)
        return redirect("logbook:plan_session", session.address)
    minutes = form.cleaned_data["minutes"]
    circuit = plan_session.shorter(athlete=request.user, minutes=minutes, like=session.circuit.circuit)
    if circuit is None:
        messages.error(request, f"No circuit here takes {minutes} min or less.")
        return redirect("logbook:plan_session", session.address)
    change = planning.swap(**_about(request, session), circuit=circuit)
    return _done(request, change, f"{circuit.name} instead of {session.name}: it fits {minutes} min.")


@acts_by_post(back="logbook:plan", alone=True)
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take a decision back, if it is the last about its session."""
    change = get_object_or_404(request.user.plan_changes, pk=change_id)
    week = change.week
    try:
        planning.undo(change, now=timezone.now())
    except planning.ChangedSince:
        messages.error(request, "That was not undone: something else was decided about the session since.")
    else:
        messages.success(request, "Undone. The week is planned as before.")
    return redirect("logbook:plan_week", week)


def _session(request: HttpRequest, name: str) -> PlannedSession:
    try:
        return plan_session.read(athlete=request.user, name=name, rules=rules(), now=timezone.now())
    except plan_session.NotPlanned as missing:
        raise Http404(str(missing)) from missing


def _about(request: HttpRequest, session: PlannedSession) -> dict[str, Any]:
    """What every decision is told: whose, about which session, with which key, and when."""
    key = key_of(request.POST.get("key", ""))
    return {"athlete": request.user, "about": session.about, "key": key, "now": timezone.now()}


def _gone(request: HttpRequest, gone: plan_session.NoLonger) -> HttpResponse:
    messages.error(request, "That session is done, or not in the plan of this week any more.")
    return redirect("logbook:plan_week", gone.week)


def _done(request: HttpRequest, change: PlanChange, told: str) -> HttpResponse:
    messages.success(request, told, extra_tags=reverse("logbook:plan_undo", args=[change.pk]))
    return redirect("logbook:plan_week", change.week)

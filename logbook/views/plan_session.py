"""One planned session: moved, swapped, left out, put back, each with a way to undo it."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.methods import acts_by_post
from logbook import plan_session
from logbook.forms.plan_session import MinutesForm, MoveForm
from logbook.plan_session import PlannedSession
from workouts import planning
from workouts.catalogue.loading import rules
from workouts.models import PlanChange

NOT_ON_OFFER = "That circuit is not on offer here. Choose another."


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, name: str) -> HttpResponse:
    """Show every place of the week with what speaks against it, and put the session in one."""
    session = _session(request, name)
    form = MoveForm(request.POST if request.method == "POST" else None, choices=session.choices)
    if form.is_bound and form.is_valid():
        chosen = form.cleaned_data["chosen"]
        change = planning.move(
            athlete=request.user,
            week=session.week,
            number=session.number,
            key=form.cleaned_data["key"],
            day=chosen.day,
            slot=chosen.slot,
            overruled=chosen.rules,
            reason=form.cleaned_data["reason"] if chosen.rules else "",
            now=timezone.now(),
        )
        return _done(request, change, f"{session.name} is on {chosen.label} now.")
    context = {
        "section": "plan",
        "form": form,
        "session": session,
        "key": uuid4(),
        "circuits": plan_session.instead(athlete=request.user),
    }
    status = 422 if form.is_bound else 200
    return render(request, "logbook/plan_session.html", context, status=status)


@acts_by_post(back="logbook:plan_session")
def skip(request: HttpRequest, name: str) -> HttpResponse:
    """Leave it out this week."""
    session = _session(request, name)
    how = {"week": session.week, "number": session.number, "key": _key(request), "now": timezone.now()}
    change = planning.skip(athlete=request.user, **how)
    return _done(request, change, f"{session.name} is left out this week.")


@acts_by_post(back="logbook:plan_session")
def put_back(request: HttpRequest, name: str) -> HttpResponse:
    """Let it be placed as if nothing had been decided."""
    session = _session(request, name)
    how = {"week": session.week, "number": session.number, "key": _key(request), "now": timezone.now()}
    change = planning.put_back(athlete=request.user, **how)
    return _done(request, change, "The plan places this session again.")


@acts_by_post(back="logbook:plan_session")
def swap(request: HttpRequest, name: str) -> HttpResponse:
    """Do another circuit instead."""
    session = _session(request, name)
    on_offer = {circuit.slug: circuit for circuit in plan_session.instead(athlete=request.user)}
    circuit = on_offer.get(request.POST.get("circuit", ""))
    if circuit is None:
        messages.error(request, NOT_ON_OFFER)
        return redirect("logbook:plan_session", session.address)
    how = {"week": session.week, "number": session.number, "key": _key(request), "now": timezone.now()}
    change = planning.swap(athlete=request.user, circuit=circuit, **how)
    return _done(request, change, f"{circuit.name} instead of {session.name}.")


@acts_by_post(back="logbook:plan_session")
def shorten(request: HttpRequest, name: str) -> HttpResponse:
    """Do what the time allows instead."""
    session, form = _session(request, name), MinutesForm(request.POST)
    if session.circuit is None or not form.is_valid():
        messages.error(request, form.errors["minutes"][0] if form.errors else NOT_ON_OFFER)
        return redirect("logbook:plan_session", session.address)
    minutes = form.cleaned_data["minutes"]
    circuit = plan_session.shorter(athlete=request.user, minutes=minutes, like=session.circuit.circuit)
    if circuit is None:
        messages.error(request, f"No circuit here takes {minutes} min or less.")
        return redirect("logbook:plan_session", session.address)
    how = {"week": session.week, "number": session.number, "key": _key(request), "now": timezone.now()}
    change = planning.swap(athlete=request.user, circuit=circuit, **how)
    return _done(request, change, f"{circuit.name} instead of {session.name}: it fits {minutes} min.")


@acts_by_post(back="logbook:plan", alone=True)
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take a decision back, if it is the last about its session."""
    change = get_object_or_404(request.user.plan_changes, pk=change_id)
    week = change.week
    try:
        planning.undo(change)
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


def _key(request: HttpRequest) -> UUID:
    """What tells a form sent twice; one without it counts as a new one."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()


def _done(request: HttpRequest, change: PlanChange, told: str) -> HttpResponse:
    messages.success(request, told, extra_tags=reverse("logbook:plan_undo", args=[change.pk]))
    return redirect("logbook:plan_week", change.week)

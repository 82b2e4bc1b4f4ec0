"""Strength sessions: logged and corrected."""

import re
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from logbook import proposals, recording, stations
from logbook.forms.moment import Moment
from logbook.forms.session import SessionForm
from logbook.models import Session
from logbook.views.ids import row_id
from workouts import circuits
from workouts.catalogue.loading import safety
from workouts.models import Circuit
from workouts.units import grouped

STILL_DELETED = "Changes saved. It was deleted meanwhile: bring it back to count it."
SENT_TWICE = "Saved once already. What was sent again was not taken."
SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Log a session of `circuit`, after `run` where the address names one."""
    now = timezone.now()
    circuit = _circuit(request)
    offer = proposals.of_circuit(athlete=request.user, circuit=circuit, run_id=_run_id(request), now=now)
    form = SessionForm(
        request.POST if request.method == "POST" else None,
        plans=offer.stations,
        runs=offer.runs,
        moment=Moment(offer.starts_at, request.user.time_zone),
        now=now,
        initial={"key": uuid4(), "minutes": offer.minutes, "run": offer.run.pk if offer.run else ""},
    )
    if not form.is_valid():
        others = circuits.names()
        return _form_page(request, form, {"circuit": circuit, "circuits": others})

    logged = recording.log_session(
        athlete=request.user,
        key=form.cleaned_data["key"],
        prescribed=offer.prescribed,
        facts=form.facts,
        now=now,
    )
    messages.success(request, _saved(logged.session) if logged.is_new else SENT_TWICE)
    return redirect(logged.session)


def _saved(session: Session) -> str:
    load = session.load
    return f"Session saved: {session.minutes} min, load {grouped(load.au)} AU." if load else "Session saved."


def _circuit(request: HttpRequest) -> Circuit:
    slug = request.GET.get("circuit") or proposals.circuit_to_offer(athlete=request.user)
    if not SLUG.fullmatch(slug):
        raise Http404(slug)
    try:
        return circuits.to_do(slug=slug)
    # PostgreSQL takes no null byte in a text, and says so by a ValueError.
    except (Circuit.DoesNotExist, ValueError) as missing:
        raise Http404(slug) from missing


def _run_id(request: HttpRequest) -> int | None:
    """The run chosen in the form, or asked for in the address."""
    text = request.POST.get("run", "") if request.method == "POST" else request.GET.get("run", "")
    return row_id(text)


def _form_page(request: HttpRequest, form: SessionForm, more: dict[str, object]) -> HttpResponse:
    context = {"section": "plan", "form": form, "safety": safety(), "session": None, "writing": True, **more}
    return render(request, "logbook/session_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, session_id: int) -> HttpResponse:
    """Correct what was done; what was prescribed stays as it was on that day."""
    session = get_object_or_404(_whole(request), pk=session_id)
    if session.deleted_at is not None and request.method != "POST":
        return redirect(session)  # which says that it is deleted, and how to bring it back
    chosen = request.user.runs.kept().numbered(_run_id(request)) or session.kept_run
    form = SessionForm(
        request.POST if request.method == "POST" else None,
        plans=stations.of_session(session),
        runs=proposals.choices(
            athlete=request.user, starts_at=session.started_at, ends_at=session.ended_at, always=chosen
        ),
        moment=Moment(session.started_at, session.time_zone),
        now=timezone.now(),
        initial={
            "key": session.key,
            "minutes": session.minutes,
            "run": session.kept_run.pk if session.kept_run else "",
            "effort": session.effort,
            "note": session.note,
            "seen": session.version,
        },
    )
    if not form.is_valid():
        return _form_page(request, form, {"session": session})

    recording.correct_session(session=session, facts=form.facts, seen=form.cleaned_data["seen"])
    # Another tab may have deleted it meanwhile: what was typed is kept all the same.
    messages.success(request, "Changes saved." if session.deleted_at is None else STILL_DELETED)
    return redirect(session)


def _whole(request: HttpRequest):  # type: ignore[no-untyped-def]
    return request.user.sessions.select_related("run", "circuit").with_sets()

"""The form of a strength session: of a circuit, of one's own choice, of a session again, or corrected."""

import re
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from logbook import proposals, recording, stations, versions
from logbook.forms import pain
from logbook.forms.moment import Moment
from logbook.forms.session import SessionForm
from logbook.models import Session
from logbook.plan_basis import JUMPED
from logbook.proposals import Proposal
from logbook.views.arranging import Arranged, arrange
from logbook.views.ids import row_id
from workouts import circuits
from workouts.catalogue.loading import rules, safety_told
from workouts.models import Circuit
from workouts.units import DistanceUnit, WeightUnit, grouped

CHANGED = "Changes saved."
STILL_DELETED = "Changes saved. It was deleted meanwhile: bring it back to count it."
SENT_TWICE = "Saved once already."
SLUG = re.compile(r"[-\w]{1,80}", re.ASCII)

takes_a_form = require_http_methods(["GET", "HEAD", "POST"])


@takes_a_form
def of_circuit(request: HttpRequest) -> HttpResponse:
    """Log a session of `circuit`, after `run` where the address names one, trimmed to so many `contacts`."""
    circuit, contacts = circuit_of(request, request.GET), row_id(request.GET.get("contacts", "")) or None
    offer = proposals.of_circuit(
        athlete=request.user,
        circuit=circuit,
        run_id=_run_id(request),
        now=timezone.now(),
        most_contacts=contacts,
    )
    kept = {"contacts": contacts} if offer.trim is not None else {}
    address = _address(request, "logbook:session_new", circuit=circuit.slug, **kept)
    trimmed = offer.trim.told(rules()["PLYO-01"]) if offer.trim is not None else ""
    return _log(request, offer, address, {"circuit": circuit, "trimmed": trimmed, **_others(request)})


@takes_a_form
def of_own_choice(request: HttpRequest) -> HttpResponse:
    """Log a session that no circuit prescribes, exercise by exercise."""
    offer = proposals.of_own_choice(athlete=request.user, run_id=_run_id(request), now=timezone.now())
    address = _address(request, "logbook:session_own")
    return _log(request, offer, address, _others(request))


@require_safe
def of_latest(request: HttpRequest) -> HttpResponse:
    """The form that repeats the session before; the usual one where there is none."""
    latest = request.user.sessions.kept().exclude(session_class="mobility").latest_first().first()
    return of_session(request, session_id=latest.pk) if latest else of_circuit(request)


@takes_a_form
def of_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Log a session again, as it was done that time."""
    session = get_object_or_404(_whole(request), pk=session_id)
    if session.is_open or (session.deleted_at is not None and request.method != "POST"):
        return redirect(session)
    offer = proposals.of_session(
        athlete=request.user, session=session, run_id=_run_id(request), now=timezone.now()
    )
    address = _address(request, "logbook:session_repeat", session.pk)
    return _log(request, offer, address, {"repeated": session}, source=session.version)


def circuit_of(request: HttpRequest, named: QueryDict) -> Circuit:
    """
    The circuit that an address or a form names, else the one to offer.

    :raises Http404: if there is no such circuit for this athlete
    """
    slug = named.get("circuit") or proposals.circuit_to_offer(athlete=request.user)
    if not SLUG.fullmatch(slug):
        raise Http404(slug)
    try:
        # One that left the catalogue while its form was open is still taken.
        return circuits.to_do(slug=slug, athlete=request.user, also_retired=request.method == "POST")
    # PostgreSQL takes no null byte in a text, and says so by a ValueError.
    except (Circuit.DoesNotExist, ValueError) as missing:
        raise Http404(slug) from missing


def _others(request: HttpRequest) -> dict[str, Any]:
    """What else could be logged, read where it is shown: once something is typed, it would be left behind."""
    return {} if request.method == "POST" else {"circuits": circuits.names(athlete=request.user)}


def _run_id(request: HttpRequest) -> int | None:
    """The run chosen in the form, or asked for in the address."""
    text = request.POST.get("run", "") if request.method == "POST" else request.GET.get("run", "")
    return row_id(text)


def _address(request: HttpRequest, name: str, *args: int, **query: object) -> str:
    """Where the form is sent to.  It names the run it was opened for, as the draft of each is its own."""
    run = row_id(request.GET.get("run", ""))
    query |= {"run": run} if run else {}
    return reverse(name, args=args, query=query)


def _log(
    request: HttpRequest, offer: Proposal, address: str, more: dict[str, Any], source: int | None = None
) -> HttpResponse:
    now = timezone.now()
    arranged = arrange(request.POST, plans=offer.stations, athlete=request.user, before=now)
    form = SessionForm(
        _sent(request),
        plans=arranged.plans,
        runs=offer.runs,
        moment=Moment(offer.starts_at, request.user.time_zone),
        now=now,
        unit=WeightUnit(request.user.weight_unit),
        is_being_arranged=arranged.is_being_arranged,
        cannot_add=arranged.problem,
        source=source,
        initial={
            "key": uuid4(),
            "source": source,
            "name": offer.prescribed.name,
            "minutes": offer.minutes,
            "run": offer.run.pk if offer.run else "",
        },
    )
    page = {
        "takes_name": offer.prescribed.circuit is None,
        "safety_told": safety_told(with_hops=offer.prescribed.session_class in JUMPED),
        "address": address,
        "arranged": arranged,
        **more,
    }
    if arranged.is_being_arranged or not form.is_valid():
        return _page(request, form, page)

    logged = recording.log_session(
        athlete=request.user,
        key=form.cleaned_data["key"],
        prescribed=offer.prescribed,
        facts=form.facts,
        now=now,
    )
    if not logged.is_new:
        return _sent_again(request, form, page, logged.session)
    messages.success(request, _saved(logged.session))
    return redirect(logged.session)


def _sent(request: HttpRequest) -> QueryDict | None:
    """What the form was sent with, under another key where it is to be "another session"."""
    if request.method != "POST":
        return None
    sent = request.POST.copy()
    if another := sent.get("another"):
        sent["key"] = another
    return sent


def _sent_again(
    request: HttpRequest, form: SessionForm, page: dict[str, Any], found: Session
) -> HttpResponse:
    """
    One key is one session: saying something else, both versions are shown, and the athlete chooses.

    `over` is sent along once that was chosen: the version that what is typed is to be stored over.
    """
    stored = get_object_or_404(_whole(request), pk=found.pk)
    over = row_id(request.POST.get("over", ""))
    if over is not None:
        try:
            recording.correct_session(session=stored, facts=form.facts, seen=over)
        except recording.ChangedMeanwhile as changed:
            stored = changed.stored
        except Session.DoesNotExist as gone:
            raise Http404(stored.pk) from gone
        else:
            messages.success(request, CHANGED if stored.deleted_at is None else STILL_DELETED)
            return redirect(stored)
    differences = _differences(request, stored, form)
    if not differences:
        messages.success(request, SENT_TWICE)
        return redirect(stored)
    choice = {"stored": stored, "differences": differences, "another": uuid4()}
    return _page(request, form, {**page, **choice}, status=409)


@takes_a_form
def correction(request: HttpRequest, session_id: int) -> HttpResponse:
    """Correct what was done; what was prescribed stays as it was on that day."""
    session = get_object_or_404(_whole(request), pk=session_id)
    if session.is_open or (session.deleted_at is not None and request.method != "POST"):
        return redirect(session)  # which plays it, or says that it is deleted and how to bring it back
    plans = stations.of_session(session)
    arranged = arrange(request.POST, plans=plans, athlete=request.user, before=session.started_at)
    form = _correction_form(request, session, arranged)
    page = {
        "session": session,
        "takes_name": session.circuit_id is None,
        "safety_told": safety_told(with_hops=session.session_class in JUMPED),
        "address": reverse("logbook:session_edit", args=[session.pk]),
        "arranged": arranged,
    }
    if arranged.is_being_arranged or not form.is_valid():
        return _page(request, form, page)

    try:
        recording.correct_session(session=session, facts=form.facts, seen=form.cleaned_data["seen"] or 0)
    except recording.ChangedMeanwhile as changed:
        form.sees(changed.stored.version)
        differences = _differences(request, changed.stored, form)
        return _page(
            request, form, {**page, "stored": changed.stored, "differences": differences}, status=409
        )
    except Session.DoesNotExist as gone:
        raise Http404(session_id) from gone
    # Another tab may have deleted it meanwhile: what was typed is kept all the same.
    messages.success(request, CHANGED if session.deleted_at is None else STILL_DELETED)
    return redirect(session)


def _correction_form(request: HttpRequest, session: Session, arranged: Arranged) -> SessionForm:
    chosen = request.user.runs.kept().numbered(_run_id(request)) or session.kept_run
    return SessionForm(
        request.POST if request.method == "POST" else None,
        plans=arranged.plans,
        runs=proposals.choices(
            athlete=request.user, starts_at=session.started_at, ends_at=session.ended_at, always=chosen
        ),
        moment=Moment(session.started_at, session.time_zone),
        now=timezone.now(),
        unit=WeightUnit(request.user.weight_unit),
        is_being_arranged=arranged.is_being_arranged,
        cannot_add=arranged.problem,
        initial={
            "key": session.key,
            "seen": session.version,
            "name": session.name,
            "minutes": session.minutes,
            "run": session.kept_run.pk if session.kept_run else "",
            "effort": session.effort,
            "note": session.note,
            **pain.initial_of(level=session.pain, place=session.pain_place, side=session.pain_side),
        },
    )


def _differences(request: HttpRequest, stored: Session, form: SessionForm) -> tuple[versions.Difference, ...]:
    return versions.compared(
        stored=stored,
        facts=form.facts,
        unit=DistanceUnit(request.user.distance_unit),
        weight_unit=WeightUnit(request.user.weight_unit),
    )


def _page(
    request: HttpRequest, form: SessionForm, page: dict[str, Any], status: int | None = None
) -> HttpResponse:
    context = {
        "section": "plan",
        "form": form,
        **dict.fromkeys(
            ("session", "circuit", "circuits", "repeated", "stored", "differences", "another", "trimmed")
        ),
        **page,
    }
    status = status or (422 if form.is_bound and form.refused else 200)
    return render(request, "logbook/session_form.html", context, status=status)


def _saved(session: Session) -> str:
    load = session.load
    return f"Session saved: {session.minutes} min, load {grouped(load.au)} AU." if load else "Session saved."


def _whole(request: HttpRequest):  # type: ignore[no-untyped-def]
    return request.user.sessions.select_related("run", "circuit").with_sets()

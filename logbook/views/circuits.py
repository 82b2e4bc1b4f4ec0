"""Circuits: what to do, with how often this athlete has done it."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from logbook import clearance, practice, session_numbers
from workouts import circuit_finder, circuits, editable
from workouts.catalogue.loading import rules, safety
from workouts.circuits import CircuitPage
from workouts.models import Circuit
from workouts.own.written import written
from workouts.search.circuit_filter import CircuitAsked


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The circuits by use, the front door first, as far as there is time and kit for them."""
    asked = CircuitAsked.read(request.GET.lists())
    page = circuit_finder.find(asked=asked, athlete=request.user)
    return render(request, "logbook/circuits.html", {"section": "library", "page": page})


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One circuit, and how often it was done."""
    try:
        page = circuits.page(slug=slug)
    except Circuit.DoesNotExist as missing:
        raise Http404(slug) from missing
    return _shown(request, page)


@require_safe
def own(request: HttpRequest, circuit_id: int) -> HttpResponse:
    """One circuit of the athlete's own, likewise."""
    try:
        page = circuits.own_page(circuit_id=circuit_id, athlete=request.user)
    except Circuit.DoesNotExist as missing:
        raise Http404(circuit_id) from missing
    return _shown(request, page)


def _shown(request: HttpRequest, page: CircuitPage) -> HttpResponse:
    may_start = clearance.may_start(athlete=request.user, rules=rules(), now=timezone.now())
    done = practice.of_circuit(athlete=request.user, circuit=page.circuit)
    context = {
        "section": "library",
        "page": page,
        "done": done,
        "hard": session_numbers.asked_for(page.circuit),
        "text": written(editable.made_of(page.circuit), editable.known_of(page.circuit)),
        "safety": safety(),
        "start": uuid4() if may_start else None,
    }
    return render(request, "logbook/circuit.html", context)

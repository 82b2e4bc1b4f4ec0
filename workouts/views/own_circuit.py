"""Circuits of one's own: made, copied, read from text, changed, retired."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from config.methods import acts_by_post
from workouts import composing, editable, owning
from workouts.forms.circuit import CircuitForm, circuit_initial, frame_initial
from workouts.forms.circuit_text import CircuitTextForm
from workouts.forms.rows import Rows, exercises_sent, rows_of, rows_sent
from workouts.models import Circuit
from workouts.own.circuit import OwnCircuit
from workouts.own.known import Exercises
from workouts.own.totals import totals
from workouts.own.written import written
from workouts.views.owned import retired, taken_back, to_copy

takes_a_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All circuits of one's own, retired ones too."""
    page = editable.own_circuits(athlete=request.user)
    return render(request, "workouts/own_circuits.html", {"section": "library", "page": page})


@takes_a_form
def new(request: HttpRequest) -> HttpResponse:
    """Make a circuit, from nothing or as a copy of another."""
    source = to_copy(request, editable.circuit)
    initial: dict[str, Any] = {"key": uuid4()}
    if source is not None:
        initial |= _initial_of(source) | {"name": f"{source.name}, my version", "seen": None}
    begun = editable.made_of(source) if source else None
    exercises, rows = _rows(request, begun)
    form = _form(request, exercises, rows, initial=initial, circuit=begun)
    context = {"form": form, "source": source, "rows": rows}
    if request.method != "POST" or rows.is_being_arranged or "HX-Request" in request.headers:
        return _shown(request, context)
    if form.is_valid():
        try:
            circuit = composing.make_circuit(
                athlete=request.user, key=form.cleaned_data["key"], facts=form.facts, source=source
            )
        except owning.MadeAlready as already:
            form.say_made(already.thing.name)
            return _shown(request, {**context, "made": already.thing}, status=409)
        except (owning.TooMany, owning.UsedOtherwise) as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, f"{circuit.name} is in your library.")
            return redirect(circuit)
    return _shown(request, context, status=422)


@takes_a_form
def edit(request: HttpRequest, circuit_id: int) -> HttpResponse:
    """Change a circuit; what was logged with it stays as it is."""
    circuit = get_object_or_404(request.user.own_circuits.with_stations(), pk=circuit_id)
    begun = editable.made_of(circuit)
    exercises, rows = _rows(request, begun)
    form = _form(request, exercises, rows, initial=_initial_of(circuit), circuit=begun)
    context = {"form": form, "circuit": circuit, "rows": rows}
    if request.method != "POST" or rows.is_being_arranged or "HX-Request" in request.headers:
        return _shown(request, context)
    if not form.is_valid():
        return _shown(request, context, status=422)
    try:
        changed = composing.change_circuit(
            athlete=request.user, circuit_id=circuit.pk, seen=form.cleaned_data["seen"], facts=form.facts
        )
    except owning.UsedOtherwise as refused:
        form.add_error(None, str(refused))
        return _shown(request, context, status=422)
    except owning.ChangedMeanwhile as meanwhile:
        form.say_changed(meanwhile.version)
        return _shown(request, context, status=409)
    messages.success(request, f"{changed.name} is saved. What you logged with it stays as it was.")
    return redirect(changed)


@takes_a_form
def from_text(request: HttpRequest) -> HttpResponse:
    """Read a circuit that was written or pasted, and show what was understood before anything is saved."""
    exercises = editable.exercises(athlete=request.user)
    form = CircuitTextForm(request.POST if request.method == "POST" else None, exercises=exercises)
    if request.method != "POST" or not form.is_valid():
        context = {"section": "library", "form": form}
        return render(request, "workouts/circuit_text.html", context, status=422 if form.is_bound else 200)
    read = form.read
    initial = {"key": uuid4(), "name": read.name, **frame_initial(read.circuit)}
    rows = rows_of(read.circuit, exercises)
    editor = CircuitForm(exercises=exercises, rows=rows, circuit=read.circuit, initial=initial)
    context = {
        "form": editor,
        "rows": rows,
        "address": reverse("workouts:circuit_new"),
        "typed": form.cleaned_data["text"],
        "understood": written(read.circuit, exercises),
    }
    return _shown(request, context)


@acts_by_post(back="logbook:own_circuit")
def retirement(request: HttpRequest, circuit_id: int) -> HttpResponse:
    """Take a circuit from every list."""
    return retired(request, get_object_or_404(request.user.own_circuits, pk=circuit_id))


@acts_by_post(back="logbook:own_circuit")
def restoration(request: HttpRequest, circuit_id: int) -> HttpResponse:
    """Offer a retired circuit again."""
    return taken_back(request, get_object_or_404(request.user.own_circuits, pk=circuit_id))


def _initial_of(circuit: Circuit) -> dict[str, Any]:
    made = editable.made_of(circuit)
    sums = totals(made, editable.known_of(circuit).by_slug)
    return circuit_initial(circuit, made_of=made, by_exercises=sums)


def _rows(request: HttpRequest, begun: OwnCircuit | None) -> tuple[Exercises, Rows]:
    # What was retired while the form was open is still a part of it.
    stored = [station.exercise for station in begun.stations] if begun else []
    exercises = editable.exercises(athlete=request.user, also=[*stored, *exercises_sent(request.POST)])
    if request.method == "POST":
        return exercises, rows_sent(request.POST, exercises, adds="HX-Request" not in request.headers)
    return exercises, rows_of(begun, exercises)


def _form(
    request: HttpRequest, exercises: Exercises, rows: Rows, *, initial: Any, circuit: OwnCircuit | None
) -> CircuitForm:
    if request.method == "POST":
        return CircuitForm(request.POST, exercises=exercises, rows=rows)
    return CircuitForm(exercises=exercises, rows=rows, circuit=circuit, initial=initial)


def _shown(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The editor, or its sums alone for htmx."""
    if "HX-Request" in request.headers:
        sums = {"totals": context["form"].totals, "part": True}
        return render(request, "workouts/_circuit_totals.html", sums)
    context = {"address": request.get_full_path(), **context}
    context |= {"section": "library", "exercises": context["form"].exercises.by_slug.values()}
    return render(request, "workouts/circuit_form.html", context, status=status)

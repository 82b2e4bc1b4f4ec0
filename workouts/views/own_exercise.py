"""Exercises of one's own: made, copied, changed, retired."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from config.methods import acts_by_post
from workouts import editable, library, making, owning
from workouts.forms.exercise import ExerciseForm
from workouts.models import Exercise
from workouts.own.names import name_of_copy
from workouts.views.owned import retired, taken_back, to_copy

takes_a_form = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All exercises of one's own, retired ones too."""
    page = editable.own_exercises(athlete=request.user)
    return render(request, "workouts/own_exercises.html", {"section": "library", "page": page})


@takes_a_form
def new(request: HttpRequest) -> HttpResponse:
    """Make an exercise, from nothing or as a copy of another."""
    source = to_copy(request, library.exercise)
    initial: dict[str, Any] = {"key": uuid4(), "seen": None}
    if source is not None:
        initial |= {"name": name_of_copy(source.name), "aliases": []}
    form = _form(request, shown=source, initial=initial)
    context = {"form": form, "source": source}
    if request.method != "POST":
        return _shown(request, context)
    if form.is_valid():
        try:
            exercise = making.make_exercise(
                athlete=request.user, key=form.cleaned_data["key"], facts=form.facts
            )
        except owning.MadeAlready as already:
            form.say_made(already.thing.name)
            return _shown(request, {**context, "made": already.thing}, status=409)
        except owning.TooMany as too_many:
            form.add_error(None, str(too_many))
        else:
            messages.success(request, f"{exercise.name} is in your library.")
            return redirect(exercise)
    return _shown(request, context, status=422)


@takes_a_form
def edit(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """Change an exercise; what was logged with it stays as it is."""
    own = request.user.own_exercises.with_rungs()
    exercise = get_object_or_404(own, pk=exercise_id)
    form = _form(request, shown=exercise, initial={"key": uuid4()}, but=exercise)
    context = {"form": form, "exercise": exercise}
    if request.method != "POST":
        return _shown(request, context)
    if not form.is_valid():
        return _shown(request, context, status=422)
    try:
        changed = making.change_exercise(
            athlete=request.user,
            exercise_id=exercise.pk,
            seen=form.cleaned_data["seen"],
            facts=form.facts,
        )
    except owning.UsedOtherwise as used:
        form.add_error("measure", str(used))
        return _shown(request, context, status=422)
    except owning.ChangedMeanwhile as meanwhile:
        form.say_changed(meanwhile.version)
        return _shown(request, context, status=409)
    messages.success(request, f"{changed.name} is saved. What you logged with it stays as it was.")
    return redirect(changed)


@acts_by_post(back="logbook:own_exercise")
def retirement(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """Take an exercise from every list."""
    return retired(request, get_object_or_404(request.user.own_exercises, pk=exercise_id))


@acts_by_post(back="logbook:own_exercise")
def restoration(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """Offer a retired exercise again."""
    return taken_back(request, get_object_or_404(request.user.own_exercises, pk=exercise_id))


def _form(request: HttpRequest, *, but: Exercise | None = None, **kwargs: Any) -> ExerciseForm:
    # Sent twice, it meets itself.
    itself = but.slug if but else owning.slug_of(athlete=request.user, key=request.POST.get("key", ""))
    others = [each for each in library.names_taken(athlete=request.user) if each.slug != itself]
    return ExerciseForm(request.POST if request.method == "POST" else None, others=others, **kwargs)


def _shown(request: HttpRequest, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    return render(request, "workouts/exercise_form.html", {"section": "library", **context}, status=status)

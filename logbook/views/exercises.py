"""Exercises: what to do, with what this athlete has done of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from logbook import practice
from workouts import finder, library
from workouts.catalogue.loading import safety
from workouts.library import ExercisePage
from workouts.models import Exercise
from workouts.search.asked import SORTS, Asked
from workouts.units import WeightUnit
from workouts.vocabulary import cautions_told


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The exercises that fit what the address asks for; the list and its counts alone for htmx."""
    asked = Asked.read(request.GET.lists())
    last_done = practice.last_done(athlete=request.user) if asked.sort == "recent" else {}
    page = finder.find(asked=asked, athlete=request.user, last_done=last_done)
    is_part = "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers
    template = "logbook/_found_part.html" if is_part else "logbook/exercises.html"
    answer = render(request, template, {"section": "library", "page": page, "sorts": SORTS.items()})
    patch_vary_headers(answer, ["HX-Request"])
    if is_part:
        # Without the fields that say nothing.
        answer["HX-Replace-Url"] = f"{request.path}?{asked.address}" if asked.address else request.path
    return answer


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One exercise, what calls for care with it, and what was done of it the last times."""
    try:
        page = library.exercise_page(slug=slug, athlete=request.user)
    except Exercise.DoesNotExist as missing:
        raise Http404(slug) from missing
    return _shown(request, page)


@require_safe
def own(request: HttpRequest, exercise_id: int) -> HttpResponse:
    """One exercise of the athlete's own, likewise."""
    try:
        page = library.own_exercise_page(exercise_id=exercise_id, athlete=request.user)
    except Exercise.DoesNotExist as missing:
        raise Http404(exercise_id) from missing
    return _shown(request, page)


def _shown(request: HttpRequest, page: ExercisePage) -> HttpResponse:
    results = practice.last_results(
        athlete=request.user, exercise=page.exercise, unit=WeightUnit(request.user.weight_unit)
    )
    own = [flag for flag in page.exercise.caution_flags if flag in request.user.caution_flags]
    context = {
        "section": "library",
        "page": page,
        "results": results,
        "own_cautions": cautions_told(own) if own else "",
        "safety": safety(),
    }
    return render(request, "logbook/exercise.html", context)

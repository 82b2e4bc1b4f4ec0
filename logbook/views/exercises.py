"""Exercises: what to do, with what this athlete has done of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from logbook import practice
from workouts import library
from workouts.catalogue.loading import safety
from workouts.models import Exercise
from workouts.vocabulary import CATEGORIES

LONGEST_QUERY = 100


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All exercises by category; `q` searches, `category` narrows."""
    category = request.GET.get("category", "")
    page = library.shelves(
        query=request.GET.get("q", "").strip()[:LONGEST_QUERY],
        category=category if category in CATEGORIES else "",
    )
    context = {"section": "library", "page": page, "categories": CATEGORIES.items()}
    return render(request, "logbook/exercises.html", context)


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """One exercise, and when it was last done."""
    try:
        page = library.exercise_page(slug=slug)
    except Exercise.DoesNotExist as missing:
        raise Http404(slug) from missing
    last = practice.of_exercise(athlete=request.user, exercise=page.exercise)
    context = {"section": "library", "page": page, "last": last, "safety": safety()}
    return render(request, "logbook/exercise.html", context)

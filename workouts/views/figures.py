"""Figures: the stylesheet that moves one, and all of them on one sheet to be looked at."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from workouts import drawings, figure_sheets
from workouts.views.those_who_run_it import for_those_who_run_it

A_YEAR_S = 365 * 24 * 3600


@require_safe
def sheet(request: HttpRequest, name: str) -> HttpResponse:
    """The stylesheet of a figure or several.  A digest in its name lets it be kept for good."""
    found = figure_sheets.sheet_named(name)
    if found is None:
        raise Http404
    answer = HttpResponse(found.text, content_type="text/css; charset=utf-8")
    answer["Cache-Control"] = f"private, max-age={A_YEAR_S}, immutable"
    return answer


@for_those_who_run_it
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every figure of the catalogue on paper and in the dark, for a person to judge."""
    context = {"section": "library", "groups": drawings.all_by_category().items()}
    return render(request, "workouts/figures/index.html", context)

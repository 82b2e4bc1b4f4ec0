"""What the plan and the figures go by."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from logbook import method
from workouts.catalogue.loading import rules, safety


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Every rule and every formula, with where it comes from."""
    page = method.page(rules=rules(), own=request.user.method(rules()))
    return render(request, "logbook/method.html", {"page": page, "safety": safety()})

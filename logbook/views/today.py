"""The first page."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from logbook import today
from logbook.views import caution
from workouts.catalogue.loading import rules


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """Today and this week; for a newcomer, the first step."""
    page = today.for_athlete(athlete=request.user, rules=rules(), now=timezone.now())
    template = "logbook/welcome.html" if page.is_newcomer else "logbook/today.html"
    context = {
        "section": "plan",
        "page": page,
        "caution": caution.of_athlete(request.user),
        "start": uuid4(),
    }
    return render(request, template, context)

"""The weeks gone by, and one week."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from logbook import history, review
from workouts.catalogue.loading import safety
from workouts.weeks import BadWeek


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Twelve weeks, newest first; `until` names the week they end with."""
    today = request.user.day_of(timezone.now())
    try:
        until = request.user.week_called(request.GET["until"])
    except (KeyError, BadWeek):
        until = request.user.week_of(today)
    page = history.weeks(athlete=request.user, until=until, today=today)
    return render(request, "logbook/history.html", {"section": "history", "page": page, "safety": safety()})


@require_safe
def week(request: HttpRequest, name: str) -> HttpResponse:
    """One week by day: runs and strength together, with their sums."""
    try:
        shown = request.user.week_called(name)
    except BadWeek as bad:
        raise Http404(str(bad)) from bad
    page = review.for_week(athlete=request.user, week=shown, today=request.user.day_of(timezone.now()))
    return render(request, "logbook/week.html", {"section": "history", "page": page, "safety": safety()})

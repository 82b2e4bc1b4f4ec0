"""The weeks gone by, as a page and as files, and what was deleted."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from logbook import deleted as deleted_of
from logbook import history, history_csv
from logbook.views.downloads import csv_file
from workouts.catalogue.loading import safety
from workouts.units import DistanceUnit
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
def weeks_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every week from the first entry on."""
    rows = history_csv.week_rows(athlete=request.user, today=request.user.day_of(timezone.now()))
    headers = history_csv.week_headers(DistanceUnit(request.user.distance_unit))
    return csv_file(name="footfall-weeks.csv", headers=headers, rows=rows)


@require_safe
def months_csv(request: HttpRequest) -> StreamingHttpResponse:
    """Every month from the first entry on."""
    rows = history_csv.month_rows(athlete=request.user, today=request.user.day_of(timezone.now()))
    headers = history_csv.month_headers(DistanceUnit(request.user.distance_unit))
    return csv_file(name="footfall-months.csv", headers=headers, rows=rows)


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    """What was deleted in the last thirty days."""
    page = deleted_of.of_athlete(athlete=request.user)
    return render(request, "logbook/deleted.html", {"section": "history", "page": page})

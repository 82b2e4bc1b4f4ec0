"""Addresses with every hole that the walk is there to find.  No part of the app: tests alone include it."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler500
from config.urls import urlpatterns as real_urlpatterns
from logbook.models import Run
from workouts.models import Athlete

__all__ = ["handler500", "urlpatterns"]


def unruled(request: HttpRequest) -> HttpResponse:
    return HttpResponse("nobody said who may see this")


@login_not_required
def unlocked(request: HttpRequest) -> HttpResponse:
    return HttpResponse("no sign-in asked for")


def unowned(request: HttpRequest, run_id: int) -> HttpResponse:
    """Reads a run by its number alone."""
    found = Run.objects.filter(pk=run_id).first()
    if found is None:
        raise Http404
    return HttpResponse(found.note)


def telling(request: HttpRequest, run_id: int) -> HttpResponse:
    """Refuses another's run, but otherwise than one that is not there."""
    if request.user.runs.filter(pk=run_id).exists():
        return HttpResponse("yours")
    there = Run.objects.filter(pk=run_id).exists()
    return HttpResponse("not yours" if there else "not there", status=404)


def writing_reader(request: HttpRequest) -> HttpResponse:
    """Writes when it is only asked to show."""
    Athlete.objects.filter(pk=request.user.pk).update(email=f"{request.method}@example.org")
    return HttpResponse("shown")


def late_guard(request: HttpRequest, run_id: int) -> HttpResponse:
    """Changes the row first and looks whose it is afterwards."""
    if request.method == "POST":
        Run.objects.filter(pk=run_id).update(effort=1)
    if not request.user.runs.filter(pk=run_id).exists():
        raise Http404
    return HttpResponse("yours", status=200 if request.method != "POST" else 302)


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("on purpose")


def greedy(request: HttpRequest) -> HttpResponse:
    """Asks the database once more for each run."""
    return HttpResponse(str(sum(run.sessions.count() for run in request.user.runs.all())))


@login_not_required
def unlocked_and_broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("on purpose")


urlpatterns = [
    path("careless/unruled/", unruled, name="unruled"),
    path("careless/unlocked/", unlocked, name="unlocked"),
    path("careless/unowned/<int:run_id>/", unowned, name="unowned"),
    path("careless/telling/<int:run_id>/", telling, name="telling"),
    path("careless/writing-reader/", writing_reader, name="writing-reader"),
    path("careless/late-guard/<int:run_id>/", late_guard, name="late-guard"),
    path("careless/greedy/", greedy, name="greedy"),
    path("careless/broken/", broken, name="broken"),
    path("careless/unlocked-and-broken/", unlocked_and_broken, name="unlocked-and-broken"),
    *real_urlpatterns,
]

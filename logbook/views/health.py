"""Ill and well again: one tap each, and the plan goes by it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from config.methods import acts_by_post
from workouts import falling_ill

ILL = "The plan leaves strength out until you have been well for a full day."
WELL = "Nothing for a full day, then three light days, then the plan goes on as before."


@acts_by_post(back="logbook:plan", alone=True)
def ill(request: HttpRequest) -> HttpResponse:
    """Leave strength out from now on."""
    falling_ill.fall_ill(athlete=request.user, now=timezone.now())
    messages.info(request, ILL, extra_tags=reverse("logbook:illness_undo"))
    return redirect("logbook:plan")


@acts_by_post(back="logbook:plan", alone=True)
def well(request: HttpRequest) -> HttpResponse:
    """Begin again, gently."""
    falling_ill.be_well(athlete=request.user, now=timezone.now())
    messages.info(request, WELL, extra_tags=reverse("logbook:illness_undo"))
    return redirect("logbook:plan")


@acts_by_post(back="logbook:plan", alone=True)
def undo(request: HttpRequest) -> HttpResponse:
    """Take back what was said last."""
    falling_ill.take_back(athlete=request.user, now=timezone.now())
    messages.success(request, "Undone. The week is planned as before.")
    return redirect("logbook:plan")

"""What the plan goes by, among the settings: rules on or off, hours and points of one's own."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.methods import acts_by_post
from logbook import plan_settings
from logbook.forms.plan_settings import PlanSettingsForm
from workouts import settling
from workouts.catalogue.loading import rules
from workouts.training.method import Method


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Show and store which rules act, and with which numbers."""
    own = request.user.method(rules())
    page = plan_settings.read(rules=rules(), own=own)
    form = PlanSettingsForm(
        request.POST if request.method == "POST" else None,
        rules=page.switchable(rules()),
        fixed=[rule for rule in rules().values() if rule.is_fixed],
        own=own,
    )
    if request.method != "POST" or not form.is_valid():
        parts = [
            (subject, [(told, form.row(told.rule.id)) for told in subject.rules]) for subject in page.subjects
        ]
        context = {"form": form, "page": page, "parts": parts}
        status = 422 if form.is_bound else 200
        return render(request, "logbook/plan_settings.html", context, status=status)
    settling.keep_method(athlete=request.user, method=form.method, today=request.user.day_of(timezone.now()))
    messages.success(request, "Saved. The plan goes by it now.")
    return redirect("logbook:plan_settings")


@acts_by_post(back="logbook:plan_settings", alone=True)
def usual(request: HttpRequest) -> HttpResponse:
    """Go back to the usual method."""
    settling.keep_method(athlete=request.user, method=Method(), today=request.user.day_of(timezone.now()))
    messages.success(request, "Every rule acts again, with the usual hours and points.")
    return redirect("logbook:plan_settings")

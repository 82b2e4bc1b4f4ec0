"""The usual week, among the settings: proposed from the runs that are there, stored as it was said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from logbook import usual_week
from logbook.forms.usual_week import UsualWeekForm
from workouts import settling
from workouts.weeks import WeekStart


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Show and store the run of each weekday, and how many strength sessions want a place."""
    week = usual_week.to_edit(athlete=request.user, now=timezone.now())
    form = UsualWeekForm(
        request.POST if request.method == "POST" else None,
        runs=week.runs,
        starts=WeekStart(request.user.week_start),
        initial={"wanted_sessions": request.user.wanted_sessions},
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "logbook/usual_week.html", {"form": form, "week": week}, status=status)
    settling.keep_usual_week(
        athlete=request.user,
        runs=form.runs,
        wanted_sessions=form.cleaned_data["wanted_sessions"],
        today=request.user.day_of(timezone.now()),
    )
    messages.success(request, "Your week is saved.")
    return redirect("logbook:usual_week")

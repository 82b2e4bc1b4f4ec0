"""The runs of a training plan, brought in from a calendar file."""

from collections.abc import Mapping
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.methods import acts_by_post
from logbook.bringing_in import BroughtIn, NothingInIt, bring_in, in_plan, take_out
from logbook.calendar.plan_events import NotACalendar
from logbook.forms.plan_calendar import PlanCalendarForm
from logbook.views.ids import key_of
from workouts.weeks import day_text


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Choose a file, and take its runs."""
    if request.method != "POST":
        return _page(request, PlanCalendarForm(initial={"key": uuid4()}))
    form = PlanCalendarForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            brought = bring_in(
                athlete=request.user,
                key=form.cleaned_data["key"],
                content=form.cleaned_data["file"].read(),
                now=timezone.now(),
            )
        except NotACalendar as bad:
            form.add_error("file", str(bad))
        except NothingInIt as nothing:
            form.add_error("file", " ".join([str(nothing), *_left(nothing.left_out)]))
        else:
            undone_at = reverse("logbook:plan_run_undo", args=[brought.key]) if brought.key else ""
            messages.success(request, _told(brought), extra_tags=undone_at)
            return redirect("logbook:plan_week", request.user.week_of(brought.first))
    return _page(request, form, status=422)


@acts_by_post(back="logbook:plan_calendar")
def end(request: HttpRequest) -> HttpResponse:
    """Take out what is left of it."""
    key = take_out(athlete=request.user, key=key_of(request.POST.get("key", "")), now=timezone.now())
    if key is None:
        messages.info(request, "No run to come is as a calendar says.")
    else:
        undone_at = reverse("logbook:plan_run_undo", args=[key])
        messages.success(request, "Those days are as usual again.", extra_tags=undone_at)
    return redirect("logbook:plan_calendar")


def _page(request: HttpRequest, form: PlanCalendarForm, status: int = 200) -> HttpResponse:
    context = {
        "section": "plan",
        "form": form,
        "days": in_plan(athlete=request.user, today=request.user.day_of(timezone.now())),
        "key": uuid4(),
    }
    return render(request, "logbook/plan_calendar.html", context, status=status)


def _told(brought: BroughtIn) -> str:
    """How much was taken, of which days, and what was not."""
    rests = f" and {_counted(brought.rests, 'day of rest', 'days of rest')}" if brought.rests else ""
    days = (
        f"on {day_text(brought.first)}"
        if brought.first == brought.last
        else f"from {day_text(brought.first)} to {day_text(brought.last)}"
    )
    taken = f"{_counted(brought.runs, 'run', 'runs')}{rests} {days} are planned now."
    usual = f"{_counted(brought.moved, 'day of before is', 'days of before are')} as usual again."
    return " ".join([taken, *([usual] if brought.moved else []), *_left(brought.left_out)])


def _left(left_out: Mapping[str, int]) -> list[str]:
    return [f"Left out: {_counted(number, 'event', 'events')}, {why}." for why, number in left_out.items()]


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"

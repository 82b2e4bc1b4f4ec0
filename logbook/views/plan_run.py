"""The run of a day: changed in place, moved, or as usual again, each with a way to undo it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.methods import acts_by_post
from logbook import run_of_day, running_told
from logbook.forms.run_of_day import MoveRunForm, RunOfDayForm
from logbook.run_of_day import DayInWeek, RunOfDay
from logbook.views.ids import key_of
from workouts import planning_runs
from workouts.catalogue.loading import rules
from workouts.models import Athlete
from workouts.planning_runs import DaySaid
from workouts.training.timetable.habit import HabitualRun
from workouts.units import DistanceUnit
from workouts.weeks import WEEKDAYS, day_text


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, name: str) -> HttpResponse:
    """Say what is run on a day."""
    found = _found(request, name)
    form = form_of(request.user, found.run, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        day, run = found.run.day, form.run
        about = {
            "day": day,
            "today": found.basis.today,
            "lately": found.page.lately,
            "athlete": request.user,
            "rules": found.basis.rules,
        }
        to_confirm = running_told.to_confirm(run, **about)
        was = found.run.told_apart_by
        # Sent twice, the first made it another.
        if form.is_behind(was) and not _is_said(request):
            form.tell(was)
            return _page(request, found, form=form, status=422)
        if not to_confirm or form.cleaned_data["confirmed"]:
            told = [_told(day, run), running_told.length_told(run, **about)]
            return _said(request, found, {day: run}, " ".join(filter(None, told)))
        form.ask(to_confirm)
    return _page(request, found, form=form, status=422 if form.is_bound else 200)


@acts_by_post(back="logbook:plan_run")
def move(request: HttpRequest, name: str) -> HttpResponse:
    """Put the run on another day of its week; a run that stands there comes here."""
    found = _found(request, name)
    form = move_form_of(found.run, request.POST)
    if not form.is_valid():
        return _page(request, found, move=form, status=422)
    if _is_said(request):
        # Sent twice, it was moved by the first.
        return redirect("logbook:plan_week", found.run.week)
    if form.cleaned_data["was"] != found.run.told_apart_by or found.run.run is None:
        messages.error(request, f"The run of {_called(found.run.day)} is another by now. Look again.")
        return redirect("logbook:plan_week", found.run.week)
    here, there = found.run.day, form.cleaned_data["to"]
    other = found.basis.runs.training(there)
    told = f"{_named(found.run.run)} is on {_called(there)} now."
    if other is not None:
        told += f" {_named(other)} is on {_called(here)}."
    return _said(request, found, {here: other, there: found.run.run}, told)


@acts_by_post(back="logbook:plan_run")
def usual(request: HttpRequest, name: str) -> HttpResponse:
    """Let a day be as it usually is."""
    found = _found(request, name)
    day = found.run.day
    told = f"{_called(day)} is as usual again."
    return _said(request, found, {day: found.run.usual}, told, is_usual=True)


@acts_by_post(back="logbook:plan", alone=True)
def undo(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take back what a form, or an import, said of single days."""
    days = planning_runs.days_of(athlete=request.user, key=key)
    if not days:
        raise Http404("Nothing was said by that form.")
    try:
        planning_runs.undo(athlete=request.user, key=key, now=timezone.now())
    except planning_runs.DaysChangedSince:
        messages.error(request, "That was not undone: something else was said of a day of it since.")
    else:
        messages.success(request, "Undone. The runs are planned as before.")
    return redirect("logbook:plan_week", request.user.week_of(days[0]))


def forms_of(athlete: Athlete, runs: Iterable[RunOfDay]) -> list[tuple[RunOfDay, RunOfDayForm, MoveRunForm]]:
    """Each run with its forms."""
    return [(run, form_of(athlete, run), move_form_of(run)) for run in runs]


def form_of(athlete: Athlete, run: RunOfDay, typed: Any = None) -> RunOfDayForm:
    """The form of a day's run, with what is planned so far."""
    return RunOfDayForm(
        typed, day=run.day, run=run.run, was=run.told_apart_by, unit=DistanceUnit(athlete.distance_unit)
    )


def move_form_of(run: RunOfDay, typed: Any = None) -> MoveRunForm:
    """The form that puts it on another day."""
    return MoveRunForm(typed, day=run.day, others=run.others, was=run.told_apart_by)


def _is_said(request: HttpRequest) -> bool:
    return planning_runs.is_said(athlete=request.user, key=key_of(request.POST.get("key", "")))


def _found(request: HttpRequest, name: str) -> DayInWeek:
    try:
        day = date.fromisoformat(name)
        return run_of_day.read(athlete=request.user, day=day, rules=rules(), now=timezone.now())
    except (ValueError, run_of_day.NotThatDay) as missing:
        raise Http404(str(missing)) from missing


def _page(
    request: HttpRequest,
    found: DayInWeek,
    *,
    form: RunOfDayForm | None = None,
    move: MoveRunForm | None = None,
    status: int,
) -> HttpResponse:
    context = {
        "section": "plan",
        "planned": found.run,
        "form": form or form_of(request.user, found.run),
        "move": move or move_form_of(found.run),
    }
    return render(request, "logbook/plan_run.html", context, status=status)


def _said(
    request: HttpRequest,
    found: DayInWeek,
    days: Mapping[date, HabitualRun | None],
    told: str,
    *,
    is_usual: bool = False,
) -> HttpResponse:
    """Store what is run on these days, and tell what becomes of the week's strength."""
    becomes = found.becomes(days)
    try:
        key = planning_runs.say(
            athlete=request.user,
            key=key_of(request.POST.get("key", "")),
            days=[DaySaid(day=day, run=run, is_usual=is_usual) for day, run in days.items()],
            seen=found.basis.runs.rows,
            now=timezone.now(),
        )
    except planning_runs.DaysChangedSince:
        messages.error(request, "Something else was said of that day at the same moment. Look again.")
        return redirect("logbook:plan_week", found.run.week)
    undone_at = reverse("logbook:plan_run_undo", args=[key]) if key is not None else ""
    messages.success(request, " ".join([told, *becomes]), extra_tags=undone_at)
    return redirect("logbook:plan_week", found.run.week)


def _told(day: date, run: HabitualRun | None) -> str:
    if run is None:
        return f"No run on {_called(day)}."
    return f"{_called(day)}: {run.kind.heading[0].lower()}{run.kind.heading[1:]}, about {run.minutes} min."


def _named(run: HabitualRun) -> str:
    return run.name or run.kind.heading


def _called(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day_text(day).rsplit(' ', 1)[0]}"

"""The plan: this week and those ahead, and the races that they go by."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from config.methods import acts_by_post
from logbook import plan_month, plan_page
from logbook.forms.phase import BY_RACES, PhaseForm
from logbook.forms.race import RaceForm
from logbook.plan_session import WEEKS_AHEAD
from logbook.views import caution, plan_run
from workouts import phasing, racing
from workouts.catalogue.loading import rules
from workouts.weeks import BadWeek, Week

TOO_MANY = f"There are {racing.MOST_RACES} races here, as many as there may be. Take one out first."


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The week of today, and the weeks after it."""
    return _page(request, None)


@require_safe
def week(request: HttpRequest, name: str) -> HttpResponse:
    """A week that is to come; one that is past stands in the history."""
    named = _named(request, name)
    if named < request.user.week_of(request.user.day_of(timezone.now())):
        return redirect("logbook:week", named)
    return _page(request, named)


def _named(request: HttpRequest, name: str) -> Week:
    try:
        return request.user.week_called(name)
    except BadWeek as bad:
        raise Http404(str(bad)) from bad


def _page(request: HttpRequest, named: Week | None) -> HttpResponse:
    try:
        page = plan_page.page(athlete=request.user, week=named, rules=rules(), now=timezone.now())
    except plan_page.NotAhead as far:
        raise Http404(str(far)) from far
    said = request.user.phase_said(page.week.week)
    context = {
        "section": "plan",
        "page": page,
        "phase": PhaseForm(initial={"phase": said.value if said else BY_RACES}),
        "runs": plan_run.forms_of(request.user, page.runs),
        "key": uuid4(),
        "caution": caution.of_athlete(request.user),
    }
    return render(request, "logbook/plan.html", context)


@require_safe
def month(request: HttpRequest, name: str) -> HttpResponse:
    """A month of it, week by week."""
    try:
        page = plan_month.page(athlete=request.user, name=name, rules=rules(), now=timezone.now())
    except plan_month.NoSuchMonth as missing:
        raise Http404(str(missing)) from missing
    return render(request, "logbook/plan_month.html", {"section": "plan", "page": page})


@acts_by_post(back="logbook:plan_week")
def phase(request: HttpRequest, name: str) -> HttpResponse:
    """Say what a week is for, or let the races say it."""
    today = request.user.day_of(timezone.now())
    week, current = _named(request, name), request.user.week_of(today)
    if week < current or (week.first_day - current.first_day).days > 7 * WEEKS_AHEAD:
        raise Http404(str(week))
    form = PhaseForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data["phase"]
        phasing.say_phase(athlete=request.user, week=week, phase=said, today=today)
        told = f": {said.label.lower()}, as you set it" if said else " goes by the races again"
        messages.success(request, f"Week {week.number}{told}.")
    else:
        messages.error(request, form.errors["phase"][0])
    return redirect("logbook:plan_week", week)


@require_http_methods(["GET", "HEAD", "POST"])
def race_new(request: HttpRequest) -> HttpResponse:
    """Enter a race; the same again is that one."""
    form = RaceForm(
        request.POST if request.method == "POST" else None,
        today=request.user.day_of(timezone.now()),
    )
    if form.is_bound and form.is_valid():
        try:
            race = racing.enter(athlete=request.user, said=racing.RaceSaid(**form.cleaned_data))
        except racing.TooManyRaces:
            form.add_error(None, TOO_MANY)
        else:
            messages.success(request, f"{race.name} is in the plan.")
            return redirect("logbook:plan")
    context = {"section": "plan", "form": form}
    return render(request, "logbook/race_form.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def race_edit(request: HttpRequest, race_id: int) -> HttpResponse:
    """Change a race; the weeks before and after it follow."""
    race = get_object_or_404(request.user.races.kept(), pk=race_id)
    form = RaceForm(
        request.POST if request.method == "POST" else None,
        today=request.user.day_of(timezone.now()),
        initial={name: getattr(race, name) for name in RaceForm.base_fields},
    )
    if form.is_bound and form.is_valid():
        try:
            racing.change(race, said=racing.RaceSaid(**form.cleaned_data))
        except racing.RaceThere:
            form.add_error("name", "A race of that name is there already on that day. Change that one.")
        else:
            messages.success(request, f"{race.name} is saved. The plan goes by it now.")
            return redirect("logbook:plan")
    context = {"section": "plan", "form": form, "race": race}
    return render(request, "logbook/race_form.html", context, status=422 if form.is_bound else 200)


@acts_by_post(back="logbook:plan", alone=True)
def race_deletion(request: HttpRequest, race_id: int) -> HttpResponse:
    """Take a race out of the plan."""
    race = get_object_or_404(request.user.races, pk=race_id)
    racing.take_out(race, now=timezone.now())
    undo = reverse("logbook:race_restoration", args=[race.pk])
    messages.info(request, f"{race.name} is out of the plan.", extra_tags=undo)
    return redirect("logbook:plan")


@acts_by_post(back="logbook:plan", alone=True)
def race_restoration(request: HttpRequest, race_id: int) -> HttpResponse:
    """Undo that."""
    race = get_object_or_404(request.user.races, pk=race_id)
    try:
        racing.bring_back(race)
    except racing.RaceThere:
        messages.error(request, "A race of that name is there again on that day; it stays.")
    else:
        messages.success(request, f"{race.name} is in the plan again.")
    return redirect("logbook:plan")

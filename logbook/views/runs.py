"""Runs: the list, one run, by hand, corrected, given back as a file, deleted and brought back."""

from datetime import date, datetime
from uuid import uuid4

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from config.methods import acts_by_post
from logbook import clearance, imports, proposals, recording, run_page, runs
from logbook.forms.moment import Moment
from logbook.forms.run import RunForm
from logbook.models import Run
from logbook.pairing import STILL_ON
from logbook.run_export import NothingToExport, gpx_file
from logbook.views.pairing import tell_of_pairing
from workouts.catalogue.loading import rules
from workouts.days import local_day
from workouts.units import DistanceUnit
from workouts.vocabulary import RunKind
from workouts.weeks import FIRST_YEAR, LAST_YEAR

STILL_DELETED = "Changes saved. It was deleted meanwhile: bring it back to count it."
NO_SUCH_KIND = "That is no kind this can be. Choose one of those below, or edit the run."
SENT_TWICE = "Saved once already. What was sent again was not taken."


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Runs by month, of every kind or of one, and the ways to add one."""
    until = _day(request.GET.get("until", ""))
    today = local_day(timezone.now(), request.user.time_zone)
    of_kind = _kind(request.GET.get("kind", ""))
    page = runs.by_month(athlete=request.user, until=until, today=today, kind=of_kind)
    unfinished = imports.unfinished(athlete=request.user)
    context = {"section": "runs", "page": page, "until": until, "unfinished": unfinished}
    return render(request, "logbook/runs.html", context)


def _kind(text: str) -> RunKind | None:
    """The kind asked for; None, which is all of them, for what is none."""
    return RunKind(text) if text in set(RunKind) else None


def _day(text: str) -> date | None:
    """The day asked for; None for what is no day, or none a run can have."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A run typed in by hand."""
    now = timezone.now()
    form = _run_form(request, moment=Moment(now, request.user.time_zone), now=now)
    if not form.is_valid():
        return _form_page(request, form)

    logged = recording.log_run(athlete=request.user, key=form.cleaned_data["key"], facts=form.facts, now=now)
    messages.success(request, "Run saved." if logged.is_new else SENT_TWICE)
    if logged.session is not None:
        tell_of_pairing(request, logged.session)
    return redirect(logged.run)


def _run_form(request: HttpRequest, *, moment: Moment, now: datetime, run: Run | None = None) -> RunForm:
    return RunForm(
        request.POST if request.method == "POST" else None,
        unit=DistanceUnit(request.user.distance_unit),
        moment=moment,
        now=now,
        run=run,
        initial={"key": uuid4()},
    )


def _form_page(request: HttpRequest, form: RunForm) -> HttpResponse:
    context = {"section": "runs", "form": form, "run": form.run, "writing": True}
    return render(request, "logbook/run_form.html", context, status=422 if form.is_bound else 200)


@require_safe
def show(request: HttpRequest, run_id: int) -> HttpResponse:
    """One run with its facts; a deleted one says so and can be brought back."""
    run = get_object_or_404(request.user.runs.select_related("imported_file"), pk=run_id)
    page = run_page.page(run=run, unit=DistanceUnit(request.user.distance_unit))
    now = timezone.now()
    is_just_done = run.deleted_at is None and run.ended_at > now - STILL_ON
    starts = is_just_done and clearance.may_start(athlete=request.user, rules=rules(), now=now)
    context = {
        "section": "runs",
        "page": page,
        "start": uuid4() if starts else None,
        "circuit": proposals.offered_by_name(athlete=request.user) if starts else None,
    }
    return render(request, "logbook/run.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, run_id: int) -> HttpResponse:
    """Correct what was typed, or what a file could not know."""
    run = get_object_or_404(request.user.runs, pk=run_id)
    if run.deleted_at is not None and request.method != "POST":
        return redirect(run)  # which says that it is deleted, and how to bring it back
    form = _run_form(request, moment=Moment(run.started_at, run.time_zone), now=timezone.now(), run=run)
    if not form.is_valid():
        return _form_page(request, form)

    recording.correct_run(run=run, facts=form.facts)
    # Another tab may have deleted it meanwhile: what was typed is kept all the same.
    messages.success(request, "Changes saved." if run.deleted_at is None else STILL_DELETED)
    return redirect(run)


@acts_by_post(back="logbook:run")
def kind(request: HttpRequest, run_id: int) -> HttpResponse:
    """Say of what kind a run was, in one tap."""
    run = get_object_or_404(request.user.runs, pk=run_id)
    chosen = request.POST.get("kind", "")
    if chosen not in set(RunKind) or not run.may_be_running:
        messages.error(request, NO_SUCH_KIND)
        return redirect(run)
    recording.choose_kind(run=run, kind=RunKind(chosen))
    messages.success(request, f"Now {run.title.lower()}. No later import changes it.")
    return redirect(run)


@acts_by_post(back="logbook:run")
def deletion(request: HttpRequest, run_id: int) -> HttpResponse:
    """Delete a run; for 30 days it can be brought back."""
    run = get_object_or_404(request.user.runs, pk=run_id)
    run.hide(at=timezone.now())
    undo = reverse("logbook:run_restoration", args=[run.pk])
    messages.info(request, f"{run.title} deleted. It can be brought back for 30 days.", extra_tags=undo)
    return redirect("logbook:runs")


@acts_by_post(back="logbook:run")
def restoration(request: HttpRequest, run_id: int) -> HttpResponse:
    """Undo a deletion."""
    run = get_object_or_404(request.user.runs, pk=run_id)
    run.bring_back()
    messages.success(request, f"{run.title} is back.")
    return redirect(run)


@require_safe
def file(request: HttpRequest, run_id: int) -> FileResponse | HttpResponse:
    """The original file, as it came, to its owner alone."""
    original = get_object_or_404(request.user.imported_files, runs__pk=run_id)
    try:
        content = original.stored.open()
    except FileNotFoundError:
        messages.error(request, "The original file is no longer on this server. The run itself is whole.")
        return redirect("logbook:run", run_id)
    return FileResponse(
        content,
        as_attachment=True,
        filename=original.name,
        content_type="application/octet-stream",
    )


@require_safe
def gpx(request: HttpRequest, run_id: int) -> HttpResponse:
    """The run as a GPX file, to its owner alone; its ends are left out where that is ticked."""
    run = get_object_or_404(request.user.runs, pk=run_id)
    try:
        exported = gpx_file(run=run, trim="trim" in request.GET)
    except NothingToExport as nothing:
        messages.error(request, str(nothing))
        return redirect(run)
    return HttpResponse(
        exported.content,
        content_type="application/gpx+xml",
        headers={"Content-Disposition": content_disposition_header(True, exported.name)},
    )

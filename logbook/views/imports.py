"""Imports: files stored first, then worked off one by one, and the questions that some of them leave."""

from datetime import timedelta
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from config.methods import acts_by_post
from logbook import answering, importing, imports
from logbook.forms.imports import DateForm, ImportForm
from logbook.forms.moment import Moment
from logbook.importing import Sent
from logbook.models import IncomingFile, Outcome, Verdict

SENT_TWICE = "These were sent once already. What was sent again was not taken: choose further files anew."


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Choose or drop the files of an import; go on with one that was left."""
    if request.method != "POST":
        return _index(request, ImportForm(initial={"key": uuid4()}))
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _index(request, form, status=422)

    received = importing.receive(
        athlete=request.user,
        key=form.cleaned_data["key"],
        files=[Sent(file.name, file) for file in form.cleaned_data["file"]],
        now=timezone.now(),
    )
    if not received.is_new:
        messages.info(request, SENT_TWICE)
    return redirect(received.batch)


def _index(request: HttpRequest, form: ImportForm, status: int = 200) -> HttpResponse:
    context = {"section": "runs", "form": form, "recent": imports.recent(athlete=request.user)}
    return render(request, "logbook/imports.html", context, status=status)


@require_safe
def show(request: HttpRequest, batch_id: int) -> HttpResponse:
    """How far an import has come."""
    batch = get_object_or_404(request.user.import_batches, pk=batch_id)
    page = imports.page(batch=batch)
    return render(request, "logbook/import.html", {"section": "runs", "page": page, "form": None})


@acts_by_post(back="logbook:import")
def steps(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Work off the next file.  An import of a single run leads to that run."""
    batch = get_object_or_404(request.user.import_batches, pk=batch_id)
    file = importing.work_off(batch=batch, now=timezone.now())
    return _only_run(request, file) or redirect(batch)


@acts_by_post(back="logbook:import")
def stop(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Leave out what still waits to be read."""
    batch = get_object_or_404(request.user.import_batches, pk=batch_id)
    importing.leave_rest_out(batch=batch, now=timezone.now())
    return redirect(batch)


def _only_run(request: HttpRequest, file: IncomingFile | None) -> HttpResponse | None:
    """To the run of a file that was sent alone and holds nothing else."""
    outcome = imports.only_outcome(file=file) if file is not None else None
    if outcome is None or outcome.run is None or outcome.is_question:
        return None
    said = f"{outcome.get_verdict_display()}. {outcome.because}"
    messages.success(request, said, extra_tags=outcome.unpairing_url)
    return redirect(outcome.run)


@require_http_methods(["GET", "HEAD", "POST"])
def date(request: HttpRequest, outcome_id: int) -> HttpResponse:
    """Say when an activity was whose watch did not know."""
    outcome = get_object_or_404(imports.outcomes_of(athlete=request.user), pk=outcome_id)
    if outcome.verdict != Verdict.NEEDS_DATE:
        return redirect(outcome.file.batch)
    now = timezone.now()
    usual_start = now - timedelta(seconds=outcome.facts.get("duration_s") or 0)
    form = DateForm(
        request.POST if request.method == "POST" else None,
        moment=Moment(usual_start, request.user.time_zone),
        now=now,
    )
    if not form.is_valid():
        context = {"section": "runs", "form": form, "outcome": outcome, "writing": True}
        return render(request, "logbook/import_date.html", context, status=422 if form.is_bound else 200)

    answered = answering.give_date(outcome=outcome, started_at=form.cleaned_data["moment"].at, now=now)
    return _answered(request, answered)


@acts_by_post(back="logbook:import_date")
def answer(request: HttpRequest, outcome_id: int) -> HttpResponse:
    """Say whether an activity that overlaps a run is another one to be added, or leave it out."""
    outcome = get_object_or_404(imports.outcomes_of(athlete=request.user), pk=outcome_id)
    said = request.POST.get("is", "")
    if said == "another" and outcome.verdict == Verdict.POSSIBLE_DUPLICATE:
        outcome = answering.add_all_the_same(outcome=outcome, now=timezone.now())
    elif said == "out" and outcome.is_question:
        outcome = answering.leave_out(outcome=outcome)
    return _answered(request, outcome)


def _answered(request: HttpRequest, outcome: Outcome) -> HttpResponse:
    """Back to where the question stood, or to the run that came of it."""
    if to_run := _only_run(request, outcome.file):
        return to_run
    if not outcome.is_question:
        messages.success(request, f"{outcome.file.name}: {outcome.because}")
    return redirect(f"{outcome.file.batch.get_absolute_url()}#file-{outcome.file.pk}")

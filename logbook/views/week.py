"""One week: its page, its file, and the athlete's own note about it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from logbook import review, week_csv, week_page
from logbook.forms.week_note import WeekNoteForm
from logbook.noting import NoteChanged, keep_week_note
from logbook.views.downloads import csv_file
from workouts.catalogue.loading import rules, safety
from workouts.units import DistanceUnit
from workouts.weeks import BadWeek, Week


@require_safe
def show(request: HttpRequest, name: str) -> HttpResponse:
    """One week by day: runs and strength together, beside what was planned, with their sums."""
    page = week_page.of_week(
        athlete=request.user, week=_week(request, name), rules=rules(), now=timezone.now()
    )
    return render(request, "logbook/week.html", {"section": "history", "page": page, "safety": safety()})


@require_safe
def csv(request: HttpRequest, name: str) -> StreamingHttpResponse:
    """What was done in the week, a row each."""
    week, unit = _week(request, name), DistanceUnit(request.user.distance_unit)
    page = review.for_week(athlete=request.user, week=week, today=request.user.day_of(timezone.now()))
    rows = week_csv.rows(page=page, unit=unit)
    return csv_file(name=f"footfall-{week}.csv", headers=week_csv.headers(unit), rows=rows)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, name: str) -> HttpResponse:
    """Show and store the note; saved blank, it is gone.  One changed elsewhere is never replaced unasked."""
    week = _week(request, name)
    kept = request.user.week_notes.about(week)
    text = kept.text if kept else ""
    form = WeekNoteForm(
        request.POST if request.method == "POST" else None, initial={"note": text, "seen": text}
    )
    status = 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            seen, written = form.cleaned_data["seen"], form.cleaned_data["note"]
            try:
                is_kept = keep_week_note(athlete=request.user, week=week, text=written, seen=seen)
            except NoteChanged as changed:
                form.show_newer(changed.text)
                status = 409
            else:
                messages.success(request, "Note saved." if is_kept else "Note removed.")
                return redirect("logbook:week", week)
    context = {"section": "history", "form": form, "week": week}
    return render(request, "logbook/week_note.html", context, status=status)


def _week(request: HttpRequest, name: str) -> Week:
    try:
        return request.user.week_called(name)
    except BadWeek as bad:
        raise Http404(str(bad)) from bad

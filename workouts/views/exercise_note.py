"""The athlete's own note about an exercise."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from workouts import library
from workouts.forms.exercise_note import ExerciseNoteForm
from workouts.models import Exercise
from workouts.noting import keep_note


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Show and store it; saved blank, it is gone."""
    try:
        exercise = library.exercise(slug=slug, athlete=request.user)
    except Exercise.DoesNotExist as missing:
        raise Http404(slug) from missing
    kept = request.user.exercise_notes.about(exercise)
    form = ExerciseNoteForm(
        request.POST if request.method == "POST" else None,
        initial={"note": kept.note, "video_url": kept.video_url} if kept else {},
    )
    if request.method != "POST" or not form.is_valid():
        context = {"section": "library", "form": form, "exercise": exercise}
        return render(request, "workouts/exercise_note.html", context, status=422 if form.is_bound else 200)
    is_kept = keep_note(athlete=request.user, exercise=exercise, **form.cleaned_data)
    messages.success(request, "Note saved." if is_kept else "Note removed.")
    return redirect(exercise)

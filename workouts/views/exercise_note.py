"""The athlete's own note about an exercise."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from workouts.forms import ExerciseNoteForm
from workouts.models import Exercise, ExerciseNote


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Show and store it; saved blank, it is gone."""
    exercise = get_object_or_404(Exercise, slug=slug)
    note = request.user.exercise_notes.filter(exercise=exercise).first()
    form = ExerciseNoteForm(
        request.POST if request.method == "POST" else None,
        instance=note or ExerciseNote(athlete=request.user, exercise=exercise),
    )
    if request.method != "POST" or not form.is_valid():
        context = {"section": "library", "form": form, "exercise": exercise}
        return render(request, "workouts/exercise_note.html", context, status=422 if form.is_bound else 200)
    request.user.exercise_notes.update_or_create(exercise=exercise, defaults=form.cleaned_data)
    messages.success(request, "Note saved.")
    return redirect(exercise)

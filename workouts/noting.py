"""Writes an athlete's own note about an exercise: keep it, change it, let it go."""

from workouts.models import Athlete, Exercise


def keep_note(*, athlete: Athlete, exercise: Exercise, note: str, video_url: str) -> bool:
    """Store what was written over what was; blank, nothing stays.  Returns whether anything is kept."""
    if not (note or video_url):
        athlete.exercise_notes.filter(exercise=exercise).delete()
        return False
    written = {"note": note, "video_url": video_url}
    athlete.exercise_notes.update_or_create(exercise=exercise, defaults=written)
    return True

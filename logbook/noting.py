"""Writes an athlete's own note about a week: keep it, change it, let it go."""

from django.db import IntegrityError, transaction

from logbook.models import WeekNote
from workouts.models import Athlete
from workouts.weeks import Week


class NoteChanged(Exception):
    """The note says something else by now than the one who writes has seen; `text` is what it says."""

    def __init__(self, text: str) -> None:
        super().__init__("The note was changed in the meantime.")
        self.text = text


def keep_week_note(*, athlete: Athlete, week: Week, text: str, seen: str) -> bool:
    """
    Store what was written; blank, nothing stays.  Returns whether anything is kept.

    seen: what the note said when it was opened.

    :raises NoteChanged: if it says neither that any more nor what is to be stored
    """
    try:
        with transaction.atomic():
            return _kept(athlete, week, text, seen)
    except IntegrityError:
        # Somebody else wrote the first one in this moment.
        stored = athlete.week_notes.about(week)
        if stored is not None and stored.text == text:
            return True
        raise NoteChanged(stored.text if stored else "") from None


def _kept(athlete: Athlete, week: Week, text: str, seen: str) -> bool:
    stored = athlete.week_notes.select_for_update().about(week)
    now = stored.text if stored else ""
    if now not in (seen, text):
        raise NoteChanged(now)
    if stored is None:
        if text:
            WeekNote.objects.create(athlete=athlete, monday_on=week.monday, text=text)
    elif text:
        stored.text = text
        stored.save(update_fields=["text"])
    else:
        stored.delete()
    return bool(text)

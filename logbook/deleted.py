"""Reads what was deleted and can still be brought back."""

from dataclasses import dataclass

from logbook.models import Run, Session
from workouts.models import Athlete

# More than anybody deletes in 30 days by hand; a page must not grow without end.
MOST_HIDDEN = 100


@dataclass(frozen=True)
class Deleted:
    runs: tuple[Run, ...]
    sessions: tuple[Session, ...]


def of_athlete(*, athlete: Athlete) -> Deleted:
    """The latest deleted first.  Two queries."""
    return Deleted(
        runs=tuple(athlete.runs.hidden()[:MOST_HIDDEN]),
        sessions=tuple(athlete.sessions.hidden()[:MOST_HIDDEN]),
    )

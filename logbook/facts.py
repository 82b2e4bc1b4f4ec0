"""What a form says was done, in seconds, metres and instants: the words between forms and verbs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from logbook.models import Run
from workouts.vocabulary import RunKind


@dataclass(frozen=True, kw_only=True)
class RunFacts:
    """A run as typed in: seconds, metres, effort 0 to 10; None is unknown, and no name is blank."""

    started_at: datetime
    time_zone: str
    duration_s: float
    distance_m: float | None
    kind: RunKind
    effort: int | None
    note: str
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class StationDone:
    """What was done at one station: sets, and the amount of each in the station's own measure."""

    station: int
    sets: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """A session as typed in.  A station without an entry in `deviations` was done as planned."""

    started_at: datetime
    time_zone: str
    minutes: int
    run: Run | None
    effort: int | None
    note: str
    deviations: Sequence[StationDone]

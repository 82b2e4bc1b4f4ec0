"""What a form says was done, in seconds, metres and instants: the words between forms and verbs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from logbook.models import Run
from logbook.sets.station import StationDone
from workouts.models import Circuit
from workouts.training.circuit_time import Format
from workouts.vocabulary import RunKind

# What a session is called that follows no circuit, unless the athlete says better.
OWN_CHOICE = "Strength session"


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
class Prescribed:
    """The frame of a session, copied when it is logged: its circuit's, an earlier session's, or nobody's."""

    circuit: Circuit | None = None
    name: str = OWN_CHOICE
    format: Format = Format.STRAIGHT_SETS
    rounds: int = 1
    rest_between_rounds_s: int = 0
    session_class: str = "moderate"
    target_rpe_low: int | None = None
    target_rpe_high: int | None = None


@dataclass(frozen=True, kw_only=True)
class Pain:
    """Pain from 0, none, to 10; `place` is a key of PAIN_PLACES and `side` one of PAIN_SIDES, or blank."""

    level: int
    place: str = ""
    side: str = ""


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """
    A session as typed in, station by station in the order it was done.

    pain: None where nobody was asked.  name: blank leaves it as it is.
    """

    started_at: datetime
    time_zone: str
    minutes: int
    run: Run | None
    effort: int | None
    note: str
    stations: Sequence[StationDone]
    pain: Pain | None = None
    name: str = ""

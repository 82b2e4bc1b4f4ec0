"""What a guess is made from and what it is: the evidence of a file, the earlier runs, the guess."""

from dataclasses import dataclass

from logbook.track.track import Lap
from workouts.vocabulary import RunKind


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """
    What an imported file says of a run; None or nothing where it does not say.

    title: what the athlete, the app or the structured workout called it.
    flags: what the file marks it as, "race", "intervals" or "long".
    sub_sport: in the words of FIT ("treadmill", "trail", "track").
    laps: in order.
    duration_s: seconds to count; distance_m, ascent_m: metres; avg_hr, max_hr: beats a minute.
    """

    title: str | None
    flags: frozenset[str]
    sub_sport: str | None
    laps: tuple[Lap, ...]
    duration_s: float
    distance_m: float | None
    avg_hr: int | None
    max_hr: int | None
    ascent_m: float | None


@dataclass(frozen=True, kw_only=True)
class PastRun:
    """One of the athlete's earlier runs: seconds, metres, mean beats a minute; None is unknown."""

    kind: RunKind
    duration_s: float
    distance_m: float | None
    avg_hr: int | None


@dataclass(frozen=True, kw_only=True)
class Guess:
    """A kind, never cross-training, and why: one or two whole sentences for the page."""

    kind: RunKind
    because: str

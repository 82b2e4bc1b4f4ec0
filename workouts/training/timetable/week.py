"""A week of runs and strength by the hour, from its first midnight on; it is taken to come round again."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from workouts.vocabulary import RunKind

DAY_H, WEEK_H = 24.0, 168.0

# In the handbook's words (5.2).
QUALITY = frozenset(
    {
        RunKind.TEMPO,
        RunKind.INTERVALS,
        RunKind.HILLS,
        RunKind.RACE_PACE,
        RunKind.TIME_TRIAL,
        RunKind.RACE,
    }
)
EASY = frozenset({RunKind.EASY, RunKind.RECOVERY})
# The hardest on the legs.
HARDEST = frozenset({"heavy", "plyo_high"})
PRIMER = "race-week-primer"
LOADED = frozenset({"moderate", "heavy", "plyo_low", "plyo_high"})
# The order in which sessions are placed: what is hardest to fit in comes first.
ORDER = ("heavy", "plyo_high", "moderate", "plyo_low", "light", "mobility")


@dataclass(frozen=True, kw_only=True)
class RunHours:
    """A run: its day from 0, its kind, and when it begins and how long it takes, in hours of the week."""

    day: int
    kind: RunKind
    starts_h: float
    hours: float

    @property
    def ends_h(self) -> float:
        return self.starts_h + self.hours

    @property
    def is_quality(self) -> bool:
        return self.kind in QUALITY


@dataclass(frozen=True, kw_only=True)
class RaceHours:
    """
    A race: its day counted from the first of the week, so below 0 if it was before, and its hour likewise.

    distance: a key of `vocabulary.RACE_DISTANCES`.  is_goal: whether the training aims at it.
    """

    day: int
    starts_h: float
    distance: str
    is_goal: bool = True


@dataclass(frozen=True, kw_only=True)
class StrengthHours:
    """A strength session that has its place: its day, when it begins, and its class."""

    day: int
    hour: float
    session_class: str


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """
    A session that wants a place.

    circuit: what is to be done, by its slug.
    effort: the middle of its circuit's target, None where that is not known.
    times_lately: how often the same circuit was done in the last 28 days.
    has_new: whether it has an exercise that was not done in the last 28 days.
    number: which of the week's sessions it is, from 1.
    """

    session_class: str
    circuit: str = ""
    effort: float | None = None
    times_lately: int = 0
    has_new: bool = False
    number: int = 0

    @property
    def is_primer(self) -> bool:
        """Whether it is the short circuit that is written for the days before a race."""
        return self.circuit == PRIMER

    @property
    def is_loaded(self) -> bool:
        return self.session_class in LOADED


@dataclass(frozen=True, kw_only=True)
class Runner:
    """
    What the rules ask of a runner.

    calf_raises: how many on one leg, the weaker side.  hop_pain: from 0 to 10 when hopping.  Both None
    where that was never tried.
    """

    is_beginner: bool
    lifting_weeks: int
    calf_raises: int | None = None
    hop_pain: int | None = None


@dataclass(frozen=True)
class RunWeek:
    """
    The runs of a week and the strength that has its place in it.

    following: the runs of the week after, in hours of their own week; None where it comes round again.
    races: those before and after it that its days may have to heed; they do not come round again.
    well_h: since when an illness is over, at the earliest; None where there was none of late.
    """

    runs: tuple[RunHours, ...]
    strength: tuple[StrengthHours, ...] = ()
    following: tuple[RunHours, ...] | None = None
    races: tuple[RaceHours, ...] = ()
    well_h: float | None = None

    def on(self, day: int) -> tuple[RunHours, ...]:
        """The runs of one day."""
        return tuple(run for run in self.runs if run.day == day)

    def next_quality(self, hour: float) -> tuple[float, RunHours] | None:
        """Hours to the next quality run that begins after that hour, and the run; None without any."""
        return self._next(hour, lambda run: run.is_quality)

    def next_long(self, hour: float) -> tuple[float, RunHours] | None:
        """The same for long runs."""
        return self._next(hour, lambda run: run.kind is RunKind.LONG)

    def _next(self, hour: float, counts: Callable[[RunHours], bool]) -> tuple[float, RunHours] | None:
        here = [(run.starts_h - hour, run) for run in self.runs if counts(run)]
        later = [(run.starts_h + WEEK_H - hour, run) for run in self._after if counts(run)]
        ahead = [pair for pair in (*here, *later) if pair[0] > 0]
        return min(ahead, key=lambda pair: pair[0], default=None)

    @property
    def _after(self) -> tuple[RunHours, ...]:
        return self.runs if self.following is None else self.following

    def day_after(self, day: int) -> tuple[RunHours, ...]:
        """The runs of the next day."""
        return self.on(day + 1) if day < 6 else tuple(run for run in self._after if run.day == 0)

    @property
    def free_days(self) -> frozenset[int]:
        """Days without a run and without strength above mobility."""
        taken = {run.day for run in self.runs}
        taken |= {each.day for each in self.strength if each.session_class != "mobility"}
        return frozenset(range(7)) - taken

    def with_strength(self, *more: StrengthHours) -> "RunWeek":
        return replace(self, strength=(*self.strength, *more))


def gap_h(one: float, other: float) -> float:
    """Hours between two moments of a week that comes round again."""
    apart = abs(one - other)
    return min(apart, WEEK_H - apart)

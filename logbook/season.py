"""The races near a week, entered or only run, for the timetable and the phase that it lies in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from logbook.models import Run
from workouts.models import Race
from workouts.training.phases import Phase, RaceDay, phase_of, recovered_from
from workouts.training.race_distance import distance_of
from workouts.training.rules import Rules
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.week import RaceHours
from workouts.vocabulary import RunKind
from workouts.weeks import Week

# The longest that a race is recovered from, an ultra.
RECOVERED_AFTER = timedelta(days=14)
# About how long a race takes, for the hours of its day; only the gap to strength depends on it.
ABOUT_MINUTES = {"5k": 30, "10k": 60, "half": 120, "marathon": 240, "ultra": 480, "other": 60}


@dataclass(frozen=True)
class Raced:
    """A race that was run and never entered; it is recovered from like any other, and tapers nothing."""

    name: str
    day: date
    starts_at: time
    distance: str
    is_goal: bool = False


@dataclass(frozen=True)
class Season:
    """
    The races that the days of a week, and of the week after, may have to heed.

    raced: those of the weeks before that were run without having been entered.
    """

    races: tuple[Race, ...]
    raced: tuple[Raced, ...] = ()

    def with_raced(self, runs: Iterable[Run], since: date) -> "Season":
        """The same with what was run as a race from a day on, where none was entered for its day."""
        entered = {race.day for race in self.races}
        raced = [
            _raced(run)
            for run in runs
            if run.kind == RunKind.RACE and run.performed_on >= since and run.performed_on not in entered
        ]
        return replace(self, raced=tuple(raced))

    def phase(self, week: Week, rules: Rules) -> Phase:
        """What a week is for, the same on each of its days."""
        return phase_of(week.days, races=self._days, rules=rules)

    def recovered_from(self, week: Week, rules: Rules) -> Race | Raced | None:
        """The race that the first days of a week are recovered from."""
        found = recovered_from(week.first_day, races=self._days, rules=rules) or recovered_from(
            week.days[1], races=self._days, rules=rules
        )
        return None if found is None else self._all[self._days.index(found)]

    def run_on(self, day: date) -> HabitualRun | None:
        """The race of a day as the run that it is; the first where there are several."""
        race = next((each for each in self.races if each.day == day), None)
        if race is None:
            return None
        return HabitualRun(
            weekday=day.weekday(),
            kind=RunKind.RACE,
            minutes=ABOUT_MINUTES[race.distance],
            starts_at=race.starts_at,
        )

    def race_on(self, day: date) -> str:
        """What the race of a day is called, "" where there is none."""
        return next((race.name for race in self.races if race.day == day), "")

    def next_goal(self, day: date) -> Race | None:
        """The next race that is aimed at, that day's among them."""
        return next((race for race in self.races if race.is_goal and race.day >= day), None)

    def hours(self, week: Week) -> tuple[RaceHours, ...]:
        """By the hours of a week."""
        return tuple(
            RaceHours(
                day=(race.day - week.first_day).days,
                starts_h=24.0 * (race.day - week.first_day).days + _hour(race.starts_at),
                distance=race.distance,
                is_goal=race.is_goal,
            )
            for race in self._all
        )

    @property
    def _all(self) -> Sequence[Race | Raced]:
        return sorted([*self.races, *self.raced], key=lambda each: (each.day, each.starts_at))

    @property
    def _days(self) -> Sequence[RaceDay]:
        return [RaceDay(day=each.day, distance=each.distance, is_goal=each.is_goal) for each in self._all]


def _raced(run: Run) -> Raced:
    name = run.name or "your race"
    return Raced(name, run.performed_on, run.local_start.time(), distance_of(run.distance_m))


def _hour(at: time) -> float:
    return at.hour + at.minute / 60

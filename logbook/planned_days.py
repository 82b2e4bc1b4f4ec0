"""What is still to come of a week: the usual runs, and the strength that is placed round them."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from workouts.circuits import CircuitRow
from workouts.models import Race
from workouts.training.phases import Phase
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.place import Placed
from workouts.weeks import Week


@dataclass(frozen=True)
class DayPlan:
    """
    A day of which something is still to come.

    run: the run that is planned, where none is logged yet.  circuit: the strength that is placed there, and
    `when`.  why: the sentence of the day; "" where there is nothing to say.  session: what is placed there,
    as an address names it, such as "2026-W49-1"; "" where nothing is.  starts: when it is to begin, by the
    athlete's clock.  warm_up: what to do before, "" where nothing asks for it.  race: what the race of the
    day is called, "" where there is none.  length: what speaks against how long the run is, "" where nothing
    does.
    """

    day: date
    run: HabitualRun | None
    circuit: CircuitRow | None
    when: str
    why: str
    session: str = ""
    starts: datetime | None = None
    warm_up: str = ""
    race: str = ""
    length: str = ""

    @property
    def run_heading(self) -> str:
        return self.race or (self.run.kind.heading if self.run else "")

    @property
    def run_minutes(self) -> int | None:
        """About how long the run takes; of a race nobody says."""
        return self.run.minutes if self.run and not self.race else None


@dataclass(frozen=True)
class Unplaced:
    """A session of the week that found no place, as an address names it, and why."""

    session: str
    told: str


@dataclass(frozen=True)
class WeekPlan:
    """
    What is still to come, day by day, None where a day is past; `unplaced` says what found no place.

    skipped: the sessions left out, as an address names them.  phase: what the week is for.  race: the next
    one aimed at.  how_often: what suits the phase, "" where what is wanted does.
    """

    days: tuple[DayPlan | None, ...]
    unplaced: tuple[Unplaced, ...]
    skipped: tuple[str, ...]
    phase: Phase
    race: Race | None
    how_often: str


def named(week: Week, number: int) -> str:
    """A session of a week as an address names it: "2026-W49-1"."""
    return f"{week}-{number}"


def starts_on(first_day: date, placed: Placed) -> datetime | None:
    """The clock at which a session is placed, in a week that begins on that day; None without a place."""
    if placed.place is None:
        return None
    return datetime.combine(first_day, time.min) + timedelta(minutes=round(60 * placed.place.slot.hour))

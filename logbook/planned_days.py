"""What is still to come of a week: the usual runs, and the strength that is placed round them."""

from dataclasses import dataclass
from datetime import date

from workouts.circuits import CircuitRow
from workouts.models import Race
from workouts.training.phases import Phase
from workouts.training.timetable.habit import HabitualRun


@dataclass(frozen=True)
class DayPlan:
    """
    A day of which something is still to come.

    run: the usual run, where none is logged yet.  circuit: the strength that is placed there, and `when`.
    why: the sentence of the day; "" where there is nothing to say.
    """

    day: date
    run: HabitualRun | None
    circuit: CircuitRow | None
    when: str
    why: str

    @property
    def run_heading(self) -> str:
        return self.run.kind.heading if self.run else ""


@dataclass(frozen=True)
class WeekPlan:
    """
    What is still to come, day by day, None where a day is past; `unplaced` says what found no place.

    phase: what the week is for.  race: the next one aimed at.  how_often: what suits the phase, "" where
    what is wanted does.
    """

    days: tuple[DayPlan | None, ...]
    unplaced: tuple[str, ...]
    phase: Phase
    race: Race | None
    how_often: str

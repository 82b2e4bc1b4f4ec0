"""Puts the stations of a session's form as its buttons leave them, with what was done the last time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from logbook import stations
from logbook.forms.arrangement import MOST_STATIONS, Arrangement, arranged, as_sent
from logbook.sets.station import StationPlan
from workouts import library
from workouts.library import Named, NoSuchExercise
from workouts.models import Athlete

TOO_MANY = f"One session holds {MOST_STATIONS} exercises at most. Log the rest as another."


@dataclass(frozen=True, kw_only=True)
class Arranged:
    """
    plans: the stations in the order they are to be shown in.
    button: the one pressed other than save, or "".
    added: the name of the exercise that was just added, or "".
    exercises: all there are to choose from.
    wanted: what was typed to be added and was not; `problem` says why, `fitting` is what it may have meant.
    """

    plans: tuple[StationPlan, ...]
    exercises: tuple[Named, ...] = ()
    button: str = ""
    added: str = ""
    wanted: str = ""
    problem: str = ""
    fitting: tuple[Named, ...] = ()

    @property
    def is_being_arranged(self) -> bool:
        """Whether stations are being added or moved, and nothing is to be saved yet."""
        return bool(self.button or self.added)


def arrange(data: QueryDict, *, plans: Sequence[StationPlan], athlete: Athlete, before: datetime) -> Arranged:
    """Return the stations sent, `plans` being what is prescribed or stored.  Four queries at most."""
    sent = as_sent(data, plans=plans)
    arrangement = arranged(data, plans=sent).pressed()
    added, problem = "", ""
    fitting: tuple[Named, ...] = ()
    exercises = library.names(athlete=athlete)
    if arrangement.wanted and len(arrangement.order) >= MOST_STATIONS:
        problem = TOO_MANY
    elif arrangement.wanted:
        try:
            exercise = library.called(arrangement.wanted, among=exercises)
            arrangement, added = arrangement.with_one_more(exercise.slug), exercise.name
        except NoSuchExercise as unknown:
            problem, fitting = str(unknown), unknown.fitting
    in_order = _in_order(sent, arrangement, athlete)
    return Arranged(
        plans=stations.with_last_time(in_order, athlete=athlete, before=before),
        exercises=exercises,
        button=arrangement.button,
        added=added,
        wanted=arrangement.wanted,
        problem=problem,
        fitting=fitting,
    )


def _in_order(plans: Sequence[StationPlan], arrangement: Arrangement, athlete: Athlete) -> list[StationPlan]:
    known = {plan.number: plan for plan in plans}
    others = {number: slug for number, slug in arrangement.chosen.items() if number not in known}
    known |= stations.chosen(others, athlete=athlete)
    return [known[number] for number in arrangement.order if number in known]

"""Writes the runs of a training plan from a calendar file into the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Sum, Value
from django.db.models.functions import Coalesce, NullIf

from logbook.calendar import plan_events
from logbook.calendar.plan_events import EventRun
from logbook.plan_session import WEEKS_AHEAD
from workouts import planning_runs
from workouts.models import Athlete
from workouts.planning_runs import DaySaid

LATELY = timedelta(weeks=8)
# Until something was run of late: 6:00 a kilometre.
USUAL_S_PER_KM = 360.0


@dataclass(frozen=True)
class BroughtIn:
    """
    What was taken, from the first day to the last; `left_out` counts the events that were not, by why.

    moved: how many days are as usual again, since their event stands on another one by now.
    """

    key: UUID | None
    runs: int
    rests: int
    moved: int
    first: date
    last: date
    left_out: Mapping[str, int]


class NothingInIt(ValueError):
    """No event of the file is a run of a day to come; `left_out` counts them by why."""

    def __init__(self, left_out: Mapping[str, int]) -> None:
        super().__init__("No run of a day to come is in it.")
        self.left_out = left_out


def bring_in(*, athlete: Athlete, key: UUID, content: bytes, now: datetime) -> BroughtIn:
    """
    Store the runs of a calendar for the days from today on, over what was said of these days before.

    Where an event of it was taken before and is on another day by now, the day of before is as usual again.

    :raises plan_events.NotACalendar: if it cannot be read
    :raises NothingInIt: if there is no run to take in it
    """
    today = athlete.day_of(now)
    found = plan_events.read(
        content,
        zone=athlete.time_zone,
        first=today,
        last=today + timedelta(weeks=WEEKS_AHEAD),
        s_per_km=_s_per_km(athlete, today),
    )
    if not found.runs:
        raise NothingInIt(found.left_out)
    days = {each.day: DaySaid(day=each.day, run=each.run, uid=each.uid) for each in found.runs}
    moved = _moved(athlete, found.runs, today)
    undone_by = planning_runs.say(
        athlete=athlete,
        key=key,
        days=[*days.values(), *(DaySaid(day=day, is_usual=True) for day in moved)],
        now=now,
    )
    return BroughtIn(
        undone_by,
        runs=sum(each.run is not None for each in found.runs),
        moved=len(moved),
        rests=sum(each.run is None for each in found.runs),
        first=found.runs[0].day,
        last=found.runs[-1].day,
        left_out=found.left_out,
    )


def in_plan(*, athlete: Athlete, today: date) -> list[date]:
    """The days to come whose run is as a calendar says, in order.  One query."""
    rows = athlete.planned_runs.single().filter(day__gte=today).exclude(uid="").order_by("day")
    return [day for day in rows.values_list("day", flat=True) if day is not None]


def take_out(*, athlete: Athlete, key: UUID, now: datetime) -> UUID | None:
    """
    Let the days to come whose run is as a calendar says be as usual; what was changed since stays.

    Returns the key by which that can be taken back, None where there was nothing to take out.
    """
    days = in_plan(athlete=athlete, today=athlete.day_of(now))
    said = [DaySaid(day=day, is_usual=True) for day in days]
    return planning_runs.say(athlete=athlete, key=key, days=said, now=now)


def _moved(athlete: Athlete, runs: Sequence[EventRun], today: date) -> list[date]:
    """
    The days of which an event said something before that stands on another day now.

    Known by its UID and its name: numbers for UIDs are common, and another plan has them, too.
    """
    days = {each.day for each in runs}
    names = {(each.uid, each.run.name if each.run else "") for each in runs if each.uid}
    rows = athlete.planned_runs.single().filter(day__gte=today, uid__in=[uid for uid, _ in names])
    return [row.day for row in rows if row.day and row.day not in days and (row.uid, row.name) in names]


def _s_per_km(athlete: Athlete, today: date) -> float:
    """The mean pace of the last eight weeks, in seconds a kilometre."""
    lately = athlete.runs.kept().filter(performed_on__gt=today - LATELY, distance_m__gt=0).running()
    sums = lately.aggregate(
        metres=Sum("distance_m"), seconds=Sum(Coalesce(NullIf("moving_s", Value(0.0)), "duration_s"))
    )
    return 1000 * sums["seconds"] / sums["metres"] if sums["metres"] else USUAL_S_PER_KM

"""Reads the run that is planned for a day, and what becomes of the week's strength when it changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from logbook import plan_basis, timetable
from logbook.plan_basis import PlanBasis
from logbook.plan_session import AGAINST, WEEKS_AHEAD
from logbook.review import WeekPage, for_week
from logbook.timetable import Timetable
from workouts.models import Athlete
from workouts.training.rules import Rules
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.place import Placed
from workouts.training.timetable.told import unplaced_told
from workouts.weeks import WEEKDAYS, Week


class NotThatDay(Exception):
    """The day is past, too far ahead, or run already."""


@dataclass(frozen=True)
class RunOfDay:
    """
    What is run on a day that is to come: `run` is None for none.

    is_single: whether that was said of this day alone.  usual: what the usual week has instead.  race: what
    the race of the day is called, which counts before the run; "" for none.  others: the days of its week
    that the run can go to.
    """

    day: date
    week: Week
    run: HabitualRun | None
    is_single: bool
    usual: HabitualRun | None
    race: str
    others: tuple[date, ...]

    @property
    def told_apart_by(self) -> str:
        """What tells this run from another, so that a page that is behind is noticed."""
        run = self.run
        if run is None:
            return ""
        return f"{run.kind} {run.minutes} {run.starts_at:%H:%M} {run.distance_m or ''} {run.name}".strip()


def of_week(basis: PlanBasis, page: WeekPage) -> tuple[RunOfDay, ...]:
    """The days of a week on which something can still be run.  No query."""
    runs = basis.runs
    days = [
        each.day
        for each in page.days
        if each.day >= basis.today and not any(outing.run for outing in each.outings)
    ]
    return tuple(
        RunOfDay(
            day,
            page.week,
            run=runs.training(day),
            is_single=day in runs.single,
            usual=runs.usual.get(day.weekday()),
            race=runs.season.race_on(day),
            others=tuple(each for each in days if each != day and not runs.season.race_on(each)),
        )
        for day in days
    )


@dataclass(frozen=True)
class DayInWeek:
    """A day with all that its week goes by."""

    run: RunOfDay
    basis: PlanBasis
    page: WeekPage

    def becomes(self, changed: Mapping[date, HabitualRun | None]) -> tuple[str, ...]:
        """
        What happens to the strength of the week if these days are run so, in sentences.  Two queries at most.

        A session that the athlete put somewhere stays there, and what speaks against that now is told.
        """
        if not self.basis.is_said:
            return ()
        before = timetable.of_week(self.basis, self.page)
        after = timetable.of_week(self.basis.saying(changed), self.page)
        return tuple(_compared(before, after))


def read(*, athlete: Athlete, day: date, rules: Rules, now: datetime) -> DayInWeek:
    """
    A day from today on, with its week.  Three queries.

    :raises NotThatDay: if it is past, more than 52 weeks ahead, or something was run on it already
    """
    today = athlete.day_of(now)
    if not today <= day <= today + timedelta(weeks=WEEKS_AHEAD):
        raise NotThatDay(str(day))
    week = athlete.week_of(day)
    page = for_week(athlete=athlete, week=week, today=today)
    basis = plan_basis.of_weeks(athlete=athlete, first=week, lately=page.lately, rules=rules, now=now)
    days = of_week(basis, page)
    found = next((each for each in days if each.day == day), None)
    if found is None:
        raise NotThatDay(str(day))
    return DayInWeek(found, basis, page)


def _compared(before: Timetable, after: Timetable) -> Iterator[str]:
    was = {each.wanted.number: each for each in before.placed}
    for each in after.placed:
        name = after.rows[each.wanted.circuit].circuit.name
        from_day, to_day = _day(before, was.get(each.wanted.number)), _day(after, each)
        change = after.changes.get(each.wanted.number)
        if to_day is None:
            yield unplaced_told(each, name=name, names=[_called(day) for day in after.days])
        elif change is not None and change.day == to_day:
            against = _against(each)
            if against:
                yield f"{name} stays on {_called(to_day)}, where you put it. {against}{_better(after, each)}"
        elif from_day is None:
            yield f"{name} has a place on {_called(to_day)} now."
        elif from_day != to_day:
            yield f"{name} goes from {_called(from_day)} to {_called(to_day)}."


def _better(table: Timetable, placed: Placed) -> str:
    """Which other day fits best, "" where none is open."""
    open_ones = [each for each in placed.judgements if each.cost is not None]
    best = min(open_ones, key=lambda each: each.cost or 0.0, default=None)
    if best is None or placed.place is None or best.slot.day == placed.place.slot.day:
        return ""
    return f" {_called(table.days[best.slot.day])} fits better."


def _day(table: Timetable, placed: Placed | None) -> date | None:
    return table.days[placed.place.slot.day] if placed is not None and placed.place is not None else None


def _against(placed: Placed) -> str:
    """What speaks against a place."""
    findings = placed.place.findings if placed.place is not None else ()
    return next((each.told for each in findings if each.severity in AGAINST), "")


def _called(day: date) -> str:
    return WEEKDAYS[day.weekday()]

"""Reads a month of the plan: its weeks day by day, what was done and what is to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from logbook import plan_basis, week_plan
from logbook.afterwards import MOBILITY
from logbook.charts.week_bars import Block
from logbook.plan_session import WEEKS_AHEAD
from logbook.review import Day, WeekPage, for_weeks, with_plan
from logbook.totals import added
from workouts.models import Athlete
from workouts.training.phases import Phase
from workouts.training.rules import Rules
from workouts.weeks import FIRST_YEAR, LAST_YEAR, Week


class NoSuchMonth(Exception):
    """There is no month of that name, or it is too far ahead to say anything of it."""


@dataclass(frozen=True)
class MonthDay:
    """
    A day of a month as its cell shows it; `is_in_month` is not so of its first and last week's others.

    run and strength are what they are called, "" where there is none, with their minutes, None where nobody
    knows them; `is_done` says whether they were done or are planned.
    """

    day: date
    is_in_month: bool
    is_today: bool
    is_done: bool
    run: str
    run_min: int | None
    strength: str
    strength_min: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class MonthWeek:
    """A week of a month; `phase` is what it is for, None where it is past."""

    week: Week
    phase: Phase | None
    days: tuple[MonthDay, ...]


@dataclass(frozen=True)
class MonthPage:
    """A month by its first day, with its neighbours, None where there is nothing to show of them."""

    first_day: date
    weeks: tuple[MonthWeek, ...]
    previous: date
    next: date | None


def page(*, athlete: Athlete, name: str, rules: Rules, now: datetime) -> MonthPage:
    """
    A month, such as "2026-12".  Five queries, whatever is planned.

    :raises NoSuchMonth: if there is none of that name, or it begins more than 52 weeks ahead
    """
    first_day, today = _first_day(name), athlete.day_of(now)
    end = today + timedelta(weeks=WEEKS_AHEAD)
    if first_day > end:
        raise NoSuchMonth(name)
    weeks = list(_weeks(athlete, first_day))
    pages = for_weeks(athlete=athlete, weeks=weeks, today=today)
    current = athlete.week_of(today)
    ahead = [week for week in weeks if week >= current] or [current]
    basis = plan_basis.of_weeks(
        athlete=athlete, first=ahead[0], last=ahead[-1], lately=pages[0].lately, rules=rules, now=now
    )
    following = _next(first_day)
    return MonthPage(
        first_day,
        tuple(
            _week(
                _planned(each, basis, current),
                first_day,
                basis.phase(each.week) if each.week >= current else None,
            )
            for each in pages
        ),
        previous=(first_day - timedelta(days=1)).replace(day=1),
        next=following if following <= end else None,
    )


def _first_day(name: str) -> date:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", name, re.ASCII)
    if found is None or not FIRST_YEAR < int(found[1]) < LAST_YEAR:
        raise NoSuchMonth(name)
    return date(int(found[1]), int(found[2]), 1)


def _next(first_day: date) -> date:
    return (first_day + timedelta(days=31)).replace(day=1)


def _weeks(athlete: Athlete, first_day: date) -> Iterator[Week]:
    """Those with a day of the month in them."""
    week = athlete.week_of(first_day)
    while week.first_day < _next(first_day):
        yield week
        week = week.next


def _planned(page: WeekPage, basis: plan_basis.PlanBasis, current: Week) -> WeekPage:
    """A week with what is to come, if anything can."""
    plan = week_plan.of_week(basis, page) if page.week >= current else None
    return page if plan is None else with_plan(page, plan)


def _week(page: WeekPage, first_day: date, phase: Phase | None) -> MonthWeek:
    return MonthWeek(page.week, phase, tuple(_day(day, first_day) for day in page.days))


def _day(day: Day, first_day: date) -> MonthDay:
    runs = [outing.run for outing in day.outings if outing.run is not None]
    every = [session for outing in day.outings for session in outing.sessions]
    # Stretching stands for itself only where nothing else was done.
    sessions = [each for each in every if each.session_class != MOBILITY] or every
    is_done = bool(runs or sessions)
    plan = day.plan
    circuit = plan.circuit if plan is not None and not sessions else None
    run, run_min = ", ".join(each.title for each in runs), _minutes([each.paced_s / 60 for each in runs])
    strength, strength_min = (
        ", ".join(each.name for each in sessions),
        _minutes([each.minutes for each in sessions]),
    )
    if plan is not None and not runs:
        run, run_min = plan.run_heading, plan.run_minutes
    if circuit is not None:
        strength, strength_min = circuit.circuit.name, circuit.shape.minutes
    return MonthDay(
        day.day,
        is_in_month=day.day.month == first_day.month,
        is_today=day.is_today,
        is_done=is_done and circuit is None,
        run=run,
        run_min=run_min,
        strength=strength,
        strength_min=strength_min,
        blocks=day.lying.blocks,
    )


def _minutes(parts: list[float | int]) -> int | None:
    total = added(parts)
    return None if total is None else round(total)

"""Reads the plan: one week as it is to come, what it is for and why, and the weeks after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from logbook import days_told, plan_basis, run_of_day, running_told, week_plan
from logbook.days_told import DayTold
from logbook.plan_basis import PlanBasis
from logbook.plan_session import WEEKS_AHEAD
from logbook.review import WeekPage, for_week, with_plan
from logbook.run_of_day import RunOfDay
from logbook.running_told import ClimbTold
from workouts.models import Athlete, Race
from workouts.training.phases import Phase
from workouts.training.rules import Rule, Rules
from workouts.weeks import WEEKDAYS, Week, day_text

# How many weeks are listed at once.
LISTED = 16


class NotAhead(Exception):
    """The week is past, or too far ahead to say anything of it."""


@dataclass(frozen=True)
class WeekAhead:
    """A week of the list: what it is for, and the races in it."""

    week: Week
    phase: Phase
    races: tuple[Race, ...]
    is_shown: bool


@dataclass(frozen=True)
class PlanPage:
    """
    `why` says what the week is for and why; `how_often` how much strength suits it, "" where what is wanted
    does.  `runs` are those of the days that are left.  `races` are those still to come, and those of the two
    weeks before.  `climb` is there in the week that is on where running has risen fast.  `off` are the rules
    that the athlete switched off.
    """

    week: WeekPage
    runs: tuple[RunOfDay, ...]
    why: str
    how_often: str
    ahead: tuple[WeekAhead, ...]
    races: tuple[Race, ...]
    current: Week
    previous: Week | None
    next: Week | None
    off: tuple[Rule, ...]
    climb: ClimbTold | None = None

    @property
    def is_this_week(self) -> bool:
        return self.previous is None

    @property
    def when(self) -> str:
        """Which week it is from where one stands: "This week", "Next week", else ""."""
        if self.is_this_week:
            return "This week"
        return "Next week" if self.previous == self.current else ""

    @property
    def days(self) -> tuple[DayTold, ...]:
        """The week as its cells show it."""
        return days_told.told(self.week.days)


def page(*, athlete: Athlete, week: Week | None, rules: Rules, now: datetime) -> PlanPage:
    """
    The plan of a week, of that of today where none is named.  Five queries at most.

    :raises NotAhead: if the week is past, or more than 52 weeks ahead
    """
    method = athlete.method(rules)
    off = tuple(rule for rule in rules.values() if rule.id in method.off)
    rules = method.applied_to(rules)
    today = athlete.day_of(now)
    current = athlete.week_of(today)
    week = week or current
    far = (week.first_day - current.first_day).days // 7
    if not 0 <= far <= WEEKS_AHEAD:
        raise NotAhead(str(week))
    shown = for_week(athlete=athlete, week=week, today=today)
    weeks = list(_listed(week if far >= LISTED else current))
    basis = plan_basis.of_weeks(
        athlete=athlete, first=week, season_from=current, lately=shown.lately, rules=rules, now=now
    )
    season = basis.runs.season
    plan = week_plan.of_week(basis, shown)
    return PlanPage(
        with_plan(shown, plan) if plan is not None else shown,
        run_of_day.of_week(basis, shown),
        _why(basis, week),
        plan.how_often if plan is not None else "",
        tuple(
            WeekAhead(
                each,
                basis.phase(each),
                tuple(race for race in season.races if race.day in each),
                is_shown=each == week,
            )
            for each in weeks
        ),
        season.races,
        current=current,
        previous=week.previous if far else None,
        next=week.next if far < WEEKS_AHEAD else None,
        off=off,
        climb=None
        if far
        else running_told.climb_now(lately=shown.lately, today=today, athlete=athlete, rules=basis.rules),
    )


def _listed(first: Week) -> Iterator[Week]:
    week = first
    for _ in range(LISTED):
        yield week
        week = week.next


def _why(basis: PlanBasis, week: Week) -> str:
    """What the week is for, with the race it goes by."""
    phase, season = basis.phase(week), basis.runs.season
    race = season.next_goal(week.first_day)
    if basis.athlete.phase_said(week) is not None:
        on = f" {race.name} is on {WEEKDAYS[race.day.weekday()]}, {day_text(race.day)}." if race else ""
        return f"{phase.label}, as you set it.{on}"
    if phase is Phase.RECOVERY:
        past = season.recovered_from(week, basis.rules)
        return f"Recovery, after {past.name}." if past else "Recovery."
    if race is None or phase is Phase.BASE:
        until = f" {race.name} is more than twelve weeks away." if race else " No race is entered."
        return f"Base.{until}"
    return f"{phase.label}: {race.name} is on {WEEKDAYS[race.day.weekday()]}, {day_text(race.day)}."

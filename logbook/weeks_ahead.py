"""Reads the plan of several weeks at once, with as many queries as for one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from logbook import plan_basis, week_plan
from logbook.planned_days import WeekPlan
from logbook.review import for_weeks
from logbook.season import Season
from workouts.models import Athlete, PlanChange
from workouts.training.rules import Rules
from workouts.weeks import Week


@dataclass(frozen=True)
class WeeksAhead:
    """The races, the plan of each week, and every decision about them, also those taken back."""

    season: Season
    plans: tuple[WeekPlan, ...]
    changes: Sequence[PlanChange]


def read(*, athlete: Athlete, weeks: Sequence[Week], rules: Rules, now: datetime) -> WeeksAhead:
    """
    The plan of the week of today or of weeks ahead, which follow one another.

    No plans where the athlete never said how their week looks.  What they wrote as a reason is left out:
    this is for calendars, which others may look at.  Five queries at any number of weeks.
    """
    pages = for_weeks(athlete=athlete, weeks=weeks, today=athlete.day_of(now))
    basis = plan_basis.of_weeks(
        athlete=athlete, first=weeks[0], last=weeks[-1], lately=pages[0].lately, rules=rules, now=now
    )
    if not basis.is_said:
        return WeeksAhead(basis.runs.season, (), ())
    for each in basis.decisions:
        each.reason = ""
    plans = [week_plan.of_week(basis, page) for page in pages]
    return WeeksAhead(basis.runs.season, tuple(plan for plan in plans if plan is not None), basis.decisions)

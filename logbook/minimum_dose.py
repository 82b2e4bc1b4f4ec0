"""Reads whether the ten-minute circuit is to be offered today, after two weeks without strength (FREQ-02)."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from logbook import clearance, planned_runs
from logbook.review import WeekPage
from logbook.season import RECOVERED_AFTER
from workouts.models import Athlete
from workouts.training.minimum_dose import MINIMAL, is_due, told
from workouts.training.phases import Phase
from workouts.training.rules import Rules
from workouts.training.timetable.week import EASY


@dataclass(frozen=True)
class Offer:
    """What is said, the circuit by its slug, and the run it would follow, None where none is done."""

    told: str
    circuit: str
    run_id: int | None


def offer(*, athlete: Athlete, week: WeekPage, rules: Rules, now: datetime) -> Offer | None:
    """
    What rule FREQ-02 says today; None where nothing, or where the athlete wants no strength.

    No query, where the week has a plan.  Else one for the races, once all the rest is so.
    """
    rule = rules.get("FREQ-02")
    if rule is None or not athlete.wanted_sessions:
        return None
    today = athlete.day_of(now)
    is_due_in = partial(
        is_due,
        days_without=week.lately.days_without_strength(today),
        known_days=max((today - athlete.day_of(athlete.date_joined)).days, week.lately.days_known(today)),
        is_well=not athlete.is_hurt and not clearance.is_resting(athlete=athlete, rules=rules, now=now),
        rule=rule,
    )
    if not is_due_in(phase=week.phase):
        return None
    if week.phase is None and not is_due_in(phase=_phase(athlete, week, rules)):
        return None
    day = next(day for day in week.days if day.is_today)
    runs = [outing.run for outing in day.outings if outing.run is not None]
    planned = day.plan.run if day.plan else None
    run = runs[-1] if runs else None
    # The last one of the day says, as strength comes after it.
    kind = run.kind if run is not None else planned.kind if planned is not None else None
    is_easy = kind in EASY
    return Offer(told(rule, after_easy_run=is_easy), MINIMAL, run.pk if run is not None and is_easy else None)


def _phase(athlete: Athlete, week: WeekPage, rules: Rules) -> Phase:
    planned = planned_runs.of_weeks(athlete=athlete, first=week.week, last=week.week)
    near = planned.season.with_raced(week.lately.runs, week.week.first_day - RECOVERED_AFTER)
    return athlete.phase_said(week.week) or near.phase(week.week, rules)

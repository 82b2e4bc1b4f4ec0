"""Tells the whole story, week by week, from a seed up to yesterday."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from logbook.demo.runs import runs_of
from logbook.demo.season import WEEKS, week_plan
from logbook.demo.story import WeekStory
from logbook.demo.strength import sessions_of
from workouts.weeks import Week

SEED = 1


def story(*, today: date, seed: int = SEED) -> tuple[WeekStory, ...]:
    """
    Return 26 whole weeks and the present one up to yesterday, the same for the same seed and day.

    A week is told from its own number and the seed alone, so that a day later only a day was added.
    """
    this_monday = Week.containing(today).first_day
    weeks = [_week(number, this_monday, seed) for number in range(WEEKS + 1)]
    return tuple(_until(today, week) for week in weeks)


def _week(number: int, this_monday: date, seed: int) -> WeekStory:
    random = Random(f"{seed} {number}")
    monday = this_monday - timedelta(weeks=WEEKS - number)
    plan = week_plan(number, random)
    runs = runs_of(plan, monday, random)
    return WeekStory(monday=monday, runs=runs, sessions=sessions_of(plan, runs, random))


def _until(today: date, week: WeekStory) -> WeekStory:
    return replace(
        week,
        runs=tuple(run for run in week.runs if run.day < today),
        sessions=tuple(session for session in week.sessions if session.day < today),
    )

"""Reads one week for its page: what was done, what was planned beside it, and the note about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from logbook import days_told, plan_basis, running_told, week_plan, week_tip
from logbook.charts.planned_bar import PlannedBar, planned_bar
from logbook.days_told import DayTold
from logbook.review import WeekPage, for_week, with_plan, with_usual
from logbook.running_told import ClimbTold
from workouts.models import Athlete
from workouts.training.rules import Rules
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind
from workouts.weeks import Week


@dataclass(frozen=True)
class Compared:
    """One thing as it was planned and as it was done; `kind` gives its colour."""

    title: str
    kind: str
    planned: int
    done: float
    bar: PlannedBar


@dataclass(frozen=True)
class WeekReview:
    """
    A week with its note, "" where there is none; `compared` is empty where nothing was planned.

    tip: that its days were all alike, "" where they were not.  climb: in the week that is on, that running
    has risen fast.  hides_targets: whether nothing planned is held beside what was done, as a sign asks.
    """

    week: WeekPage
    compared: tuple[Compared, ...]
    note: str
    tip: str
    climb: ClimbTold | None
    hides_targets: bool

    @property
    def days(self) -> tuple[DayTold, ...]:
        """The week as its cells show it."""
        return days_told.told(self.week.days)


def of_week(*, athlete: Athlete, week: Week, rules: Rules, now: datetime) -> WeekReview:
    """The week beside the usual one and, while it is on, with what is still placed in it.

    Six queries at most.
    """
    today = athlete.day_of(now)
    page = for_week(athlete=athlete, week=week, today=today)
    basis = plan_basis.of_weeks(athlete=athlete, first=week, lately=page.lately, rules=rules, now=now)
    runs = basis.runs
    if today in week:
        plan = week_plan.of_week(basis, page)
        page = page if plan is None else with_plan(page, plan)
    note = athlete.week_notes.about(week)
    planned = [runs.training(day) for day in week.days] if basis.is_said else []
    lately, hides = page.lately, athlete.hides_load_targets
    return WeekReview(
        with_usual(page, runs.training),
        compared=_compared(page, planned, athlete.wanted_sessions) if planned and not hides else (),
        note=note.text if note else "",
        tip=week_tip.tip(week=week, lately=lately, today=today, rules=basis.rules),
        climb=running_told.climb_now(lately=lately, today=today, athlete=athlete, rules=basis.rules)
        if today in week
        else None,
        hides_targets=hides,
    )


def _compared(page: WeekPage, planned: Sequence[HabitualRun | None], wanted: int) -> tuple[Compared, ...]:
    done = page.totals
    running = [run for run in planned if run is not None and run.kind is not RunKind.CROSS_TRAINING]
    return (
        _one("Runs", "run", len(running), done.runs),
        _one("Running, min", "run", sum(run.minutes for run in running), done.running_s / 60),
        _one("Strength sessions", "strength", wanted, done.sessions - done.stretches),
    )


def _one(title: str, kind: str, planned: int, done: float) -> Compared:
    return Compared(title, kind, planned, done, planned_bar(planned=planned, done=done))

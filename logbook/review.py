"""Reads one week: runs and strength by day, paired ones as one, with their sums."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from logbook.charts.week_bars import DayMinutes, LyingBar, StandingBar, week_bars
from logbook.lately import REACH, Lately
from logbook.load.session_rpe import Load
from logbook.models import Run, Session
from logbook.planned_days import DayPlan, Unplaced, WeekPlan
from logbook.totals import Totals, added, totals
from workouts.models import Athlete
from workouts.training.phases import Phase
from workouts.training.timetable.habit import HabitualRun
from workouts.weeks import FIRST_YEAR, Week


@dataclass(frozen=True)
class Outing:
    """A run with the sessions paired to it, or sessions on their own: shown as one."""

    run: Run | None
    sessions: tuple[Session, ...]


@dataclass(frozen=True)
class Day:
    day: date
    outings: tuple[Outing, ...]
    standing: StandingBar
    lying: LyingBar
    is_today: bool
    is_ahead: bool
    plan: DayPlan | None = None
    usual: HabitualRun | None = None


@dataclass(frozen=True)
class LoadRow:
    """One load with what it belongs to."""

    day: date
    title: str
    url: str
    load: Load


@dataclass(frozen=True)
class WeekPage:
    """A week with its neighbours; `next` is None from this week on, `previous` before 1970.

    is_planned: whether the athlete said what their week looks like, so that strength is placed in it; then
    `phase` is what the week is for.  lately: what was done in it and in the weeks before.
    """

    week: Week
    previous: Week | None
    next: Week | None
    days: tuple[Day, ...]
    totals: Totals
    lately: Lately
    unplaced: tuple[Unplaced, ...] = ()
    skipped: tuple[str, ...] = ()
    is_planned: bool = False
    phase: Phase | None = None

    @property
    def has_plan(self) -> bool:
        """Whether something is still to come that was placed or is usual."""
        return any(day.plan and (day.plan.run or day.plan.circuit) for day in self.days)

    @property
    def loads(self) -> tuple[LoadRow, ...]:
        """What the week's load is the sum of, in the order it was done."""
        things: list[Run | Session] = []
        for day in self.days:
            for outing in day.outings:
                things += [*([outing.run] if outing.run else []), *outing.sessions]
        return tuple(
            LoadRow(t.performed_on, t.title, t.get_absolute_url(), t.load)
            for t in things
            if t.load is not None
        )

    @property
    def has_cross_training(self) -> bool:
        return any(outing.run and not outing.run.is_running for day in self.days for outing in day.outings)


def for_week(*, athlete: Athlete, week: Week, today: date) -> WeekPage:
    """
    The week of an athlete, and what was done of late, for the rules that look back.

    Two queries at any length of history.
    """
    return for_weeks(athlete=athlete, weeks=[week], today=today)[0]


def for_weeks(*, athlete: Athlete, weeks: Sequence[Week], today: date) -> list[WeekPage]:
    """Weeks of an athlete that follow one another.  Two queries at any number of them."""
    since, until = min(weeks[0].first_day, today) - REACH, weeks[-1].last_day
    of_athlete = athlete.sessions.kept().between(since, until).select_related("run")
    lately = Lately(
        tuple(athlete.runs.kept().between(since, until).order_by("started_at", "pk")),
        tuple(of_athlete.order_by("started_at", "pk")),
    )
    return [_page(week, lately, today) for week in weeks]


def _page(week: Week, lately: Lately, today: date) -> WeekPage:
    runs = [run for run in lately.runs if run.performed_on in week]
    sessions = [session for session in lately.sessions if session.performed_on in week]
    outings = [_outings(day, runs, sessions) for day in week.days]
    bars = week_bars([_minutes_of(of_day) for of_day in outings])
    days = tuple(
        Day(day, of_day, standing, lying, is_today=day == today, is_ahead=day > today)
        for day, of_day, standing, lying in zip(week.days, outings, bars.standing, bars.lying, strict=True)
    )
    return WeekPage(
        week,
        previous=week.previous if week.previous.year >= FIRST_YEAR else None,
        next=None if today <= week.last_day else week.next,
        days=days,
        totals=totals(runs=runs, sessions=sessions),
        lately=lately,
    )


def with_plan(page: WeekPage, plan: WeekPlan) -> WeekPage:
    """The same week with what is still to come: each day's plan, and the bars drawn with it.  No query."""
    bars = week_bars(
        [_minutes_of(day.outings, of_day) for day, of_day in zip(page.days, plan.days, strict=True)]
    )
    days = tuple(
        replace(day, plan=of_day, standing=standing, lying=lying)
        for day, of_day, standing, lying in zip(page.days, plan.days, bars.standing, bars.lying, strict=True)
    )
    return replace(
        page,
        days=days,
        unplaced=plan.unplaced,
        skipped=plan.skipped,
        is_planned=True,
        phase=plan.phase,
    )


def with_usual(page: WeekPage, planned: Callable[[date], HabitualRun | None]) -> WeekPage:
    """The same week with the run that was planned for each day that has no plan any more.  No query."""
    days = tuple(replace(day, usual=None if day.plan else planned(day.day)) for day in page.days)
    return replace(page, days=days)


def _minutes_of(outings: Sequence[Outing], plan: DayPlan | None = None) -> DayMinutes:
    runs = [outing.run for outing in outings if outing.run is not None]
    return DayMinutes(
        run_min=added([run.paced_s / 60 for run in runs if run.is_running]),
        strength_min=added([each.minutes for outing in outings for each in outing.sessions]),
        other_min=added([run.paced_s / 60 for run in runs if not run.is_running]),
        planned_run_min=plan.run_minutes if plan else None,
        planned_strength_min=plan.circuit.shape.minutes if plan and plan.circuit else None,
    )


def _outings(day: date, runs: Sequence[Run], sessions: Sequence[Session]) -> tuple[Outing, ...]:
    """The day's entries in order.  A session is shown with its run where that is of the same day."""
    of_day = [s for s in sessions if s.performed_on == day]
    here = {run.pk for run in runs if run.performed_on == day}
    paired = [
        Outing(run, tuple(s for s in of_day if s.run_id == run.pk)) for run in runs if run.performed_on == day
    ]
    alone = [Outing(None, (s,)) for s in of_day if s.run_id not in here]
    return tuple(sorted([*paired, *alone], key=_starts))


def _starts(outing: Outing):  # type: ignore[no-untyped-def]
    return (outing.run or outing.sessions[0]).started_at

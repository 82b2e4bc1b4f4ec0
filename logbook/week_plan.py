"""Reads where strength is placed in a week, round its runs, with the reason of each day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from logbook import wanted_circuits
from logbook.planned_days import DayPlan, WeekPlan
from logbook.review import WeekPage
from workouts.circuits import CircuitRow
from workouts.models import Athlete
from workouts.training.rules import Rules
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.place import place
from workouts.training.timetable.told import Told, day_told, unplaced_told
from workouts.training.timetable.wanted import still_wanted, wanted_classes
from workouts.training.timetable.week import RunHours, Runner, RunWeek, StrengthHours
from workouts.vocabulary import RunKind
from workouts.weeks import WEEKDAYS

DONE = "This week’s strength is done."
HEAVY_KIT = frozenset({"barbell", "rack"})


def of_week(
    *, athlete: Athlete, page: WeekPage, usual: Sequence[HabitualRun], rules: Rules, now: datetime
) -> WeekPlan | None:
    """The plan of the week of today; None where the athlete never said what their week looks like.

    usual: the run of each weekday that has one.  Two queries at most.
    """
    if not usual:
        return None
    by_weekday = {run.weekday: run for run in usual}
    today = next(nth for nth, day in enumerate(page.days) if day.is_today)
    coming = [
        by_weekday.get(day.day.weekday()) if nth >= today and not _runs(page, nth) else None
        for nth, day in enumerate(page.days)
    ]
    week = _week(page, coming, [by_weekday.get(day.day.weekday()) for day in page.days])
    classes = _classes(athlete, page, now)
    found = wanted_circuits.for_classes(athlete=athlete, classes=classes, today=athlete.day_of(now))
    rows = found.rows
    placed = place(found.wanted, week=week, runner=_runner(athlete, now), rules=rules, from_hour=24.0 * today)
    is_done = athlete.wanted_sessions > 0 and not found.wanted
    names = [WEEKDAYS[day.day.weekday()] for day in page.days]
    told = [day_told(nth, placed=placed, week=week, names=names) for nth in range(7)]
    if is_done:
        told = [each if each.why else Told(DONE) for each in told]
    return WeekPlan(
        days=tuple(
            _day(page.days[nth].day, coming[nth], told[nth], rows) if nth >= today else None
            for nth in range(7)
        ),
        unplaced=tuple(
            unplaced_told(each, name=rows[each.wanted.circuit].circuit.name)
            for each in placed
            if each.place is None
        ),
    )


def _day(day: date, run: HabitualRun | None, told: Told, rows: Mapping[str, CircuitRow]) -> DayPlan:
    circuit = rows[told.placed.wanted.circuit] if told.placed is not None else None
    return DayPlan(day, run, circuit, told.when, told.why)


def _runs(page: WeekPage, nth: int) -> list[RunHours]:
    """The runs that were done on a day, in hours of the week."""
    found = []
    for outing in page.days[nth].outings:
        if outing.run is not None and outing.run.is_running:
            start = outing.run.local_start
            found.append(
                RunHours(
                    day=nth,
                    kind=RunKind(outing.run.kind),
                    starts_h=24.0 * nth + start.hour + start.minute / 60,
                    hours=outing.run.paced_s / 3600,
                )
            )
    return found


def _week(
    page: WeekPage, coming: Sequence[HabitualRun | None], following: Sequence[HabitualRun | None]
) -> RunWeek:
    """What was run and done, what is still to come, and the usual runs of the week after."""
    runs = [run for nth in range(7) for run in _runs(page, nth)]
    strength = [
        StrengthHours(
            day=nth,
            hour=24.0 * nth + session.local_start.hour + session.local_start.minute / 60,
            session_class=session.session_class,
        )
        for nth, day in enumerate(page.days)
        for outing in day.outings
        for session in outing.sessions
        if session.session_class != "mobility"
    ]
    in_order = sorted([*runs, *_usual(coming)], key=lambda run: run.starts_h)
    return RunWeek(tuple(in_order), tuple(strength), tuple(_usual(following)))


def _usual(days: Sequence[HabitualRun | None]) -> list[RunHours]:
    return [
        RunHours(
            day=nth,
            kind=usual.kind,
            starts_h=24.0 * nth + usual.starts_at.hour + usual.starts_at.minute / 60,
            hours=usual.minutes / 60,
        )
        for nth, usual in enumerate(days)
        if usual is not None
    ]


def _runner(athlete: Athlete, now: datetime) -> Runner:
    return Runner(
        is_beginner=athlete.experience not in ("intermediate", "advanced"),
        lifting_weeks=_lifting_weeks(athlete, now),
    )


def _lifting_weeks(athlete: Athlete, now: datetime) -> int:
    since = athlete.lifting_since
    return max((athlete.day_of(now) - since).days // 7, 0) if since else 0


def _classes(athlete: Athlete, page: WeekPage, now: datetime) -> tuple[str, ...]:
    """The classes of the strength that is still wanted this week."""
    done = [s.session_class for day in page.days for outing in day.outings for s in outing.sessions]
    classes = wanted_classes(
        athlete.wanted_sessions,
        experience=athlete.experience,
        lifting_weeks=_lifting_weeks(athlete, now),
        has_heavy_kit=set(athlete.equipment) >= HEAVY_KIT,
    )
    return tuple(still_wanted(classes, done))

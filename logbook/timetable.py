"""Reads the timetable of a week: its runs, the strength that wants a place, and where each session is put."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from logbook import season as season_of
from logbook import wanted_circuits, week_hours
from logbook.review import WeekPage
from logbook.season import Season
from workouts.circuits import CircuitRow
from workouts.days import local
from workouts.models import Athlete, PlanChange
from workouts.training.phases import Phase, suited
from workouts.training.rules import Rules
from workouts.training.timetable.arrange import arrange
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.place import Placed
from workouts.training.timetable.slots import Slot, SlotKind, slots_of
from workouts.training.timetable.wanted import numbers_left, wanted_classes
from workouts.training.timetable.week import Runner, RunWeek
from workouts.weeks import Week

HEAVY_KIT = frozenset({"barbell", "rack"})


@dataclass(frozen=True)
class Timetable:
    """
    A week from its day `first` on, 0 unless it is that of today.

    name: which week it is.  coming: the run of each day that is still to come.  wanted: the classes wanted in
    any week.  placed: the sessions still to do, with `rows` their circuits by slug, and `changes` what was
    decided by number.
    """

    name: Week
    days: tuple[date, ...]
    first: int
    coming: tuple[HabitualRun | None, ...]
    week: RunWeek
    runner: Runner
    season: Season
    phase: Phase
    wanted: tuple[str, ...]
    placed: tuple[Placed, ...]
    rows: Mapping[str, CircuitRow]
    changes: Mapping[int, PlanChange]


def of_week(
    *,
    athlete: Athlete,
    page: WeekPage,
    usual: Sequence[HabitualRun],
    rules: Rules,
    now: datetime,
    season: Season | None = None,
) -> Timetable:
    """
    The timetable of the week of today, or of one ahead.

    usual: the run of each weekday that has one.  season: the races near the week, read unless given.  Five
    queries at most.
    """
    days = tuple(day.day for day in page.days)
    season = season or season_of.near(athlete=athlete, first=days[0], last=days[-1])
    by_weekday = {run.weekday: run for run in usual}
    first = next((nth for nth, day in enumerate(page.days) if day.is_today), 0)
    usually = [season.run_on(day) or by_weekday.get(day.weekday()) for day in days]
    coming = tuple(
        run if nth >= first and not week_hours.runs_done(page, nth) else None
        for nth, run in enumerate(usually)
    )
    after = [day + timedelta(days=7) for day in days]
    following = [season.run_on(day) or by_weekday.get(day.weekday()) for day in after]
    week = replace(
        week_hours.of_week(page, coming, following),
        races=season.hours(page.week),
        well_h=_well_h(athlete, days[0], now),
    )
    phase = season.phase(days[first], rules)
    wanted = _wanted(athlete, now)
    changes = _changes(athlete, page.week)
    found = wanted_circuits.for_classes(
        athlete=athlete,
        classes=_left(page, _suited(wanted, phase, rules), changes),
        swapped={n: each.circuit for n, each in changes.items() if each.circuit is not None},
        today=athlete.day_of(now),
        is_race_week=phase is Phase.RACE_WEEK,
    )
    runner = runner_of(athlete, now)
    placed = arrange(
        found.wanted,
        # What was put on a day that has gone by and was not done is placed anew.
        pinned=_pinned(changes, days[first:], days[0], week),
        week=week,
        runner=runner,
        rules=rules,
        from_hour=24.0 * first,
    )
    return Timetable(
        page.week, days, first, coming, week, runner, season, phase, wanted, placed, found.rows, changes
    )


def runner_of(athlete: Athlete, now: datetime) -> Runner:
    """What the rules ask of the athlete."""
    return Runner(
        is_beginner=athlete.experience not in ("intermediate", "advanced"),
        lifting_weeks=_lifting_weeks(athlete, now),
    )


def _lifting_weeks(athlete: Athlete, now: datetime) -> int:
    since = athlete.lifting_since
    return max((athlete.day_of(now) - since).days // 7, 0) if since else 0


def _well_h(athlete: Athlete, start: date, now: datetime) -> float | None:
    """
    Since when the last illness is over, in hours of the week; while it lasts, now at the earliest.

    Hours of the clock, as those of the slots are.
    """
    if athlete.ill_since is None:
        return None
    over = local(athlete.well_at or now, athlete.time_zone)
    return 24.0 * (over.date() - start).days + over.hour + over.minute / 60


def _wanted(athlete: Athlete, now: datetime) -> tuple[str, ...]:
    return wanted_classes(
        athlete.wanted_sessions,
        experience=athlete.experience,
        lifting_weeks=_lifting_weeks(athlete, now),
        has_heavy_kit=set(athlete.equipment) >= HEAVY_KIT,
    )


def _suited(wanted: tuple[str, ...], phase: Phase, rules: Rules) -> tuple[str, ...]:
    rule = rules.get("FREQ-01")
    return suited(wanted, phase=phase, rule=rule) if rule is not None else wanted


def _changes(athlete: Athlete, week: Week) -> dict[int, PlanChange]:
    """The last decision about each session of the week, by its number."""
    rows = athlete.plan_changes.filter(week=str(week)).select_related("circuit")
    return {change.number: change for change in rows}


def _left(
    page: WeekPage, classes: Sequence[str], changes: Mapping[int, PlanChange]
) -> tuple[tuple[int, str], ...]:
    """What is still to be done of the wanted classes, each with its number."""
    done = [s.session_class for day in page.days for outing in day.outings for s in outing.sessions]
    circuits = {number: change.circuit for number, change in changes.items()}
    swapped = [
        circuit.session_class if (circuit := circuits.get(number)) else session_class
        for number, session_class in enumerate(classes, start=1)
    ]
    left = numbers_left(swapped, done)
    return tuple((n, name) for n, name in left if n not in changes or not changes[n].is_skipped)


def _pinned(
    changes: Mapping[int, PlanChange], days: Sequence[date], start: date, week: RunWeek
) -> dict[int, Slot]:
    """Where the athlete put a session; where the run of that day is another by now, in its evening."""
    slots = slots_of(week)
    found = {}
    for number, change in changes.items():
        if change.day is not None and change.day in days:
            of_day = [slot for slot in slots if slot.day == (change.day - start).days]
            same = [slot for slot in of_day if slot.kind == change.slot]
            evening = [slot for slot in of_day if slot.kind is SlotKind.EVENING]
            if chosen := (same or evening or of_day):
                found[number] = chosen[0]
    return found

"""Reads where strength is placed in a week, round its runs, with the reason of each day."""

from dataclasses import replace
from datetime import date
from typing import Any

from logbook import running_told, timetable
from logbook.plan_basis import PlanBasis
from logbook.planned_days import DayPlan, Unplaced, WeekPlan, named, starts_on
from logbook.review import WeekPage
from logbook.season import Season
from logbook.timetable import Timetable
from workouts.models import PlanChange
from workouts.training.phases import Phase, frequency_told
from workouts.training.rules import Rules
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.place import Placed
from workouts.training.timetable.told import Told, day_told, unplaced_told
from workouts.training.timetable.week import HARDEST, QUALITY
from workouts.weeks import WEEKDAYS

DONE = "This week’s strength is done."


def of_week(basis: PlanBasis, page: WeekPage) -> WeekPlan | None:
    """
    The plan of the week of today, or of one ahead; None where the athlete never said which runs come when.

    page: what was done in it.  Two queries at most.
    """
    if not basis.is_said:
        return None
    athlete, rules = basis.athlete, basis.rules
    table = timetable.of_week(basis, page)
    names = [WEEKDAYS[day.weekday()] for day in table.days]
    told = [day_told(nth, placed=table.placed, week=table.week, names=names) for nth in range(7)]
    if table.is_locked:
        told = [Told(rules["PAIN-03"].told())] * 7
    elif athlete.wanted_sessions > 0 and table.week.strength and not table.placed and not _skipped(table):
        told = [each if each.why else Told(DONE) for each in told]
    days = [_day(table, nth, told[nth], rules) if nth >= table.first else None for nth in range(7)]
    return WeekPlan(
        days=tuple(each and _with_length(each, page, basis) for each in days),
        unplaced=tuple(
            Unplaced(
                named(table.name, each.wanted.number),
                unplaced_told(each, name=table.rows[each.wanted.circuit].circuit.name, names=names),
            )
            for each in table.placed
            if each.place is None
        ),
        skipped=_skipped(table),
        phase=table.phase,
        race=table.season.next_goal(table.days[table.first]),
        how_often="" if athlete.hides_load_targets else _how_often(len(table.wanted), table.phase, rules),
    )


def _day(table: Timetable, nth: int, told: Told, rules: Rules) -> DayPlan:
    day, run = table.days[nth], table.coming[nth]
    more: dict[str, Any] = {
        "warm_up": _warm_up_told(run, told, rules),
        "race": table.season.race_on(day) if run else "",
    }
    if told.placed is None:
        return DayPlan(day, run, None, "", told.why, **more)
    wanted = told.placed.wanted
    taper = _taper_told(table.season, day, rules)
    circuit = table.rows[wanted.circuit]
    own = _own_reason(table.changes.get(wanted.number), day)
    moved = _moved_told(told.placed, table, rules)
    why = [moved, told.why, own, "" if wanted.is_primer else taper, circuit.trim_told(rules)]
    session, starts = named(table.name, wanted.number), starts_on(table.days[0], told.placed)
    return DayPlan(day, run, circuit, told.when, " ".join(filter(None, why)), session, starts, **more)


def _with_length(plan: DayPlan, page: WeekPage, basis: PlanBasis) -> DayPlan:
    told = running_told.length_told(
        plan.run,
        day=plan.day,
        today=basis.today,
        lately=page.lately,
        athlete=basis.athlete,
        rules=basis.rules,
    )
    return replace(plan, length=told)


def _moved_told(placed: Placed, table: Timetable, rules: Rules) -> str:
    """What rule MISS-01 says of a session that was missed and has another day now, "" of any other."""
    rule = rules.get("MISS-01")
    if rule is None or placed.missed_on is None or placed.place is None:
        return ""
    before, now = (WEEKDAYS[table.days[nth].weekday()] for nth in (placed.missed_on, placed.place.slot.day))
    return f"It was planned for {before}. {rule.told(day=now)}"


def _warm_up_told(run: HabitualRun | None, told: Told, rules: Rules) -> str:
    """What rule WARM-01 says of a day with a quality run, or with heavy or jumped strength."""
    rule = rules.get("WARM-01")
    strength = told.placed.wanted.session_class if told.placed is not None else ""
    asks = (run is not None and run.kind in QUALITY) or strength in HARDEST | {"plyo_low"}
    return rule.told() if rule is not None and asks else ""


def _own_reason(change: PlanChange | None, day: date) -> str:
    """Why the athlete took the place all the same; "" where it is not theirs."""
    if change is None or change.day != day:
        return ""
    return f"You put it here: {change.reason}" if change.reason else "You put it here."


def _skipped(table: Timetable) -> tuple[str, ...]:
    return tuple(named(table.name, number) for number, change in table.changes.items() if change.is_skipped)


def _taper_told(season: Season, day: date, rules: Rules) -> str:
    """What rule TAPER-02 says of the sets of a day."""
    race, rule = season.next_goal(day), rules.get("TAPER-02")
    is_near = race is not None and rule is not None and 0 < (race.day - day).days <= rule.params["days"]
    return rule.told() if rule is not None and is_near else ""


def _how_often(wanted: int, phase: Phase, rules: Rules) -> str:
    rule = rules.get("FREQ-01")
    return frequency_told(wanted, phase=phase, rule=rule) if rule is not None else ""

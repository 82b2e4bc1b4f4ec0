"""Reads where strength is placed in a week, round its runs, with the reason of each day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from logbook import season as season_of
from logbook import wanted_circuits
from logbook.planned_days import DayPlan, WeekPlan
from logbook.review import WeekPage
from logbook.season import Season
from workouts.circuits import CircuitRow
from workouts.models import Athlete
from workouts.training.phases import Phase, frequency_told, suited
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
    *,
    athlete: Athlete,
    page: WeekPage,
    usual: Sequence[HabitualRun],
    rules: Rules,
    now: datetime,
    season: Season | None = None,
) -> WeekPlan | None:
    """The plan of the week of today, or of one ahead; None where the athlete never said how their week looks.

    usual: the run of each weekday that has one.  season: the races near the week, read unless given.  Four
    queries at most.
    """
    if not usual:
        return None
    days = [day.day for day in page.days]
    season = season or season_of.near(athlete=athlete, first=days[0], last=days[-1])
    by_weekday = {run.weekday: run for run in usual}
    today = next((nth for nth, day in enumerate(page.days) if day.is_today), 0)
    ahead = [season.run_on(day) or by_weekday.get(day.weekday()) for day in days]
    coming = [run if nth >= today and not _runs(page, nth) else None for nth, run in enumerate(ahead)]
    after = [day + timedelta(days=7) for day in days]
    following = [season.run_on(day) or by_weekday.get(day.weekday()) for day in after]
    week = replace(_week(page, coming, following), races=season.hours(page.week))
    phase = season.phase(days[today], rules)
    wanted = _wanted(athlete, now)
    classes = _still_wanted(page, wanted, phase, rules)
    found = wanted_circuits.for_classes(
        athlete=athlete, classes=classes, today=athlete.day_of(now), is_race_week=phase is Phase.RACE_WEEK
    )
    rows = found.rows
    placed = place(found.wanted, week=week, runner=_runner(athlete, now), rules=rules, from_hour=24.0 * today)
    is_done = athlete.wanted_sessions > 0 and not found.wanted
    names = [WEEKDAYS[day.day.weekday()] for day in page.days]
    told = [day_told(nth, placed=placed, week=week, names=names) for nth in range(7)]
    if is_done:
        told = [each if each.why else Told(DONE) for each in told]
    return WeekPlan(
        days=tuple(
            _day(days[nth], coming[nth], told[nth], rows, _taper_told(season, days[nth], rules))
            if nth >= today
            else None
            for nth in range(7)
        ),
        unplaced=tuple(
            unplaced_told(each, name=rows[each.wanted.circuit].circuit.name)
            for each in placed
            if each.place is None
        ),
        phase=phase,
        race=season.next_goal(days[today]),
        how_often=_how_often(wanted, phase, rules),
    )


def _day(
    day: date, run: HabitualRun | None, told: Told, rows: Mapping[str, CircuitRow], taper: str
) -> DayPlan:
    wanted = told.placed.wanted if told.placed is not None else None
    circuit = rows[wanted.circuit] if wanted is not None else None
    is_whole = wanted is None or wanted.is_primer
    return DayPlan(day, run, circuit, told.when, told.why if is_whole else f"{told.why} {taper}".strip())


def _taper_told(season: Season, day: date, rules: Rules) -> str:
    """What rule TAPER-02 says of the sets of a day."""
    race, rule = season.next_goal(day), rules.get("TAPER-02")
    is_near = race is not None and rule is not None and 0 < (race.day - day).days <= rule.params["days"]
    return rule.told() if rule is not None and is_near else ""


def _how_often(wanted: Sequence[str], phase: Phase, rules: Rules) -> str:
    rule = rules.get("FREQ-01")
    return frequency_told(wanted, phase=phase, rule=rule) if rule is not None else ""


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


def _wanted(athlete: Athlete, now: datetime) -> tuple[str, ...]:
    """The classes of the strength that is wanted in a week."""
    return wanted_classes(
        athlete.wanted_sessions,
        experience=athlete.experience,
        lifting_weeks=_lifting_weeks(athlete, now),
        has_heavy_kit=set(athlete.equipment) >= HEAVY_KIT,
    )


def _still_wanted(page: WeekPage, wanted: Sequence[str], phase: Phase, rules: Rules) -> tuple[str, ...]:
    """What of it suits the phase and is still to be done."""
    done = [s.session_class for day in page.days for outing in day.outings for s in outing.sessions]
    rule = rules.get("FREQ-01")
    return still_wanted(suited(wanted, phase=phase, rule=rule) if rule is not None else wanted, done)

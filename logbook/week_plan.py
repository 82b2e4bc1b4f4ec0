"""Reads where strength is placed in a week, round its runs, with the reason of each day."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from logbook.planned_days import DayPlan, WeekPlan
from logbook.review import WeekPage
from logbook.usual_week import of_athlete
from workouts.circuits import CircuitRow, circuit_rows
from workouts.models import Athlete, Circuit
from workouts.models.circuit import FRONT_DOOR
from workouts.training.rules import Rules
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.place import place
from workouts.training.timetable.told import Told, day_told, unplaced_told
from workouts.training.timetable.wanted import still_wanted, wanted_classes
from workouts.training.timetable.week import RunHours, Runner, RunWeek, StrengthHours, Wanted
from workouts.vocabulary import RunKind
from workouts.weeks import WEEKDAYS

DONE = "This week’s strength is done."
HEAVY = ("gym-heavy-a", "gym-heavy-b")
USUAL = {"light": "core-for-runners", "moderate": FRONT_DOOR, "heavy": HEAVY[0]}
FOR_BEGINNERS = "beginner-foundations"
HEAVY_KIT = frozenset({"barbell", "rack"})
LATELY = timedelta(days=28)
# So many sessions are looked through for the circuit of a class that was done last.
LOOKED_THROUGH = 60


def of_week(*, athlete: Athlete, page: WeekPage, rules: Rules, now: datetime) -> WeekPlan | None:
    """The plan of the week of today; None where the athlete never said what their week looks like.

    Four queries at most.
    """
    usual = {run.weekday: run for run in of_athlete(athlete=athlete)}
    if not usual:
        return None
    today = next(nth for nth, day in enumerate(page.days) if day.is_today)
    coming = [
        usual.get(day.day.weekday()) if nth >= today and not _runs(page, nth) else None
        for nth, day in enumerate(page.days)
    ]
    week = _week(page, coming, [usual.get(day.day.weekday()) for day in page.days])
    rows, wanted = _wanted(athlete, page, now)
    placed = place(wanted, week=week, runner=_runner(athlete, now), rules=rules, from_hour=24.0 * today)
    is_done = athlete.wanted_sessions > 0 and not wanted
    names = [WEEKDAYS[day.day.weekday()] for day in page.days]
    told = [day_told(nth, placed=placed, week=week, names=names) for nth in range(7)]
    if is_done:
        told[today] = Told(DONE)
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


def _wanted(athlete: Athlete, page: WeekPage, now: datetime) -> tuple[dict[str, CircuitRow], list[Wanted]]:
    """What is still wanted this week, and the circuits of it by their slugs."""
    done = [s.session_class for day in page.days for outing in day.outings for s in outing.sessions]
    classes = wanted_classes(
        athlete.wanted_sessions,
        experience=athlete.experience,
        lifting_weeks=_lifting_weeks(athlete, now),
        has_heavy_kit=set(athlete.equipment) >= HEAVY_KIT,
    )
    left = still_wanted(classes, done)
    if not left:
        return {}, []
    past = list(
        athlete.sessions.kept()
        .exclude(circuit=None)
        .filter(circuit__retired_at=None)
        .latest_first()
        .values_list("session_class", "circuit__slug", "performed_on")[:LOOKED_THROUGH]
    )
    lately = Counter(slug for _, slug, on in past if on > athlete.day_of(now) - LATELY)
    last = {name: slug for name, slug, _ in reversed(past)}
    slugs = [_slug(name, nth, left, last, athlete) for nth, name in enumerate(left)]
    offered = Circuit.objects.offered(to=athlete).filter(slug__in=slugs).with_stations()
    rows = {row.circuit.slug: row for row in circuit_rows(offered)}
    wanted = [
        Wanted(circuit=slug, session_class=name, effort=_effort(rows[slug]), times_lately=lately[slug])
        for name, slug in zip(left, slugs, strict=True)
        if slug in rows
    ]
    return rows, wanted


def _slug(name: str, nth: int, left: Sequence[str], last: dict[str, str], athlete: Athlete) -> str:
    if name == "heavy" and last.get(name, HEAVY[0]) in HEAVY:
        # In turn, beginning with the one that was not done last.
        first = HEAVY.index(last[name]) + 1 if name in last else 0
        return HEAVY[(first + nth) % 2]
    if name in last:
        return last[name]
    is_beginner = athlete.experience not in ("intermediate", "advanced")
    return FOR_BEGINNERS if is_beginner and name == "light" else USUAL[name]


def _effort(row: CircuitRow) -> float:
    return (row.circuit.target_rpe_low + row.circuit.target_rpe_high) / 2

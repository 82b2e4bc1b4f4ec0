"""Reads the timetable of a week: its runs, the strength that wants a place, and where each session is put."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from logbook import wanted_circuits, week_hours
from logbook.plan_basis import PlanBasis, runner_of
from logbook.review import WeekPage
from logbook.season import Season
from logbook.wanted_circuits import WantedCircuits
from workouts.circuits import CircuitRow
from workouts.days import local
from workouts.models import Athlete, PlanChange
from workouts.training.jumping import most_contacts
from workouts.training.phases import RACE_WEEK_DAYS, Phase, suited
from workouts.training.rules import Rules
from workouts.training.timetable.arrange import arrange
from workouts.training.timetable.costs import Costs
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.missed import followed, missed
from workouts.training.timetable.place import Placed
from workouts.training.timetable.slots import Slot, SlotKind, slots_of
from workouts.training.timetable.wanted import numbers_left
from workouts.training.timetable.week import Runner, RunWeek
from workouts.weeks import Week

# Weeks further ahead than the next are not judged by what was done of late.
LOOKED_AHEAD_DAYS = 7


@dataclass(frozen=True)
class Timetable:
    """
    A week from its day `first` on, 0 unless it is that of today.

    name: which week it is.  coming: the run of each day that is still to come.  wanted: the classes wanted in
    any week.  placed: the sessions still to do, with `rows` their circuits by slug, and `changes` what was
    decided by number.  is_locked: whether nothing is planned, since a sign needs help first.  rules and costs
    are those of the athlete's method.
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
    suited: tuple[str, ...]
    placed: tuple[Placed, ...]
    rows: Mapping[str, CircuitRow]
    changes: Mapping[int, PlanChange]
    is_locked: bool
    rules: Rules
    costs: Costs


def of_week(basis: PlanBasis, page: WeekPage) -> Timetable:
    """The timetable of the week of today, or of one ahead.  Two queries at most.

    page: what was done in it.
    """
    athlete, runs, rules, now = basis.athlete, basis.runs, basis.rules, basis.now
    days = tuple(day.day for day in page.days)
    season = runs.season
    first = next((nth for nth, day in enumerate(page.days) if day.is_today), 0)
    coming = tuple(
        runs.on(day)
        if nth >= first and not athlete.is_locked and not week_hours.runs_done(page, nth)
        else None
        for nth, day in enumerate(days)
    )
    following = [runs.on(day + timedelta(days=7)) for day in days]
    week = replace(
        week_hours.of_week(page, coming, following),
        races=season.hours(page.week),
        well_h=_well_h(athlete, days[0], now),
    )
    phase = basis.phase(page.week)
    wanted = basis.wanted(days[first])
    suited_to = _suited(wanted, phase, rules)
    changes = basis.decided(page.week, suited_to)
    left = () if athlete.is_locked else _left(page, suited_to, changes)
    how = {
        "swapped": {n: each.circuit for n, each in changes.items() if each.circuit is not None},
        "primed": _primed(left, phase, season, days[first]) if athlete.jumps else frozenset(),
        # What is done until a race further away nobody knows.
        "is_race_near": _is_race_near(season, days) and (days[0] - basis.today).days <= LOOKED_AHEAD_DAYS,
        "most_contacts": most_contacts(experience=athlete.experience, rule=rules.get("PLYO-01")),
    }
    found = _circuits(basis, left, **how)
    runner = runner_of(athlete, days[first])
    # What was put on a day that has gone by and was not done is placed anew.
    pinned = _pinned(changes, days[first:], days[0], week)
    placed = arrange(
        found.wanted,
        pinned=pinned,
        week=week,
        runner=runner,
        rules=rules,
        costs=basis.costs,
        from_hour=24.0 * first,
    )
    if first and left and athlete.planned_since is not None:
        planned = [None if week_hours.runs_done(page, nth) else runs.on(day) for nth, day in enumerate(days)]
        at_first = replace(week, runs=week_hours.of_week(page, planned, following).runs, strength=())
        gone = missed(
            _circuits(basis, _left_at_first(suited_to, changes), **how).wanted,
            left=[number for number, _ in left],
            pinned=_pinned(changes, days, days[0], at_first),
            week=at_first,
            runner=runner,
            rules=rules,
            costs=basis.costs,
            since=max((athlete.planned_since - days[0]).days, 0),
            today=first,
        )
        placed = followed(placed, missed=gone, pinned=pinned, rule=rules.get("MISS-01"))
    return Timetable(
        page.week,
        days,
        first,
        coming,
        week,
        runner,
        season,
        phase,
        wanted,
        suited_to,
        placed,
        found.rows,
        changes,
        athlete.is_locked,
        rules,
        basis.costs,
    )


def _circuits(basis: PlanBasis, left: Sequence[tuple[int, str]], **how: Any) -> WantedCircuits:
    """What the sessions that are left are done with; nothing is read where none is."""
    if not left:
        return WantedCircuits((), {})
    return wanted_circuits.chosen(basis.circuits, classes=left, **how)


def _is_race_near(season: Season, days: Sequence[date]) -> bool:
    """Whether a day of the week lies in the seven before a race that is aimed at."""
    race = season.next_goal(days[0])
    return race is not None and (race.day - days[-1]).days <= RACE_WEEK_DAYS


def _primed(left: Sequence[tuple[int, str]], phase: Phase, season: Season, day: date) -> frozenset[int]:
    """
    The sessions that are the primer of a race: that of race week, and in the taper a light one.

    Done once in the taper it is nothing new in race week (rule TAPER-03).
    """
    light = [number for number, name in left if name == "light"]
    if phase not in (Phase.RACE_WEEK, Phase.TAPER) or season.next_goal(day) is None:
        return frozenset()
    return frozenset(light[:1])


def _well_h(athlete: Athlete, start: date, now: datetime) -> float | None:
    """
    Since when the last illness is over, in hours of the week; while it lasts, now at the earliest.

    Hours of the clock, as those of the slots are.
    """
    if athlete.ill_since is None:
        return None
    over = local(athlete.well_at or now, athlete.time_zone)
    return 24.0 * (over.date() - start).days + over.hour + over.minute / 60


def _suited(wanted: tuple[str, ...], phase: Phase, rules: Rules) -> tuple[str, ...]:
    rule = rules.get("FREQ-01")
    return suited(wanted, phase=phase, rule=rule) if rule is not None else wanted


def _left(
    page: WeekPage, classes: Sequence[str], changes: Mapping[int, PlanChange]
) -> tuple[tuple[int, str], ...]:
    """What is still to be done of the wanted classes, each with its number."""
    return numbers_left(_left_at_first(classes, changes), list(_done(page, changes)))


def _left_at_first(classes: Sequence[str], changes: Mapping[int, PlanChange]) -> list[tuple[int, str]]:
    """All that is to be done in the week but what is left out, each with its number."""
    wanted = []
    for number, name in enumerate(classes, start=1):
        change = changes.get(number)
        if change is None or not change.is_skipped:
            circuit = change.circuit if change is not None else None
            wanted.append((number, name if circuit is None else circuit.session_class))
    return wanted


def _done(page: WeekPage, changes: Mapping[int, PlanChange]) -> Iterator[tuple[str, int | None]]:
    """What was done, with the number it was by what was decided about its day or its circuit."""
    for day in page.days:
        for session in (session for outing in day.outings for session in outing.sessions):
            of_day = [n for n, change in changes.items() if change.day == day.day]
            of_circuit = [
                n
                for n, change in changes.items()
                if change.circuit_id is not None and change.circuit_id == session.circuit_id
            ]
            yield session.session_class, next(iter([*of_day, *of_circuit]), None)


def _pinned(
    changes: Mapping[int, PlanChange], days: Sequence[date], start: date, week: RunWeek
) -> dict[int, Slot]:
    """
    Where the athlete put a session; where the run of that day is another by now, in its evening.

    A day takes one session: what was done there, then the first that was put there.
    """
    slots = slots_of(week)
    taken = {each.day for each in week.strength}
    found = {}
    for number, change in sorted(changes.items()):
        if change.day is None or change.day not in days or change.is_skipped:
            continue
        nth = (change.day - start).days
        of_day = [slot for slot in slots if slot.day == nth]
        same = [slot for slot in of_day if slot.kind == change.slot]
        evening = [slot for slot in of_day if slot.kind is SlotKind.EVENING]
        chosen = same or evening or of_day
        if chosen and nth not in taken:
            found[number] = chosen[0]
            taken.add(nth)
    return found

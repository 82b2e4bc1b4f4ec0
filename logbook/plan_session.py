"""Reads one planned session: where it could go in its week, and what speaks for and against each place."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from logbook import plan_basis, timetable
from logbook.plan_basis import JUMPED
from logbook.planned_days import named
from logbook.review import for_week
from logbook.timetable import Timetable
from workouts.circuits import CircuitRow, circuit_rows
from workouts.models import Athlete, Circuit, PlanChange
from workouts.models.circuit import CircuitQuerySet
from workouts.planned import About
from workouts.training.rules import Rules, Severity
from workouts.training.timetable.arrange import judged
from workouts.training.timetable.case import Finding
from workouts.training.timetable.choice import Choice
from workouts.training.timetable.place import Judgement, Placed
from workouts.training.timetable.told import WHEN
from workouts.training.timetable.week import StrengthHours
from workouts.weeks import WEEKDAYS, BadWeek, Week, day_text

TAKEN = "Another strength session stands on that day."
# As far as one can look ahead.
WEEKS_AHEAD = 52
# What speaks against a place, the strictest first.
AGAINST = (Severity.BLOCK, Severity.WARN, Severity.ADVISE)


@dataclass(frozen=True)
class PlannedSession:
    """
    A session of a week, still to do: `circuit` is None while it is left out.

    trimmed: what is said of its jumps, "" where there are not too many.
    """

    about: About
    circuit: CircuitRow | None
    choices: tuple[Choice, ...]
    change: PlanChange | None
    trimmed: str = ""
    today: date | None = None

    @property
    def is_due(self) -> bool:
        """Whether it stands on today, so that it can be started."""
        return self.here is not None and self.here.day == self.today

    @property
    def address(self) -> str:
        """As an address names it."""
        return named(self.about.week, self.about.number)

    @property
    def week(self) -> Week:
        return self.about.week

    @property
    def here(self) -> Choice | None:
        """Where it is now."""
        return next((each for each in self.choices if each.is_here), None)

    @property
    def is_jumped(self) -> bool:
        """Whether it asks for calves that are ready (rule PLYO-02)."""
        return self.circuit is not None and self.circuit.circuit.session_class in JUMPED

    @property
    def reason(self) -> str:
        """Why the athlete put it where it is, "" where they did not."""
        is_there = self.change is not None and self.here is not None and self.change.day == self.here.day
        return self.change.reason if self.change is not None and is_there else ""

    @property
    def name(self) -> str:
        return self.circuit.circuit.name if self.circuit else "This session"

    @property
    def best(self) -> Choice | None:
        """The place that fits best, whatever is decided now."""
        return next((each for each in self.choices if each.is_best), None)


class NotPlanned(Exception):
    """There is no such week ahead, or it never has a session of that number."""


class NoLonger(Exception):
    """The session is done by now, or not asked for any more; `week` is the one it was in."""

    def __init__(self, week: Week) -> None:
        super().__init__(str(week))
        self.week = week


def read(*, athlete: Athlete, name: str, rules: Rules, now: datetime) -> PlannedSession:
    """
    One session of a week that is on or ahead, by the name of an address.  Five queries at most.

    :raises NotPlanned: if there is no such week, if it is past or too far ahead, or has no such session
    :raises NoLonger: if it is done, or not asked for any more
    """
    week, number = _named(athlete, name)
    today = athlete.day_of(now)
    if week.last_day < today or (week.first_day - today).days > 7 * WEEKS_AHEAD:
        raise NotPlanned(str(week))
    page = for_week(athlete=athlete, week=week, today=today)
    basis = plan_basis.of_weeks(athlete=athlete, first=week, lately=page.lately, rules=rules, now=now)
    if not basis.is_said:
        raise NotPlanned("Nothing is placed before the usual week is said.")
    table = timetable.of_week(basis, page)
    change = table.changes.get(number)
    placed = next((each for each in table.placed if each.wanted.number == number), None)
    if placed is None:
        if number > athlete.wanted_sessions:
            raise NotPlanned(f"{week}, {number}")
        if change is None or not change.is_skipped:
            raise NoLonger(week)
        return PlannedSession(About(week, number, table.suited[number - 1]), None, (), change)
    circuit = table.rows[placed.wanted.circuit]
    return PlannedSession(
        About(week, number, table.suited[number - 1]),
        circuit,
        _choices(table, placed),
        change,
        circuit.trim_told(rules),
        today,
    )


def _named(athlete: Athlete, name: str) -> tuple[Week, int]:
    week, _, number = name.rpartition("-")
    if not re.fullmatch(r"[1-9]", number):
        raise NotPlanned(name)
    try:
        return athlete.week_called(week), int(number)
    except BadWeek as bad:
        raise NotPlanned(str(bad)) from bad


def _choices(table: Timetable, placed: Placed) -> tuple[Choice, ...]:
    others = [
        StrengthHours(
            day=each.place.slot.day, hour=each.place.slot.hour, session_class=each.wanted.session_class
        )
        for each in table.placed
        if each.place is not None and each is not placed
    ]
    week = table.week.with_strength(*others)
    taken = {each.day for each in week.strength}
    judgements = judged(
        placed.wanted,
        week=week,
        runner=table.runner,
        rules=table.rules,
        costs=table.costs,
        from_hour=24.0 * table.first,
    )
    costs = [each.cost for each in judgements if each.cost is not None]
    here = placed.place.slot if placed.place else None
    best = next((each for each in judgements if costs and each.cost == min(costs)), None)
    return tuple(
        _choice(
            table,
            each,
            is_taken=each.slot.day in taken,
            is_here=each.slot == here,
            is_best=each is best,
        )
        for each in judgements
    )


def _choice(
    table: Timetable, judgement: Judgement, *, is_taken: bool, is_here: bool, is_best: bool
) -> Choice:
    slot, day = judgement.slot, table.days[judgement.slot.day]
    against = _against(judgement)
    told = [TAKEN] if is_taken else [each.told for each in against]
    return Choice(
        day=day,
        slot=str(slot.kind),
        label=f"{WEEKDAYS[day.weekday()]} {day.day} {day_text(day).split()[1]}, {WHEN[slot.kind]}",
        against=" ".join(dict.fromkeys(told)),
        rules=tuple(dict.fromkeys(each.rule.id for each in against)),
        needs_reason=any(each.severity is not Severity.ADVISE for each in against),
        is_closed=is_taken or any(each.rule.is_fixed for each in against),
        is_here=is_here,
        is_best=is_best,
    )


def _against(judgement: Judgement) -> list[Finding]:
    strict = [each for each in judgement.findings if each.severity in AGAINST]
    return sorted(strict, key=lambda each: AGAINST.index(each.severity))


def shorter(*, athlete: Athlete, minutes: int, like: Circuit) -> Circuit | None:
    """
    The longest circuit on offer that takes so many minutes at most, one of the same class before others.

    None where all take longer.  Two queries.
    """
    found = _instead(athlete).exclude(session_class__in=JUMPED).with_stations()
    fitting = [row for row in circuit_rows(found) if row.shape.minutes <= minutes]
    best = max(
        fitting,
        key=lambda row: (
            row.circuit.session_class == like.session_class,
            row.shape.minutes,
            row.circuit.slug,
        ),
        default=None,
    )
    return best.circuit if best is not None else None


def instead(*, athlete: Athlete) -> tuple[Circuit, ...]:
    """
    What can be done instead of a session: circuits on offer, one's own among them.  One query.

    None with jumps where a sign speaks against them; else rule PLYO-02 says whether one has a place.
    """
    return tuple(_instead(athlete).order_by("name"))


def _instead(athlete: Athlete) -> CircuitQuerySet:
    offered = Circuit.objects.offered(to=athlete).exclude(session_class="mobility")
    return offered if athlete.jumps else offered.without_jumps()

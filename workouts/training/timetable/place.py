"""The best place for each session of a week: what every slot costs, and the cheapest (handbook 5.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from workouts.training.rules import Rules, Severity
from workouts.training.timetable.case import Case, Finding
from workouts.training.timetable.costs import USUAL, Costs
from workouts.training.timetable.judging import findings
from workouts.training.timetable.slots import Slot, slots_of
from workouts.training.timetable.week import (
    LOADED,
    ORDER,
    WEEK_H,
    Runner,
    RunWeek,
    StrengthHours,
    Wanted,
    gap_h,
)


@dataclass(frozen=True)
class Judgement:
    """
    What a slot costs for a session, None where it is closed.

    closed_by: the rule that closes it; None where another session of the same day does.
    findings: what the rules say, also of an open slot.
    """

    slot: Slot
    cost: float | None
    findings: tuple[Finding, ...] = ()
    closed_by: Finding | None = None


@dataclass(frozen=True)
class Placed:
    """
    A session with its place, None where no slot is left.

    judgements: of every slot there was, in the order of the week.  missed_on: the day of the week on which it
    was to be done before, None where it was not missed.
    """

    wanted: Wanted
    place: Judgement | None
    judgements: tuple[Judgement, ...] = field(default=(), repr=False)
    missed_on: int | None = None

    @property
    def closed_by(self) -> Finding | None:
        """The rule that closed the last slot, where none is left."""
        closing = [each.closed_by for each in self.judgements if each.closed_by is not None]
        return closing[-1] if closing and self.place is None else None


def judge(
    slot: Slot, *, wanted: Wanted, week: RunWeek, runner: Runner, rules: Rules, costs: Costs
) -> Judgement:
    """Return what the slot costs for that session, with all that the rules say."""
    found = findings(Case(wanted=wanted, slot=slot, week=week, runner=runner), rules)
    closing = next((each for each in found if each.severity is Severity.BLOCK), None)
    if closing is not None:
        return Judgement(slot, None, found, closing)
    if any(each.day == slot.day for each in week.strength):
        return Judgement(slot, None, found)
    points = {Severity.WARN: costs.warn, Severity.ADVISE: costs.advise}
    cost = sum(points.get(each.severity, -each.rule.params.get("bonus", 0.0)) for each in found)
    if wanted.session_class != "mobility" and not week.on(slot.day):
        cost += costs.day_without_run
    cost += sum(_spacing(slot, wanted, other, costs) for other in week.strength)
    return Judgement(slot, round(cost, 2), found)


def place(
    wanted: Sequence[Wanted],
    *,
    week: RunWeek,
    runner: Runner,
    rules: Rules,
    costs: Costs = USUAL,
    from_hour: float = 0.0,
) -> tuple[Placed, ...]:
    """
    Return each session with its place, in the order in which they were placed: the hardest to fit in first.

    One session a day at most.  Ties go to the slot with the larger gap to other strength, then to the one
    with more hours to the next quality run, then to the earlier one.
    """
    placed: list[Placed] = []
    for each in sorted(wanted, key=lambda each: ORDER.index(each.session_class)):
        judgements = tuple(
            judge(slot, wanted=each, week=week, runner=runner, rules=rules, costs=costs)
            for slot in slots_of(week, from_hour=from_hour)
        )
        open_ones = [one for one in judgements if one.cost is not None]
        best = min(open_ones, key=lambda one, now=week: _rank(one, now), default=None)  # type: ignore[misc]
        placed.append(Placed(each, best, judgements))
        if best is not None:
            here = StrengthHours(day=best.slot.day, hour=best.slot.hour, session_class=each.session_class)
            week = week.with_strength(here)
    return tuple(placed)


def _rank(judgement: Judgement, week: RunWeek) -> tuple[float, float, float, float]:
    hour = judgement.slot.hour
    assert judgement.cost is not None
    nearest = min((gap_h(hour, other.hour) for other in week.strength), default=0.0)
    following = week.next_quality(hour)
    return (judgement.cost, -nearest, -(following[0] if following else 10 * WEEK_H), hour)


def _spacing(slot: Slot, wanted: Wanted, other: StrengthHours, costs: Costs) -> float:
    gap = gap_h(slot.hour, other.hour)
    if wanted.is_loaded and other.session_class in LOADED:
        return round(max(costs.spacing_h - gap, 0.0) / costs.spacing_step_h, 2)
    return costs.light_within_a_day if gap < 24 else 0.0

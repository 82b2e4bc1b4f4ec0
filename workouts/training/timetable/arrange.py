"""The sessions of a week with those among them that the athlete put somewhere: the others go round them."""

from collections.abc import Mapping, Sequence

from workouts.training.rules import Rules
from workouts.training.timetable.costs import USUAL, Costs
from workouts.training.timetable.place import Judgement, Placed, judge, place
from workouts.training.timetable.slots import Slot, slots_of
from workouts.training.timetable.week import ORDER, Runner, RunWeek, StrengthHours, Wanted


def arrange(
    wanted: Sequence[Wanted],
    *,
    pinned: Mapping[int, Slot],
    week: RunWeek,
    runner: Runner,
    rules: Rules,
    costs: Costs = USUAL,
    from_hour: float = 0.0,
) -> tuple[Placed, ...]:
    """
    Return each session with its place, the hardest to fit in first.

    pinned: by number, where the athlete put a session.  There it stands whatever the rules say; what they
    say is in its judgement, whose cost is None where one closes the place.
    """
    there = {each.number: _hours(pinned[each.number], each) for each in wanted if each.number in pinned}
    free = [each for each in wanted if each.number not in pinned]
    placed = place(
        free,
        week=week.with_strength(*there.values()),
        runner=runner,
        rules=rules,
        costs=costs,
        from_hour=from_hour,
    )
    found = [_hours(each.place.slot, each.wanted) for each in placed if each.place is not None]
    held = []
    for each in wanted:
        if each.number in pinned:
            others = [hours for number, hours in there.items() if number != each.number]
            judgements = judged(
                each,
                week=week.with_strength(*others, *found),
                runner=runner,
                rules=rules,
                costs=costs,
                from_hour=from_hour,
            )
            held.append(Placed(each, _of(pinned[each.number], judgements), judgements))
    return tuple(sorted([*placed, *held], key=lambda each: ORDER.index(each.wanted.session_class)))


def judged(
    wanted: Wanted,
    *,
    week: RunWeek,
    runner: Runner,
    rules: Rules,
    costs: Costs = USUAL,
    from_hour: float = 0.0,
) -> tuple[Judgement, ...]:
    """Return what every slot of a week costs for a session, the other strength being where it is."""
    return tuple(
        judge(slot, wanted=wanted, week=week, runner=runner, rules=rules, costs=costs)
        for slot in slots_of(week, from_hour=from_hour)
    )


def _hours(slot: Slot, wanted: Wanted) -> StrengthHours:
    return StrengthHours(day=slot.day, hour=slot.hour, session_class=wanted.session_class)


def _of(slot: Slot, judgements: Sequence[Judgement]) -> Judgement:
    """The judgement of a slot; one that has gone by is not spoken of any more."""
    return next((each for each in judgements if each.slot == slot), Judgement(slot, 0.0))

"""Missed sessions (rule MISS-01): what was to be done on a day gone by, and what becomes of it.

Meaning   a session that had its place on an earlier day of the week and was not done moves to a later day, or
          is left out; nothing has to be made up.
Formula   the week is placed once more as it was on its first day, or on the day since when it is planned;
          what stood before today then and is still to do was missed.  It moves if the place it has now costs
          no more points than the rule says, else it is dropped.
Units     days counted from the first of the week; points of the timetable's costs.
Source    the handbook, 5.5, rule MISS-01.
Limits    a day that was run counts as it was run, one that was not as it was planned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workouts.training.rules import Rule, Rules
from workouts.training.timetable.arrange import arrange
from workouts.training.timetable.costs import Costs
from workouts.training.timetable.place import Placed
from workouts.training.timetable.slots import Slot
from workouts.training.timetable.week import DAY_H, Runner, RunWeek, Wanted


def missed(
    wanted: Sequence[Wanted],
    *,
    left: Sequence[int],
    pinned: Mapping[int, Slot],
    week: RunWeek,
    runner: Runner,
    rules: Rules,
    costs: Costs,
    since: int,
    today: int,
) -> dict[int, int]:
    """
    Return the day, by number, on which each session that is left was to be done before today.

    wanted: all sessions of the week, also those that are done.  left: the numbers of those still to do.
    week: the runs of the whole week, and no strength.
    pinned: where the athlete put some.  since: the day from which on the week is planned.
    """
    if today <= since or not left:
        return {}
    first = arrange(
        wanted,
        pinned=pinned,
        week=week,
        runner=runner,
        rules=rules,
        costs=costs,
        from_hour=DAY_H * since,
    )
    return {
        each.wanted.number: each.place.slot.day
        for each in first
        if each.wanted.number in left and each.place is not None and each.place.slot.day < today
    }


def followed(
    placed: Sequence[Placed], *, missed: Mapping[int, int], pinned: Mapping[int, Slot], rule: Rule | None
) -> tuple[Placed, ...]:
    """
    Return the sessions as the rule leaves them: those missed told as such, and dropped where they fit badly.

    What the athlete put somewhere stays there.
    """
    if rule is None:
        return tuple(placed)
    return tuple(_followed(each, missed.get(each.wanted.number), pinned, rule) for each in placed)


def _followed(each: Placed, day: int | None, pinned: Mapping[int, Slot], rule: Rule) -> Placed:
    if day is None or each.wanted.number in pinned:
        return each
    cost = each.place.cost if each.place is not None else None
    if cost is not None and cost <= rule.params["max_cost"]:
        return replace(each, missed_on=day)
    return replace(each, missed_on=day, place=None)

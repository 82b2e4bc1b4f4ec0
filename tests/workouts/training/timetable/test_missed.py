"""What becomes of a session that was missed (MISS-01): both sides of the points that a later day may cost."""

from dataclasses import replace

import pytest

from workouts.catalogue.loading import rules
from workouts.training.timetable.costs import Costs
from workouts.training.timetable.missed import followed, missed
from workouts.training.timetable.place import Judgement, Placed
from workouts.training.timetable.slots import Slot, SlotKind
from workouts.training.timetable.week import RunHours, Runner, RunWeek, Wanted
from workouts.vocabulary import RunKind

LIGHT = Wanted(session_class="light", circuit="core-for-runners", number=1)
SLOT = Slot(day=5, hour=5 * 24.0 + 8, kind=SlotKind.REST_DAY)
RULE = rules()["MISS-01"]


def placed(cost: float | None) -> Placed:
    judgement = Judgement(SLOT, cost)
    return Placed(LIGHT, judgement if cost is not None else None, (judgement,))


@pytest.mark.parametrize(("cost", "stays"), [(-1.0, True), (3.0, True), (3.01, False), (10.0, False)])
def test_it_moves_to_a_day_that_costs_three_points_at_most(cost, stays):
    (found,) = followed([placed(cost)], missed={1: 2}, pinned={}, rule=RULE)
    assert (found.place is not None) == stays
    assert found.missed_on == 2


def test_what_was_not_missed_or_put_there_by_the_athlete_stays_as_it_is():
    dear = placed(10.0)
    assert followed([dear], missed={}, pinned={}, rule=RULE) == (dear,)
    assert followed([dear], missed={1: 2}, pinned={1: SLOT}, rule=RULE) == (dear,)
    assert followed([dear], missed={1: 2}, pinned={}, rule=None) == (dear,)


def test_without_any_place_it_is_left_out():
    (found,) = followed([placed(None)], missed={1: 2}, pinned={}, rule=RULE)
    assert found.place is None


WEEK = RunWeek(
    tuple(RunHours(day=day, kind=RunKind.EASY, starts_h=24.0 * day + 7, hours=0.75) for day in (0, 2, 4))
)
RUNNER = Runner(is_beginner=True, lifting_weeks=0)


@pytest.mark.parametrize("today", range(7))
def test_only_what_stood_before_today_was_missed(today):
    wanted = [LIGHT, replace(LIGHT, number=2)]
    how = {"pinned": {}, "week": WEEK, "runner": RUNNER, "rules": rules(), "costs": Costs()}
    found = missed(wanted, left=[1, 2], since=0, today=today, **how)
    assert all(day < today for day in found.values())
    assert set(missed(wanted, left=[2], since=0, today=today, **how)) <= {2}
    assert missed(wanted, left=[1, 2], since=today, today=today, **how) == {}
    if today == 6:
        assert set(found) == {1, 2}

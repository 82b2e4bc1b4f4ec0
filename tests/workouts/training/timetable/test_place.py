"""Where strength fits into a week: the handbook's own weeks, and what holds in any week."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.training.timetable.weeks import USED_TO_IT, placed, the_rules, told, week_of
from workouts.training.rules import Severity
from workouts.training.timetable.costs import Costs
from workouts.training.timetable.place import judge, place
from workouts.training.timetable.slots import slots_of
from workouts.training.timetable.week import LOADED, ORDER, Runner, RunWeek, StrengthHours, Wanted, gap_h
from workouts.vocabulary import RunKind

WEEK = ("rest", "intervals", "easy", "tempo", "easy", "rest", "long")
OLD_HAND = Runner(is_beginner=False, lifting_weeks=30)
BEGINNER = Runner(is_beginner=True, lifting_weeks=2)


@pytest.mark.parametrize(
    ("classes", "runner", "expected"),
    [
        (["moderate"], USED_TO_IT, ["Fri after_run"]),
        (["moderate", "light"], USED_TO_IT, ["Fri after_run", "Wed after_run"]),
        (["moderate", "moderate"], USED_TO_IT, ["Fri after_run", "Tue evening"]),
        (["heavy", "heavy"], OLD_HAND, ["Thu evening", "Tue evening"]),
        (["heavy", "heavy", "light"], OLD_HAND, ["Thu evening", "Tue evening", "Fri after_run"]),
        (["light", "light"], BEGINNER, ["Fri after_run", "Wed after_run"]),
    ],
)
def test_the_handbook_s_week(classes, runner, expected):
    assert [told(each) for each in placed(WEEK, *classes, runner=runner)] == expected


@pytest.mark.parametrize(
    ("week", "classes", "expected"),
    [
        (["easy"] * 7, ["light", "light"], ["Mon after_run", "Thu after_run"]),
        (["easy"] * 7, ["moderate", "moderate"], ["Mon after_run", "Thu after_run"]),
        (["rest"] * 7, ["light", "light"], ["Mon rest_day", "Thu evening"]),
        (["tempo"] * 7, ["heavy", "heavy"], [None, None]),
    ],
)
def test_more_weeks(week, classes, expected):
    assert [told(each) for each in placed(week, *classes)] == expected


def test_no_slot_left_names_the_rule_that_closed_the_last_one():
    first, second = placed(["tempo"] * 7, "heavy", "heavy")
    for each in (first, second):
        assert each.closed_by is not None
        assert each.closed_by.rule.id == "PLACE-01"
        assert each.closed_by.told == (
            "Heavy legs today would spoil tomorrow’s tempo run. Move this session or pick the light version."
        )


@pytest.mark.parametrize(("day", "rule"), [(0, "PLACE-01"), (2, "PLACE-01"), (6, "PLACE-08")])
def test_days_that_are_closed_to_heavy_strength_say_why(day, rule):
    (heavy,) = placed(WEEK, "heavy")
    closed = [each.closed_by.rule.id for each in heavy.judgements if each.slot.day == day and each.closed_by]
    assert closed
    assert set(closed) == {rule}


# The handbook's table (5.7): what each slot costs for each class, None where it is closed.
COSTS = {
    "light": {
        "Mon rest_day": 2, "Tue evening": 0, "Wed after_run": -3, "Wed evening": 0, "Thu evening": 0,
        "Fri after_run": -3, "Fri evening": 0, "Sat rest_day": 2,
    },
    "moderate": {
        "Mon rest_day": 12, "Tue evening": 0, "Wed after_run": 7, "Wed evening": 10, "Thu evening": 0,
        "Fri after_run": -3, "Fri evening": 0, "Sat rest_day": 2, "Sun after_run": None,
    },
    "heavy": {
        "Mon rest_day": None, "Tue evening": -3, "Wed after_run": None, "Wed evening": None,
        "Thu evening": -3, "Fri after_run": 3, "Fri evening": 0, "Sat rest_day": 12, "Sun evening": None,
    },
}  # fmt: skip


@pytest.mark.parametrize("session_class", COSTS)
def test_every_slot_costs_what_the_handbook_says(session_class):
    (each,) = placed(WEEK, session_class)
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    found = {f"{days[one.slot.day]} {one.slot.kind}": one.cost for one in each.judgements}
    assert {name: found[name] for name in COSTS[session_class]} == COSTS[session_class]


def test_days_that_are_past_are_closed_and_what_was_done_there_counts():
    week = week_of(WEEK).with_strength(StrengthHours(day=2, hour=56.0, session_class="moderate"))
    (after,) = place(
        [Wanted(session_class="moderate")],
        week=week,
        runner=USED_TO_IT,
        rules=the_rules(),
        from_hour=4 * 24.0,
    )
    assert all(each.slot.day >= 4 for each in after.judgements)
    # On Friday 48 h have just gone by; a loaded session less than 72 h away costs a little.
    assert told(after) == "Fri after_run"
    assert after.place.cost == pytest.approx(-3 + (72 - 48) / 12, abs=0.1)


KINDS = st.sampled_from(["rest", *RunKind])
WEEKS = st.lists(KINDS, min_size=7, max_size=7)
CLASSES = st.lists(st.sampled_from(ORDER), max_size=4)
RUNNERS = st.builds(
    Runner,
    is_beginner=st.booleans(),
    lifting_weeks=st.integers(0, 60),
    calf_raises=st.none() | st.integers(0, 40),
    hop_pain=st.none() | st.integers(0, 10),
)


@given(WEEKS, CLASSES, RUNNERS, st.floats(0, 23), st.floats(0, 168))
def test_in_any_week_nothing_is_placed_where_a_rule_closes_it(kinds, classes, runner, hour, now):
    week = week_of(kinds, run_hour=hour, long_hour=hour)
    wanted = [Wanted(session_class=each) for each in classes]
    found = place(wanted, week=week, runner=runner, rules=the_rules(), from_hour=now)
    assert sorted(each.wanted.session_class for each in found) == sorted(classes)
    places = [each.place for each in found if each.place is not None]
    assert len({one.slot.day for one in places}) == len(places)
    assert all(one.slot.hour >= now for one in places)
    assert all(each.severity is not Severity.BLOCK for one in places for each in one.findings)
    loaded = [each.place.slot.hour for each in found if each.place and each.wanted.session_class in LOADED]
    gaps = [gap_h(one, other) for n, one in enumerate(loaded) for other in loaded[:n]]
    assert all(gap >= 24 for gap in gaps)
    # Where there is none, every slot was closed, by a rule or by another session of the day.
    for each in found:
        if each.place is None:
            assert all(one.cost is None for one in each.judgements)
    assert found == place(wanted, week=week, runner=runner, rules=the_rules(), from_hour=now)


@given(WEEKS, st.sampled_from(ORDER), RUNNERS)
def test_without_its_rule_nothing_speaks_against_a_slot_but_a_day_without_a_run(kinds, session_class, runner):
    week = week_of(kinds)
    for slot in slots_of(week):
        one = judge(
            slot,
            wanted=Wanted(session_class=session_class),
            week=week,
            runner=runner,
            rules={},
            costs=Costs(),
        )
        free = not week.on(slot.day) and session_class != "mobility"
        assert (one.cost, one.findings) == (Costs().day_without_run if free else 0, ())


def test_a_week_without_anything_has_a_slot_in_each_half_of_the_day():
    assert [slot.hour % 24 for slot in slots_of(RunWeek(()))] == [10, 18] * 7

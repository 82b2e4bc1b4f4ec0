"""Strength round a race and in the first month of lifting: both sides of each limit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.training.timetable.test_place import CLASSES, RUNNERS, WEEKS
from tests.workouts.training.timetable.weeks import USED_TO_IT, the_rules, week_of
from workouts.training.timetable.case import Case
from workouts.training.timetable.judging import findings
from workouts.training.timetable.place import place
from workouts.training.timetable.slots import Slot, SlotKind
from workouts.training.timetable.week import PRIMER, RaceHours, Runner, Wanted
from workouts.vocabulary import RACE_DISTANCES

FREE = week_of(["rest"] * 7)


def found(session_class, *, days, distance="half", runner=USED_TO_IT, is_goal=True, hour=10.0, **wanted):
    """The rules that speak of a session so many days before a race at ten; below 0 it is after it."""
    race = RaceHours(day=3 + days, starts_h=24.0 * (3 + days) + 10, distance=distance, is_goal=is_goal)
    case = Case(
        wanted=Wanted(session_class=session_class, **wanted),
        slot=Slot(3, SlotKind.EVENING, 72.0 + hour),
        week=replace(FREE, races=(race,)),
        runner=runner,
    )
    return {each.rule.id: each for each in findings(case, the_rules())}


@pytest.mark.parametrize(
    ("distance", "days"), [(key, int(n)) for key, (n,) in the_rules()["TAPER-01"].by["days"].items()]
)
def test_heavy_legs_are_closed_for_as_many_days_as_the_distance_asks_for(distance, days):
    assert "TAPER-01" in found("heavy", days=days - 1, distance=distance)
    assert "TAPER-01" not in found("heavy", days=days, distance=distance)
    assert "TAPER-01" not in found("moderate", days=days - 1, distance=distance)


def test_the_message_counts_the_days():
    assert found("heavy", days=5)["TAPER-01"].told.startswith("Race in 5 days. ")
    assert found("heavy", days=1)["TAPER-01"].told.startswith("Race in 1 day. ")
    assert "Strength restarts in 1 day, gently" in found("heavy", days=-4)["RACE-01"].told


@pytest.mark.parametrize(
    ("session_class", "hours", "is_closed"),
    [
        ("moderate", 71, True),
        ("moderate", 72, False),
        ("plyo_low", 71, True),
        ("light", 47, True),
        ("light", 48, False),
    ],
)
def test_the_last_hours_before_a_race(session_class, hours, is_closed):
    # The race is on the fourth day from the slot's at ten o'clock.
    assert ("TAPER-04" in found(session_class, days=3, hour=82.0 - hours)) is is_closed


def test_the_primer_may_stand_until_the_day_before():
    assert not found("light", days=2, hour=18.0, circuit=PRIMER).keys() & {"TAPER-03", "TAPER-04"}
    assert "TAPER-03" in found("light", days=1, circuit=PRIMER)
    assert "TAPER-03" not in found("mobility", days=1)


def test_nothing_new_in_race_week():
    assert "TAPER-03" in found("light", days=7, has_new=True)
    assert "TAPER-03" not in found("light", days=8, has_new=True)
    assert "TAPER-03" not in found("light", days=7)


def test_a_race_that_is_not_aimed_at_closes_nothing_before_it():
    before = found("heavy", days=1, is_goal=False, has_new=True)
    assert not any(name.startswith("TAPER") for name in before)


@pytest.mark.parametrize(
    ("distance", "days"), [(key, int(n)) for key, (n,) in the_rules()["RACE-01"].by["days"].items()]
)
def test_after_a_race_only_what_is_light(distance, days):
    assert "RACE-01" in found("moderate", days=1 - days, distance=distance)
    assert "RACE-01" not in found("moderate", days=-days, distance=distance)
    assert "RACE-01" not in found("light", days=1 - days, distance=distance)


def test_after_the_race_the_primer_is_of_no_use_any_more():
    assert "RACE-01" in found("light", days=-6, distance="5k", circuit=PRIMER)
    assert "RACE-01" not in found("light", days=-6, distance="5k")


def test_on_the_day_itself_the_hours_before_are_before_and_those_after_are_after():
    assert "RACE-01" in found("moderate", days=0, hour=18.0)
    assert found("moderate", days=0, hour=8.0).keys() >= {"TAPER-03", "TAPER-04"}


@pytest.mark.parametrize(("weeks", "is_closed"), [(3, True), (4, False)])
def test_in_the_first_month_nothing_heavy_and_nothing_hard(weeks, is_closed):
    novice = Runner(is_beginner=False, lifting_weeks=weeks)
    for wanted in (Wanted(session_class="heavy"), Wanted(session_class="light", effort=7.5)):
        case = Case(wanted=wanted, slot=Slot(3, SlotKind.EVENING, 90.0), week=FREE, runner=novice)
        assert any(each.rule.id == "NOVICE-01" for each in findings(case, the_rules())) is is_closed
    modest = Case(
        wanted=Wanted(session_class="moderate", effort=7),
        slot=Slot(3, SlotKind.EVENING, 90.0),
        week=FREE,
        runner=novice,
    )
    assert not any(each.rule.id == "NOVICE-01" for each in findings(modest, the_rules()))


@pytest.mark.parametrize(
    ("session_class", "hour", "is_closed"),
    [
        ("light", 23.9, True),
        ("mobility", 23.9, True),
        ("light", 24, False),
        ("moderate", 95.9, True),
        ("moderate", 96, False),
    ],
)
def test_ill_until_well_for_a_day_and_then_light_for_three(session_class, hour, is_closed):
    case = Case(
        wanted=Wanted(session_class=session_class),
        slot=Slot(int(hour // 24), SlotKind.EVENING, hour),
        week=replace(FREE, well_h=0.0),
        runner=USED_TO_IT,
    )
    assert any(each.rule.id == "ILL-01" for each in findings(case, the_rules())) is is_closed


@pytest.mark.parametrize(
    ("session_class", "raises", "pain", "weeks", "is_closed"),
    [
        ("plyo_low", 15, 2, 0, False),
        ("plyo_low", 14, 2, 20, True),
        ("plyo_low", 15, 3, 20, True),
        ("plyo_low", None, 0, 20, True),
        ("plyo_low", 15, None, 20, True),
        ("plyo_high", 20, 2, 8, False),
        ("plyo_high", 19, 2, 8, True),
        ("plyo_high", 20, 2, 7, True),
        ("heavy", None, None, 20, False),
    ],
)
def test_jumping_asks_for_calves_that_are_ready(session_class, raises, pain, weeks, is_closed):
    runner = Runner(is_beginner=False, lifting_weeks=weeks, calf_raises=raises, hop_pain=pain)
    assert ("PLYO-02" in found(session_class, days=90, runner=runner)) is is_closed


RACE_HOURS = st.builds(
    lambda day, hour, distance, is_goal: RaceHours(
        day=day, starts_h=24.0 * day + hour, distance=distance, is_goal=is_goal
    ),
    st.integers(-20, 20),
    st.integers(6, 20),
    st.sampled_from(list(RACE_DISTANCES)),
    st.booleans(),
)


@given(WEEKS, CLASSES, RUNNERS, st.lists(RACE_HOURS, max_size=3))
def test_nothing_is_placed_where_a_race_closes_it(kinds, classes, runner, races):
    week = replace(week_of(kinds), races=tuple(races))
    for each in place(
        [Wanted(session_class=one) for one in classes], week=week, runner=runner, rules=the_rules()
    ):
        if each.place is not None and each.wanted.session_class == "heavy":
            slot = each.place.slot
            for race in races:
                days = race.day - slot.day
                limit = the_rules()["TAPER-01"].by["days"][race.distance][0]
                assert not (race.is_goal and slot.hour < race.starts_h and days < limit)
                assert not (
                    slot.hour >= race.starts_h and -days < the_rules()["RACE-01"].by["days"][race.distance][0]
                )

"""Every day that is not past has its sentence: why strength stands there, or why it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workouts.training.timetable.weeks import USED_TO_IT, the_rules, week_of
from workouts.training.timetable.place import place
from workouts.training.timetable.told import day_told, unplaced_told
from workouts.training.timetable.week import ORDER, Runner, StrengthHours, Wanted
from workouts.vocabulary import RunKind
from workouts.weeks import WEEKDAYS

WEEK = ("rest", "intervals", "easy", "tempo", "easy", "rest", "long")
OLD_HAND = Runner(is_beginner=False, lifting_weeks=30)


def told(*classes, week=WEEK, runner=USED_TO_IT, done=(), without=()):
    runs = week_of(week).with_strength(*done)
    wanted = [Wanted(session_class=each) for each in classes]
    rules = {name: rule for name, rule in the_rules().items() if name not in without}
    placed = place(wanted, week=runs, runner=runner, rules=rules)
    return [day_told(day, placed=placed, week=runs, names=WEEKDAYS) for day in range(7)]


def test_a_day_under_a_rule_says_the_rule_s_sentence():
    days = told("heavy")
    assert days[0].why == (
        "Heavy legs today would spoil tomorrow’s intervals. Move this session or pick the light version."
    )
    assert days[6].why == "Your legs have done enough today. Keep it to stretching or a little core."
    assert days[5].why == "Long run tomorrow. Heavy legs now will make it harder than it needs to be."


def test_the_day_it_stands_on_says_when_and_why_and_what_comes_next():
    friday = told("moderate", "light")[4]
    assert friday.when == "straight after the run"
    assert friday.why == (
        "Good spot: you are warm, and this day was easy anyway. Next hard run: long run on Sunday."
    )
    wednesday = told("moderate", "light")[2]
    assert wednesday.why.endswith("Next hard run: tempo run the day after.")
    sunday = told("light", week=["tempo", "rest", "rest", "rest", "rest", "rest", "easy"])[6]
    assert sunday.why.endswith("Next hard run: tempo run the day after.")
    tuesday, *_ = [day for day in told("heavy", runner=OLD_HAND) if day.placed]
    assert tuesday.when == "in the evening"
    assert tuesday.why.startswith("Hard day done in one go: tomorrow stays truly easy.")


def test_a_free_day_says_so_and_which_day_fits_better_and_why():
    days = told("moderate")
    after_easy = "fits better: there it follows an easy run, while you are warm."
    assert days[1].why == f"Nothing speaks against strength here. Friday {after_easy}"
    rest = told("light", week=["rest"] * 6 + ["easy"])
    assert rest[3].why == f"Nothing speaks against strength here. Sunday {after_easy}"
    steady = told("light", week=["steady", "rest", "rest", "rest", "rest", "rest", "rest"])
    assert steady[2].why == (
        "Nothing speaks against strength here. Monday fits better: this day without a run stays free."
    )


def test_of_days_that_are_alike_the_first_is_not_said_to_be_further_from_anything():
    alike = told("light", week=["easy"] * 7, without=["PLACE-06"])
    assert alike[3].why == (
        "Nothing speaks against strength here. Monday fits better: all else being the same, it comes first."
    )
    # The evening of the first day is farther from the tempo run.
    farther = told("light", week=["tempo", "easy", *["easy"] * 5], without=["PLACE-06"])
    assert "fits better: it is further from other strength and hard runs." in farther[3].why


def test_a_day_with_strength_done_or_in_a_week_that_wants_none_says_nothing():
    done = StrengthHours(day=2, hour=56.0, session_class="light")
    assert told("moderate", done=[done])[2].why == ""
    assert [day.why for day in told()] == [""] * 7


def test_what_finds_no_place_says_which_rule_closed_the_last_one():
    runs = week_of(["tempo"] * 7)
    (heavy,) = place([Wanted(session_class="heavy")], week=runs, runner=USED_TO_IT, rules=the_rules())
    assert unplaced_told(heavy, name="Gym heavy A", names=WEEKDAYS) == (
        "There is no place left for Gym heavy A this week. Sunday: Heavy legs today would spoil tomorrow’s "
        "tempo run. Move this session or pick the light version."
    )
    late = [Wanted(session_class="light")] * 2
    *_, second = place(late, week=runs, runner=USED_TO_IT, rules=the_rules(), from_hour=6 * 24.0)
    assert unplaced_told(second, name="Core", names=WEEKDAYS) == (
        "There is no place left for Core this week. Every day that is left has strength already."
    )


@pytest.mark.parametrize("session_class", ORDER)
@given(st.lists(st.sampled_from(["rest", *RunKind]), min_size=7, max_size=7))
def test_in_any_week_every_day_has_a_whole_sentence(session_class, kinds):
    for day in told(session_class, week=kinds):
        assert day.why.endswith(".")
        assert "{" not in day.why
        assert day.why[0].isupper()

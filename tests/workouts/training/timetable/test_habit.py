"""The usual week, as the last weeks of runs suggest it."""

from datetime import date, time, timedelta

from workouts.training.timetable.habit import HabitualRun, PastRun, habits
from workouts.vocabulary import RunKind

MONDAY = date(2026, 6, 1)


def run(week, weekday, kind="easy", minutes=45.0, began="07:00"):
    day = MONDAY + timedelta(weeks=week, days=weekday)
    return PastRun(day=day, kind=RunKind(kind), began=time.fromisoformat(began), minutes=minutes)


def test_a_weekday_with_a_run_in_half_of_the_weeks_has_a_usual_one():
    runs = [run(week, 1, "intervals", 58 + week) for week in range(8)] + [
        run(week, 6, "long") for week in range(4)
    ]
    runs += [run(week, 3) for week in range(3)]
    assert habits(runs) == (
        HabitualRun(weekday=1, kind=RunKind.INTERVALS, minutes=60, starts_at=time(7)),
        HabitualRun(weekday=6, kind=RunKind.LONG, minutes=45, starts_at=time(7)),
    )


def test_it_is_of_the_most_common_kind_the_latest_of_equals_as_long_and_early_as_in_the_middle():
    runs = [
        run(0, 2, "easy", 30, "06:10"),
        run(1, 2, "tempo", 50, "18:00"),
        run(2, 2, "easy", 41, "06:20"),
        run(3, 2, "tempo", 44, "06:35"),
    ]
    assert habits(runs) == (HabitualRun(weekday=2, kind=RunKind.TEMPO, minutes=40, starts_at=time(6, 30)),)


def test_once_is_no_habit_and_weeks_without_any_run_do_not_count():
    assert habits([run(0, 2)]) == ()
    assert [each.weekday for each in habits([run(0, 2), run(9, 2)])] == [2]
    assert habits([]) == ()


def test_a_second_run_of_a_day_is_left_out():
    runs = [run(week, 0, minutes=60, began="07:00") for week in range(3)]
    runs += [run(week, 0, "recovery", minutes=20, began="18:00") for week in range(3)]
    assert habits(runs) == (HabitualRun(weekday=0, kind=RunKind.EASY, minutes=60, starts_at=time(7)),)

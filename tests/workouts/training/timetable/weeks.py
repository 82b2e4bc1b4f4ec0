"""Weeks as the handbook writes them: a kind of run for each day, with its usual hour and length."""

from functools import cache

from workouts.catalogue.loading import rules
from workouts.training.timetable.place import Placed, place
from workouts.training.timetable.week import RunHours, Runner, RunWeek, Wanted
from workouts.vocabulary import RunKind

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
HOURS = {"intervals": 1.0, "tempo": 1.0, "easy": 0.75, "recovery": 0.5, "long": 1.75}
USED_TO_IT = Runner(is_beginner=False, lifting_weeks=20)
the_rules = cache(rules)


def week_of(kinds, run_hour=7, long_hour=8) -> RunWeek:
    return RunWeek(
        tuple(
            RunHours(
                day=day,
                kind=RunKind(kind),
                starts_h=24.0 * day + (long_hour if kind == "long" else run_hour),
                hours=HOURS.get(kind, 1.0),
            )
            for day, kind in enumerate(kinds)
            if kind != "rest"
        )
    )


def placed(kinds, *classes, runner=USED_TO_IT, **kwargs) -> tuple[Placed, ...]:
    wanted = [Wanted(session_class=each) for each in classes]
    return place(wanted, week=week_of(kinds), runner=runner, rules=the_rules(), **kwargs)


def told(each: Placed) -> str | None:
    """Where it was placed as the handbook says it: "Fri after_run"."""
    return None if each.place is None else f"{DAYS[each.place.slot.day]} {each.place.slot.kind}"

"""Reads a week by its hours: what was run and done, and what is still to come."""

from collections.abc import Sequence

from logbook.review import WeekPage
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.week import RunHours, RunWeek, StrengthHours
from workouts.vocabulary import RunKind


def runs_done(page: WeekPage, nth: int) -> list[RunHours]:
    """The runs that were done on a day, in hours of the week."""
    found = []
    for outing in page.days[nth].outings:
        if outing.run is not None and outing.run.is_running:
            start = outing.run.local_start
            found.append(
                RunHours(
                    day=nth,
                    kind=RunKind(outing.run.kind),
                    starts_h=24.0 * nth + start.hour + start.minute / 60,
                    hours=outing.run.paced_s / 3600,
                )
            )
    return found


def of_week(
    page: WeekPage, coming: Sequence[HabitualRun | None], following: Sequence[HabitualRun | None]
) -> RunWeek:
    """What was run and done, what is still to come, and the usual runs of the week after."""
    runs = [run for nth in range(7) for run in runs_done(page, nth)]
    strength = [
        StrengthHours(
            day=nth,
            hour=24.0 * nth + session.local_start.hour + session.local_start.minute / 60,
            session_class=session.session_class,
        )
        for nth, day in enumerate(page.days)
        for outing in day.outings
        for session in outing.sessions
        if session.session_class != "mobility"
    ]
    in_order = sorted([*runs, *_usual(coming)], key=lambda run: run.starts_h)
    return RunWeek(tuple(in_order), tuple(strength), tuple(_usual(following)))


def _usual(days: Sequence[HabitualRun | None]) -> list[RunHours]:
    return [
        RunHours(
            day=nth,
            kind=usual.kind,
            starts_h=24.0 * nth + usual.starts_at.hour + usual.starts_at.minute / 60,
            hours=usual.minutes / 60,
        )
        for nth, usual in enumerate(days)
        if usual is not None
    ]

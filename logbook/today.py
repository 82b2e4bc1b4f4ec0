"""Reads the first page: the first step for a newcomer, otherwise today and this week."""

from dataclasses import dataclass, replace
from datetime import date

from logbook.charts.week_bars import DayMinutes, week_bars
from logbook.models import Run
from logbook.review import Day, WeekPage, for_week
from workouts import library
from workouts.library import CircuitRow
from workouts.models import Athlete
from workouts.vocabulary import RunKind

# The circuit of the front door is written for straight after these.
EASY = frozenset({RunKind.EASY, RunKind.RECOVERY})

# Minutes of running and strength from the first day of the week on.
ORDINARY_WEEK = ((None, None), (48, None), (40, 22), (40, None), (None, None), (32, 19), (90, None))


@dataclass(frozen=True)
class TodayPage:
    """`headline` and `because` in words; `run` is today's run that the circuit would follow.

    `circuit` is what to do today, None when strength is already done.
    """

    is_newcomer: bool
    day: date
    week: WeekPage
    circuit: CircuitRow | None
    run: Run | None
    headline: str
    because: str
    outline: tuple[Day, ...] = ()


def for_athlete(*, athlete: Athlete, today: date) -> TodayPage:
    """Today and its week.  Seven queries at most."""
    week = for_week(athlete=athlete, week=athlete.week_of(today), today=today)
    circuit = library.front_door()
    day = next(day for day in week.days if day.is_today)
    if not any(shown.outings for shown in week.days) and _is_newcomer(athlete):
        headline = "Start with a run or a circuit."
        return TodayPage(True, today, week, circuit, None, headline, "", _outline(week))
    run = _run_to_follow(day)
    headline, because = _headline(day, run, circuit)
    is_done = any(outing.sessions for outing in day.outings)
    return TodayPage(False, today, week, None if is_done else circuit, run, headline, because)


def _outline(week: WeekPage) -> tuple[Day, ...]:
    """The newcomer's week with bars of an ordinary one, to be drawn as outlines."""
    bars = week_bars([DayMinutes(run_min=run, strength_min=strength) for run, strength in ORDINARY_WEEK])
    return tuple(
        replace(day, standing=standing, lying=lying)
        for day, standing, lying in zip(week.days, bars.standing, bars.lying, strict=True)
    )


def _is_newcomer(athlete: Athlete) -> bool:
    return not (athlete.runs.kept().exists() or athlete.sessions.kept().exists())


def _run_to_follow(day: Day) -> Run | None:
    """Today's latest easy run without a session, if there is one."""
    alone = [outing.run for outing in day.outings if outing.run is not None and not outing.sessions]
    return next((run for run in reversed(alone) if run.kind in EASY), None)


def _headline(day: Day, run: Run | None, circuit: CircuitRow | None) -> tuple[str, str]:
    if run is not None and circuit is not None and not any(outing.sessions for outing in day.outings):
        return f"{run.title} done. {circuit.circuit.name} is next.", circuit.circuit.recommended_when
    names = [
        *(outing.run.title for outing in day.outings if outing.run is not None),
        *(session.name for outing in day.outings for session in outing.sessions),
    ]
    if not names:
        return "Nothing logged today.", "Log a run or a session when it is done."
    return f"{_listed(names)} done.", "Today is in the log."


def _listed(names: list[str]) -> str:
    """Join in words: "Easy run, Core for runners and Post-run stretch"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last

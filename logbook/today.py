"""Reads the first page: the first step for a newcomer, otherwise today and this week."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from logbook import afterwards, clearance, days_told, minimum_dose, plan_basis, under_way, week_plan
from logbook.afterwards import MOBILITY, Routine
from logbook.charts.week_bars import DayMinutes, week_bars
from logbook.days_told import EASY, DayTold
from logbook.minimum_dose import Offer
from logbook.models import Run, Session
from logbook.planned_days import DayPlan
from logbook.review import Day, WeekPage, for_week, with_plan
from logbook.under_way import UnderWay
from workouts import circuits
from workouts.circuits import CircuitRow, StationRow
from workouts.models import Athlete
from workouts.training.rules import Rules
from workouts.units import spoken_minutes

# So long after a run somebody is still warm (rule PLACE-06).
WARM = timedelta(hours=1)

# As many names as a headline holds; beyond that it counts.
NAMED = 3

NEXT, GOING = "is next.", "is under way."

# Minutes of running and strength from the first day of the week on.
ORDINARY_WEEK = ((None, None), (48, None), (40, 22), (40, None), (None, None), (32, 19), (90, None))


@dataclass(frozen=True)
class TodayPage:
    """
    `headline` and `because` in words.

    `circuit` with its `stations` is what to do today, None once anything is done: then `afterwards`
    follows `session`, the latest of strength.  `run` is today's latest run; `follows` says whether the
    circuit would follow it.  `offer` is the least there is to do after two weeks without strength.
    `under_way` are the sessions in the making; `is_locked` says that none may go on just now.
    """

    is_newcomer: bool
    day: date
    week: WeekPage
    headline: str
    because: str = ""
    circuit: CircuitRow | None = None
    stations: tuple[StationRow, ...] = ()
    session: Session | None = None
    afterwards: tuple[Routine, ...] = ()
    run: Run | None = None
    follows: bool = False
    offer: Offer | None = None
    under_way: tuple[UnderWay, ...] = ()
    is_locked: bool = False
    outline: tuple[Day, ...] = ()

    @property
    def days(self) -> tuple[DayTold, ...]:
        """The week as its cells show it."""
        return days_told.told(self.week.days)

    @property
    def starts(self) -> bool:
        """Whether the circuit of today is still to be started."""
        going = {each.circuit_id for each in self.under_way if not each.is_left}
        return self.circuit is not None and self.circuit.circuit.pk not in going

    @property
    def run_to_follow(self) -> int | None:
        """The run that the circuit of today would follow."""
        return self.run.pk if self.follows and self.run is not None else None

    @property
    def start_look(self) -> str:
        """One orange button a page: that of a session under way, else the start."""
        return "quiet" if self.under_way else "go"

    @property
    def any_to_log(self) -> bool:
        """Whether something that follows is not logged yet."""
        return bool(afterwards.still_to_log(self.afterwards))


def for_athlete(*, athlete: Athlete, rules: Rules, now: datetime) -> TodayPage:
    """Today and its week, with what the athlete's health asks for.  Eleven queries at most."""
    rules = athlete.method(rules).applied_to(rules)
    page = replace(_page(athlete, rules, now), under_way=under_way.of_athlete(athlete=athlete, now=now))
    if because := clearance.held_back(athlete=athlete, rules=rules, now=now):
        page = _held_back(page, because)
    if page.is_newcomer:
        return page
    if not page.starts and page.headline.endswith(NEXT):
        page = replace(page, headline=page.headline.removesuffix(NEXT) + GOING)
    return replace(page, offer=minimum_dose.offer(athlete=athlete, week=page.week, rules=rules, now=now))


def _held_back(page: TodayPage, because: str) -> TodayPage:
    """Whatever is planned or on offer waits."""
    headline = page.headline
    if page.circuit is not None:
        headline = headline.removesuffix(f" {page.circuit.circuit.name} {NEXT}")
    nothing: dict[str, Any] = {"circuit": None, "stations": (), "afterwards": ()}
    return replace(page, headline=headline, because=because, is_locked=True, **nothing)


def _page(athlete: Athlete, rules: Rules, now: datetime) -> TodayPage:
    """Today and its week.  Eight queries at most, six where nobody said what the week looks like."""
    today = athlete.day_of(now)
    week = for_week(athlete=athlete, week=athlete.week_of(today), today=today)
    basis = plan_basis.of_weeks(athlete=athlete, first=week.week, lately=week.lately, rules=rules, now=now)
    plan = week_plan.of_week(basis, week)
    if plan is not None:
        week = with_plan(week, plan)
    day = next(day for day in week.days if day.is_today)
    if plan is None and not any(shown.outings for shown in week.days) and _is_newcomer(athlete):
        headline = "Start with a run or a circuit."
        return TodayPage(True, today, week, headline, circuit=circuits.front_door(), outline=_outline(week))
    runs = [outing.run for outing in day.outings if outing.run is not None]
    run = runs[-1] if runs else None
    sessions = [session for outing in day.outings for session in outing.sessions]
    if sessions:
        done = _done([run.title for run in runs], [session.name for session in sessions])
        strength = max(
            (each for each in sessions if each.session_class != MOBILITY),
            key=lambda each: (each.started_at, each.pk),
            default=None,
        )
        routines = afterwards.of_session(strength) if strength else ()
        because = _what_follows(routines)
        return TodayPage(
            False, today, week, f"{done} done.", because, session=strength, afterwards=routines, run=run
        )
    if day.plan is not None:
        return _as_planned(today, week, day.plan, runs, now)
    return _still_to_do(today, week, runs, now)


def _as_planned(today: date, week: WeekPage, plan: DayPlan, runs: list[Run], now: datetime) -> TodayPage:
    """A day without strength so far in a week that has a plan: what is next, and why."""
    run = runs[-1] if runs else None
    circuit = plan.circuit
    done = f"{_listed([each.title for each in runs])} done." if runs else ""
    if circuit is None:
        come = f"{plan.run_heading} today, no strength." if plan.run else ""
        headline = done or come or "No run and no strength today."
        return TodayPage(False, today, week, headline, plan.why, run=run)
    name = circuit.circuit.name
    follows = run is not None and run.kind in EASY
    if done:
        headline = f"{done} {name} {NEXT}"
    elif plan.run:
        headline = f"{plan.run_heading}, then {name}."
    else:
        headline = f"{name} today."
    since = now - run.ended_at if run is not None else None
    is_warm = follows and since is not None and timedelta(0) <= since <= WARM
    because = _because(run, circuit, now) if is_warm and run is not None else plan.why
    stations = circuits.station_rows(circuit)
    return TodayPage(
        False, today, week, headline, because, circuit=circuit, stations=stations, run=run, follows=follows
    )


def _still_to_do(today: date, week: WeekPage, runs: list[Run], now: datetime) -> TodayPage:
    """A day without strength so far: the circuit is offered, and after an easy run it is next."""
    circuit = circuits.front_door()
    stations = circuits.station_rows(circuit) if circuit else ()
    run = runs[-1] if runs else None
    follows = circuit is not None and run is not None and run.kind in EASY
    if circuit is not None and run is not None and follows:
        headline = f"{run.title} done. {circuit.circuit.name} {NEXT}"
        because = _because(run, circuit, now)
    elif runs:
        headline, because = f"{_listed([run.title for run in runs])} done.", "No strength logged today."
    else:
        headline, because = "Nothing logged today.", "Log a run or a session when it is done."
    return TodayPage(
        False, today, week, headline, because, circuit=circuit, stations=stations, run=run, follows=follows
    )


def _because(run: Run, circuit: CircuitRow, now: datetime) -> str:
    """Why now: within the hour the runner is warm; later the circuit's own words say when."""
    since = now - run.ended_at
    if timedelta(0) <= since <= WARM:
        ago = spoken_minutes(since.total_seconds())
        return f"Your run ended {ago} ago: you are warm, and this day was easy anyway."
    return circuit.circuit.recommended_when


def _what_follows(routines: tuple[Routine, ...]) -> str:
    still = [routine.circuit.name for routine in afterwards.still_to_log(routines)]
    if not still:
        return "Today is in the log."
    return f"{_listed(still)} {'rounds' if len(still) == 1 else 'round'} it off."


def _done(runs: list[str], sessions: list[str]) -> str:
    """What was done, by name as long as a headline holds the names."""
    if len(runs) + len(sessions) <= NAMED:
        return _listed([*runs, *sessions])
    by_word = ((runs, "runs"), (sessions, "sessions"))
    return _listed([_counted(names, word) for names, word in by_word if names])


def _counted(names: list[str], word: str) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} {word}"


def _outline(week: WeekPage) -> tuple[Day, ...]:
    """The newcomer's week with bars of an ordinary one, to be drawn as outlines."""
    bars = week_bars([DayMinutes(run_min=run, strength_min=strength) for run, strength in ORDINARY_WEEK])
    return tuple(
        replace(day, standing=standing, lying=lying)
        for day, standing, lying in zip(week.days, bars.standing, bars.lying, strict=True)
    )


def _is_newcomer(athlete: Athlete) -> bool:
    return not (athlete.runs.kept().exists() or athlete.sessions.kept().exists())


def _listed(names: list[str]) -> str:
    """Join in words: "Easy run, Core for runners and Post-run stretch"."""
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last

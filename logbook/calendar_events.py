"""Reads what the calendar of an athlete holds: strength to come, races, and strength done of late."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from django.urls import reverse

from logbook import weeks_ahead
from logbook.calendar.event import Event, uid_of
from logbook.models import Session
from logbook.plan_session import WEEKS_AHEAD, NotPlanned
from logbook.planned_days import DayPlan
from logbook.season import ABOUT_MINUTES
from logbook.weeks_ahead import WeeksAhead
from workouts.circuit_told import stations_told
from workouts.days import nearest_instant
from workouts.models import Athlete, PlanChange, Race
from workouts.training.rules import Rules
from workouts.training.timetable.slots import SlotKind
from workouts.training.timetable.told import WHEN
from workouts.weeks import BadWeek, Week

# This week and so many after it: what lies further ahead is moved by every run until then.
WEEKS = 9
DONE_DAYS = 28
# From here on days are counted into revisions.
COUNTED_FROM = date(2026, 1, 1)


def of_athlete(*, athlete: Athlete, rules: Rules, now: datetime) -> tuple[Event, ...]:
    """
    The strength planned for this week and eight more, the races, and the strength done in the last 28 days.

    What is left out, or found no place, is not among them.  Six queries at any length of history.
    """
    weeks = list(_following(athlete.week_of(athlete.day_of(now))))
    ahead = weeks_ahead.read(athlete=athlete, weeks=weeks, rules=rules, now=now)
    today = athlete.day_of(now)
    done = athlete.sessions.kept().between(today - timedelta(days=DONE_DAYS), today)
    return (
        *_planned(athlete, ahead, now),
        *(_of_race(race, athlete, now) for race in ahead.season.races),
        # Stretches and routines would stand beside the sessions that they belong to.
        *(_of_done(each, athlete) for each in done.strength().order_by("started_at", "pk")),
    )


def of_session(*, athlete: Athlete, name: str, rules: Rules, now: datetime) -> Event:
    """
    One planned session by the name of an address, the same event as in `of_athlete`.  Five queries at most.

    :raises NotPlanned: if no session of that name has a place in a week that is on or ahead
    """
    try:
        week = athlete.week_called(name.rpartition("-")[0])
    except BadWeek as bad:
        raise NotPlanned(str(bad)) from bad
    today = athlete.day_of(now)
    if week.last_day < today or (week.first_day - today).days > 7 * WEEKS_AHEAD:
        raise NotPlanned(str(week))
    ahead = weeks_ahead.read(athlete=athlete, weeks=[week], rules=rules, now=now)
    uid = _uid(athlete, name)
    found = next((each for each in _planned(athlete, ahead, now) if each.uid == uid), None)
    if found is None:
        raise NotPlanned(name)
    return found


def _following(week: Week) -> Iterator[Week]:
    for _ in range(WEEKS):
        yield week
        week = week.next


def _planned(athlete: Athlete, ahead: WeeksAhead, now: datetime) -> Iterator[Event]:
    for plan in ahead.plans:
        for day in plan.days:
            if day is not None and day.circuit is not None and day.starts is not None:
                yield _of_day(day, day.starts, athlete, ahead.changes, now)


def _of_day(
    day: DayPlan, starts: datetime, athlete: Athlete, changes: Sequence[PlanChange], now: datetime
) -> Event:
    assert day.circuit is not None
    week, _, number = day.session.rpartition("-")
    decided = [each for each in changes if each.week == week and str(each.number) == number]
    circuit = day.circuit
    reasons = [day.why, _when_told(day.when, starts), day.warm_up]
    told = [*filter(None, reasons), "", *stations_told(circuit)]
    return Event(
        uid=_uid(athlete, day.session),
        summary=f"{circuit.circuit.name}, {circuit.shape.minutes} min",
        starts=nearest_instant(starts, athlete.time_zone),
        minutes=circuit.shape.minutes,
        told="\n".join(told),
        path=reverse("logbook:plan_session", args=[day.session]),
        revision=_days_counted(athlete, now) + len(_instants(decided)),
        revised_at=max([_today_began(athlete, now), *_instants(decided)]),
        keeps_free=True,
    )


def _when_told(when: str, starts: datetime) -> str:
    """The hour after a run is that of the usual week; any other is one that the plan assumes."""
    if when == WHEN[SlotKind.AFTER_RUN]:
        return "Straight after the run, by the hours of your usual week."
    return f"{when[0].upper()}{when[1:]}; the plan assumes {starts:%H:%M}."


def _of_race(race: Race, athlete: Athlete, now: datetime) -> Event:
    minutes = ABOUT_MINUTES[race.distance]
    aimed = "The training aims at it." if race.is_goal else "It counts as a hard run."
    return Event(
        uid=_uid(athlete, f"race-{race.pk}"),
        summary=race.name,
        # By the clock of the place where it is run, which nobody has to be told.
        starts=datetime.combine(race.day, race.starts_at),
        minutes=minutes,
        told=f"{race.get_distance_display()}. {aimed} The plan assumes {minutes} min for it.",
        path=reverse("logbook:race_edit", args=[race.pk]),
        revision=_days_counted(athlete, now) + race.revision,
        revised_at=_today_began(athlete, now),
        keeps_free=False,
    )


def _of_done(session: Session, athlete: Athlete) -> Event:
    return Event(
        uid=_uid(athlete, f"session-{session.pk}"),
        summary=f"Done: {session.name}, {session.minutes} min",
        starts=session.started_at,
        minutes=session.minutes,
        told="",
        path=session.get_absolute_url(),
        revision=session.version,
        revised_at=session.logged_at or session.started_at,
        keeps_free=True,
    )


def _uid(athlete: Athlete, name: str) -> str:
    # The number alone would be that of another athlete in another instance.
    return uid_of(name, of=f"{athlete.pk} {athlete.date_joined.isoformat()}")


def _days_counted(athlete: Athlete, now: datetime) -> int:
    """
    What a revision is counted from, one more each day.

    Where a session stands is reckoned at each reading and stored nowhere: with each day that goes by without
    it, it may be placed anew, and nothing is written then.  What was decided counts on top.
    """
    return (athlete.day_of(now) - COUNTED_FROM).days


def _today_began(athlete: Athlete, now: datetime) -> datetime:
    return nearest_instant(datetime.combine(athlete.day_of(now), time.min), athlete.time_zone)


def _instants(changes: Iterable[PlanChange]) -> list[datetime]:
    """When something was decided, or taken back."""
    return [at for each in changes for at in (each.made_at, each.undone_at) if at is not None]

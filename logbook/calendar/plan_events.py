"""Reads the runs of a training plan from a calendar file: one a day, each with what could not be taken."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from logbook.calendar.event_words import said_by
from workouts.training.timetable.habit import HabitualRun
from workouts.training.timetable.week import QUALITY
from workouts.vocabulary import RunKind

MOST_EVENTS = 3000
# What recurs more often than daily is no training plan, and would take long to write out.
TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
START = time(7, 0)
SHORTEST_MIN, LONGEST_MIN = 5, 600

OTHER, RACE = "no run by the title", "a race by the title"
NO_LENGTH = "with neither length nor distance"
SECOND = "a second run of the day"


class NotACalendar(ValueError):
    """The file is no calendar, or none that can be read; the message says what is wrong."""


@dataclass(frozen=True)
class EventRun:
    """What an event says of its day: a run, or None for a day of rest."""

    day: date
    run: HabitualRun | None
    uid: str


@dataclass(frozen=True)
class PlanEvents:
    """What was found between two days; `left_out` counts the other events by why."""

    runs: tuple[EventRun, ...]
    left_out: Mapping[str, int]


def read(content: bytes, *, zone: str, first: date, last: date, s_per_km: float) -> PlanEvents:
    """
    Return the runs from one day to another, both included, by the clock of the athlete's zone.

    s_per_km: the pace by which a run that only says how far is reckoned in minutes.

    :raises NotACalendar: if it cannot be read, or has too many events
    """
    found: dict[date, EventRun] = {}
    left: Counter[str] = Counter()
    for event in _events(content, first, last):
        begins = event["DTSTART"].dt
        here = begins.astimezone(ZoneInfo(zone)) if isinstance(begins, datetime) and begins.tzinfo else begins
        day = here.date() if isinstance(here, datetime) else here
        if not first <= day <= last:
            continue
        said = _said(event, day, here.time() if isinstance(here, datetime) else None, s_per_km)
        if isinstance(said, str):
            left[said] += 1
        elif day in found and not _counts_more(said, found[day]):
            left[SECOND] += 1
        else:
            left[SECOND] += day in found
            found[day] = said
    return PlanEvents(tuple(found[day] for day in sorted(found)), +left)


def _events(content: bytes, first: date, last: date) -> Iterator[Any]:
    try:
        calendar = Calendar.from_ical(content)
        rules = [rule for event in calendar.walk("VEVENT") if (rule := event.get("RRULE")) is not None]
        if any(TOO_OFTEN & set(_listed(rule)) for rule in rules):
            raise NotACalendar("An event of it comes back more often than daily.")
        events = recurring_ical_events.of(calendar).between(
            first - timedelta(days=1), last + timedelta(days=2)
        )
        found = list(islice(events, MOST_EVENTS + 1))
    except NotACalendar:
        raise
    # The libraries raise whatever a line leads them to; a file from outside is refused, not looked into.
    except Exception as bad:
        raise NotACalendar("It is no calendar file that can be read. Export it again as .ics.") from bad
    if len(found) > MOST_EVENTS:
        raise NotACalendar(f"It has more than {MOST_EVENTS} events. Export the training plan alone.")
    return iter(sorted(found, key=lambda event: str(event["DTSTART"].dt)))


def _listed(rule: Any) -> list[str]:
    each = rule if isinstance(rule, list) else [rule]
    return [str(name).upper() for one in each for name in one.get("FREQ", [])]


def _said(event: Any, day: date, at: time | None, s_per_km: float) -> EventRun | str:
    """What an event says of its day, or why it is left out."""
    title = str(event.get("SUMMARY", "")).strip()
    said = said_by(title, str(event.get("DESCRIPTION", "")))
    uid = str(event.get("UID", ""))[:255]
    if said.is_rest:
        return EventRun(day, None, uid)
    if said.kind is None:
        return OTHER
    if said.kind is RunKind.RACE:
        return RACE
    minutes = said.minutes or _lasts(event, at)
    if minutes is None and said.distance_m is not None:
        minutes = round(said.distance_m / 1000 * s_per_km / 60)
    if minutes is None or not SHORTEST_MIN <= minutes <= LONGEST_MIN:
        return NO_LENGTH
    run = HabitualRun(
        weekday=day.weekday(),
        kind=said.kind,
        minutes=minutes,
        starts_at=(at or START).replace(second=0, microsecond=0, tzinfo=None),
        distance_m=said.distance_m,
        name=title[:80],
    )
    return EventRun(day, run, uid)


def _lasts(event: Any, at: time | None) -> int | None:
    """The minutes from its beginning to its end, None where it has no hour."""
    if at is None:
        return None
    ends = event.get("DTEND")
    length = ends.dt - event["DTSTART"].dt if ends is not None else getattr(event.get("DURATION"), "dt", None)
    return round(length.total_seconds() / 60) or None if length else None


def _counts_more(one: EventRun, other: EventRun) -> bool:
    return _weight(one) > _weight(other)


def _weight(each: EventRun) -> tuple[bool, bool, int]:
    run = each.run
    return (run is not None, run is not None and run.kind in QUALITY, run.minutes if run else 0)

"""Reads the runs of a training plan from a calendar file: one a day, each with what could not be taken."""

import re
from collections import Counter
from collections.abc import Mapping
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
from workouts.weeks import LAST_YEAR

MOST_EVENTS = 3000
MOST_RULES, MOST_YEARS = 300, 5
# What recurs more often than daily is no training plan, and would take long to write out.
_TOO_OFTEN = re.compile(rb"FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BY(?:HOUR|MINUTE|SECOND)=|INTERVAL=0*(?:;|$)")
_RULE = re.compile(rb"^RRULE[^\r\n]*", re.MULTILINE)
_STARTS = re.compile(rb"^DTSTART[^\r\n]*?:(\d{4})", re.MULTILINE)
_FOLD = re.compile(rb"\r?\n[ \t]")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
UNREADABLE = "It is no calendar file that can be read. Export it again as .ics."
TOO_MANY = f"It has more than {MOST_EVENTS} events. Export the training plan alone."
TOO_OFTEN = "An event of it comes back more often than daily, or too many come back. Export the plan alone."
TOO_LONG_AGO = f"A daily event of it began more than {MOST_YEARS} years ago. Export the training plan alone."
START = time(7, 0)
SHORTEST_MIN, LONGEST_MIN = 5, 600

OTHER, RACE = "no run by the title", "a race by the title"
NO_LENGTH = "with neither length nor distance"
SECOND = "a second run of the day"
ODD, CANCELLED = "that cannot be read", "cancelled"
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 150, 720


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
    for event in _events(content, first, last, left):
        try:
            said = _of_event(event, zone=zone, s_per_km=s_per_km)
        # As above: one odd event is left out, and the others stay.
        except Exception:
            said = ODD
        if isinstance(said, str):
            left[said] += 1
        elif not first <= said.day <= last:
            continue
        elif said.day in found and not _counts_more(said, found[said.day]):
            left[SECOND] += 1
        else:
            left[SECOND] += said.day in found
            found[said.day] = said
    return PlanEvents(tuple(found[day] for day in sorted(found)), +left)


def _events(content: bytes, first: date, last: date, left: Counter[str]) -> list[Any]:
    _refuse_what_takes_long(content, first)
    try:
        calendar = Calendar.from_ical(content)
        kept = [each for each in calendar.subcomponents if each.name != "VEVENT" or _is_sound(each)]
        left[ODD] += len(calendar.subcomponents) - len(kept)
        calendar.subcomponents = kept
        events = recurring_ical_events.of(calendar, skip_bad_series=True).between(
            first - timedelta(days=1), last + timedelta(days=2)
        )
        found = list(islice(events, MOST_EVENTS + 1))
    # The libraries raise whatever a line leads them to; a file from outside is refused, not looked into.
    except Exception as bad:
        raise NotACalendar(UNREADABLE) from bad
    if len(found) > MOST_EVENTS:
        raise NotACalendar(TOO_MANY)
    return sorted(found, key=lambda event: str(event["DTSTART"].dt))


def _is_sound(event: Any) -> bool:
    """Whether an event says once when it begins and ends, in a year that can be reckoned with."""
    try:
        ends = event.get("DTEND", event["DTSTART"]).dt
        return 1 < event["DTSTART"].dt.year <= ends.year < LAST_YEAR and not isinstance(
            event.get("UID"), list
        )
    except (AttributeError, KeyError, ValueError, TypeError):
        return False


def _refuse_what_takes_long(content: bytes, first: date) -> None:
    """
    Refuse what would take long to write out, before anything is read of it.

    :raises NotACalendar: for more than so many events, and for what comes back within a day, or daily from
        long ago on
    """
    lines = _FOLD.sub(b"", content).upper()
    if lines.count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise NotACalendar(TOO_MANY)
    rules = _RULE.findall(lines)
    if len(rules) > MOST_RULES or any(_TOO_OFTEN.search(rule) for rule in rules):
        raise NotACalendar(TOO_OFTEN)
    years = [int(year) for year in _STARTS.findall(lines)]
    daily = sum(b"FREQ=DAILY" in rule for rule in rules)
    if daily and min(years, default=first.year) < first.year - MOST_YEARS:
        raise NotACalendar(TOO_LONG_AGO)


def _of_event(event: Any, *, zone: str, s_per_km: float) -> EventRun | str:
    begins = event["DTSTART"].dt
    here = begins.astimezone(ZoneInfo(zone)) if isinstance(begins, datetime) and begins.tzinfo else begins
    day = here.date() if isinstance(here, datetime) else here
    return _said(event, day, here.time() if isinstance(here, datetime) else None, s_per_km)


def _said(event: Any, day: date, at: time | None, s_per_km: float) -> EventRun | str:
    """What an event says of its day, or why it is left out."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return CANCELLED
    title = _CONTROLS.sub("", str(event.get("SUMMARY", ""))).strip()
    said = said_by(title, str(event.get("DESCRIPTION", "")))
    uid = _CONTROLS.sub("", str(event.get("UID", "")))[:255]
    if said.is_rest:
        return EventRun(day, None, uid)
    if said.kind is None:
        return OTHER
    if said.kind is RunKind.RACE:
        return RACE
    minutes = said.minutes or _lasts(event, at)
    if said.distance_m is not None and (minutes is None or not _can_be(said.distance_m, minutes)):
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


def _can_be(metres: int, minutes: int) -> bool:
    """Whether a runner can be that fast, or that slow."""
    return FASTEST_S_PER_KM <= 60 * minutes / (metres / 1000) <= SLOWEST_S_PER_KM


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

"""Writes events as the text of a calendar file (RFC 5545, with the names that RFC 7986 adds)."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

import icalendar

from logbook.calendar.event import Event

# How often a program that subscribes should look again.
LOOK_AGAIN = timedelta(hours=1)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def written(
    events: Iterable[Event], *, name: str = "", time_zone: str = "", link: Callable[[str], str]
) -> str:
    """
    Return a calendar that holds these events.

    name, time_zone: what the calendar is called and where its athlete is; without a name it is no calendar
    to subscribe to, but events to take over.  link: makes an address of the path of a page.

    There is no METHOD: nobody is invited to anything.  DTSTAMP then says when an event was last changed,
    as LAST-MODIFIED does (RFC 5545, 3.8.7.2), so that the same events are the same bytes.
    """
    calendar = icalendar.Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", "-//Footfall//Plan//EN")
    calendar.add("CALSCALE", "GREGORIAN")
    if name:
        for each in ("NAME", "X-WR-CALNAME"):
            calendar.add(each, _plain(name))
        calendar.add("X-WR-TIMEZONE", time_zone)
        calendar.add("REFRESH-INTERVAL", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", icalendar.vDuration(LOOK_AGAIN))
    for event in events:
        calendar.add_component(_written(event, link))
    text: bytes = calendar.to_ical(sorted=False)
    return text.decode()


def _written(event: Event, link: Callable[[str], str]) -> icalendar.Event:
    found = icalendar.Event()
    found.add("UID", event.uid)
    found.add("DTSTAMP", _at(event.revised_at))
    found.add("LAST-MODIFIED", _at(event.revised_at))
    found.add("SEQUENCE", event.revision)
    found.add("DTSTART", _at(event.starts))
    found.add("DTEND", _at(event.ends))
    found.add("SUMMARY", _plain(event.summary))
    if event.told:
        found.add("DESCRIPTION", _plain(event.told))
    found.add("URL", link(event.path))
    found.add("TRANSP", "TRANSPARENT" if event.keeps_free else "OPAQUE")
    return found


def _plain(text: str) -> str:
    """What ends a line is a line break; other control characters, which no value may hold, are left out."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def _at(at: datetime) -> datetime:
    """
    An instant as UTC, a clock without a zone as it is.

    UTC and no VTIMEZONE: nothing here recurs, so each event is one instant that is worked out anew at each
    reading, on either side of a change of the clocks.  Every program shows it in the zone it is in, and
    none has to be trusted to read our rules of a zone, which they do differently.
    """
    return at if at.tzinfo is None else at.astimezone(UTC)

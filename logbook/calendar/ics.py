"""Writes events as the text of a calendar file (RFC 5545, with the names that RFC 7986 adds)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from logbook.calendar.event import Event
from logbook.calendar.lines import escaped, folded

# How often a program that subscribes should look again.
LOOK_AGAIN = "PT1H"


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
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Footfall//Plan//EN", "CALSCALE:GREGORIAN"]
    if name:
        lines += [f"{each}:{escaped(name)}" for each in ("NAME", "X-WR-CALNAME")]
        lines += [f"X-WR-TIMEZONE:{escaped(time_zone)}"]
        lines += [f"REFRESH-INTERVAL;VALUE=DURATION:{LOOK_AGAIN}", f"X-PUBLISHED-TTL:{LOOK_AGAIN}"]
    for event in events:
        lines += _lines_of(event, link)
    return "".join(f"{folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _lines_of(event: Event, link: Callable[[str], str]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_at(event.revised_at)}"
    yield f"LAST-MODIFIED:{_at(event.revised_at)}"
    yield f"SEQUENCE:{event.revision}"
    yield f"DTSTART:{_at(event.starts)}"
    yield f"DTEND:{_at(event.ends)}"
    yield f"SUMMARY:{escaped(event.summary)}"
    if event.told:
        yield f"DESCRIPTION:{escaped(event.told)}"
    yield f"URL:{link(event.path)}"
    yield f"TRANSP:{'TRANSPARENT' if event.keeps_free else 'OPAQUE'}"
    yield "END:VEVENT"


def _at(at: datetime) -> str:
    """
    An instant as UTC, a clock without a zone as it is.

    UTC and no VTIMEZONE: nothing here recurs, so each event is one instant that is worked out anew at each
    reading, on either side of a change of the clocks.  Every program shows it in the zone it is in, and
    none has to be trusted to read our rules of a zone, which they do differently.
    """
    return f"{at:%Y%m%dT%H%M%S}" if at.tzinfo is None else f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"

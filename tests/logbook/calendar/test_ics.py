"""A calendar as it is written: what stands in it whole, and the moments of its events."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

from logbook.calendar import ics
from logbook.calendar.event import Event, uid_of
from tests.logbook.ics_reader import read

EVENT = Event(
    uid=uid_of("2026-W49-1", of="1 2026"),
    summary="Core, 19 min",
    starts=datetime(2026, 12, 2, 7, 0, tzinfo=UTC),
    minutes=19,
    told="A good spot.\n\n3 rounds:\nPlank: 30 s",
    path="/plan/sessions/2026-W49-1/",
    revision=3,
    revised_at=datetime(2026, 11, 30, 8, 0, tzinfo=UTC),
    keeps_free=True,
)


def link(path: str) -> str:
    return f"https://footfall.example{path}"


def test_an_event_stands_there_with_all_that_a_calendar_asks_for():
    text = ics.written([EVENT], name="Footfall", time_zone="Europe/Berlin", link=link)
    assert text.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Footfall//Plan//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Footfall",
        "X-WR-CALNAME:Footfall",
        "X-WR-TIMEZONE:Europe/Berlin",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "BEGIN:VEVENT",
        f"UID:{EVENT.uid}",
        "DTSTAMP:20261130T080000Z",
        "LAST-MODIFIED:20261130T080000Z",
        "SEQUENCE:3",
        "DTSTART:20261202T070000Z",
        "DTEND:20261202T071900Z",
        r"SUMMARY:Core\, 19 min",
        r"DESCRIPTION:A good spot.\n\n3 rounds:\nPlank: 30 s",
        "URL:https://footfall.example/plan/sessions/2026-W49-1/",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_event_to_take_over_is_no_calendar_to_subscribe_to():
    found = read(ics.written([EVENT], link=link).encode())
    assert found.properties.keys() == {"VERSION", "PRODID", "CALSCALE"}
    assert [event["UID"] for event in found.events] == [EVENT.uid]


def test_an_instant_is_told_in_utc_and_a_clock_without_a_zone_stays_one():
    tokyo = timezone(timedelta(hours=9))
    events = [
        replace(EVENT, uid="a", starts=datetime(2027, 1, 1, 8, 30, tzinfo=tokyo)),
        replace(EVENT, uid="b", starts=datetime.combine(date(2027, 1, 1), time.min)),
    ]
    found = read(ics.written(events, link=link).encode()).by_uid
    assert (found["a"]["DTSTART"], found["a"]["DTEND"]) == ("20261231T233000Z", "20261231T234900Z")
    assert (found["b"]["DTSTART"], found["b"]["DTEND"]) == ("20270101T000000", "20270101T001900")


def test_nothing_to_tell_leaves_the_description_out():
    found = read(ics.written([replace(EVENT, told="", keeps_free=False)], link=link).encode())
    assert "DESCRIPTION" not in found.events[0]
    assert found.events[0]["TRANSP"] == "OPAQUE"


def test_a_name_is_the_same_for_ever_and_another_for_another_account():
    assert uid_of("2026-W49-1", of="1 2026") == EVENT.uid
    others = {uid_of("2026-W49-2", of="1 2026"), uid_of("2026-W49-1", of="2 2026"), EVENT.uid}
    assert len(others) == 3

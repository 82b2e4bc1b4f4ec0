"""Reads a calendar file as a calendar program does: lines joined again, values unescaped, events by UID."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True)
class Read:
    """A calendar: its own properties, and those of each event, in order."""

    properties: dict[str, str]
    events: list[dict[str, str]]

    @property
    def by_uid(self) -> dict[str, dict[str, str]]:
        assert len({event["UID"] for event in self.events}) == len(self.events), "a UID stands there twice"
        return {event["UID"]: event for event in self.events}

    def called(self, summary: str) -> dict[str, str]:
        return next(event for event in self.events if event["SUMMARY"].startswith(summary))

    def at(self, path: str) -> dict[str, str] | None:
        """The event that leads to a page."""
        return next((event for event in self.events if event["URL"].endswith(path)), None)


def read(body: bytes) -> Read:
    """Whatever is not as RFC 5545 has it ends in an assertion."""
    assert body.endswith(b"\r\n")
    raw = body.split(b"\r\n")[:-1]
    assert not any(b"\n" in line or b"\r" in line for line in raw), "a line ends otherwise than in CRLF"
    assert all(len(line) <= 75 for line in raw), "a line is longer than 75 octets"
    lines = [line.decode() for line in raw]  # each a whole text: no character is cut in two
    unfolded: list[str] = []
    for line in lines:
        if line.startswith(" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    assert (unfolded[0], unfolded[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    properties: dict[str, str] = {}
    events: list[dict[str, str]] = []
    into = properties
    for line in unfolded[1:-1]:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            assert into is properties
            events.append(into := {})
        elif line == "END:VEVENT":
            into = properties
        else:
            assert name not in into, f"{name} stands there twice"
            into[name.partition(";")[0]] = unescaped(value)
    return Read(properties, events)


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def moment(value: str) -> datetime:
    """An instant, or a clock without a zone."""
    if value.endswith("Z"):
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007

"""A phone that plays a session: it starts it, sends set after set, and says how it went."""

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client

from logbook.models import LoggedSet, Session
from tests.browsing import soup
from workouts.models.circuit import FRONT_DOOR

JSON = {"Accept": "application/json"}
STRETCH, RECOVERY = "post-run-stretch", "recovery-routine"


def start(client: Client, circuit: str = FRONT_DOOR, **fields: Any) -> Session:
    """Press start; the session that the answer leads to."""
    answer = press_start(client, circuit, **fields)
    assert answer.status_code == 302, answer.content.decode()
    return Session.objects.get(pk=int(answer["Location"].split("/")[2]))


def press_start(client: Client, circuit: str = FRONT_DOOR, **fields: Any) -> HttpResponse:
    return client.post("/sessions/", {"key": str(uuid4()), "circuit": circuit, **fields})


def played(client: Client, session: Session) -> dict[str, Any]:
    """The JSON that the page of the player is handed."""
    answer = client.get(f"/sessions/{session.pk}/play/")
    assert answer.status_code == 200
    told: dict[str, Any] = json.loads(soup(answer).find(id="play").string)
    return told


@dataclass
class Phone:
    """One browser on one phone, with the session it plays."""

    client: Client
    session: Session
    writer: UUID = field(default_factory=uuid4)

    def sends_set(self, station: int = 1, number: int = 1, **fields: Any) -> HttpResponse:
        """All of one set; eight repetitions of what was asked for, unless said otherwise."""
        said = {"station": station, "number": number, "left": 8, "writer": self.writer, "revision": 1}
        return self.sends("sets", {**said, **fields})

    def sends_end(self, **fields: Any) -> HttpResponse:
        return self.sends("completion", {"minutes": 21, "writer": self.writer, **fields})

    def sends(self, what: str, fields: dict[str, Any]) -> HttpResponse:
        told = {name: value for name, value in fields.items() if value is not None}
        return self.client.post(f"/sessions/{self.session.pk}/{what}/", told, headers=JSON)


def state(answer: HttpResponse) -> tuple[int, str]:
    """Status, and what it is called."""
    return answer.status_code, answer.json()["state"]


STORED, REFUSED, CHANGED, DELETED = (200, "stored"), (422, "refused"), (409, "changed"), (409, "deleted")
GONE, ANOTHER = (404, "gone"), (403, "another")


def row_of(session: Session, station: int = 1, number: int = 1) -> LoggedSet:
    return session.sets.get(station=station, number=number)


def done(session: Session) -> dict[tuple[int, int], tuple[int | None, int | None]]:
    """Of every set that was done its two sides, by station and number."""
    rows = session.sets.done()
    return {(row.station, row.number): (row.done, row.done_right) for row in rows}


def rows(session: Session) -> list[dict[str, object]]:
    """All that the sets of a session say."""
    return [row.told for row in session.sets.all()]

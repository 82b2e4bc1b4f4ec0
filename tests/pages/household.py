"""What Ana keeps while others try her doors, with words in it that nobody else may ever read."""

from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

from allauth.account.models import EmailAddress
from django.http.response import HttpResponseBase
from django.test import Client

from logbook.models import Run, Session
from tests.builders.fit import fit_file
from tests.factories import NOW, make_athlete, make_run, make_session
from workouts.models import Athlete

# Every word that only Ana may read has this in it.
CANARY = "quokka"
FILE = fit_file(started_at=NOW - timedelta(days=1), product_name=f"{CANARY} watch")
ACTORS = ("anonymous", "owner", "stranger", "staff", "deactivated")


@dataclass(frozen=True)
class Household:
    """Everybody, and what Ana has: a run from a file, a session with it, and one of each deleted."""

    people: dict[str, Athlete]
    run: Run
    session: Session
    deleted_run: Run
    deleted_session: Session

    @property
    def ana(self) -> Athlete:
        return self.people["owner"]

    def client_of(self, actor: str) -> Client:
        """A browser in which that person has signed in; the deactivated one did so in time."""
        client = Client(raise_request_exception=False)
        if actor in self.people:
            Athlete.objects.filter(pk=self.people[actor].pk).update(is_active=True)
            client.force_login(self.people[actor])
            Athlete.objects.filter(pk=self.people[actor].pk).update(is_active=actor != "deactivated")
        return client


def furnish() -> Household:
    """Make everybody, and Ana's things by the doors she would use herself."""
    people = {
        "owner": make_athlete("ana", email="ana@example.org"),
        "stranger": make_athlete("ben", email="ben@example.org"),
        "staff": make_athlete("sam", is_staff=True, is_superuser=True),
        "deactivated": make_athlete("dora"),
    }
    for athlete in people.values():
        if athlete.email:
            EmailAddress.objects.create(user=athlete, email=athlete.email, primary=True)
    ana = people["owner"]
    client = Client()
    client.force_login(ana)
    location = client.post("/runs/files/", fit_upload())["Location"]
    run = ana.runs.get(pk=int(location.split("/")[2]))
    ana.runs.filter(pk=run.pk).update(note=f"{CANARY} in the note", device=f"{CANARY} watch")
    deleted_run = make_run(ana, note=f"{CANARY} in a deleted run")
    session = make_session(ana, note=f"{CANARY} in the session", run=run)
    deleted_session = make_session(ana, note=f"{CANARY} in a deleted session")
    ana.sessions.update(name=f"{CANARY} circuit")
    for hidden in (deleted_run, deleted_session):
        hidden.hide(at=NOW)
    return Household(people, run, session, deleted_run, deleted_session)


def fit_upload() -> dict[str, object]:
    file = BytesIO(FILE)
    file.name = f"{CANARY}.fit"
    return {"file": file, "kind": "easy"}


def told(response: HttpResponseBase) -> bytes:
    """Everything an answer says: its headers and its body, also one that is streamed."""
    body = b"".join(response) if response.streaming else response.content
    return "\n".join(f"{name}: {value}" for name, value in response.items()).encode() + b"\n" + body

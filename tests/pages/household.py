"""What Ana keeps while others try her doors, with words in it that nobody else may ever read."""

from dataclasses import dataclass
from datetime import time, timedelta
from io import BytesIO
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.usersessions.models import UserSession
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils import timezone

from logbook.models import ImportBatch, Outcome, Run, RunTrack, Session, Verdict
from tests.builders.fit import fit_file
from tests.builders.passkey import key_pair
from tests.builders.track import north, track_of
from tests.factories import NOW, make_athlete, make_circuit, make_exercise, make_run, make_session, say_week
from workouts import inviting, owning, planning, planning_runs, publishing, racing
from workouts.models import Athlete, CalendarFeed, Circuit, Exercise, Invite, PlanChange, Race
from workouts.planned import About
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

# Every word that only Ana may read has this in it.
CANARY = "quokka"
FILE = fit_file(started_at=NOW - timedelta(days=1), product_name=f"{CANARY} watch")
# One that asks when it was, one that asks whether it is the same, and one nobody read yet.
UNDATED = fit_file(started_at=NOW.replace(year=2100))
OVERLAPPING = fit_file(started_at=NOW - timedelta(days=1) + timedelta(minutes=5))
# The form by which Ana said what is run on a day.
RUN_KEY = UUID("0f0f0f0f-0000-4000-8000-0000000000a1")
# The forms by which Ana started what she plays, and what she started and threw away.
PLAY_KEYS = [UUID(f"0f0f0f0f-0000-4000-8000-0000000000b{nth}") for nth in (1, 2)]
ACTORS = ("anonymous", "owner", "stranger", "staff", "deactivated")


@dataclass(frozen=True)
class Household:
    """Everybody, and what Ana has: a run from a file, a session with it, what she made, what is gone."""

    people: dict[str, Athlete]
    run: Run
    session: Session
    open_session: Session
    deleted_run: Run
    deleted_session: Session
    deleted_open_session: Session
    batch: ImportBatch
    undated: Outcome
    overlapping: Outcome
    exercise: Exercise
    retired_exercise: Exercise
    circuit: Circuit
    retired_circuit: Circuit
    invite: Invite
    race: Race
    change: PlanChange
    feed: CalendarFeed
    passkey: Authenticator
    sign_in: UserSession

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
    batch = client.post("/imports/", fit_upload())["Location"]
    location = client.post(f"{batch}steps/")["Location"]
    run = ana.runs.get(pk=int(location.split("/")[2]))
    ana.runs.filter(pk=run.pk).update(note=f"{CANARY} in the note", device=f"{CANARY} watch")
    deleted_run = make_run(ana, note=f"{CANARY} in a deleted run")
    session = make_session(ana, note=f"{CANARY} in the session", run=run)
    deleted_session = make_session(ana, note=f"{CANARY} in a deleted session")
    open_session, deleted_open_session = (_started(client, ana, key) for key in PLAY_KEYS)
    ana.sessions.update(name=f"{CANARY} circuit")
    for each in (run, deleted_run):
        recorded = RunTrack.of(
            track=track_of([0, 600], metres=[0, 2000], places=[north(0), north(2000)]), laps=()
        )
        recorded.run = each
        recorded.save()
    gone = (deleted_run, deleted_session, deleted_open_session)
    for hidden in gone:
        hidden.hide(at=NOW)
    left = client.post("/imports/", fit_upload(UNDATED, OVERLAPPING, FILE))["Location"]
    for _ in range(2):
        client.post(f"{left}steps/")
    batch = ana.import_batches.get(pk=int(left.split("/")[2]))
    asks = [Outcome.objects.get(verdict=each) for each in (Verdict.NEEDS_DATE, Verdict.POSSIBLE_DUPLICATE)]
    own = _made(ana)
    invite = inviting.invite(by=people["staff"], key=uuid4(), for_whom="Jonas", now=timezone.now()).invite
    ways_in = _ways_in(ana)
    race = racing.enter(
        athlete=ana,
        said=racing.RaceSaid(
            name=f"{CANARY} half",
            day=NOW.date() + timedelta(days=40),
            starts_at=time(9),
            distance="half",
            is_goal=True,
        ),
    )
    say_week(ana)
    second = About(ana.week_of(ana.day_of(timezone.now())).next, 2, "light")
    change = planning.skip(athlete=ana, about=second, key=uuid4(), now=NOW)
    _say_a_run(ana)
    feed = publishing.publish(athlete=ana, now=NOW)
    kept = (run, session, open_session)
    return Household(people, *kept, *gone, batch, *asks, *own, invite, race, change, feed, *ways_in)


def _started(client: Client, ana: Athlete, key: UUID) -> Session:
    """A session of hers in the making, with a set that she did."""
    playing = client.post("/sessions/", {"key": key, "circuit": "ten-minute-minimal"})["Location"]
    client.post(playing.replace("play", "sets"), {"station": 1, "number": 1, "left": 8})
    return ana.sessions.get(pk=int(playing.split("/")[2]))


def _say_a_run(ana: Athlete) -> None:
    """A run of a single day, after next week's."""
    day = ana.week_of(ana.day_of(timezone.now())).next.next.days[2]
    run = HabitualRun(
        weekday=2, kind=RunKind.EASY, minutes=40, starts_at=time(7), name=f"{CANARY} on the canal"
    )
    said = planning_runs.DaySaid(day=day, run=run)
    planning_runs.say(athlete=ana, key=RUN_KEY, days=[said], now=NOW)


def _ways_in(ana: Athlete) -> tuple[Authenticator, UserSession]:
    """An app, recovery codes and a passkey of hers, and a browser that she is signed in with."""
    TOTP.activate(ana, "A" * 32)
    RecoveryCodes.activate(ana)
    passkey = WebAuthn.add(ana, f"{CANARY} phone", key_pair()).instance
    there = {"ip": "192.0.2.1", "user_agent": f"{CANARY} browser"}
    return passkey, UserSession.objects.create(user=ana, session_key=CANARY, **there)


def _made(ana: Athlete) -> tuple[Exercise, Exercise, Circuit, Circuit]:
    """An exercise and a circuit of her own, and one of each retired."""
    exercise = make_exercise(ana, name=f"{CANARY} lunge", how_to=[f"{CANARY} steps"])
    retired = make_exercise(ana, name=f"{CANARY} squat")
    circuit = make_circuit(ana, text=f"2 rounds: {CANARY} lunge 8", name=f"{CANARY} legs")
    gone = make_circuit(ana, text=f"1 round: {CANARY} squat 8", name=f"{CANARY} gone")
    for each in (retired, gone):
        owning.retire(each, now=NOW)
    return exercise, retired, circuit, gone


def fit_upload(*contents: bytes) -> dict[str, object]:
    files = [BytesIO(content) for content in contents or (FILE,)]
    for file in files:
        file.name = f"{CANARY}.fit"
    return {"key": uuid4(), "file": files}


def told(response: HttpResponseBase) -> bytes:
    """Everything an answer says: its headers and its body, also one that is streamed."""
    body = b"".join(response) if response.streaming else response.content
    return "\n".join(f"{name}: {value}" for name, value in response.items()).encode() + b"\n" + body

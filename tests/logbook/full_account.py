"""An athlete who has one of everything, made by the doors a person would use, and words that are theirs."""

from datetime import time, timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.totp.internal.auth import TOTP
from allauth.mfa.webauthn.internal.auth import WebAuthn
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.test import Client

from logbook.facts import Pain
from logbook.noting import keep_week_note
from logbook.proposals import prescribed_by
from tests.builders.fit import fit_file
from tests.builders.gpx import gpx_file
from tests.builders.passkey import key_pair
from tests.factories import (
    NOW,
    as_planned,
    make_athlete,
    make_circuit,
    make_exercise,
    make_run,
    make_session,
    say_week,
)
from tests.logbook.file_forms import import_run, read_all, send
from tests.logbook.phones import STRETCH, Phone, start
from workouts import circuits, falling_ill, noting, owning, planning, planning_runs, publishing, racing
from workouts.models import Athlete, Circuit, Exercise, Invite
from workouts.planned import About
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind

# Stands in every text of theirs, and nowhere else.
CANARY = "wallaby"


def make_full_account(name: str = CANARY, *, canary: str = CANARY) -> tuple[Athlete, Client]:
    """The athlete, and a browser that is signed in."""
    athlete = make_athlete(name, time_zone="Europe/Berlin", email=f"{canary}@example.org")
    address = EmailAddress.objects.create(user=athlete, email=athlete.email, primary=True)
    EmailConfirmation.create(address)
    athlete.groups.add(Group.objects.create(name=f"{canary} club"))
    athlete.user_permissions.add(Permission.objects.all()[0])
    client = Client()
    client.force_login(athlete)
    say_week(athlete, equipment=["mini_band"], caution_flags=["knee"], plan_settings={"off": ["PLACE-03"]})
    lunge = make_exercise(athlete, name=f"{canary} lunge", how_to=[f"{canary} steps"])
    circuit = make_circuit(
        athlete, text=f"2 rounds: {canary} lunge 8/side @3-1-1-0, plank 30 s", name=f"{canary} legs"
    )
    gone = make_circuit(athlete, text=f"1 round: {canary} lunge 8", name=f"{canary} gone")
    owning.retire(gone, now=NOW)
    for exercise in (lunge, Exercise.objects.get(slug="push-up")):
        noting.keep_note(athlete=athlete, exercise=exercise, note=f"{canary} slowly", video_url="")
    run = import_run(
        client, fit_file(started_at=NOW - timedelta(days=2), product_name=canary), f"{canary}.fit"
    )
    import_run(client, gpx_file(started_at=NOW - timedelta(days=4)), f"{canary}.fit")
    own = circuits.to_do(slug=circuit.slug, athlete=athlete)
    make_session(
        athlete, prescribed=prescribed_by(own), stations=as_planned(own), run=run,
        started_at=NOW - timedelta(days=2), effort=6, note=f"=HYPERLINK {canary}",
        pain=Pain(level=3, place="knee", side="left"),
    )  # fmt: skip
    _play(client, circuit)
    keep_week_note(
        athlete=athlete, week=athlete.week_of(run.performed_on), text=f"{canary} slept badly", seen=""
    )
    planning.move(
        athlete=athlete,
        about=About(athlete.week_of(NOW.date()), 1, "light"),
        key=uuid4(),
        day=NOW.date(),
        slot="evening",
        overruled=("PLACE-03",),
        reason=f"{canary} is away",
        now=NOW,
    )
    planning_runs.say(
        athlete=athlete,
        key=uuid4(),
        days=[
            planning_runs.DaySaid(
                day=NOW.date() + timedelta(days=9),
                run=HabitualRun(
                    weekday=0, kind=RunKind.TEMPO, minutes=50, starts_at=time(18), name=f"{canary} track"
                ),
            )
        ],
        now=NOW,
    )
    falling_ill.fall_ill(athlete=athlete, now=NOW)
    racing.enter(
        athlete=athlete,
        said=racing.RaceSaid(
            name=f"{canary} half",
            day=NOW.date() + timedelta(days=40),
            starts_at=time(9),
            distance="half",
            is_goal=True,
        ),
    )
    publishing.publish(athlete=athlete, now=NOW)
    _ways_in(athlete, canary)
    make_session(athlete, circuit="gym-heavy-a", note=f"{canary} heavy").hide(at=NOW)
    make_run(athlete, note=f"{canary} by hand", name=f"{canary} canal").hide(at=NOW)
    _leave_questions(client, canary)
    return athlete, client


def _play(client: Client, circuit: Circuit) -> None:
    """A session in the making, with a set that a phone wrote, and a routine after it."""
    phone = Phone(client, start(client, circuit.slug))
    for routine in ("", STRETCH):
        assert phone.sends_set(1, 1, routine=routine).status_code == 200


def _ways_in(athlete: Athlete, canary: str) -> None:
    """An app and a passkey, a browser that is signed in, and an invite that was made."""
    TOTP.activate(athlete, "A" * 32)
    WebAuthn.add(athlete, f"{canary} phone", key_pair())
    UserSession.objects.create(
        user=athlete, session_key=canary, ip="192.0.2.1", user_agent=f"{canary} browser"
    )
    Invite.objects.create(
        made_by=athlete,
        token_hash=canary,
        for_whom=f"{canary} friend",
        made_at=NOW,
        expires_at=NOW + timedelta(days=7),
    )


def _leave_questions(client: Client, canary: str) -> None:
    """An import with a question that is open, and one of which a file was not read yet."""
    batch = send(client, (f"{canary} undated.fit", fit_file(started_at=NOW.replace(year=2100))))
    read_all(client, batch["Location"])
    send(client, (f"{canary} waits.fit", fit_file(started_at=NOW - timedelta(days=9))))

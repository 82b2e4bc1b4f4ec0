"""Writes the demo runner's story into the log, day by day, by the same verbs as the forms and the uploads."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

from django.core.files.base import ContentFile

from logbook import following, importing, proposals, recording
from logbook.demo.as_done import as_done
from logbook.demo.files import file_name
from logbook.demo.story import ZONE, RunStory, SessionStory, Source, WeekStory
from logbook.demo.strength import OWN
from logbook.facts import Pain, RunFacts, SessionFacts
from logbook.importing import Sent
from logbook.models import Run
from workouts import circuits
from workouts.models import Athlete
from workouts.vocabulary import RunKind

# A minute after a run the phone has it; what felt how is said then.
SOON = timedelta(minutes=1)
# By then a routine that followed is over, too.
A_WHILE = timedelta(hours=1)
# Runs that are called what their kind is called get no name typed in.
_NAMED_BY_KIND = frozenset({RunKind.EASY, RunKind.RECOVERY, RunKind.LONG})
STORY = UUID("7f7f5b0e-3f0d-4a7e-9d5b-6a1c0d2e9b11")


def reenact(
    *,
    athlete: Athlete,
    story: Sequence[WeekStory],
    files: Mapping[RunStory, bytes],
    own_circuit: str,
    received: Callable[[str], None],
    told: Callable[[int], None],
) -> None:
    """
    Log every run and session of the story, each at the moment after it was done.

    files: those of the runs that were recorded, made before since that takes a while.
    own_circuit: the slug of the circuit of the demo runner's own.
    received: called with the place of each file that is stored, before anything is made of it.
    told: called with the number of each week that is written, 1 for the first.
    """
    for number, week in enumerate(story, start=1):
        sessions = {session.run.day: session for session in week.sessions}
        for run in week.runs:
            if run.source is Source.TYPED:
                _type_in(athlete, run)
            else:
                _upload(athlete, run, files[run], received)
            if (session := sessions.get(run.day)) is not None and session.run == run:
                _train(athlete, session, own_circuit)
        told(number)


def _type_in(athlete: Athlete, run: RunStory) -> None:
    now = run.ended_at + SOON
    recording.log_run(athlete=athlete, key=_key(run, "run"), facts=_facts(run), now=now)


def _facts(run: RunStory) -> RunFacts:
    return RunFacts(
        started_at=run.started_at,
        time_zone=ZONE,
        duration_s=float(run.duration_s),
        # As somebody types it who looked at a map.
        distance_m=round(run.distance_m, -2),
        kind=run.kind,
        effort=run.effort,
        note=run.note,
        name=run.name if run.kind not in _NAMED_BY_KIND else "",
    )


def _key(run: RunStory, what: str) -> UUID:
    return uuid5(STORY, f"{run.day} {run.kind} {what}")


def _upload(athlete: Athlete, run: RunStory, content: bytes, received: Callable[[str], None]) -> None:
    """Send the file as a watch made it, and then say what no watch knows."""
    now = run.ended_at + SOON
    sent = Sent(file_name(run), ContentFile(content))
    batch = importing.receive(athlete=athlete, key=_key(run, "file"), files=[sent], now=now).batch
    for file in batch.files.all():
        received(file.stored.name)
    while importing.work_off(batch=batch, now=now) is not None:
        pass
    stored: Run = athlete.runs.get(started_at=run.started_at)
    facts = replace(_facts(run), name=stored.name, duration_s=stored.duration_s, distance_m=stored.distance_m)
    recording.correct_run(run=stored, facts=facts)


def _train(athlete: Athlete, session: SessionStory, own_circuit: str) -> None:
    slug = own_circuit if session.circuit == OWN else session.circuit
    circuit = circuits.to_do(slug=slug, athlete=athlete)
    minutes = max(1, circuit.shape.minutes + session.over_minutes)
    now = session.may_start_at + timedelta(minutes=minutes)
    proposal = proposals.of_circuit(athlete=athlete, circuit=circuit, run_id=None, now=now)
    ache = session.ache
    facts = SessionFacts(
        started_at=session.may_start_at,
        time_zone=ZONE,
        minutes=minutes,
        run=proposal.run,
        effort=session.effort,
        note=session.note,
        pain=Pain(level=ache.level, place=ache.place, side=ache.side) if ache else None,
        stations=as_done(proposal.stations, session),
    )
    logged = recording.log_session(
        athlete=athlete,
        key=_key(session.run, "session"),
        prescribed=proposal.prescribed,
        facts=facts,
        now=now,
    )
    for routine in session.routines:
        following.log_afterwards(session=logged.session, slug=routine, now=now + A_WHILE)

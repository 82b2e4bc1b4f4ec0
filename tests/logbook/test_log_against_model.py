"""Any order of logging, correcting, deleting, undoing, importing and purging, against a plain dictionary."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from logbook import importing, purging, recording, review
from logbook.facts import RunFacts, SessionFacts, StationDone
from logbook.models import ImportedFile, LoggedSet, Run, Session
from tests.builders.fit import fit_file
from tests.factories import NOW, make_athlete
from workouts import circuits
from workouts.vocabulary import RunKind

ZONES = st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns"])
HOURS_AGO = st.integers(0, 150)
EFFORTS = st.none() | st.integers(0, 10)


@dataclass(frozen=True)
class Known:
    """What the log should hold of one thing."""

    amount: float
    effort: int | None
    run: int | None = None
    sets_done: int | None = None
    deleted_at: datetime | None = None


class TheLog(RuleBasedStateMachine):
    runs, sessions = Bundle("runs"), Bundle("sessions")

    def __init__(self) -> None:
        super().__init__()
        # Everything of one example is undone when it is over.
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.now = NOW
        self.athlete = make_athlete(time_zone="Europe/Berlin")
        self.stranger = make_athlete()
        self.circuit = circuits.to_do(slug="ten-minute-minimal")
        self.known_runs: dict[int, Known] = {}
        self.known_sessions: dict[int, Known] = {}
        self.files: dict[bytes, int] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @rule(
        target=runs, hours=HOURS_AGO, effort=EFFORTS, seconds=st.integers(1, 20_000), times=st.integers(1, 2)
    )
    def log_run(self, hours, effort, seconds, times):
        key, facts = uuid4(), self._run_facts(hours, effort, seconds)
        for nth in range(times):
            logged = recording.log_run(athlete=self.athlete, key=key, facts=facts, now=self.now)
            assert logged.is_new is (nth == 0)
        self.known_runs[logged.run.pk] = Known(amount=seconds, effort=effort)
        return logged.run.pk

    def _run_facts(self, hours, effort, seconds) -> RunFacts:
        return RunFacts(
            started_at=self.now - timedelta(hours=hours),
            time_zone=self.athlete.time_zone,
            duration_s=float(seconds),
            distance_m=None,
            kind=RunKind.EASY,
            effort=effort,
            note="",
        )

    @rule(target=runs, which=st.integers(0, 2))
    def import_file(self, which):
        content = fit_file(started_at=NOW - timedelta(hours=5 + which), record_every_s=None)
        received = importing.receive_file(
            athlete=self.athlete, name="a.fit", content=content, kind=RunKind.EASY, now=self.now
        )
        pk = received.run.pk
        assert received.is_new is (content not in self.files)
        if received.is_new:
            self.known_runs[pk] = Known(amount=1800, effort=None)
        else:
            assert pk == self.files[content]
            self.known_runs[pk] = replace(self.known_runs[pk], deleted_at=None)
        is_listed = content in self.files
        self.files[content] = pk
        return multiple() if is_listed else pk

    @rule(target=sessions, run=st.none() | runs, hours=HOURS_AGO, effort=EFFORTS, left=st.integers(0, 3))
    def log_session(self, run, hours, effort, left):
        run = self._kept_run(run)
        facts = self._session_facts(run, hours, effort, left)
        logged = recording.log_session(
            athlete=self.athlete, key=uuid4(), circuit=self.circuit, facts=facts, now=self.now
        )
        pk = logged.session.pk
        self.known_sessions[pk] = Known(facts.minutes, effort, run and run.pk, 6 + left)
        return pk

    def _session_facts(self, run, hours, effort, sets) -> SessionFacts:
        return SessionFacts(
            started_at=self.now - timedelta(hours=hours),
            time_zone=self.athlete.time_zone,
            minutes=10 + sets,
            run=run,
            effort=effort,
            note="",
            deviations=[StationDone(station=1, sets=sets, amount=9)],
        )

    def _kept_run(self, pk) -> Run | None:
        return self.athlete.runs.kept().numbered(pk)

    @rule(pk=runs, hours=HOURS_AGO, effort=EFFORTS, seconds=st.integers(1, 20_000))
    def correct_run(self, pk, hours, effort, seconds):
        if (run := self._kept_run(pk)) is not None:
            recording.correct_run(run=run, facts=self._run_facts(hours, effort, seconds))
            self.known_runs[pk] = replace(self.known_runs[pk], amount=seconds, effort=effort)

    @rule(pk=sessions, run=st.none() | runs, hours=HOURS_AGO, effort=EFFORTS, sets=st.integers(0, 5))
    def correct_session(self, pk, run, hours, effort, sets):
        session = self.athlete.sessions.kept().with_sets().select_related("run").numbered(pk)
        if session is None:
            return
        known, run = self.known_sessions[pk], self._kept_run(run)
        hidden = known.run if known.run is not None and self.known_runs[known.run].deleted_at else None
        facts = self._session_facts(run, hours, effort, sets)
        recording.correct_session(session=session, facts=facts)
        self.known_sessions[pk] = replace(
            known, amount=facts.minutes, effort=effort, run=run.pk if run else hidden, sets_done=6 + sets
        )

    @rule(which=runs | sessions, is_run=st.booleans(), times=st.integers(1, 2))
    def delete(self, which, is_run, times):
        for _ in range(times):
            self._change(which, is_run, "hide", at=self.now)

    @rule(which=runs | sessions, is_run=st.booleans())
    def undo(self, which, is_run):
        self._change(which, is_run, "bring_back")

    def _change(self, pk, is_run, verb, **words) -> None:
        rows, known = (
            (self.athlete.runs, self.known_runs) if is_run else (self.athlete.sessions, self.known_sessions)
        )
        if (thing := rows.filter(pk=pk).first()) is None:
            return
        getattr(thing, verb)(**words)
        at = words.get("at") and (known[pk].deleted_at or words["at"])
        known[pk] = replace(known[pk], deleted_at=at)

    @rule(zone=ZONES)
    def move(self, zone):
        self.athlete.time_zone = zone
        self.athlete.save()

    @rule(days=st.sampled_from([1, 29, 31]))
    def purge_later(self, days):
        self.now += timedelta(days=days)
        purging.purge(now=self.now)
        oldest = self.now - timedelta(days=30)
        gone = {pk for pk, known in self.known_runs.items() if known.deleted_at and known.deleted_at < oldest}
        self.known_runs = {pk: known for pk, known in self.known_runs.items() if pk not in gone}
        self.files = {content: pk for content, pk in self.files.items() if pk not in gone}
        self.known_sessions = {
            pk: replace(known, run=None) if known.run in gone else known
            for pk, known in self.known_sessions.items()
            if not (known.deleted_at and known.deleted_at < oldest)
        }

    @invariant()
    def the_rows_are_what_is_known(self):
        assert {
            run.pk: Known(run.duration_s, run.effort, deleted_at=run.deleted_at) for run in Run.objects.all()
        } == self.known_runs
        sets = {}
        for pk, reps, seconds in LoggedSet.objects.values_list("session", "done_reps", "done_seconds"):
            sets[pk] = sets.get(pk, 0) + (reps is not None or seconds is not None)
        assert {
            s.pk: Known(s.minutes, s.effort, s.run_id, sets.get(s.pk, 0), s.deleted_at)
            for s in Session.objects.all()
        } == self.known_sessions
        assert {file.run_id for file in ImportedFile.objects.all()} == set(self.files.values())

    @invariant()
    def the_sums_are_of_what_is_kept(self):
        total = review.totals(
            runs=list(self.athlete.runs.kept()), sessions=list(self.athlete.sessions.kept())
        )
        kept_runs = [known for known in self.known_runs.values() if known.deleted_at is None]
        kept_sessions = [known for known in self.known_sessions.values() if known.deleted_at is None]
        assert (total.runs, total.sessions) == (len(kept_runs), len(kept_sessions))
        assert total.running_s == pytest.approx(sum(known.amount for known in kept_runs))
        assert total.strength_min == sum(known.amount for known in kept_sessions)
        assert total.assumed == sum(known.effort is None for known in [*kept_runs, *kept_sessions])

    @invariant()
    def a_stranger_sees_nothing_of_it(self):
        assert not self.stranger.runs.exists()
        assert not self.stranger.sessions.exists()


def test_the_log_holds_what_was_done_in_any_order(db, uploads):
    # An eighth of the profile's examples: each is many writes to a database.
    fewer = settings(max_examples=settings().max_examples // 8, stateful_step_count=25)
    run_state_machine_as_test(TheLog, settings=fewer)

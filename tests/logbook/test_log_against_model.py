"""Any order of logging, correcting, deleting, undoing, importing and purging, against a plain dictionary."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, invariant, rule, run_state_machine_as_test

from logbook import matching, purging, recording, review
from logbook.facts import RunFacts, SessionFacts
from logbook.models import LoggedSet, Run, Session
from logbook.proposals import prescribed_by
from tests.factories import as_planned, make_athlete
from tests.logbook.log_of_files import Known, TheFiles
from tests.logbook.tabs import typed
from workouts import circuits
from workouts.vocabulary import RunKind

ZONES = st.sampled_from(["Europe/Berlin", "Asia/Kathmandu", "Pacific/Kiritimati", "America/St_Johns"])
HOURS_AGO = st.integers(0, 12) | st.integers(0, 150)
EFFORTS = st.none() | st.integers(0, 10)
KINDS = st.sampled_from([RunKind.EASY, RunKind.LONG, RunKind.CROSS_TRAINING])


class TheLog(TheFiles):
    runs, sessions = TheFiles.runs, Bundle("sessions")

    def __init__(self) -> None:
        super().__init__()
        # Everything of one example is undone when it is over.
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.athlete = make_athlete(time_zone="Europe/Berlin")
        self.stranger = make_athlete()
        self.circuit = circuits.to_do(slug="ten-minute-minimal")

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @rule(
        target=runs, hours=HOURS_AGO, effort=EFFORTS, seconds=st.integers(1, 20_000), times=st.integers(1, 2)
    )
    def log_run(self, hours, effort, seconds, times):
        key, facts, paired = uuid4(), self._run_facts(hours, effort, seconds), None
        for nth in range(times):
            logged = recording.log_run(athlete=self.athlete, key=key, facts=facts, now=self.now)
            assert logged.is_new is (nth == 0)
            if logged.session is not None:
                paired = logged.session
        self.known_runs[logged.run.pk] = _known_run(facts)
        self.note_pairing(paired, logged.run)
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

    @rule(target=sessions, run=st.none() | runs, hours=HOURS_AGO, effort=EFFORTS, left=st.integers(0, 3))
    def log_session(self, run, hours, effort, left):
        run = self._kept_run(run)
        facts = self._session_facts(run, hours, effort, left)
        logged = recording.log_session(
            athlete=self.athlete,
            key=uuid4(),
            prescribed=prescribed_by(self.circuit),
            facts=facts,
            now=self.now,
        )
        pk = logged.session.pk
        self.known_sessions[pk] = _known_session(facts, 6 + left)
        return pk

    def _session_facts(self, run, hours, effort, sets) -> SessionFacts:
        first, *others = as_planned(self.circuit)
        return SessionFacts(
            started_at=self.now - timedelta(hours=hours),
            time_zone=self.athlete.time_zone,
            minutes=10 + sets,
            run=run,
            effort=effort,
            note="",
            stations=[typed(first.plan, ["more"] * sets), *others],
        )

    def _kept_run(self, pk) -> Run | None:
        return self.athlete.runs.kept().numbered(pk)

    @rule(pk=runs, hours=HOURS_AGO, effort=EFFORTS, seconds=st.integers(1, 20_000))
    def correct_run(self, pk, hours, effort, seconds):
        if (run := self._kept_run(pk)) is not None:
            facts, known = self._run_facts(hours, effort, seconds), self.known_runs[pk]
            recording.correct_run(run=run, facts=facts)
            still_guessed = known.guessed and known.kind == facts.kind
            self.known_runs[pk] = replace(_known_run(facts), guessed=still_guessed)

    @rule(pk=runs, kind=KINDS)
    def choose_kind(self, pk, kind):
        if (run := self._kept_run(pk)) is not None:
            recording.choose_kind(run=run, kind=kind)
            self.known_runs[pk] = replace(self.known_runs[pk], kind=kind, guessed=False)

    @rule(pk=sessions, run=st.none() | runs)
    def pair_or_unpair(self, pk, run):
        session, run = self.athlete.sessions.kept().numbered(pk), self._kept_run(run)
        if session is None:
            return
        if run is None:
            matching.unpair(session=session, run_id=session.run_id)
        else:
            matching.pair(session=session, run=run)
        self.known_sessions[pk] = replace(self.known_sessions[pk], run=run and run.pk)

    @rule(pk=sessions, run=st.none() | runs, hours=HOURS_AGO, effort=EFFORTS, sets=st.integers(0, 5))
    def correct_session(self, pk, run, hours, effort, sets):
        session = self.athlete.sessions.kept().with_sets().select_related("run").numbered(pk)
        if session is None:
            return
        known, run = self.known_sessions[pk], self._kept_run(run)
        hidden = known.run if known.run is not None and self.known_runs[known.run].deleted_at else None
        facts = self._session_facts(run, hours, effort, sets)
        recording.correct_session(session=session, facts=facts, seen=session.version)
        corrected = _known_session(facts, 6 + sets)
        self.known_sessions[pk] = replace(corrected, run=run.pk if run else hidden)

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
        self.purge_files(gone=gone)
        self.known_sessions = {
            pk: replace(known, run=None) if known.run in gone else known
            for pk, known in self.known_sessions.items()
            if not (known.deleted_at and known.deleted_at < oldest)
        }

    @invariant()
    def the_rows_are_what_is_known(self):
        assert {
            run.pk: Known(
                amount=run.duration_s,
                effort=run.effort,
                started_at=run.started_at,
                kind=run.kind,
                guessed=run.kind_because != "",
                deleted_at=run.deleted_at,
            )
            for run in Run.objects.all()
        } == self.known_runs
        sets = {}
        for pk, reps, seconds in LoggedSet.objects.values_list("session", "done_reps", "done_seconds"):
            sets[pk] = sets.get(pk, 0) + (reps is not None or seconds is not None)
        assert {
            s.pk: Known(
                amount=s.minutes,
                effort=s.effort,
                started_at=s.started_at,
                run=s.run_id,
                sets_done=sets.get(s.pk, 0),
                deleted_at=s.deleted_at,
            )
            for s in Session.objects.all()
        } == self.known_sessions

    @invariant()
    def the_sums_are_of_what_is_kept(self):
        total = review.totals(
            runs=list(self.athlete.runs.kept()), sessions=list(self.athlete.sessions.kept())
        )
        kept_runs = [known for known in self.known_runs.values() if known.deleted_at is None]
        kept_sessions = [known for known in self.known_sessions.values() if known.deleted_at is None]
        running = [known for known in kept_runs if known.kind != RunKind.CROSS_TRAINING]
        assert (total.runs, total.sessions) == (len(running), len(kept_sessions))
        assert total.running_s == pytest.approx(sum(known.amount for known in running))
        assert total.strength_min == sum(known.amount for known in kept_sessions)
        assert total.assumed == sum(known.effort is None for known in [*kept_runs, *kept_sessions])

    @invariant()
    def a_stranger_sees_nothing_of_it(self):
        assert not self.stranger.runs.exists()
        assert not self.stranger.sessions.exists()


def _known_run(facts: RunFacts) -> Known:
    return Known(amount=facts.duration_s, effort=facts.effort, started_at=facts.started_at, kind=facts.kind)


def _known_session(facts: SessionFacts, sets_done: int) -> Known:
    return Known(
        amount=facts.minutes,
        effort=facts.effort,
        started_at=facts.started_at,
        run=facts.run and facts.run.pk,
        sets_done=sets_done,
    )


def test_the_log_holds_what_was_done_in_any_order(db, uploads):
    # An eighth of the profile's examples: each is many writes to a database.
    fewer = settings(max_examples=settings().max_examples // 8, stateful_step_count=25)
    run_state_machine_as_test(TheLog, settings=fewer)

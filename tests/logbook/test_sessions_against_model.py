"""Two tabs that log, correct, delete and pair sessions in any order, against a plain dictionary."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from logbook import matching, recording, stations, versions
from logbook.facts import Pain, SessionFacts
from logbook.models import Run
from logbook.proposals import prescribed_by
from logbook.recording import ChangedMeanwhile
from tests.factories import NOW, as_planned, make_athlete, make_run, session_facts
from tests.logbook.tabs import WORDS, Known, Shown, known_of, opened, stored, typed
from workouts import circuits
from workouts.models import Exercise
from workouts.units import DistanceUnit, WeightUnit

TABS = st.integers(0, 1)
KM, KG = DistanceUnit.KM, WeightUnit.KG
SAID = ("Start", "Minutes", "Effort", "Note", "Name", "Pain")
RUNS = st.none() | st.integers(0, 2)
TIMES, SESSIONS = st.integers(1, 3), st.integers(0, 2)
KEYS = [UUID(int=nth) for nth in range(1, 4)]
# What a tab types over what it shows; the stations by their place, and whether two of them change places.
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "hours": st.integers(1, 5),
        "minutes": st.integers(10, 12),
        "effort": st.none() | st.integers(0, 10),
        "pain": st.none() | st.builds(Pain, level=st.integers(0, 2), side=st.sampled_from(["", "left"])),
        "note": st.sampled_from(["", "Wet grass."]),
        "name": st.sampled_from(["", "Hotel room"]),
        "run": RUNS,
        "sets": st.tuples(st.integers(0, 4), st.lists(st.sampled_from(WORDS), max_size=4)),
        "turned": st.just(True),
    },
)


class TwoTabs(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        # Everything of one example is undone when it is over.
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.athlete = make_athlete(time_zone="Europe/Berlin")
        self.runs = [make_run(self.athlete, started_at=NOW - timedelta(hours=h)) for h in (3, 6, 30)]
        self.circuit = circuits.to_do(slug="ten-minute-minimal")
        other = Exercise.objects.with_rungs().get(slug="dead-bug")
        # Chosen in the form beside what the circuit asks for, and not done until a set is typed.
        plans = [*as_planned(self.circuit), typed(stations.of_exercise(other, number=9), ())]
        self.blank = session_facts(self.athlete, stations=plans, minutes=10)
        self.known: dict[int, Known] = {}
        # The session of each form that was sent, by the form's key.
        self.sessions: dict[UUID, int] = {}
        self.log(KEYS[0], {"run": 0}, times=1)
        # What each tab shows, what it sent last, and what waits there to be chosen between.
        self.shown = [self._open(self._at(0)) for _ in range(2)]
        self.sent: list[Shown | None] = [None, None]
        self.asked: list[Shown | None] = [None, None]

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @rule(key=st.sampled_from(KEYS), changes=CHANGES, times=TIMES)
    def log(self, key, changes, times):
        """A new form, or one of before with other words in it, after Back."""
        facts = self._typed(self.blank, changes)
        for _ in range(times):
            logged = recording.log_session(
                athlete=self.athlete,
                key=key,
                prescribed=prescribed_by(self.circuit),
                facts=facts,
                now=NOW,
            )
            pk = logged.session.pk
            assert logged.is_new is (key not in self.sessions)
            assert self.sessions.setdefault(key, pk) == pk
            if logged.is_new:
                self.known[pk] = known_of(facts, name=self.circuit.name, run=None)

    def _typed(self, facts: SessionFacts, changes) -> SessionFacts:
        done = list(facts.stations)
        if "sets" in changes:
            place, words = changes["sets"]
            done[place % len(done)] = typed(done[place % len(done)].plan, words)
        if "turned" in changes:
            done[0], done[-1] = done[-1], done[0]
        plain = {name: changes[name] for name in changes.keys() - {"hours", "run", "sets", "turned"}}
        if "hours" in changes:
            plain["started_at"] = NOW - timedelta(hours=changes["hours"])
        run = self._run(changes["run"]) if "run" in changes else facts.run
        return replace(facts, stations=done, run=self._on_offer(run), **plain)

    def _run(self, nth) -> Run | None:
        return None if nth is None else self.runs[nth]

    def _on_offer(self, run: Run | None) -> Run | None:
        """A run that is deleted just now cannot be chosen."""
        return None if run is None or self._deleted(run.pk) else run

    def _at(self, nth) -> int:
        return sorted(self.known)[nth % len(self.known)]

    @rule(tab=TABS, nth=SESSIONS)
    def open(self, tab, nth):
        self.shown[tab] = self._open(self._at(nth))

    def _open(self, pk) -> Shown:
        session, known = self.athlete.sessions.with_sets().select_related("run").get(pk=pk), self.known[pk]
        shown = opened(session, _facts_of(session))
        as_shown = known_of(shown.facts, name="", run=None)
        assert (as_shown.said, as_shown.rows) == (known.said, known.rows)
        assert shown.version == known.version
        return shown

    @rule(tab=TABS, afresh=st.booleans(), changes=CHANGES, times=TIMES)
    def correct(self, tab, afresh, changes, times):
        if afresh:
            self.shown[tab] = self._open(self.shown[tab].pk)
        form = replace(self.shown[tab], facts=self._typed(self.shown[tab].facts, changes))
        for _ in range(times):
            self._send(tab, form)

    @precondition(lambda self: any(self.sent))
    @rule(tab=TABS)
    def send_the_last_once_more(self, tab):
        sent = self.sent[tab] or self.sent[1 - tab]
        self._send(tab, replace(sent, facts=self._typed(sent.facts, {})))

    @precondition(lambda self: any(self.asked))
    @rule(keeps_stored=st.booleans())
    def choose(self, keeps_stored):
        tab = 0 if self.asked[0] else 1
        asked, self.asked[tab] = self.asked[tab], None
        if keeps_stored:
            self.shown[tab] = self._open(asked.pk)
        else:
            self._send(tab, replace(asked, facts=self._typed(asked.facts, {})))

    def _send(self, tab, form: Shown) -> None:
        """Save a correction; what becomes of it is told from what is known alone."""
        self.sent[tab], self.asked[tab], before = form, None, self.known[form.pk]
        hidden = before.run is not None and self._deleted(before.run)
        after = known_of(form.facts, name=before.said[4], run=before.run if hidden else None)
        after = replace(after, version=before.version, deleted_at=before.deleted_at)
        session = self.athlete.sessions.get(pk=form.pk)
        if after != before and form.version != before.version:
            with pytest.raises(ChangedMeanwhile) as told:
                recording.correct_session(session=session, facts=form.facts, seen=form.version)
            stored = told.value.stored
            assert stored.version == before.version
            rows = versions.compared(stored=stored, facts=form.facts, unit=KM, weight_unit=KG)
            assert _told_of({row.label for row in rows}) == _changed(before, after)
            self.asked[tab] = replace(form, version=before.version)
            return
        recording.correct_session(session=session, facts=form.facts, seen=form.version)
        if after != before:
            self.known[form.pk] = replace(after, version=before.version + 1)
        assert session.version == self.known[form.pk].version

    def _deleted(self, pk) -> bool:
        return any(run.pk == pk and run.deleted_at is not None for run in self.runs)

    @rule(nth=SESSIONS, times=TIMES, is_undone=st.booleans())
    def delete_or_undo(self, nth, times, is_undone):
        pk = self._at(nth)
        for sent in range(times):
            session = self.athlete.sessions.get(pk=pk)
            session.bring_back() if is_undone else session.hide(at=NOW + timedelta(minutes=sent))
        # Deleted again, it is gone since the first time.
        deleted_at = None if is_undone else self.known[pk].deleted_at or NOW
        self.known[pk] = replace(self.known[pk], deleted_at=deleted_at)

    @rule(nth=SESSIONS, times=TIMES, is_undone=st.booleans())
    def delete_or_undo_the_run(self, nth, times, is_undone):
        """That of a session, where it has one."""
        of_it = self.known[self._at(nth)].run
        run = next((run for run in self.runs if run.pk == of_it), self.runs[0])
        was_deleted = run.deleted_at is not None
        for _ in range(times):
            run.bring_back() if is_undone else run.hide(at=NOW)
        if was_deleted and is_undone:
            # It shows again where it was not on offer.
            of_it = {pk: known for pk, known in self.known.items() if known.run == run.pk}
            self.known |= {pk: replace(known, version=known.version + 1) for pk, known in of_it.items()}

    @rule(nth=SESSIONS, run=st.integers(0, 2), times=TIMES)
    def pair(self, nth, run, times):
        if (chosen := self._on_offer(self.runs[run])) is None:
            return
        pk, known = self._at(nth), self.known[self._at(nth)]
        for _ in range(times):
            matching.pair(session=self.athlete.sessions.get(pk=pk), run=chosen)
        if known.run != chosen.pk:
            self.known[pk] = replace(known, run=chosen.pk, version=known.version + 1)

    @rule(nth=SESSIONS, run=RUNS, times=TIMES)
    def unpair(self, nth, run, times):
        pk, known = self._at(nth), self.known[self._at(nth)]
        run_id = None if run is None else self.runs[run].pk
        for sent in range(times):
            belonged = run_id is not None and known.run == run_id and sent == 0
            assert matching.unpair(session=self.athlete.sessions.get(pk=pk), run_id=run_id) is belonged
        if run_id is not None and known.run == run_id:
            self.known[pk] = replace(known, run=None, version=known.version + 1)

    @invariant()
    def the_rows_are_what_is_known(self):
        assert stored() == self.known


def _changed(before: Known, after: Known) -> set[str]:
    """What two versions say differently; a run deleted just now stays in both where none is chosen."""
    changed = {
        label for label, was, is_now in zip(SAID, before.said, after.said, strict=True) if was != is_now
    }
    if before.run != after.run:
        changed.add("Run")
    if before.rows != after.rows:
        changed.add("Stations")
    return changed


def _told_of(labels: set[str]) -> set[str]:
    """The labels, whatever goes by the name of an exercise, and the order of them, being one."""
    frame = {*SAID, "Run"}
    return {label if label in frame else "Stations" for label in labels}


def _facts_of(session) -> SessionFacts:
    """The plain fields of a form, as a stored session fills them."""
    pain = (
        None
        if session.pain is None
        else Pain(level=session.pain, place=session.pain_place, side=session.pain_side)
    )
    return SessionFacts(
        started_at=session.started_at,
        time_zone=session.time_zone,
        minutes=session.minutes,
        run=session.kept_run,
        effort=session.effort,
        note=session.note,
        stations=(),
        pain=pain,
        name=session.name,
    )


def test_two_tabs_leave_what_a_plain_dictionary_would(db):
    fewer = settings(max_examples=settings().max_examples // 3, stateful_step_count=15)
    run_state_machine_as_test(TwoTabs, settings=fewer)

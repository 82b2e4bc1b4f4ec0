"""Two phones and a form that write one session, against a plain dictionary: nothing is lost unasked."""

from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from logbook import playing, recording, starting, stations
from logbook.models import Session
from logbook.playing import ChangedElsewhere, Completion, DeletedElsewhere, Written
from logbook.proposals import prescribed_by
from logbook.recording import ChangedMeanwhile
from logbook.sets.done import SetDone
from logbook.sets.station import StationDone, StationPlan
from tests.factories import NOW, make_athlete, session_facts
from workouts import circuits

CIRCUIT = "ten-minute-minimal"
SLOTS = [(1, 1), (1, 2), (2, 1)]
WRITERS = [UUID(int=1), UUID(int=2)]
PHONES, SLOT = st.integers(0, 1), st.sampled_from(SLOTS)
AMOUNTS = st.none() | st.integers(8, 9)
TIMES = st.integers(1, 2)


@dataclass(frozen=True)
class Stored:
    """What should stand in a slot: an amount, None for left out; who wrote it, and which of theirs it is."""

    amount: int | None = None
    writer: UUID | None = None
    revision: int = 0


@dataclass
class Known:
    """All that the server should hold."""

    slots: dict[tuple[int, int], Stored] = field(default_factory=lambda: dict.fromkeys(SLOTS, Stored()))
    end: tuple[int, int | None] | None = None
    version: int = 1
    saves: int = 0
    is_deleted: bool = False

    def seen(self, slot=None) -> tuple[object, ...]:
        """What a choice was made about: it holds as long as nothing of it changes, whatever else does."""
        if slot is None:
            return (self.end, self.is_deleted)
        there = self.slots[slot]
        return (there.writer, there.revision, self.saves, self.is_deleted)


class TwoPhonesAndAForm(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        # Everything of one example is undone when it is over.
        self.whole = transaction.atomic()
        self.whole.__enter__()
        self.athlete = make_athlete(time_zone="Europe/Berlin")
        circuit = circuits.to_do(slug=CIRCUIT)
        self.plans = stations.of_circuit(circuit)
        self.pk = starting.start_session(
            athlete=self.athlete,
            key=uuid4(),
            prescribed=prescribed_by(circuit),
            plans=self.plans,
            minutes=12,
            run=None,
            now=NOW,
        ).session.pk
        self.known = Known()
        self.revisions = dict.fromkeys([(phone, slot) for phone in (0, 1) for slot in SLOTS], 0)
        # What each phone was asked last about a slot, or about the end: the token, and what it stood for.
        self.asked: dict[tuple[int, object], tuple[str, tuple[object, ...]]] = {}
        self.shown = self._facts(), self.known.version

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.whole.__exit__(None, None, None)

    @rule(phone=PHONES, slot=SLOT, amount=AMOUNTS, is_new=st.booleans(), chooses=st.booleans(), times=TIMES)
    def send_set(self, phone, slot, amount, is_new, chooses, times):
        """A set, or one of before once more with its old number; over what was asked about, or not."""
        if is_new or not self.revisions[phone, slot]:
            self.revisions[phone, slot] += 1
        revision = self.revisions[phone, slot]
        over, about = self.asked.get((phone, slot), ("", ())) if chooses else ("", ())
        for _ in range(times):
            known, there = self.known, self.known.slots[slot]
            is_late = there.writer == WRITERS[phone] and revision <= there.revision
            is_mine = there.writer == WRITERS[phone]
            is_known = is_late or (there.revision > 0 and there.amount == amount and not is_mine)
            is_chosen = about == known.seen(slot)
            is_free = there.revision == 0 or is_mine
            answer = self._keep(phone, slot, amount, revision, over)
            if is_known and not (known.is_deleted and is_chosen):
                assert answer is None
            elif is_chosen or (is_free and not known.is_deleted):
                assert answer is None
                self._stored(slot, None if is_known else Stored(amount, WRITERS[phone], revision))
            elif known.is_deleted and amount is there.amount is None:
                assert answer is None
            else:
                assert isinstance(answer, DeletedElsewhere) is known.is_deleted
                assert answer.stored.done == there.amount
                self.asked[phone, slot] = answer.over, known.seen(slot)

    def _keep(self, phone, slot, amount, revision, over) -> ChangedElsewhere | None:
        plan = self.plans[slot[0] - 1]
        written = Written(writer=WRITERS[phone], revision=revision, over=over)
        done = self._done(plan, amount)
        try:
            playing.keep_set(
                session=Session.objects.get(pk=self.pk),
                station=slot[0],
                number=slot[1],
                plan=plan,
                done=done,
                written=written,
            )
        except ChangedElsewhere as asked:
            return asked
        return None

    def _done(self, plan: StationPlan, amount: int | None) -> SetDone | None:
        asked = plan.planned[0]
        return amount and SetDone(
            movement=plan.movement, measure=asked.measure, left=amount, tempo=asked.tempo
        )

    def _stored(self, slot, said: Stored | None) -> None:
        known = self.known
        differs = said is not None and said.amount != known.slots[slot].amount
        if said is not None:
            known.slots[slot] = said
        if known.is_deleted or (known.end is not None and differs):
            known.version += 1
        known.is_deleted = False

    @rule(phone=PHONES, minutes=st.integers(20, 21), effort=st.none() | st.just(6), chooses=st.booleans())
    def send_end(self, phone, minutes, effort, chooses):
        over, about = self.asked.get((phone, "end"), ("", ())) if chooses else ("", ())
        for _ in range(2):
            known, said = self.known, (minutes, effort)
            asked = self._end(minutes, effort, over)
            if asked is not None:
                assert about != known.seen()
                assert isinstance(asked, DeletedElsewhere) is known.is_deleted
                assert known.is_deleted or (known.end is not None and known.end != said)
                assert known.end is None or (asked.session.minutes, asked.session.effort) == known.end
                self.asked[phone, "end"] = asked.over, known.seen()
                continue
            is_new = known.end is None and not known.is_deleted
            is_known = known.end == said and not known.is_deleted
            assert is_new or is_known or about == known.seen()
            known.version += not (is_new or is_known)
            known.end, known.is_deleted = said, False

    def _end(self, minutes, effort, over) -> ChangedElsewhere | None:
        said = Completion(minutes=minutes, effort=effort, pain=None, note="", run=None)
        try:
            playing.complete_session(
                session=Session.objects.get(pk=self.pk), completion=said, now=NOW, over=over
            )
        except ChangedElsewhere as asked:
            return asked
        return None

    @rule()
    def open_the_form(self):
        self.shown = self._facts(), self.known.version

    def _facts(self):
        session = Session.objects.with_sets().get(pk=self.pk)
        done = [StationDone(plan=plan, sets=plan.done) for plan in stations.of_session(session)]
        return session_facts(
            self.athlete,
            stations=done,
            started_at=session.started_at,
            minutes=session.minutes,
            effort=session.effort,
        )

    @rule(slot=SLOT, amount=AMOUNTS, is_changed=st.booleans(), times=TIMES)
    def save_the_form(self, slot, amount, is_changed, times):
        """What is played has no form yet; a form that was opened while it was has none to save."""
        if self.known.end is None:
            return
        facts, seen = self.shown
        if is_changed:
            facts = replace(facts, stations=self._typed(facts.stations, slot, amount))
        for _ in range(times):
            known = self.known
            amounts = {
                (place, number): done and done.left
                for place, station in enumerate(facts.stations, start=1)
                for number, done in enumerate(station.sets, start=1)
            }
            differs = (facts.minutes, facts.effort) != known.end or any(
                amounts[each] != known.slots[each].amount for each in SLOTS
            )
            session = Session.objects.get(pk=self.pk)
            if differs and seen != known.version:
                with pytest.raises(ChangedMeanwhile):
                    recording.correct_session(session=session, facts=facts, seen=seen)
                continue
            recording.correct_session(session=session, facts=facts, seen=seen)
            if differs:
                known.version, known.saves = known.version + 1, known.saves + 1
                known.end = facts.minutes, facts.effort
                known.slots = {each: Stored(amounts[each], None, 1) for each in SLOTS}

    def _typed(self, done, slot, amount):
        place, number = slot
        sets = list(done[place - 1].sets)
        sets[number - 1] = self._done(self.plans[place - 1], amount)
        changed = list(done)
        changed[place - 1] = replace(done[place - 1], sets=tuple(sets))
        return changed

    @rule(is_undone=st.booleans())
    def delete_or_undo(self, is_undone):
        session = Session.objects.get(pk=self.pk)
        session.bring_back() if is_undone else session.hide(at=NOW)
        self.known.is_deleted = not is_undone

    @invariant()
    def the_rows_are_what_is_known(self):
        session, known = Session.objects.with_sets().get(pk=self.pk), self.known
        found = {(row.station, row.number): row for row in session.sets.all()}
        assert len(found) == 8
        for slot, there in known.slots.items():
            row = found[slot]
            assert (row.done, row.writer, row.revision) == (there.amount, there.writer, there.revision)
        assert session.version == known.version
        assert (session.deleted_at is not None) is known.is_deleted
        assert session.is_open is (known.end is None)
        assert known.end is None or (session.minutes, session.effort) == known.end


def test_two_phones_and_a_form_leave_what_a_plain_dictionary_would(db):
    fewer = settings(max_examples=settings().max_examples // 3, stateful_step_count=25)
    run_state_machine_as_test(TwoPhonesAndAForm, settings=fewer)

"""Saves of one session in the same moment: one is stored whole, and whoever comes later is told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Event
from time import sleep
from uuid import uuid4

import pytest
from django.db import connections, transaction

from logbook import matching, purging, recording
from logbook.models import LoggedSet, Run, Session
from logbook.proposals import prescribed_by
from logbook.recording import ChangedMeanwhile
from logbook.sets.station import StationDone
from tests.at_once import at_once
from tests.factories import NOW, as_planned, make_run, make_session, session_facts
from workouts import circuits

pytestmark = pytest.mark.django_db(transaction=True)

CIRCUIT = "ten-minute-minimal"


def all_different(athlete, amount: int, **changes):
    """Facts of which every number says `amount`, so that a mixture of two would show."""
    stations = [
        StationDone(plan=each.plan, sets=tuple(replace(done, left=amount) for done in each.sets))
        for each in as_planned(circuits.to_do(slug=CIRCUIT))
    ]
    return session_facts(athlete, stations=stations, minutes=amount, **changes)


def amounts() -> set[int | None]:
    return {logged.done for logged in LoggedSet.objects.all()} | {Session.objects.get().minutes}


def together(*verbs) -> list[object]:
    """What each of them returned or raised, all begun in the same moment."""
    waiting = iter(verbs)

    def do():
        try:
            return next(waiting)()
        except (ChangedMeanwhile, Session.DoesNotExist) as refused:
            return refused

    return at_once(len(verbs), do)


def correct(facts, *, seen: int = 1):
    def do() -> None:
        recording.correct_session(session=Session.objects.get(), facts=facts, seen=seen)

    return do


def test_the_same_form_logged_ten_times_is_one_session_and_one_answer_says_new(ana):
    key, prescribed = uuid4(), prescribed_by(circuits.to_do(slug=CIRCUIT))
    facts = all_different(ana, 9)

    def log():
        return recording.log_session(athlete=ana, key=key, prescribed=prescribed, facts=facts, now=NOW)

    logged = at_once(10, log)

    assert {each.session for each in logged} == {Session.objects.get()}
    assert sum(each.is_new for each in logged) == 1
    assert LoggedSet.objects.count() == 8


def test_of_ten_different_corrections_one_is_stored_whole_and_nine_are_told(ana):
    make_session(ana, circuit=CIRCUIT)
    answers = together(*(correct(all_different(ana, amount)) for amount in range(11, 21)))

    assert sum(isinstance(answer, ChangedMeanwhile) for answer in answers) == 9
    assert len(amounts()) == 1
    assert LoggedSet.objects.count() == 8
    assert Session.objects.get().version == 2
    # Each was shown the one that is stored, and that whole.
    [minutes] = amounts()
    for told in (answer.stored for answer in answers if answer is not None):
        assert {logged.done for logged in told.sets.all()} == {told.minutes} == {minutes}


def test_the_same_correction_ten_times_is_stored_once_and_nobody_is_refused(ana):
    make_session(ana, circuit=CIRCUIT)
    answers = together(*[correct(all_different(ana, 12))] * 10)

    assert answers == [None] * 10
    assert (amounts(), Session.objects.get().version, LoggedSet.objects.count()) == ({12}, 2, 8)


def test_a_pairing_pressed_ten_times_is_one_change_and_so_is_its_undoing(ana):
    run = make_run(ana, started_at=NOW - timedelta(hours=30))
    make_session(ana, circuit=CIRCUIT)
    at_once(10, lambda: matching.pair(session=Session.objects.get(), run=run))
    assert (Session.objects.get().run, Session.objects.get().version) == (run, 2)

    undone = at_once(10, lambda: matching.unpair(session=Session.objects.get(), run_id=run.pk))
    assert sorted(undone) == [False] * 9 + [True]
    assert (Session.objects.get().run, Session.objects.get().version) == (None, 3)


@pytest.mark.parametrize("is_paired", [True, False])
def test_a_correction_beside_a_pairing_never_undoes_it_unseen(ana, is_paired):
    run = make_run(ana, started_at=NOW - timedelta(hours=30))
    for _ in range(5):
        Session.objects.all().delete()
        session = make_session(ana, circuit=CIRCUIT, run=None if is_paired else run)
        before = session.run
        together(
            correct(all_different(ana, 12, run=before)),
            (lambda: matching.pair(session=Session.objects.get(), run=run))
            if is_paired
            else (lambda: matching.unpair(session=Session.objects.get(), run_id=run.pk)),
        )
        session.refresh_from_db()

        # Whichever came first: the pairing stands, and the correction is whole or was told.
        assert session.run == (run if is_paired else None)
        assert session.version == (3 if session.minutes == 12 else 2)
        assert len({logged.done for logged in session.sets.filter(station__lt=4)} & {12}) == (
            session.minutes == 12
        )


def test_a_correction_beside_a_deletion_keeps_both(ana):
    make_session(ana, circuit=CIRCUIT)
    together(correct(all_different(ana, 12)), lambda: Session.objects.get().hide(at=NOW))

    assert (amounts(), Session.objects.get().deleted_at) == ({12}, NOW)


def test_a_correction_beside_a_purge_leaves_nothing_behind(ana):
    for _ in range(5):
        session = make_session(ana, circuit=CIRCUIT)
        session.hide(at=NOW - timedelta(days=31))
        together(correct(all_different(ana, 12)), lambda: purging.purge(now=NOW))

        assert (Session.objects.count(), LoggedSet.objects.count()) == (0, 0)


def test_a_correction_beside_the_purge_of_its_run_outlives_it(ana):
    for _ in range(5):
        Session.objects.all().delete()
        run = make_run(ana)
        make_session(ana, circuit=CIRCUIT, run=run)
        run.hide(at=NOW - timedelta(days=31))
        together(correct(all_different(ana, 12)), lambda: purging.purge(now=NOW))

        assert (amounts(), Session.objects.get().run, Run.objects.count()) == ({12}, None, 0)


class TestWaitingForAnother:
    """Another has changed the row and not yet committed; what was read before it did is old."""

    def beside(self, change, do) -> object:
        changed = Event()

        def hold():
            try:
                with transaction.atomic():
                    change()
                    changed.set()
                    # As long as it takes the other to read and to stand before the row.
                    sleep(0.4)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(1) as pool:
            held = pool.submit(hold)
            assert changed.wait(timeout=20)
            answer = do()
            held.result()
        return answer

    def test_a_late_run_takes_no_session_that_is_being_paired_by_hand(self, ana):
        by_hand = make_run(ana, started_at=NOW - timedelta(hours=30))
        session = make_session(ana, circuit=CIRCUIT)
        late = Run.objects.get(pk=by_hand.pk)
        late.pk, late.key, late.started_at = None, uuid4(), NOW - timedelta(hours=3)
        late.performed_on = session.performed_on
        late.save(force_insert=True)

        def pair():
            matching.pair(session=Session.objects.get(), run=by_hand)

        paired = self.beside(pair, lambda: matching.pair_late_run(run=late))

        assert (paired, Session.objects.get().run, Session.objects.get().version) == (None, by_hand, 2)

    def test_a_correction_sees_the_run_that_is_being_brought_back(self, ana):
        run = make_run(ana)
        session = make_session(ana, circuit=CIRCUIT, run=run)
        run.hide(at=NOW)

        def save():
            recording.correct_session(session=session, facts=all_different(ana, 12), seen=1)

        with pytest.raises(ChangedMeanwhile) as told:
            self.beside(lambda: Run.objects.get().bring_back(), save)
        assert told.value.stored.kept_run == run

    def test_a_correction_sees_the_run_that_is_being_paired(self, ana):
        run = make_run(ana, started_at=NOW - timedelta(hours=30))
        session = make_session(ana, circuit=CIRCUIT)

        def pair():
            matching.pair(session=Session.objects.get(), run=run)

        def save():
            recording.correct_session(session=session, facts=all_different(ana, 12), seen=1)

        with pytest.raises(ChangedMeanwhile) as told:
            self.beside(pair, save)
        assert told.value.stored.kept_run == run

    def test_a_second_form_sent_waits_and_is_led_to_the_first(self, ana):
        key, prescribed = uuid4(), prescribed_by(circuits.to_do(slug=CIRCUIT))

        def log(amount):
            facts = all_different(ana, amount)
            return recording.log_session(athlete=ana, key=key, prescribed=prescribed, facts=facts, now=NOW)

        logged = self.beside(lambda: log(11), lambda: log(12))
        assert (logged.is_new, logged.session.minutes, amounts()) == (False, 11, {11})

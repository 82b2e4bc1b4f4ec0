"""Messages of the player in the same moment: each is stored whole and once, and whoever differs is asked."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import sleep
from uuid import uuid4

import pytest
from django.db import connections, transaction

from logbook import playing, recording, starting, stations
from logbook.models import LoggedSet, Session
from logbook.playing import ChangedElsewhere, Completion, DeletedElsewhere, Written
from logbook.proposals import prescribed_by
from logbook.sets.done import SetDone
from tests.at_once import at_once
from tests.factories import NOW, make_run, session_facts
from tests.logbook.phones import RECOVERY, STRETCH
from workouts import circuits

pytestmark = pytest.mark.django_db(transaction=True)
CIRCUIT = "ten-minute-minimal"


def begin(athlete, *, key=None, run=None):
    circuit = circuits.to_do(slug=CIRCUIT)
    return starting.start_session(
        athlete=athlete,
        key=key or uuid4(),
        prescribed=prescribed_by(circuit),
        plans=stations.of_circuit(circuit),
        minutes=12,
        run=run,
        now=NOW,
    )


def said(amount: int) -> SetDone:
    movement = plan().movement
    return SetDone(movement=movement, measure=movement.measure, left=amount, tempo="3-1-1-0")


def plan():
    return stations.of_circuit(circuits.to_do(slug=CIRCUIT))[0]


def keep(amount: int, *, writer=None, revision: int = 1, over: str = "", number: int = 1) -> None:
    playing.keep_set(
        session=Session.objects.get(),
        station=1,
        number=number,
        plan=plan(),
        done=said(amount),
        written=Written(writer=writer or uuid4(), revision=revision, over=over),
    )


def end(minutes: int, *, over: str = "", run=None, session=None) -> None:
    playing.complete_session(
        session=session or Session.objects.get(),
        completion=Completion(minutes=minutes, effort=None, pain=None, note="", run=run),
        now=NOW,
        over=over,
    )


def together(*verbs) -> list[object]:
    """What each of them returned or raised, all begun in the same moment."""
    waiting = iter(verbs)

    def do():
        try:
            return next(waiting)()
        except (ChangedElsewhere, recording.ChangedMeanwhile, Session.DoesNotExist) as refused:
            return refused

    return at_once(len(verbs), do)


def amount() -> int | None:
    return LoggedSet.objects.get(station=1, number=1, session__circuit__slug=CIRCUIT).done


def test_the_same_start_pressed_ten_times_is_one_session_and_one_answer_says_new(ana):
    key = uuid4()
    started = at_once(10, lambda: begin(ana, key=key))

    assert {each.session for each in started} == {Session.objects.get()}
    assert sum(each.is_new for each in started) == 1
    assert LoggedSet.objects.count() == 8


def test_ten_messages_that_name_a_routine_first_start_it_once(ana):
    session = begin(ana).session
    slugs = [STRETCH, RECOVERY] * 5
    waiting = iter(slugs)
    found = at_once(10, lambda: starting.routine_of(session=session, slug=next(waiting), now=NOW))

    assert len({each.pk for each in found}) == 2
    assert Session.objects.count() == 3
    assert {each.sets.count() for each in found if each.circuit.slug == STRETCH} == {8}


def test_of_ten_browsers_that_say_something_else_one_is_stored_and_nine_are_asked(ana):
    begin(ana)
    answers = together(*(lambda said=said: keep(said) for said in range(11, 21)))

    assert sum(isinstance(answer, ChangedElsewhere) for answer in answers) == 9
    for answer in filter(None, answers):
        assert answer.stored.done == amount()


def test_the_same_set_ten_times_is_stored_once_and_nobody_is_asked(ana):
    begin(ana)
    writer = uuid4()

    assert together(*[lambda: keep(9, writer=writer)] * 10) == [None] * 10
    assert (amount(), LoggedSet.objects.filter(revision=1).count()) == (9, 1)


def test_of_ten_revisions_the_last_one_stands_whatever_comes_first(ana):
    begin(ana)
    writer = uuid4()
    revisions = [lambda n=n: keep(n, writer=writer, revision=n) for n in (4, 9, 1, 7, 10, 2, 8, 3, 6, 5)]

    assert together(*revisions) == [None] * 10
    assert amount() == 10


def test_of_ten_choices_for_the_same_version_one_is_stored_and_nine_are_asked_again(ana):
    begin(ana)
    keep(8)
    with pytest.raises(ChangedElsewhere) as asked:
        keep(9)
    over = asked.value.over
    answers = together(*(lambda said=said: keep(said, over=over) for said in range(11, 21)))

    assert sum(isinstance(answer, ChangedElsewhere) for answer in answers) == 9


def test_ten_ends_at_once_are_one_and_the_others_are_asked(ana):
    begin(ana)
    assert together(*[lambda: end(20)] * 10) == [None] * 10
    assert (Session.objects.get().minutes, Session.objects.get().version) == (20, 1)

    with pytest.raises(ChangedElsewhere) as asked:
        end(21)
    over = asked.value.over
    answers = together(*(lambda said=said: end(said, over=over) for said in range(31, 41)))
    assert sum(isinstance(answer, ChangedElsewhere) for answer in answers) == 9
    assert Session.objects.get().version == 2


def test_an_end_beside_sets_keeps_both(ana):
    for _ in range(5):
        Session.objects.all().delete()
        begin(ana)
        writer = uuid4()
        answers = together(
            lambda: end(20),
            lambda writer=writer: keep(9, writer=writer),
            lambda writer=writer: keep(10, writer=writer, number=2),
        )
        assert answers == [None] * 3
        assert not Session.objects.get().is_open
        assert [row.done for row in LoggedSet.objects.filter(station=1)] == [9, 10]


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
            try:
                return do()
            except ChangedElsewhere as asked:
                return asked
            finally:
                held.result()

    def test_a_set_sees_what_another_browser_is_writing(self, ana):
        begin(ana)
        answer = self.beside(lambda: keep(8), lambda: keep(9))

        assert isinstance(answer, ChangedElsewhere)
        assert (answer.stored.done, amount()) == (8, 8)

    def test_a_set_sees_the_form_that_is_being_saved(self, ana):
        session = begin(ana).session
        end(20)
        facts = session_facts(ana, circuit=CIRCUIT)
        answer = self.beside(
            lambda: recording.correct_session(session=session, facts=facts, seen=1), lambda: keep(11)
        )

        assert isinstance(answer, ChangedElsewhere)
        assert amount() == 8

    def test_the_form_sees_a_set_that_is_being_written(self, ana):
        session = begin(ana).session
        end(20)
        facts = session_facts(ana, circuit=CIRCUIT, minutes=33)

        def correct():
            with pytest.raises(recording.ChangedMeanwhile):
                recording.correct_session(session=session, facts=facts, seen=1)

        self.beside(lambda: keep(11), correct)
        assert (amount(), Session.objects.get().minutes) == (11, 20)

    def test_a_set_sees_that_its_session_is_being_deleted(self, ana):
        begin(ana)
        answer = self.beside(lambda: Session.objects.get().hide(at=NOW), lambda: keep(9))

        assert isinstance(answer, DeletedElsewhere)
        assert amount() is None

    def test_an_end_sees_another_one(self, ana):
        begin(ana)
        answer = self.beside(lambda: end(20), lambda: end(30))

        assert isinstance(answer, ChangedElsewhere)
        assert answer.session.minutes == Session.objects.get().minutes == 20

    def test_the_end_of_a_routine_keeps_the_run_its_session_is_just_getting(self, ana):
        run, session = make_run(ana), begin(ana).session
        stretch = starting.routine_of(session=session, slug=STRETCH, now=NOW)
        self.beside(lambda: end(20, run=run, session=session), lambda: end(9, session=stretch))

        stretch.refresh_from_db()
        assert (stretch.run, stretch.minutes, stretch.is_open) == (run, 9, False)

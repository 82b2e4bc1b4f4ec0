"""Several choices about one session are settled one by one, and what one said oneself is no choice at all."""

from uuid import uuid4

import pytest

from logbook import matching, playing
from logbook.models import Session
from logbook.playing import ChangedElsewhere, Completion
from tests.browsing import form_on
from tests.factories import NOW, make_run
from tests.logbook.phones import CHANGED, DELETED, STORED, Phone, done, start, state
from tests.logbook.session_forms import SAVE_CHANGES

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def phone(ana_client) -> Phone:
    return Phone(ana_client, start(ana_client))


@pytest.fixture
def tablet(ana_client, phone) -> Phone:
    return Phone(ana_client, phone.session)


def correct(client, session: Session, **changes: str) -> None:
    form = form_on(client.get(f"/sessions/{session.pk}/edit/"), SAVE_CHANGES)
    assert form.filled(changes).send(client).status_code == 302


def token(answer) -> str:
    assert state(answer) in (CHANGED, DELETED)
    return answer.json()["over"]


class TestSets:
    @pytest.fixture(autouse=True)
    def _logged(self, phone):
        for number in (1, 2, 3):
            phone.sends_set(1, number, left=8)
        phone.sends_end()

    def test_three_of_another_browser_take_three_choices(self, tablet):
        tokens = [token(tablet.sends_set(1, number, left=10)) for number in (1, 2, 3)]
        for number, over in enumerate(tokens, start=1):
            assert state(tablet.sends_set(1, number, left=10, over=over)) == STORED

        assert done(tablet.session) == {(1, number): (10, None) for number in (1, 2, 3)}
        # A tab in which the session is open to be corrected learns of each.
        assert Session.objects.get().version == 4

    def test_three_of_a_corrected_session_take_three_choices(self, ana_client, phone):
        correct(ana_client, phone.session, note="Wet grass.")
        tokens = [token(phone.sends_set(1, number, left=10, revision=2)) for number in (1, 2, 3)]
        for number, over in enumerate(tokens, start=1):
            assert state(phone.sends_set(1, number, left=10, revision=2, over=over)) == STORED

        assert done(phone.session) == {(1, number): (10, None) for number in (1, 2, 3)}

    def test_a_choice_made_before_a_correction_is_asked_again(self, ana_client, phone, tablet):
        over = token(tablet.sends_set(1, 1, left=10))
        correct(ana_client, phone.session, note="Wet grass.")

        assert state(tablet.sends_set(1, 1, left=10, over=over)) == CHANGED
        assert done(phone.session)[1, 1] == (8, None)

    def test_a_choice_made_before_it_was_deleted_is_asked_again(self, tablet):
        over = token(tablet.sends_set(1, 1, left=10))
        Session.objects.get().hide(at=NOW)

        assert state(tablet.sends_set(1, 1, left=10, over=over)) == DELETED
        assert Session.objects.get().deleted_at == NOW

    def test_one_choice_brings_back_and_the_others_are_asked_of_what_is_back(self, tablet):
        Session.objects.get().hide(at=NOW)
        over = token(tablet.sends_set(1, 1, left=10))
        assert state(tablet.sends_set(1, 1, left=10, over=over)) == STORED

        assert state(tablet.sends_set(1, 2, left=10)) == CHANGED
        assert state(tablet.sends_set(1, 3, left=8)) == STORED


class TestEnd:
    def test_sets_that_arrive_late_leave_a_choice_of_the_end_as_it_is(self, phone, tablet):
        phone.sends_end(effort="6")
        over = token(tablet.sends_end(effort="7"))
        assert state(phone.sends_set(1, 1, left=8)) == STORED

        assert state(tablet.sends_end(effort="7", over=over)) == STORED
        assert Session.objects.get().effort == 7

    def test_a_choice_of_the_end_is_asked_again_once_its_end_was_corrected(self, ana_client, phone, tablet):
        phone.sends_set(1, 1)
        phone.sends_end(effort="6")
        over = token(tablet.sends_end(effort="7"))
        correct(ana_client, phone.session, note="Wet grass.")

        assert state(tablet.sends_end(effort="7", over=over)) == CHANGED


class TestOnesOwnEnd:
    """What the same browser says anew of the end, as where its first answer was lost."""

    @pytest.fixture
    def session(self, phone) -> Session:
        return phone.session

    def ends(self, session, writer, effort: int, *, over: str = "") -> None:
        said = Completion(minutes=21, effort=effort, pain=None, note="", run=None)
        playing.complete_session(session=session, completion=said, now=NOW, writer=writer, over=over)

    def test_it_takes_the_place_of_what_it_said_before(self, session):
        writer = uuid4()
        for effort in (6, 7, 5):
            self.ends(session, writer, effort)

        assert (session.effort, session.version, session.logged_at) == (5, 3, NOW)

    def test_its_own_late_sets_do_not_come_between(self, phone, session):
        self.ends(session, phone.writer, 6)
        phone.sends_set(1, 1)
        self.ends(session, phone.writer, 7)

        assert session.effort == 7

    @pytest.mark.parametrize("first", [None, uuid4()])
    def test_another_browser_is_asked(self, session, first):
        self.ends(session, first, 6)
        with pytest.raises(ChangedElsewhere) as asked:
            self.ends(session, uuid4(), 7)

        second = uuid4()
        self.ends(session, second, 7, over=asked.value.over)
        self.ends(session, second, 8)
        assert Session.objects.get().effort == 8

    def test_nobody_who_tells_no_browser_says_it_anew(self, session):
        self.ends(session, None, 6)
        with pytest.raises(ChangedElsewhere):
            self.ends(session, None, 7)

    def test_what_was_corrected_since_is_asked_about(self, ana_client, phone, session):
        writer = uuid4()
        phone.sends_set(1, 1)
        self.ends(session, writer, 6)
        correct(ana_client, session, note="Wet grass.")
        with pytest.raises(ChangedElsewhere):
            self.ends(session, writer, 7)

    def test_what_was_paired_since_is_asked_about(self, ana, session):
        writer = uuid4()
        self.ends(session, writer, 6)
        matching.pair(session=session, run=make_run(ana))
        with pytest.raises(ChangedElsewhere):
            self.ends(session, writer, 7)

"""What was written elsewhere meanwhile, by another phone or by the form, is never written over unasked."""

import pytest
from django.core.management import call_command

from logbook.models import LoggedSet, Session
from tests.browsing import form_on
from tests.factories import NOW
from tests.logbook.phones import CHANGED, DELETED, GONE, STORED, Phone, done, row_of, rows, start, state
from tests.logbook.session_forms import SAVE_CHANGES

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def session(ana_client) -> Session:
    return start(ana_client)


@pytest.fixture
def phone(ana_client, session) -> Phone:
    return Phone(ana_client, session)


@pytest.fixture
def tablet(ana_client, session) -> Phone:
    return Phone(ana_client, session)


def correct(client, session: Session, **changes: str) -> None:
    form = form_on(client.get(f"/sessions/{session.pk}/edit/"), SAVE_CHANGES)
    filled = form.filled({name.replace("_", "-"): value for name, value in changes.items()})
    assert filled.send(client).status_code == 302


class TestAnotherBrowser:
    def test_the_same_content_is_stored_already(self, phone, tablet):
        phone.sends_set(left=8, right=6)
        before = list(LoggedSet.objects.values())

        assert state(tablet.sends_set(left=8, right=6)) == STORED
        assert list(LoggedSet.objects.values()) == before

    @pytest.mark.parametrize(
        ("said", "mine"),
        [
            ({"left": 10}, "10 each side"),
            ({"left": 8, "right": 7}, "left 8, right 7"),
            ({"left": 8, "load": "10"}, "8 each side at 10 kg"),
            ({"skipped": 1}, "left out"),
        ],
    )
    def test_other_content_is_a_choice_with_both_versions(self, phone, tablet, said, mine):
        phone.sends_set(left=8)
        before = list(LoggedSet.objects.values())
        answer = tablet.sends_set(**said)

        assert state(answer) == CHANGED
        told = answer.json()
        assert (told["mine"], told["stored"]) == (mine, "8 each side")
        assert told["why"] == "This set was written elsewhere meanwhile."
        assert list(LoggedSet.objects.values()) == before

    def test_the_stored_one_comes_along_as_it_can_be_taken_over(self, phone, tablet):
        phone.sends_set(left=8, right=6, revision=2)
        stored = {"slug": "reverse-lunge-knee-drive", "load": "", "implements": None, "skipped": False}
        writer = {"writer": str(phone.writer), "revision": 2}
        assert tablet.sends_set(left=10).json()["stored_set"] == {"left": 8, "right": 6, **stored, **writer}

        phone.sends_set(skipped=1, revision=3)
        told = tablet.sends_set(left=10).json()["stored_set"]
        assert (told["skipped"], told["left"], told["slug"]) == (True, 0, stored["slug"])

    def test_two_versions_with_different_exercises_name_them(self, phone, tablet):
        phone.sends_set(left=8)
        told = tablet.sends_set(left=8, exercise="reverse-lunge").json()

        assert (told["mine"], told["stored"]) == (
            "Reverse lunge, 8 each side",
            "Reverse lunge to knee drive, 8 each side",
        )

    def test_a_higher_revision_of_another_browser_counts_for_nothing(self, phone, tablet):
        phone.sends_set(left=8)

        assert state(tablet.sends_set(left=10, revision=50)) == CHANGED
        assert done(phone.session) == {(1, 1): (8, None)}

    def test_chosen_mine_is_stored_and_the_other_one_is_asked_from_then_on(self, phone, tablet):
        phone.sends_set(left=8)
        over = tablet.sends_set(left=10).json()["over"]

        assert state(tablet.sends_set(left=10, over=over)) == STORED
        row = row_of(phone.session)
        assert (row.done, row.writer, row.revision) == (10, tablet.writer, 1)
        # Sent once more, since its answer was lost.
        assert state(tablet.sends_set(left=10, over=over)) == STORED
        assert state(phone.sends_set(left=9, revision=2)) == CHANGED

    def test_a_choice_made_before_it_changed_once_more_is_asked_again(self, phone, tablet):
        phone.sends_set(left=8)
        over = tablet.sends_set(left=10).json()["over"]
        phone.sends_set(left=9, revision=2)
        again = tablet.sends_set(left=10, over=over)

        assert state(again) == CHANGED
        assert (again.json()["stored"], done(phone.session)) == ("9 each side", {(1, 1): (9, None)})
        assert state(tablet.sends_set(left=10, over=again.json()["over"])) == STORED

    def test_a_choice_about_one_set_says_nothing_of_another(self, phone, tablet):
        for number in (1, 2):
            phone.sends_set(1, number, left=8, revision=number)
        over = tablet.sends_set(1, 1, left=10).json()["over"]

        assert state(tablet.sends_set(1, 2, left=10, over=over)) == CHANGED

    def test_plain_forms_of_two_tabs_ask_too(self, ana_client, session):
        address, plain = f"/sessions/{session.pk}/sets/", {"station": 1, "number": 1}
        json = {"Accept": "application/json"}
        ana_client.post(address, {**plain, "left": 8})
        over = ana_client.post(address, {**plain, "left": 9}, headers=json).json()["over"]
        ana_client.post(address, {**plain, "left": 10, "over": over})
        assert done(session) == {(1, 1): (10, None)}

        # What was seen was 8, not 10.
        answer = ana_client.post(address, {**plain, "left": 9, "over": over}, headers=json)
        assert state(answer) == CHANGED
        led = ana_client.post(address, {**plain, "left": 9, "over": over})
        assert (led.status_code, done(session)) == (409, {(1, 1): (10, None)})

    def test_different_sets_of_two_browsers_never_meet(self, phone, tablet):
        for number in (1, 2, 3):
            assert state(phone.sends_set(1, number)) == state(tablet.sends_set(2, number)) == STORED
        assert len(done(phone.session)) == 6


class TestCorrectedByTheForm:
    @pytest.fixture(autouse=True)
    def _logged(self, phone):
        phone.sends_set(1, 1, left=8)
        phone.sends_end()

    def test_what_the_form_said_is_not_written_over(self, ana_client, phone):
        correct(ana_client, phone.session, note="Wet grass.", effort="4")
        before = rows(phone.session)
        answer = phone.sends_set(1, 1, left=9, revision=2)

        assert state(answer) == CHANGED
        assert (answer.json()["mine"], answer.json()["stored"]) == ("9 each side", "8 each side")
        assert rows(phone.session) == before
        assert state(phone.sends_set(1, 2, left=9)) == CHANGED
        assert phone.sends_set(1, 2, left=9).json()["stored"] == "left out"

    def test_what_says_the_same_as_the_form_is_stored_already(self, ana_client, phone):
        correct(ana_client, phone.session, note="Wet grass.")

        assert state(phone.sends_set(1, 1, left=8)) == STORED
        assert Session.objects.get().version == 2

    def test_chosen_mine_it_is_stored_whole_and_a_tab_with_it_is_told(self, ana_client, phone):
        LoggedSet.objects.filter(number=1, station=1).update(rpe=8)
        tab = form_on(ana_client.get(f"/sessions/{phone.session.pk}/edit/"), SAVE_CHANGES)
        correct(ana_client, phone.session, note="Wet grass.")
        over = phone.sends_set(1, 1, left=9, revision=2).json()["over"]
        assert state(phone.sends_set(1, 1, left=9, revision=2, over=over)) == STORED

        row = row_of(phone.session)
        assert (row.done, row.rpe, row.writer) == (9, None, phone.writer)
        assert Session.objects.get().version == 3
        assert tab.filled({"note": "Other."}).send(ana_client).status_code == 409

    def test_a_form_that_is_saved_in_between_is_asked_about_again(self, ana_client, phone):
        correct(ana_client, phone.session, note="Wet grass.")
        over = phone.sends_set(1, 1, left=9, revision=2).json()["over"]
        correct(ana_client, phone.session, note="Dry grass.")

        assert state(phone.sends_set(1, 1, left=9, revision=2, over=over)) == CHANGED

    def test_a_set_that_is_not_there_any_more_is_refused_with_a_sentence(self, phone):
        LoggedSet.objects.filter(station=4).delete()
        answer = phone.sends_set(4, 1)

        assert answer.status_code == 422
        assert answer.json()["why"].startswith("This session has no such set.")

    def test_a_set_still_on_its_way_when_the_session_was_logged_is_stored_and_the_version_tells(
        self, ana_client, phone
    ):
        tab = form_on(ana_client.get(f"/sessions/{phone.session.pk}/edit/"), SAVE_CHANGES)
        assert state(phone.sends_set(1, 2, left=7)) == STORED

        assert done(phone.session) == {(1, 1): (8, None), (1, 2): (7, None)}
        assert Session.objects.get().version == 2
        assert tab.filled({"note": "Wet grass."}).send(ana_client).status_code == 409
        assert done(phone.session) == {(1, 1): (8, None), (1, 2): (7, None)}


class TestDeleted:
    @pytest.fixture(params=[True, False], ids=["logged", "open"], autouse=True)
    def is_logged(self, request, phone) -> bool:
        phone.sends_set(1, 1, left=8)
        if request.param:
            phone.sends_end()
        Session.objects.get().hide(at=NOW)
        return request.param

    def test_it_is_a_choice_and_nothing_is_stored(self, phone):
        before = rows(phone.session)
        answer = phone.sends_set(1, 2, left=7)

        assert state(answer) == DELETED
        assert answer.json()["why"] == "This session was deleted meanwhile."
        assert (answer.json()["mine"], answer.json()["stored"]) == ("7 each side", "left out")
        assert rows(phone.session) == before
        assert Session.objects.get().deleted_at == NOW

    def test_chosen_mine_it_is_back_with_the_set(self, phone, is_logged):
        over = phone.sends_set(1, 2, left=7).json()["over"]
        assert state(phone.sends_set(1, 2, left=7, over=over)) == STORED

        session = Session.objects.get()
        assert (session.deleted_at, session.version) == (None, 2)
        assert session.is_open is not is_logged
        assert done(session) == {(1, 1): (8, None), (1, 2): (7, None)}
        assert state(phone.sends_set(1, 3, left=7)) == STORED

    def test_chosen_mine_it_is_back_also_where_the_set_is_there_already(self, phone):
        over = phone.sends_set(1, 1, left=9, revision=2).json()["over"]
        # Corrected back on the phone before it was chosen.
        assert state(phone.sends_set(1, 1, left=8, revision=3, over=over)) == STORED
        assert Session.objects.get().deleted_at is None

    def test_a_choice_made_before_it_was_deleted_brings_nothing_back(self, phone, tablet):
        Session.objects.get().bring_back()
        over = tablet.sends_set(1, 1, left=9).json()["over"]
        Session.objects.get().hide(at=NOW)

        assert state(tablet.sends_set(1, 1, left=9, over=over)) == DELETED

    def test_what_is_stored_already_is_stored_and_brings_nothing_back(self, phone):
        assert state(phone.sends_set(1, 1, left=8)) == STORED
        assert Session.objects.get().deleted_at == NOW

    def test_gone_for_good_it_is_told_so(self, phone, clock):
        clock.passes(days=31)
        call_command("purge", verbosity=0)

        assert not Session.objects.exists()
        for answer in (phone.sends_set(1, 2), phone.sends_end()):
            assert state(answer) == GONE
            assert answer.json()["why"].startswith("That session is gone for good.")

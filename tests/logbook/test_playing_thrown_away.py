"""What a phone still sends of a session that was thrown away: nobody is asked about what they never did."""

import pytest
from django.http import HttpResponse

from logbook import afterwards
from logbook.models import Session
from tests.factories import NOW, make_session
from tests.logbook.phones import DELETED, STORED, STRETCH, Phone, done, row_of, start, state

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def phone(ana_client) -> Phone:
    return Phone(ana_client, start(ana_client))


def throw_away(phone: Phone, routine: str = "") -> HttpResponse:
    return phone.client.post(f"/sessions/{phone.session.pk}/deletion/", {"routine": routine})


def stretches(phone: Phone, **fields) -> HttpResponse:
    return phone.sends_set(1, 1, routine=STRETCH, left=30, **fields)


def stretch() -> Session:
    return Session.objects.get(circuit__slug=STRETCH)


class TestSession:
    def test_a_set_that_was_left_out_is_settled_and_brings_nothing_back(self, phone):
        throw_away(phone)
        assert state(phone.sends_set(1, 1, skipped=1)) == STORED

        row = row_of(phone.session)
        assert (row.revision, row.done, Session.objects.get().deleted_at) == (0, None, NOW)

    def test_one_that_was_done_is_a_choice_as_ever(self, phone):
        throw_away(phone)
        assert state(phone.sends_set(1, 1, left=7)) == DELETED

    def test_one_that_is_stored_as_done_and_left_out_since_is_a_choice(self, phone):
        phone.sends_set(1, 1, left=8)
        throw_away(phone)
        answer = phone.sends_set(1, 1, skipped=1, revision=2)

        assert state(answer) == DELETED
        assert (answer.json()["mine"], answer.json()["stored"]) == ("left out", "8 each side")

    def test_whoever_chose_to_bring_it_back_before_brings_it_back(self, phone):
        throw_away(phone)
        over = phone.sends_set(1, 1, left=7).json()["over"]
        assert state(phone.sends_set(1, 1, skipped=1, over=over)) == STORED

        assert Session.objects.get().deleted_at is None


class TestRoutine:
    def test_what_comes_late_starts_no_other(self, phone):
        phone.sends_set()
        assert throw_away(phone, STRETCH)["Location"] == phone.session.get_absolute_url()
        assert state(stretches(phone, skipped=1)) == STORED

        assert (stretch().deleted_at, stretch().key) == (NOW, afterwards.key_of(phone.session, STRETCH))
        assert Session.objects.open().get() == phone.session

    def test_one_that_was_done_all_the_same_is_a_choice(self, phone):
        throw_away(phone, STRETCH)
        answer = stretches(phone)
        assert state(answer) == DELETED

        assert state(stretches(phone, over=answer.json()["over"])) == STORED
        assert (stretch().deleted_at, done(stretch())) == (None, {(1, 1): (30, None)})

    def test_it_is_still_on_offer_after_its_session(self, phone):
        phone.sends_set()
        phone.sends_end()
        throw_away(phone, STRETCH)
        phone.client.post(f"/sessions/{phone.session.pk}/afterwards/", {"circuit": STRETCH})

        assert (stretch().deleted_at, stretch().is_open) == (None, False)

    def test_one_that_was_logged_in_another_way_stays(self, ana, phone):
        by_form = make_session(ana, circuit=STRETCH, started_at=NOW, minutes=5)
        throw_away(phone, STRETCH)

        assert (stretch(), stretch().deleted_at) == (by_form, None)

    @pytest.mark.parametrize("slug", ["ten-minute-minimal", "no-such", "a\x00b"])
    def test_nothing_is_made_of_what_does_not_follow(self, phone, slug):
        assert throw_away(phone, slug)["Location"] == phone.session.get_absolute_url()
        assert Session.objects.get().deleted_at is None

    def test_left_out_after_a_session_that_is_deleted_it_is_settled_and_starts_nothing(self, phone):
        throw_away(phone)
        assert throw_away(phone, STRETCH)["Location"] == phone.session.get_absolute_url()
        assert state(stretches(phone, skipped=1)) == STORED
        assert state(stretches(phone)) == DELETED

        assert Session.objects.get() == phone.session

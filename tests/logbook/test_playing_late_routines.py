"""A routine that comes late: its session was deleted, or hours ago, or it is logged already."""

from datetime import timedelta

import pytest

from logbook.models import Session
from tests.factories import NOW, make_run, make_session
from tests.logbook.phones import (
    CHANGED,
    DELETED,
    RECOVERY,
    STORED,
    STRETCH,
    Phone,
    done,
    start,
    state,
)

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def run(ana):
    return make_run(ana)


@pytest.fixture
def phone(ana_client, run) -> Phone:
    return Phone(ana_client, start(ana_client, run=run.pk))


def routine(slug: str = STRETCH) -> Session:
    return Session.objects.get(circuit__slug=slug)


def ms(at) -> int:
    """A moment as a phone says it."""
    return round(at.timestamp() * 1000)


def stretches(phone: Phone, station: int = 1, **fields):
    return phone.sends_set(station, 1, routine=STRETCH, left=30, **fields)


def test_late_ones_stand_one_after_the_other_where_the_session_was(ana, clock, phone):
    phone.sends_end(minutes=25)
    ana.time_zone = "America/New_York"
    ana.save()
    clock.passes(hours=20)
    stretches(phone)
    phone.sends_end(routine=STRETCH, minutes=9)
    phone.sends_set(1, 1, routine=RECOVERY, left=60)

    ended_at = NOW + timedelta(minutes=25)
    assert (routine().started_at, routine(RECOVERY).started_at) == (ended_at, ended_at + timedelta(minutes=9))
    assert {routine().time_zone, routine(RECOVERY).time_zone} == {"Europe/Berlin"}


def test_a_late_one_stands_where_the_phone_says_that_it_began(clock, phone):
    phone.sends_end(minutes=25)
    clock.passes(hours=20)
    began = NOW + timedelta(hours=9)
    phone.sends_end(routine=STRETCH, minutes=9, began=ms(began))
    stretches(phone, began=ms(began))

    assert routine().started_at == began


@pytest.mark.parametrize("off", [timedelta(minutes=-1), timedelta(days=30)], ids=["before", "to come"])
def test_a_phone_with_a_wrong_clock_says_nothing(clock, phone, off):
    clock.passes(minutes=31)
    stretches(phone, began=ms(NOW + off))

    assert routine().started_at == clock.now


def test_a_routine_that_was_logged_by_a_form_is_a_choice_and_not_another_one(ana, phone):
    by_form = make_session(ana, circuit=STRETCH, started_at=NOW + timedelta(minutes=25), minutes=5)
    assert state(stretches(phone)) == STORED
    answer = stretches(phone, 2, skipped=1)
    assert state(answer) == CHANGED

    assert state(phone.sends_end(routine=STRETCH, minutes=9)) == CHANGED
    assert state(stretches(phone, 2, skipped=1, over=answer.json()["over"])) == STORED
    assert routine() == by_form


class TestSessionDeleted:
    """What follows a session that was deleted meanwhile starts nothing by itself, and is not lost."""

    @pytest.fixture(params=[True, False], ids=["logged", "open"])
    def hidden(self, request, phone) -> Session:
        phone.sends_set(1, 1)
        if request.param:
            phone.sends_end()
        phone.session.hide(at=NOW)
        return phone.session

    def test_it_is_a_choice_and_nothing_is_there(self, phone, hidden):
        for answer in (stretches(phone), phone.sends_end(routine=STRETCH, minutes=9)):
            assert state(answer) == DELETED
            assert answer.json()["why"] == "The session that this follows was deleted meanwhile."
        assert Session.objects.get() == hidden
        assert Session.objects.get().deleted_at == NOW

    @pytest.mark.parametrize("first", ["set", "end"])
    def test_chosen_it_brings_the_session_back_and_goes_on(self, phone, hidden, first):
        messages = {
            "set": lambda **over: stretches(phone, **over),
            "end": lambda **over: phone.sends_end(routine=STRETCH, minutes=9, **over),
        }
        tokens = {name: send().json()["over"] for name, send in messages.items()}
        for name in sorted(messages, key=lambda name: name != first):
            assert state(messages[name](over=tokens[name])) == STORED

        assert Session.objects.get(pk=hidden.pk).deleted_at is None
        assert (done(routine()), routine().is_open) == ({(1, 1): (30, None)}, False)

    def test_a_choice_of_before_it_was_deleted_brings_nothing_back(self, phone, hidden):
        hidden.bring_back()
        over = hidden.stamp()
        hidden.hide(at=NOW)

        assert state(stretches(phone, over=over)) == DELETED

    def test_a_routine_that_was_begun_before_is_stored(self, phone):
        stretches(phone)
        phone.session.hide(at=NOW)

        assert state(stretches(phone, 2)) == STORED
        assert Session.objects.get(pk=phone.session.pk).deleted_at == NOW

    def test_without_a_script_it_is_said_on_the_page_of_the_session(self, ana_client, phone):
        phone.session.hide(at=NOW)
        said = {"routine": STRETCH, "station": 1, "number": 1, "left": 30, "minutes": 9}
        for what in ("sets", "completion"):
            answer = ana_client.post(f"/sessions/{phone.session.pk}/{what}/", said)
            assert answer["Location"] == phone.session.get_absolute_url()
        assert Session.objects.count() == 1

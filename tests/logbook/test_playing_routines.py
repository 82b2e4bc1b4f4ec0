"""Stretch and recovery routine in the same player: sessions of their own, started by whatever comes first."""

from datetime import timedelta
from itertools import permutations

import pytest

from logbook import afterwards, following
from logbook.models import LoggedSet, Session
from tests.factories import NOW, make_run, make_session
from tests.logbook.phones import (
    CHANGED,
    DELETED,
    RECOVERY,
    REFUSED,
    STORED,
    STRETCH,
    Phone,
    done,
    played,
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


def stretches(phone: Phone, station: int = 1, **fields):
    return phone.sends_set(station, 1, routine=STRETCH, left=30, **fields)


def test_its_first_set_starts_it_with_the_key_of_the_one_tap(ana, phone, run):
    answer = stretches(phone)

    assert state(answer) == STORED
    stretch = routine()
    assert answer.json()["address"] == stretch.get_absolute_url() != phone.session.get_absolute_url()
    assert stretch.key == afterwards.key_of(phone.session, STRETCH)
    assert (stretch.athlete, stretch.run, stretch.is_open, stretch.minutes) == (ana, run, True, 8)
    assert (done(stretch), done(phone.session)) == ({(1, 1): (30, None)}, {})


def test_its_end_may_come_first_and_its_sets_after(phone, run):
    assert state(phone.sends_end(routine=STRETCH, minutes=9)) == STORED
    assert state(stretches(phone, 2)) == STORED

    stretch = routine()
    assert (stretch.is_open, stretch.minutes, stretch.run, stretch.version) == (False, 9, run, 2)
    assert done(stretch) == {(2, 1): (30, None)}
    assert Session.objects.get(pk=phone.session.pk).is_open


def test_messages_in_any_order_leave_the_same(ana_client, run):
    messages = {
        "set": lambda phone: phone.sends_set(1, 1),
        "end": lambda phone: phone.sends_end(run=run.pk),
        "stretch": stretches,
        "stretched": lambda phone: phone.sends_end(routine=STRETCH, minutes=9),
        "recovery": lambda phone: phone.sends_set(1, 1, routine=RECOVERY, left=60),
    }
    left = set()
    for order in permutations(messages):
        LoggedSet.objects.all().delete()
        Session.objects.all().delete()
        phone = Phone(ana_client, start(ana_client))
        for name in order:
            assert state(messages[name](phone)) == STORED, (order, name)
        sessions = Session.objects.order_by("circuit__slug")
        left.add(
            tuple(
                (each.name, each.minutes, each.run_id, each.is_open, tuple(done(each).items()))
                for each in sessions
            )
        )
    assert len(left) == 1
    ((four, stretch, recovery),) = left
    assert {four[2], stretch[2], recovery[2]} == {run.pk}


def test_the_run_of_the_session_becomes_that_of_routines_that_have_none(ana_client, run):
    phone = Phone(ana_client, start(ana_client))
    stretches(phone)
    phone.sends_end(routine=STRETCH, minutes=9)
    assert (routine().run, routine().version) == (None, 1)

    phone.sends_end(run=run.pk)
    # A tab that has it open to be corrected learns of it.
    assert (routine().run, routine().version) == (run, 2)
    assert state(phone.sends_end(routine=STRETCH, minutes=9)) == STORED
    assert (routine().run, routine().version) == (run, 2)


def test_a_routine_that_has_another_run_keeps_it(ana, ana_client, run):
    other = make_run(ana, started_at=NOW - timedelta(hours=6))
    phone = Phone(ana_client, start(ana_client))
    stretches(phone)
    Session.objects.filter(pk=routine().pk).update(run=other)
    phone.sends_end(run=run.pk)

    assert routine().run == other


def test_the_routines_of_an_ended_session_are_still_played(ana_client, phone):
    phone.sends_end()
    assert state(stretches(phone)) == state(phone.sends_end(routine=STRETCH, minutes=9)) == STORED
    assert not routine().is_open


def test_sent_again_it_is_one_session(phone):
    for _ in range(3):
        assert state(stretches(phone)) == STORED
        assert state(phone.sends_end(routine=STRETCH, minutes=9)) == STORED

    assert Session.objects.count() == 2
    assert routine().version == 1


def test_one_that_was_tapped_already_is_a_choice(ana, ana_client, clock):
    phone = Phone(ana_client, start(ana_client))
    phone.sends_end()
    phone.session.refresh_from_db()
    following.log_afterwards(session=phone.session, slug=STRETCH, now=NOW)
    # As it was tapped: every set as it is asked for.
    assert state(stretches(phone)) == STORED
    answer = stretches(phone, 2, skipped=1)
    assert state(answer) == CHANGED
    assert (answer.json()["mine"], answer.json()["stored"]) == ("left out", "30 s each side")
    ended = phone.sends_end(routine=STRETCH, minutes=12)
    assert state(ended) == CHANGED
    assert ended.json()["stored"].startswith("8 min")

    assert state(stretches(phone, 2, skipped=1, over=answer.json()["over"])) == STORED
    assert Session.objects.count() == 2


def test_one_that_was_played_is_not_logged_by_the_tap_once_more(ana_client, phone):
    phone.sends_end()
    stretches(phone)
    phone.sends_end(routine=STRETCH, minutes=9)
    phone.session.refresh_from_db()
    logged = following.log_afterwards(session=phone.session, slug=STRETCH, now=NOW)

    assert (logged.is_new, logged.session) == (False, routine())


def test_one_in_the_making_is_told_as_it_stands_and_a_logged_one_is_not_told(ana_client, phone):
    stretches(phone)
    _, stretch, recovery = played(ana_client, phone.session)["parts"]
    assert (stretch["routine"], stretch["sets"][0]["done"]["left"]) == (STRETCH, 30)
    assert recovery["routine"] == RECOVERY
    assert all(each["done"] is None for each in recovery["sets"])

    phone.sends_end(routine=STRETCH, minutes=9)
    assert [part["routine"] for part in played(ana_client, phone.session)["parts"]] == ["", RECOVERY]


def test_one_that_was_deleted_is_a_choice(phone):
    stretches(phone)
    routine().hide(at=NOW)
    answer = stretches(phone, 2)

    assert state(answer) == DELETED
    assert state(stretches(phone, 2, over=answer.json()["over"])) == STORED
    assert routine().deleted_at is None


def test_nothing_follows_a_routine(ana_client):
    phone = Phone(ana_client, start(ana_client, STRETCH))
    for answer in (stretches(phone), phone.sends_end(routine=RECOVERY)):
        assert state(answer) == REFUSED
        assert answer.json()["why"] == "No such routine follows this session."
    assert Session.objects.count() == 1


@pytest.mark.parametrize("circuit", ["ten-minute-minimal", "no-such", "a\x00b"])
def test_nothing_else_follows_a_session(phone, circuit):
    for answer in (phone.sends_set(1, 1, routine=circuit), phone.sends_end(routine=circuit)):
        assert state(answer) == REFUSED
    assert Session.objects.count() == 1


def test_a_routine_of_somebody_elses_session_starts_nothing(ben_client, phone):
    others = Phone(ben_client, phone.session)
    assert stretches(others).status_code == 404
    assert others.sends_end(routine=STRETCH).status_code == 404
    # Nor by a form without a script, which is answered in another place.
    for what in ("sets", "completion"):
        said = {"routine": STRETCH, "station": 1, "number": 1, "left": 30, "minutes": 9}
        assert ben_client.post(f"/sessions/{phone.session.pk}/{what}/", said).status_code == 404
    assert Session.objects.count() == 1


def test_one_done_without_a_connection_stands_right_after_its_session(ana_client, clock, phone):
    phone.sends_end(minutes=25)
    clock.passes(hours=20)
    stretches(phone)
    phone.sends_end(routine=STRETCH, minutes=9)

    assert routine().started_at == NOW + timedelta(minutes=25)
    assert routine().performed_on == NOW.date()


def test_one_done_at_once_begins_when_it_is_begun(clock, phone):
    clock.passes(minutes=31)
    stretches(phone)

    assert routine().started_at == clock.now


def test_a_routine_logged_by_hand_before_is_not_the_players(ana, ana_client, clock):
    """One of a form of its own has another key: it is told as logged, and not offered."""
    phone = Phone(ana_client, start(ana_client))
    clock.passes(minutes=30)
    make_session(ana, circuit=STRETCH, started_at=clock.now - timedelta(minutes=5), minutes=5)

    assert [part["routine"] for part in played(ana_client, phone.session)["parts"]] == ["", RECOVERY]


def test_the_player_of_a_logged_session_goes_on_with_a_routine_in_the_making(ana_client, phone):
    stretches(phone)
    phone.sends_end()
    told = played(ana_client, phone.session)["parts"]
    assert [(part["routine"], part["is_logged"]) for part in told] == [
        ("", True),
        (STRETCH, False),
        (RECOVERY, False),
    ]
    page = ana_client.get(f"/sessions/{phone.session.pk}/play/")
    assert f'action="/sessions/{routine().pk}/sets/"' in page.content.decode(), "by plain forms too"

    phone.sends_end(routine=STRETCH, minutes=9)
    answer = ana_client.get(f"/sessions/{phone.session.pk}/play/")
    assert answer["Location"] == phone.session.get_absolute_url()


def test_of_a_routine_that_has_just_begun_there_the_player_itself_may_ask(ana_client, phone):
    phone.sends_end()
    address = f"/sessions/{phone.session.pk}/play/"
    assert ana_client.get(address)["Location"] == phone.session.get_absolute_url()
    assert ana_client.get(f"{address}?then").status_code == 200

    phone.session.hide(at=NOW)
    assert ana_client.get(f"{address}?then")["Location"] == phone.session.get_absolute_url()

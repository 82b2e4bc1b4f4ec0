"""The run that a session which was played is paired with at its end."""

from datetime import timedelta

import pytest

from logbook.forms.run_choice import RUN_GONE
from logbook.models import Session
from tests.browsing import form_on, words
from tests.factories import NOW, make_run
from tests.logbook.phones import REFUSED, STORED, Phone, start, state

pytestmark = pytest.mark.usefixtures("clock")
HURT = {"pain_felt": "some", "pain": "3", "pain_place": "knee", "pain_side": "left"}


@pytest.fixture
def run(ana):
    """From 07:00 to 07:48 in Berlin; it is 10:00."""
    return make_run(ana)


@pytest.fixture
def phone(ana_client) -> Phone:
    return Phone(ana_client, start(ana_client))


def test_a_run_of_somebody_else_is_refused(ben, phone):
    answer = phone.sends_end(run=make_run(ben).pk)
    assert (state(answer), answer.json()["why"]) == (REFUSED, RUN_GONE)
    assert Session.objects.get().is_open


def test_a_run_that_was_deleted_while_it_waited_on_the_phone_counts_as_none(ana, phone, run):
    run.hide(at=NOW)
    for _ in range(2):
        assert state(phone.sends_end(run=run.pk, effort="6")) == STORED
    session = Session.objects.get()
    assert (session.is_open, session.run, session.effort, session.version) == (False, None, 6, 1)


def test_the_run_it_was_started_after_stays_when_that_was_deleted_meanwhile(ana_client, run):
    phone = Phone(ana_client, start(ana_client, run=run.pk))
    run.hide(at=NOW)
    assert state(phone.sends_end(run=run.pk)) == STORED
    run.bring_back()
    assert Session.objects.get().kept_run == run


def test_a_plain_form_says_that_its_run_was_deleted(ana_client, phone, run):
    phone.sends_set(1, 1)
    form = form_on(ana_client.get(f"/sessions/{phone.session.pk}/completion/"), "Save session")
    run.hide(at=NOW)
    answer = form.send(ana_client)
    assert (answer.status_code, RUN_GONE in words(answer)) == (422, True)


def test_a_run_far_away_may_be_chosen_all_the_same(ana, phone):
    far = make_run(ana, started_at=NOW - timedelta(days=3))
    assert state(phone.sends_end(run=far.pk)) == STORED
    assert Session.objects.get().run == far


def test_the_run_it_was_started_after_may_be_taken_off(ana_client, run):
    phone = Phone(ana_client, start(ana_client, run=run.pk))
    assert state(phone.sends_end(run="")) == STORED
    assert Session.objects.get().run is None


def test_a_run_that_is_deleted_just_now_stays_for_when_it_is_brought_back(ana_client, run):
    phone = Phone(ana_client, start(ana_client, run=run.pk))
    run.hide(at=NOW)
    assert state(phone.sends_end()) == STORED

    session = Session.objects.get()
    assert (session.run, session.kept_run) == (run, None)
    assert state(phone.sends_end()) == STORED

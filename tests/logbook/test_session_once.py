"""A session sent more than once is stored once: clicked twice, after Back, ten times in the same moment."""

import pytest
from django.test import Client

from logbook.models import LoggedSet, Session
from tests.at_once import at_once
from tests.browsing import form_on, notices, soup, words
from tests.factories import NOW
from tests.logbook.session_forms import SAVE, SAVE_CHANGES, open_form

pytestmark = pytest.mark.usefixtures("clock")


def test_sent_twice_it_is_stored_once_and_both_answers_lead_to_it(ana_client):
    form = open_form(ana_client)
    answers = [form.send(ana_client), form.send(ana_client)]

    session = Session.objects.get()
    assert [answer["Location"] for answer in answers] == [session.get_absolute_url()] * 2
    assert LoggedSet.objects.count() == 12
    assert notices(ana_client.get(session.get_absolute_url())) == [
        "Session saved: 22 min, load 132 AU.",
        "Saved once already.",
    ]


def press(client, answer, button: str, **changes: str):
    """Send the form of an answer by one of its named buttons."""
    pressed = soup(answer).find("button", attrs={"name": button})
    form = form_on(answer, SAVE).filled(changes)
    return client.post(form.action, {**form.fields, button: pressed["value"]})


class TestChangedAfterBack:
    """The form was saved, and is sent again saying something else."""

    @pytest.fixture
    def answer(self, ana_client):
        form = open_form(ana_client)
        form.filled({"minutes": "20"}).send(ana_client)
        changed = form.filled({"minutes": "40", "station-1-planned": None, "station-1-sets": "2"})
        return changed.send(ana_client)

    def test_nothing_is_written_over_and_both_versions_are_shown(self, answer):
        session = Session.objects.get()
        assert session.minutes == 20
        assert {logged.done for logged in session.sets.all()} == {8}
        assert answer.status_code == 409
        table = [[words(cell) for cell in row.select("th, td")] for row in soup(answer).select("tbody tr")]
        assert table[0] == ["Minutes", "20", "40"]
        assert table[1][1:] == ["3 × 8 each side", "2 × 8 each side"]

    def test_what_is_typed_can_be_saved_over_it(self, ana_client, answer):
        assert press(ana_client, answer, "over").status_code == 302
        session = Session.objects.get()
        assert (session.minutes, session.version) == (40, 2)
        assert [logged.done for logged in session.sets.all()][:3] == [8, 8, None]

    def test_not_over_what_changed_meanwhile_once_more(self, ana_client, answer):
        Session.objects.update(note="From the other tab.", version=2)
        again = press(ana_client, answer, "over")
        assert again.status_code == 409
        assert Session.objects.get().note == "From the other tab."
        assert press(ana_client, again, "over").status_code == 302
        assert Session.objects.get().minutes == 40

    def test_or_be_logged_as_another_session_once(self, ana_client, answer):
        for _ in range(2):
            assert press(ana_client, answer, "another").status_code == 302
        first, second = Session.objects.order_by("pk")
        assert (first.minutes, second.minutes) == (20, 40)

    def test_the_other_session_stays_another_when_its_form_is_refused_first(self, ana_client, answer):
        refused = press(ana_client, answer, "another", minutes="soon")
        assert refused.status_code == 422
        form_on(refused, SAVE).filled({"minutes": "41"}).send(ana_client)
        assert [session.minutes for session in Session.objects.order_by("pk")] == [20, 41]

    def test_and_is_not_written_over_unasked_either(self, ana_client, answer):
        press(ana_client, answer, "another")
        assert press(ana_client, answer, "another", minutes="55").status_code == 409
        assert [session.minutes for session in Session.objects.order_by("pk")] == [20, 40]

    def test_after_it_was_deleted_nothing_typed_is_dropped_unsaid(self, ana_client, answer):
        Session.objects.get().hide(at=NOW)
        again = form_on(answer, SAVE).send(ana_client)
        assert again.status_code == 409
        assert "Stored now, deleted" in words(again)
        press(ana_client, again, "over")
        assert (Session.objects.get().minutes, Session.objects.get().deleted_at) == (40, NOW)

    def test_or_left_by_a_link_to_what_is_stored(self, ana_client, answer):
        link = soup(answer).find("a", string="Keep what is stored")
        assert link["href"] == Session.objects.get().get_absolute_url()


def test_sent_again_after_it_was_deleted_it_is_not_stored_anew(ana_client):
    form = open_form(ana_client)
    form.send(ana_client)
    session = Session.objects.get()
    ana_client.post(f"{session.get_absolute_url()}deletion/")

    assert form.send(ana_client)["Location"] == session.get_absolute_url()
    assert Session.objects.get().deleted_at is not None


def test_two_forms_opened_side_by_side_are_two_sessions(ana_client):
    forms = [open_form(ana_client), open_form(ana_client)]
    for form in forms:
        form.send(ana_client)

    assert Session.objects.count() == 2


def test_the_same_key_belongs_to_each_athlete_apart(ana, ben, ana_client, ben_client):
    form = open_form(ana_client)
    first, second = form.send(ana_client), form.send(ben_client)

    assert first["Location"] != second["Location"]
    assert (ana.sessions.count(), ben.sessions.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_store_one_and_every_answer_leads_to_it(ana, ana_client):
    form = open_form(ana_client)

    def send():
        client = Client()
        client.cookies = ana_client.cookies
        return form.send(client)

    answers = at_once(10, send)

    session = Session.objects.get()
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, session.get_absolute_url())
    }
    assert LoggedSet.objects.count() == 12


@pytest.mark.django_db(transaction=True)
def test_of_ten_corrections_at_once_one_is_stored_whole_and_the_others_are_told(ana_client):
    open_form(ana_client).send(ana_client)
    session = Session.objects.get()
    edit = f"{session.get_absolute_url()}edit/"
    # All ten tabs were opened before any of them saved.
    forms = iter([form_on(ana_client.get(edit), SAVE_CHANGES) for _ in range(10)])
    amounts = iter(range(1, 11))

    def correct():
        client = Client()
        client.cookies = ana_client.cookies
        amount = str(next(amounts))
        changes = {
            f"station-{n}-{name}": value
            for n in range(1, 5)
            for name, value in [("planned", None), ("amount", amount)]
        }
        return next(forms).filled({"minutes": amount, **changes}).send(client)

    answers = at_once(10, correct)

    assert sorted(answer.status_code for answer in answers) == [302, *[409] * 9]
    session.refresh_from_db()
    assert [logged.done for logged in session.sets.all()] == [session.minutes] * 12

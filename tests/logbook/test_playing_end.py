"""The end of a session that was played: logged with how it was, paired with its run, and that once."""

from datetime import timedelta

import pytest

from logbook.forms.pain import NO_PLACE
from logbook.forms.run_choice import MINUTES_WRONG, RUN_GONE
from logbook.models import Session
from logbook.views.completion import ALL_LEFT_OUT
from tests.browsing import form_on, soup, words
from tests.factories import NOW, make_run
from tests.logbook.phones import CHANGED, DELETED, REFUSED, STORED, Phone, done, rows, start, state

pytestmark = pytest.mark.usefixtures("clock")
HURT = {"pain_felt": "some", "pain": "3", "pain_place": "knee", "pain_side": "left"}


@pytest.fixture
def run(ana):
    """From 07:00 to 07:48 in Berlin; it is 10:00."""
    return make_run(ana)


@pytest.fixture
def phone(ana_client) -> Phone:
    return Phone(ana_client, start(ana_client))


def test_it_is_logged_with_all_that_was_said_and_paired(phone, run, clock):
    phone.sends_set(1, 1)
    clock.passes(minutes=21)
    answer = phone.sends_end(effort="6", note="Wet grass.\r\nCold.", run=run.pk, **HURT)

    assert state(answer) == STORED
    assert answer.json()["address"] == phone.session.get_absolute_url()
    session = Session.objects.get()
    assert (session.logged_at, session.started_at) == (clock.now, NOW)
    assert (session.minutes, session.effort, session.note) == (21, 6, "Wet grass.\nCold.")
    assert (session.pain, session.pain_place, session.pain_side) == (3, "knee", "left")
    assert (session.run, session.version, session.deleted_at) == (run, 1, None)
    assert (session.load.au, session.load.assumed) == (126, False)
    assert done(session) == {(1, 1): (8, None)}


def test_without_an_effort_the_usual_one_counts_as_assumed(phone):
    assert state(phone.sends_end(minutes=20)) == STORED

    session = Session.objects.get()
    assert (session.effort, session.load.assumed) == (None, True)
    assert session.load.au > 0


def test_sent_again_it_is_logged_once(phone, run, clock):
    first = phone.sends_end(effort="6", run=run.pk)
    clock.passes(hours=2)
    before = list(Session.objects.values())

    assert state(phone.sends_end(effort="6", run=run.pk)) == state(first) == STORED
    assert list(Session.objects.values()) == before


@pytest.mark.parametrize(
    ("otherwise", "told"),
    [
        ({"minutes": 30}, "30 min, effort 6, without a run"),
        ({"effort": "7"}, "21 min, effort 7, without a run"),
        ({"effort": ""}, "21 min, effort not rated, without a run"),
        ({"note": "Dry."}, "21 min, effort 6, without a run, Dry."),
        (HURT, "21 min, effort 6, pain 3 of 10, left knee, without a run"),
        ({"pain_felt": "none"}, "21 min, effort 6, pain 0 of 10, without a run"),
    ],
)
def test_what_says_something_else_is_a_choice_with_both_versions(phone, otherwise, told):
    Phone(phone.client, phone.session).sends_end(effort="6")
    before = list(Session.objects.values())
    answer = phone.sends_end(**{"effort": "6", **otherwise})

    assert state(answer) == CHANGED
    assert answer.json()["mine"] == told
    assert answer.json()["stored"] == "21 min, effort 6, without a run"
    assert list(Session.objects.values()) == before

    over = answer.json()["over"]
    assert state(phone.sends_end(**{"effort": "6", **otherwise}, over=over)) == STORED
    assert Session.objects.get().version == 2
    assert Session.objects.get().logged_at == NOW
    # A choice made before it changed once more is asked again.
    assert state(Phone(phone.client, phone.session).sends_end(effort="1", over=over)) == CHANGED


def test_the_browser_that_logged_it_may_say_it_anew(phone):
    phone.sends_end(effort="6")
    assert state(phone.sends_end(effort="7", minutes=25)) == STORED

    session = Session.objects.get()
    assert (session.effort, session.minutes, session.version) == (7, 25, 2)


def test_a_browser_that_has_no_proper_name_is_refused(phone):
    assert state(phone.sends_end(writer="me")) == REFUSED


def test_another_run_is_another_end(ana, phone, run):
    other = make_run(ana, started_at=NOW - timedelta(hours=5), duration_s=1800.0)
    Phone(phone.client, phone.session).sends_end(run=run.pk)
    answer = phone.sends_end(run=other.pk)

    assert state(answer) == CHANGED
    assert answer.json()["stored"].endswith("with Easy run of 29 July, 07:00")
    assert answer.json()["mine"].endswith("with Easy run of 29 July, 05:00")
    assert Session.objects.get().run == run


def test_deleted_meanwhile_it_is_a_choice_that_tells_what_is_stored(phone):
    phone.sends_end(effort="6")
    Session.objects.get().hide(at=NOW)
    answer = phone.sends_end(effort="7")

    assert state(answer) == DELETED
    assert answer.json()["stored"] == "21 min, effort 6, without a run"
    assert (Session.objects.get().effort, Session.objects.get().deleted_at) == (6, NOW)
    assert state(phone.sends_end(effort="7", over=answer.json()["over"])) == STORED
    assert (Session.objects.get().effort, Session.objects.get().deleted_at) == (7, None)


def test_deleted_in_the_making_it_comes_back_logged_where_that_is_chosen(phone):
    phone.session.hide(at=NOW)
    answer = phone.sends_end()
    assert (state(answer), Session.objects.get().is_open) == (DELETED, True)

    assert state(phone.sends_end(over=answer.json()["over"])) == STORED
    assert (Session.objects.get().is_open, Session.objects.get().deleted_at) == (False, None)


@pytest.mark.parametrize("minutes", [1, 600])
def test_it_takes_from_one_minute_to_ten_hours(phone, minutes):
    assert state(phone.sends_end(minutes=minutes)) == STORED


@pytest.mark.parametrize(
    ("said", "why"),
    [
        *(({"minutes": minutes}, MINUTES_WRONG) for minutes in ("", 0, 601, -3, "soon", "9" * 40)),
        ({"effort": "11"}, "Choose an effort from 1 to 10, or none."),
        ({"effort": "0"}, "Choose an effort from 1 to 10, or none."),
        ({"pain_felt": "some", "pain": "3"}, NO_PLACE),
        ({"pain": "11", "pain_place": "knee"}, None),
        ({"pain_felt": "perhaps"}, "Choose “No pain” or “Some pain”."),
        ({"note": "a" * 4001}, "This note has 4001 characters. Shorten it to 4000 at most."),
        ({"note": "a\x00b"}, None),
        ({"run": "abc"}, RUN_GONE),
        ({"run": "9" * 30}, RUN_GONE),
        ({"over": "x" * 101}, None),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_is_out_of_reach_is_refused_with_a_sentence_and_nothing_is_logged(phone, said, why):
    before = list(Session.objects.values())
    answer = phone.sends_end(**said)

    assert state(answer) == REFUSED
    assert answer.json()["why"] == why or (why is None and len(answer.json()["why"]) > 15)
    assert list(Session.objects.values()) == before


def test_one_of_which_every_set_was_left_out_is_not_logged(phone):
    places = [(row.station, row.number) for row in phone.session.sets.all()]
    for place in places[1:]:
        phone.sends_set(*place, skipped="1")
    before = list(Session.objects.values())
    phone.sends_set(*places[0], skipped="1")
    answer = phone.sends_end()
    assert (state(answer), answer.json()["why"]) == (REFUSED, ALL_LEFT_OUT)
    assert list(Session.objects.values()) == before

    phone.sends_set(*places[0], revision=2)
    assert state(phone.sends_end()) == STORED


def test_one_whose_last_set_is_still_under_way_is_logged(phone):
    for row in list(phone.session.sets.all())[1:]:
        phone.sends_set(row.station, row.number, skipped="1")
    assert state(phone.sends_end()) == STORED
    # Sent again after the last one arrived, it is still logged.
    phone.sends_set(1, 1, skipped="1")
    assert state(phone.sends_end()) == STORED


def test_it_is_logged_before_its_sets_arrive_and_these_are_stored_then(phone):
    assert state(phone.sends_end()) == STORED
    assert state(phone.sends_set(3, 2, left=5)) == STORED

    session = Session.objects.get()
    assert (done(session), session.version) == ({(3, 2): (5, None)}, 2)
    # And the end sent once more is still the same one.
    assert state(phone.sends_end()) == STORED


class TestWithoutAScript:
    def test_a_run_of_another_day_is_on_offer_and_is_not_the_one_to_begin_with(self, ana, ana_client):
        far = make_run(ana, started_at=NOW - timedelta(hours=30))
        session = start(ana_client)
        Phone(ana_client, session).sends_set()
        for address in ("completion", "play"):
            page = ana_client.get(f"/sessions/{session.pk}/{address}/")
            (form,) = soup(page).select("form:has([name=minutes])")
            radios = {each["value"]: each.has_attr("checked") for each in form.select("[name=run]")}
            assert radios == {str(far.pk): False, "": True}
        near = make_run(ana, started_at=NOW - timedelta(hours=11))
        form = form_on(ana_client.get(f"/sessions/{session.pk}/completion/"), "Save session")
        assert form.fields["run"] == str(near.pk)

    def test_its_page_begins_with_what_is_known(self, ana_client, run, clock):
        session = start(ana_client, run=run.pk)
        Phone(ana_client, session).sends_set()
        clock.passes(minutes=24)
        form = form_on(ana_client.get(f"/sessions/{session.pk}/completion/"), "Save session")

        assert (form.fields["minutes"], form.fields["run"]) == ("24", str(run.pk))

    def test_one_left_for_another_day_took_as_long_as_planned(self, ana_client, clock):
        session = start(ana_client)
        Phone(ana_client, session).sends_set()
        clock.passes(hours=20)
        form = form_on(ana_client.get(f"/sessions/{session.pk}/completion/"), "Save session")

        assert form.fields["minutes"] == "22"

    def test_it_leads_to_the_page_of_the_session(self, ana_client, phone):
        phone.sends_set(1, 1)
        address = f"/sessions/{phone.session.pk}/completion/"
        form = form_on(ana_client.get(address), "Save session").filled({"minutes": "20"})
        for _ in range(2):
            answer = form.send(ana_client)
            assert (answer.status_code, answer["Location"]) == (302, phone.session.get_absolute_url())
        assert not Session.objects.get().is_open
        # Its page is that of the session from now on.
        assert ana_client.get(address)["Location"] == phone.session.get_absolute_url()

    def test_what_is_wrong_is_said_on_the_page(self, ana_client, phone):
        phone.sends_set(1, 1)
        answer = ana_client.post(f"/sessions/{phone.session.pk}/completion/", {"minutes": "soon"})

        assert answer.status_code == 422
        assert MINUTES_WRONG in words(answer)

    def test_one_of_which_nothing_was_done_is_not_logged(self, ana_client, phone):
        before = rows(phone.session)
        answer = ana_client.post(f"/sessions/{phone.session.pk}/completion/", {"minutes": "20"})

        assert answer.status_code == 422
        assert "Every set is left out." in words(answer)
        assert Session.objects.get().is_open
        assert rows(phone.session) == before

    def test_reading_it_changes_nothing(self, ana_client, phone):
        before = list(Session.objects.values()), rows(phone.session)
        ana_client.get(f"/sessions/{phone.session.pk}/completion/")
        assert (list(Session.objects.values()), rows(phone.session)) == before

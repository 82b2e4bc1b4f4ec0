"""Logging a circuit that went as planned: one form, sent as it is shown."""

from datetime import UTC, date, datetime

import pytest

from logbook.models import LoggedSet, Session
from tests.browsing import fact, facts, form_on, notices, words
from tests.logbook.session_forms import SAVE, address, done, log, open_form, post

pytestmark = pytest.mark.usefixtures("clock")


def test_an_unchanged_circuit_is_one_post_of_what_the_form_shows(ana, ana_client):
    response = open_form(ana_client).send(ana_client)

    session = Session.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/sessions/{session.pk}/"
    assert (session.athlete, session.name) == (ana, "After-easy-run four")
    assert (session.minutes, session.effort, session.note, session.run) == (22, None, "", None)
    assert (session.rounds, session.rest_between_rounds_s) == (3, 45)
    assert (session.target_rpe_low, session.target_rpe_high) == (5, 7)


def test_four_stations_and_three_rounds_make_twelve_sets_done_as_planned(ana_client):
    session = log(ana_client)

    assert done(session) == [(station, number, 8, 8) for station in range(1, 5) for number in range(1, 4)]


def test_a_set_carries_its_tempo_side_and_rest(ana_client):
    first = log(ana_client).sets.first()

    assert first.exercise.slug == "reverse-lunge-knee-drive"
    assert (first.tempo, first.per_side, first.rest_after_s, first.counts_tension) == (
        "3-1-1-1",
        True,
        10,
        True,
    )


def test_sets_of_seconds_and_metres_are_kept_in_their_own_measure(ana_client):
    session = log(ana_client, address("pre-run-activation"))

    seven = [(s.done_reps, s.done_seconds, s.done_distance_m) for s in session.sets.all()]
    assert seven[0] == (10, None, None)
    assert seven[5] == (None, None, 15)
    # The last station asks for two sets, also where a circuit goes once through.
    assert seven[6:] == [(None, None, 20), (None, None, 20)]
    assert (None, 25, None) in [
        (s.done_reps, s.done_seconds, s.done_distance_m)
        for s in log(ana_client, address("core-for-runners")).sets.all()
    ]


def test_straight_sets_are_logged_station_by_station(ana_client):
    session = log(ana_client, address("gym-heavy-a"))

    assert [(s.station, s.number, s.done) for s in session.sets.all()][:5] == [
        (1, 1, 5), (1, 2, 5), (1, 3, 5), (1, 4, 5), (2, 1, 6),
    ]  # fmt: skip


def test_the_start_offered_is_the_circuit_s_length_ago_on_ana_s_clock(ana_client):
    form = open_form(ana_client)
    assert (form.fields["date"], form.fields["time"], form.fields["minutes"]) == ("2026-07-29", "09:38", "22")

    session = log(ana_client)
    assert session.started_at == datetime(2026, 7, 29, 7, 38, tzinfo=UTC)
    assert (session.performed_on, session.time_zone) == (date(2026, 7, 29), "Europe/Berlin")


def test_the_session_page_says_as_planned_and_its_numbers(ana_client):
    session = log(ana_client, effort="6", note="Steady.")
    page = ana_client.get(session.get_absolute_url())

    # 1 104 s under tension is the handbook's number; 6 × 22 min is the load.
    assert (fact(page, "minutes"), fact(page, "effort, hard")) == ("22", "6")
    assert (fact(page, "under tension"), fact(page, "load")) == ("18:24", "132")
    text = words(page)
    assert text.count("as planned") == 4
    assert "Reverse lunge to knee drive 3 × 8 each side as planned" in text
    assert "Steady." in text


def test_a_blank_effort_counts_as_the_middle_of_the_target_and_says_so(ana_client):
    page = ana_client.get(log(ana_client).get_absolute_url())

    assert facts(page)["load, 22 min × 6 (assumed)"] == "132"
    assert "Effort assumed 6, the middle of the circuit's 5 to 7." in words(page)


def test_the_answer_says_saved_once(ana_client):
    session = log(ana_client)

    assert notices(ana_client.get(session.get_absolute_url())) == ["Session saved: 22 min, load 132 AU."]
    assert notices(ana_client.get(session.get_absolute_url())) == []


def test_without_a_circuit_in_the_address_the_one_last_logged_is_offered(ana_client):
    assert "After-easy-run four" in ana_client.get("/sessions/new/").content.decode()
    log(ana_client, address("ten-minute-minimal"))

    assert "<title>Log Ten-minute minimal" in ana_client.get("/sessions/new/").content.decode()


def test_the_circuit_can_be_changed_without_a_script(ana_client):
    chosen = form_on(ana_client.get("/sessions/new/"), "Change circuit").filled({"circuit": "leg-strength"})

    assert "<title>Log Leg strength" in chosen.send(ana_client).content.decode()


@pytest.mark.parametrize("slug", ["no-such-circuit", "Ünïcode", "a/b", "%00", "x" * 3000])
def test_a_circuit_that_is_not_on_offer_is_not_found(ana_client, slug):
    assert ana_client.get(address(slug)).status_code == 404
    assert ana_client.post(address(slug)).status_code == 404
    assert not Session.objects.exists()


def test_looking_at_the_form_stores_nothing(ana_client):
    open_form(ana_client)

    assert (Session.objects.count(), LoggedSet.objects.count()) == (0, 0)


def test_the_form_is_refused_without_its_hidden_key(ana_client):
    response = post(ana_client, key=None)

    assert response.status_code == 422
    assert form_on(response, SAVE)
    assert not Session.objects.exists()

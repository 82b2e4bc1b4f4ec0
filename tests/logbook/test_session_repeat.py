"""A session done again: as it was that time, set by set, in one tap."""

import pytest

from logbook.models import Session
from tests.browsing import form_on, soup, words
from tests.factories import NOW, make_session
from tests.logbook.session_forms import SAVE, log, open_form

pytestmark = pytest.mark.usefixtures("clock")
GYM = "/sessions/new/?circuit=gym-heavy-a"


HEAVIER = {
    "station_1_planned": None,
    "station_1_set_1_amount": "5x60",
    "station_1_set_3_kg": "70",
}


def told(session: Session) -> list[tuple]:
    return [
        (row.exercise_name, row.done, row.done_right, row.load_kg, row.implements)
        for row in session.sets.all()
    ]


def test_it_asks_for_what_was_done_then(ana, ana_client):
    form = form_on(ana_client.get("/sessions/new/?circuit=ten-minute-minimal"), SAVE)
    form.filled({"station-1-planned": None, "station-1-amount": "11", "minutes": "13"}).send(ana_client)
    first = Session.objects.get()
    again = form_on(ana_client.get(f"{first.get_absolute_url()}repeat/"), SAVE)
    assert (again.fields["station-1-planned"], again.fields["minutes"]) == ("on", "13")
    again.send(ana_client)

    second = Session.objects.exclude(pk=first.pk).get()
    assert [row.done for row in second.sets.all()] == [row.done for row in first.sets.all()]
    assert {row.planned for row in second.sets.all() if row.station == 1} == {11}
    assert (second.circuit, second.name) == (first.circuit, first.name)


def test_a_swap_becomes_what_is_asked_for_and_the_weight_goes_on(ana_client):
    form = form_on(ana_client.get("/sessions/new/?circuit=gym-heavy-a"), SAVE)
    form.filled(
        {"station-1-planned": None, "station-1-exercise": "kettlebell-deadlift", "station-1-kg": "24"}
    ).send(ana_client)
    again = form_on(ana_client.get("/sessions/latest/repeat/"), SAVE)
    assert again.fields["station-1-kg"] == "24"
    again.send(ana_client)
    row = Session.objects.latest("pk").sets.all()[0]
    assert (row.planned_exercise.slug, row.exercise.slug, row.load_kg) == (
        "kettlebell-deadlift", "kettlebell-deadlift", 24.0,
    )  # fmt: skip


def test_weights_sides_and_single_swaps_come_again_set_by_set_and_effort_does_not(ana_client):
    form = form_on(ana_client.get("/sessions/new/?circuit=gym-heavy-a"), SAVE)
    form.filled(
        {
            "station-1-planned": None, "station-1-set-1-amount": "5x60@8", "station-1-set-3-kg": "70",
            "station-1-set-4-exercise": "kettlebell-deadlift",
            "station-3-planned": None, "station-3-set-2-amount": "8/6",
        }
    ).send(ana_client)  # fmt: skip
    first = Session.objects.get()
    # A later one with another weight says nothing about that one.
    form_on(ana_client.get("/sessions/new/?circuit=gym-heavy-a"), SAVE).filled({"station-1-kg": "100"}).send(
        ana_client
    )
    form_on(ana_client.get(f"{first.get_absolute_url()}repeat/"), SAVE).send(ana_client)

    again = Session.objects.latest("pk")
    assert told(again) == told(first)
    assert {row.rpe for row in again.sets.all()} == {None}


def test_the_latest_is_the_session_before_and_without_one_a_circuit(ana, ana_client):
    assert "Log After-easy-run four" in words(ana_client.get("/sessions/latest/repeat/"))
    make_session(ana, circuit="ten-minute-minimal")
    latest = make_session(ana, circuit="core-for-runners")
    latest.hide(at=NOW)
    page = ana_client.get("/sessions/latest/repeat/")
    assert words(soup(page).h1) == "Log Ten-minute minimal again"


def test_a_deleted_session_leads_to_its_page_and_a_strangers_is_not_there(ana, ana_client, ben_client):
    session = make_session(ana)
    assert ben_client.get(f"/sessions/{session.pk}/repeat/").status_code == 404
    ana_client.post(f"/sessions/{session.pk}/deletion/")
    assert ana_client.get(f"/sessions/{session.pk}/repeat/")["Location"] == session.get_absolute_url()


def test_every_station_says_what_was_done_then_and_is_ticked_as_the_same_again(ana_client):
    first = log(
        ana_client, GYM, station_1_planned=None, station_1_set_1_amount="5x60", station_1_set_3_kg="70"
    )
    page = ana_client.get(f"{first.get_absolute_url()}repeat/")
    station = soup(page).find(id="station-1")

    assert words(station.select_one(".asked")) == (
        "Trap-bar deadlift On 29 Jul: 5 at 60 kg, 5 at 60 kg, 5 at 70 kg, 5 at 70 kg"
    )
    assert words(station.select_one(".as-planned")).startswith("Same again")
    assert station.select_one(".as-planned input").has_attr("checked")
    assert words(station.select_one(".rungs label")) == "As then"


def test_of_an_earlier_time_the_last_one_stands_there_too(ana_client):
    first = log(ana_client, GYM, station_1_kg="60", date="2026-07-20")
    log(ana_client, GYM, station_1_kg="65")
    page = ana_client.get(f"{first.get_absolute_url()}repeat/")
    asked = words(soup(page).select_one("#station-1 .asked"))
    assert "On 20 Jul: 4 × 5, 60 kg" in asked
    assert "Last time, 29 Jul: 4 × 5, 65 kg" in asked


def test_another_weight_for_the_station_holds_for_all_its_sets_and_the_rest_stays_as_then(ana_client):
    first = log(
        ana_client, GYM,
        station_1_planned=None, station_1_set_1_amount="5x60", station_1_set_3_amount="4x70",
    )  # fmt: skip
    again = open_form(ana_client, f"{first.get_absolute_url()}repeat/").filled({"station-1-kg": "62.5"})
    again.send(ana_client)
    rows = [row for row in Session.objects.latest("pk").sets.all() if row.station == 1]
    assert [(row.done, row.load_kg) for row in rows] == [(5, 62.5), (5, 62.5), (4, 62.5), (5, 62.5)]


def test_unticked_it_shows_every_set_as_it_was_then(ana_client):
    first = log(
        ana_client, GYM, station_1_planned=None, station_1_set_1_amount="5x60", station_1_set_3_kg="70"
    )
    again = open_form(ana_client, f"{first.get_absolute_url()}repeat/").filled({"station-1-planned": None})
    again.send(ana_client)
    assert told(Session.objects.latest("pk")) == told(first)


def test_sent_twice_unchanged_it_is_stored_once(ana_client):
    first = log(ana_client, GYM, **HEAVIER, station_3_planned=None, station_3_set_2_amount="8/6")
    again = open_form(ana_client, f"{first.get_absolute_url()}repeat/")
    answers = [again.send(ana_client), again.send(ana_client)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Session.objects.count() == 2
    assert told(Session.objects.latest("pk")) == told(first)


def test_a_source_that_changed_meanwhile_is_shown_as_it_is_now_before_anything_is_saved(ana_client):
    first = log(ana_client, GYM, **HEAVIER)
    again = open_form(ana_client, f"{first.get_absolute_url()}repeat/")
    edit = form_on(ana_client.get(f"{first.get_absolute_url()}edit/"), "Save changes")
    edit.filled({"station-1-set-1-amount": "5", "station-1-kg": "62.5"}).send(ana_client)

    refused = again.send(ana_client)
    assert refused.status_code == 422
    assert "The session you repeat was changed meanwhile." in words(soup(refused).select_one("[role=alert]"))
    assert Session.objects.count() == 1
    assert form_on(refused, SAVE).send(ana_client).status_code == 302


def test_a_station_of_which_a_set_was_left_out_is_asked_for_as_it_was_planned(ana_client):
    first = log(ana_client, GYM, station_1_planned=None, station_1_exercise="-")
    page = ana_client.get(f"{first.get_absolute_url()}repeat/")
    station = soup(page).find(id="station-1")
    assert words(station.select_one(".asked")).startswith("Trap-bar deadlift Planned 4 × 5")
    assert words(station.select_one(".as-planned")).startswith("As planned")

"""What was done the last time stands beside the fields, and its weight carries on."""

from datetime import timedelta

import pytest

from tests.browsing import form_on, soup, words
from tests.factories import NOW
from tests.logbook.session_forms import SAVE, SAVE_CHANGES, address, log

pytestmark = pytest.mark.usefixtures("clock")

GYM = address("gym-heavy-a")


def station(client, number: int = 1, url: str = GYM):
    return soup(client.get(url)).find(id=f"station-{number}")


def test_before_the_first_time_nothing_is_said_and_no_weight_proposed(ana_client):
    assert "Last time" not in words(station(ana_client))
    assert form_on(ana_client.get(GYM), SAVE).fields["station-1-kg"] == ""


def test_the_sets_of_the_last_time_stand_at_the_station_and_at_each_set(ana_client):
    log(ana_client, GYM, station_1_planned=None, station_1_kg="60", station_1_set_4_amount="3@9")
    shown = station(ana_client)

    assert "Last time, 29 Jul: " in words(shown)
    legends = [words(legend) for legend in shown.select("fieldset.set legend")]
    assert legends[0] == "All sets"
    assert "60 kg" in legends[1]
    assert "3" in legends[4] and "effort 9" in legends[4]


def test_the_weight_and_the_number_of_implements_carry_on_and_effort_does_not(ana_client):
    log(ana_client, GYM, station_2_kg="12.5", station_2_implements="2", station_2_effort="8")
    again = form_on(ana_client.get(GYM), SAVE).fields
    assert (again["station-2-kg"], again["station-2-implements"], again["station-2-effort"]) == (
        "12.5", "2", "",
    )  # fmt: skip
    session = log(ana_client, GYM)
    assert {(row.load_kg, row.implements) for row in session.sets.all() if row.station == 2} == {(12.5, 2)}


def test_a_weight_that_carries_on_stands_in_sight_also_where_none_is_usual(ana_client):
    url = address("after-easy-run-four")
    assert not station(ana_client, 4, url).select(".weights")
    log(ana_client, url, station_4_planned=None, station_4_kg="2")
    [weights] = station(ana_client, 4, url).select(".weights")
    assert weights.select_one("[name$=kg]")["value"] == "2"


def test_it_is_of_the_exercise_whatever_circuit_it_was_in(ana_client):
    log(ana_client, address("after-easy-run-four"), station_4_planned=None, station_4_amount="11")
    moves = soup(ana_client.get(address("core-for-runners"))).select(".move")
    [dead_bug] = [words(move) for move in moves if words(move.b) == "Dead bug"]
    assert "Last time, 29 Jul: 3 × 11 each side" in dead_bug


def test_the_latest_by_its_own_day_counts_not_the_latest_written_down(ana_client):
    log(ana_client, GYM, station_1_kg="70")
    log(ana_client, GYM, station_1_kg="60", date="2026-07-20")
    assert form_on(ana_client.get(GYM), SAVE).fields["station-1-kg"] == "70"


def test_what_is_deleted_skipped_or_somebody_elses_is_no_last_time(ana, ana_client, ben_client):
    log(ben_client, GYM, station_1_kg="100")
    log(ana_client, GYM, station_1_kg="50", date="2026-07-20")
    log(ana_client, GYM, station_1_planned=None, station_1_exercise="-", date="2026-07-21")
    gone = log(ana_client, GYM, station_1_kg="80", date="2026-07-22")
    gone.hide(at=NOW)
    assert form_on(ana_client.get(GYM), SAVE).fields["station-1-kg"] == "50"
    assert "Last time, 20 Jul" in words(station(ana_client))


def test_in_a_correction_it_is_the_time_before_that_session(ana, ana_client):
    log(ana_client, GYM, station_1_kg="50", date="2026-07-20")
    session = log(ana_client, GYM, station_1_kg="55", date="2026-07-22")
    log(ana_client, GYM, station_1_kg="60", date="2026-07-24")
    url = f"{session.get_absolute_url()}edit/"
    assert "Last time, 20 Jul" in words(station(ana_client, 1, url))
    assert form_on(ana_client.get(url), SAVE_CHANGES).fields["station-1-kg"] == "55"


def test_an_exercise_chosen_by_oneself_proposes_the_sets_of_the_last_time(ana, ana_client):
    own = form_on(ana_client.get("/sessions/own/"), SAVE)
    page = ana_client.post(own.action, {**own.fields, "add": "Goblet squat", "do": "add"})
    form = form_on(page, SAVE).filled({"minutes": "9", "station-1-amount": "4x7x16"})
    assert form.send(ana_client).status_code == 302

    page = ana_client.post(own.action, {**own.fields, "add": "Goblet squat", "do": "add"})
    fields = form_on(page, SAVE).fields
    assert [fields[f"station-1-{name}"] for name in ("sets", "amount", "kg")] == ["4", "7", "16"]


def test_several_sessions_a_day_across_midnight_and_back_in_time_are_each_their_own(ana, ana_client):
    late = log(ana_client, GYM, date="2026-07-28", time="23:50", minutes="40")
    second = log(ana_client, GYM, date="2026-07-28", time="23:50", minutes="40")
    assert late.pk != second.pk
    assert late.ended_at - late.started_at == timedelta(minutes=40)
    assert f"{late.performed_on}" == "2026-07-28"
    assert ana.sessions.count() == 2

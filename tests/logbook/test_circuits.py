"""The list of circuits: what there is time for, with the kit that is at hand."""

import pytest

from tests.browsing import form_on, links, soup, words

LIST = "/circuits/"


def minutes(response) -> dict[str, int]:
    """The circuits of a page by name, with their minutes."""
    rows = soup(response).select("section .rows > li")
    return {words(row.a): int(words(row.select_one(".n")).split()[0]) for row in rows}


def test_what_can_be_done_in_twelve_minutes_with_a_mini_band(ana_client):
    everything = minutes(ana_client.get(LIST))
    page = form_on(ana_client.get(LIST), "Show").filled({"minutes": "12"}).send(ana_client)
    short = minutes(page)
    assert short == {name: time for name, time in everything.items() if time <= 12}
    with_band = ana_client.get(f"{LIST}?minutes=12&kit=mini_band")
    assert "Ten-minute minimal" in minutes(with_band)
    assert set(minutes(with_band)) <= set(short)
    assert f"{len(minutes(with_band))} of 22 circuits" in words(with_band)


def test_every_station_has_to_be_possible_with_what_is_at_hand(ana_client):
    home = minutes(ana_client.get(f"{LIST}?kit=mini_band"))
    assert "Gym heavy A" not in home
    assert "Gym heavy A" in minutes(ana_client.get(LIST))


def test_what_i_own_is_asked_of_the_settings_and_adds_to_what_is_ticked(ana, ana_client):
    bare = minutes(ana_client.get(f"{LIST}?own=on"))
    ana.equipment = ["step"]
    ana.save()
    owned = minutes(ana_client.get(f"{LIST}?own=on"))
    assert set(bare) < set(owned)
    assert set(owned) < set(minutes(ana_client.get(f"{LIST}?own=on&kit=mini_band")))


def test_where_there_is_none_it_says_what_to_clear(ana_client):
    page = ana_client.get(f"{LIST}?minutes=1&kit=mini_band")
    assert "There is no circuit for that much time with that equipment." in words(page)
    assert len(minutes(ana_client.get(links(page)["Minutes"]))) > 1
    assert "Equipment at hand" not in links(page)
    assert links(page)["Show all 22 circuits"] == LIST


@pytest.mark.parametrize(
    "query", ["minutes=0", "minutes=-5", "minutes=ten", "minutes=9999", "kit=tail", "kit=%00"]
)
def test_what_makes_no_sense_is_left_out(ana_client, query):
    assert len(minutes(ana_client.get(f"{LIST}?{query}"))) == 22


@pytest.mark.parametrize("typed", ["0", "12.5", "9999", "ten"])
def test_minutes_that_are_no_number_stay_and_say_so(ana_client, typed):
    page = soup(ana_client.get(LIST, {"minutes": typed}))
    assert page.find(id="minutes")["value"] == typed
    assert words(page.find(id="minutes_error")).startswith("Give the minutes as a whole number from 1 to 240")


def test_what_was_asked_for_stays_in_the_form(ana_client):
    page = soup(ana_client.get(f"{LIST}?minutes=20&kit=mini_band&own=on"))
    assert page.find(id="minutes")["value"] == "20"
    assert page.find(id="kit-mini_band").has_attr("checked")
    assert page.find(id="own").has_attr("checked")
    assert page.select_one(".circuit-finder details").has_attr("open")

"""The athlete's own settings: each is stored, none moves a row, and what is refused is told."""

import pytest
from django.test import Client

from logbook.models import LoggedSet, Run, Session
from tests.browsing import complaint, form_on, soup, words
from tests.factories import make_run, make_session
from tests.pages.snapshots import belongings
from workouts.models import Athlete

SAVE = "Save settings"
# In Berlin a Sunday evening; in Auckland already Monday.
SUNDAY_EVENING = "2026-07-26T20:00:00+00:00"


def save(client: Client, **changes):
    return form_on(client.get("/settings/"), SAVE).filled(changes).send(client)


def kept(athlete: Athlete) -> dict[str, str]:
    athlete.refresh_from_db()
    names = ("time_zone", "distance_unit", "weight_unit", "week_start", "theme")
    return {name: getattr(athlete, name) for name in names}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time_zone", "America/Argentina/Buenos_Aires"),
        ("distance_unit", "mi"),
        ("weight_unit", "lb"),
        ("week_start", "sunday"),
        ("theme", "dark"),
        ("theme", "light"),
    ],
)
def test_each_setting_is_stored_alone_and_shown_again(ana, ana_client, name, value):
    before = kept(ana)
    assert before[name] != value
    answer = save(ana_client, **{name: value})
    assert (answer.status_code, answer["Location"]) == (302, "/settings/")
    assert kept(ana) == before | {name: value}
    page = ana_client.get("/settings/")
    assert "Settings saved." in words(page)
    assert form_on(page, SAVE).fields[name] == value


def test_saving_without_a_change_changes_nothing_but_that_the_zone_is_chosen(ana, ana_client):
    before = belongings(ana)
    assert save(ana_client).status_code == 302
    ana.refresh_from_db()
    assert ana.time_zone_set_at is not None
    Athlete.objects.filter(pk=ana.pk).update(time_zone_set_at=None)
    assert belongings(ana) == before


def test_the_theme_colours_every_page_and_waits_at_the_sign_in(ana_client):
    assert "data-theme" not in soup(ana_client.get("/")).html.attrs
    save(ana_client, theme="dark")
    assert soup(ana_client.get("/")).html["data-theme"] == "dark"
    cookie = ana_client.cookies["theme"]
    assert (cookie.value, int(cookie["max-age"])) == ("dark", 365 * 24 * 60 * 60)

    ana_client.post("/accounts/logout/")
    assert soup(ana_client.get("/accounts/login/")).html["data-theme"] == "dark"
    assert "data-theme" not in soup(Client().get("/accounts/login/")).html.attrs


def test_going_by_the_device_again_takes_the_theme_off(ana_client):
    save(ana_client, theme="dark")
    save(ana_client, theme="system")
    assert "data-theme" not in soup(ana_client.get("/")).html.attrs
    ana_client.post("/accounts/logout/")
    assert "data-theme" not in soup(ana_client.get("/accounts/login/")).html.attrs


@pytest.mark.parametrize("planted", ['"><script>', "purple", "dark light", "", "x" * 4000])
def test_a_cookie_that_names_no_theme_of_ours_is_ignored(ana, client, planted):
    client.cookies["theme"] = planted
    page = client.get("/accounts/login/")
    assert page.status_code == 200
    assert "data-theme" not in soup(page).html.attrs


BAD = [
    ("time_zone", "Mars/Olympus"),
    ("time_zone", ""),
    ("time_zone", "Europe/Berlin\0"),
    ("distance_unit", "furlong"),
    ("weight_unit", "stone"),
    ("week_start", "friday"),
    ("theme", "purple"),
]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_value_that_is_none_of_the_choices_is_refused_at_its_field(ana, ana_client, name, value):
    before = belongings(ana)
    answer = save(ana_client, **{name: value})
    assert answer.status_code == 422
    assert complaint(answer, name)
    assert "Not saved yet: one field needs a look" in words(answer)
    assert belongings(ana) == before
    assert "theme" not in answer.cookies


@pytest.mark.parametrize(("name", "value"), BAD)
def test_a_refusal_loses_nothing_of_the_other_choices(ana_client, name, value):
    chosen = {
        "time_zone": "Asia/Tokyo",
        "distance_unit": "mi",
        "weight_unit": "lb",
        "week_start": "sunday",
        "theme": "dark",
    }
    again = form_on(save(ana_client, **chosen | {name: value}), SAVE).fields
    others = {key for key in chosen if key != name}
    assert {key: again[key] for key in others} == {key: chosen[key] for key in others}


def test_what_is_refused_does_not_colour_the_page(ana_client):
    answer = save(ana_client, theme="dark", week_start="friday")
    assert "data-theme" not in soup(answer).html.attrs


def test_an_empty_form_is_refused_and_not_taken_for_a_look(ana, ana_client):
    before = belongings(ana)
    answer = ana_client.post("/settings/", {})
    assert answer.status_code == 422
    assert belongings(ana) == before


def logged(athlete: Athlete) -> list[list[tuple]]:
    rows = (Run.objects.filter(athlete=athlete), Session.objects.filter(athlete=athlete))
    return [list(r.values_list()) for r in (*rows, LoggedSet.objects.filter(session__athlete=athlete))]


@pytest.fixture
def sunday_run(ana):
    return make_run(ana, started_at=Run._meta.get_field("started_at").to_python(SUNDAY_EVENING))


def test_another_first_day_regroups_the_weeks_and_moves_no_row(ana, ana_client, sunday_run):
    make_session(ana, run=sunday_run)
    before = logged(ana)
    shown = f"/runs/{sunday_run.pk}/"
    weeks = ("/history/2026-W30/", "/history/2026-W31/")

    def holding_it() -> list[bool]:
        return [shown in ana_client.get(week).content.decode() for week in weeks]

    assert holding_it() == [True, False]
    save(ana_client, week_start="sunday")
    assert holding_it() == [False, True]
    assert logged(ana) == before
    save(ana_client, week_start="monday")
    assert holding_it() == [True, False]


def test_another_time_zone_moves_nothing_that_is_stored(ana, ana_client, sunday_run):
    make_session(ana, run=sunday_run)
    before = logged(ana)
    page = f"/runs/{sunday_run.pk}/"
    assert "Sunday 26 July 2026, 22:00" in words(ana_client.get(page))
    save(ana_client, time_zone="Pacific/Auckland")
    assert logged(ana) == before
    assert "Sunday 26 July 2026, 22:00" in words(ana_client.get(page))
    assert page in ana_client.get("/history/2026-W30/").content.decode()


def test_another_unit_changes_what_is_read_and_nothing_that_is_stored(ana, ana_client, sunday_run):
    before = logged(ana)
    page = f"/runs/{sunday_run.pk}/"
    assert "8.2 km" in words(ana_client.get(page))
    save(ana_client, distance_unit="mi")
    assert "5.1 mi" in words(ana_client.get(page))
    assert logged(ana) == before

"""A circuit of four stations is in the log three taps after its run, and a deviation costs three more."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from logbook.models import LoggedSet, Session
from tests.browser.conftest import DESK, PHONE, runner_with
from tests.browser.hands import Hands
from tests.factories import NOW, make_run

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WAYS = {
    "thumb": (PHONE, {}),
    "keyboard": (DESK, {}),
    "thumb without JavaScript": (PHONE, {"java_script_enabled": False}),
}


@pytest.fixture(params=list(WAYS))
def hands(request, browser, live_server):
    """Somebody who looks at the page of the run that ended half an hour ago."""
    screen, context = WAYS[request.param]
    for runner in runner_with(browser, live_server, screen=screen, **context):
        athlete = runner.sign_in()
        run = make_run(athlete, started_at=NOW - timedelta(minutes=80), duration_s=2890)
        runner.go(run.get_absolute_url())
        assert runner.heading() == "Easy run, 8.2 km"
        yield Hands(runner, by_keyboard=request.param == "keyboard")


def log_it(hands: Hands, differently=lambda form: None) -> int:
    """From the run's page to the stored session; how many taps what differed cost."""
    page = hands.page
    hands.press(page.get_by_role("link", name="Log a session after this run"))
    before = hands.taps
    differently(page.locator("form.mt6"))
    cost = hands.taps - before
    hands.press(page.get_by_role("button", name="Save session"))
    expect(page.get_by_role("status").first).to_contain_text("Session saved: 22 min")
    assert hands.taps - cost <= 3
    return cost


def first_station() -> list[LoggedSet]:
    return [row for row in Session.objects.get().sets.all() if row.station == 1]


def test_unchanged_it_takes_three_taps_at_most(hands):
    assert log_it(hands) == 0
    session = Session.objects.get()
    assert [row.done for row in session.sets.all()] == [8] * 12
    assert session.run is not None


def test_other_repetitions_in_all_sets(hands):
    def differently(form):
        station = form.locator("#station-1")
        hands.press(station.get_by_label("As planned"))
        hands.type(station.get_by_label("Repetitions each side"), "6")

    assert log_it(hands, differently) <= 3
    assert [row.done for row in first_station()] == [6, 6, 6]


def test_other_repetitions_in_one_set(hands):
    def differently(form):
        station = form.locator("#station-1")
        hands.press(station.get_by_label("As planned"))
        hands.press(station.locator("summary"))
        hands.type(station.get_by_role("group", name="Set 2").get_by_label("Left"), "6")

    assert log_it(hands, differently) <= 3
    assert [row.done for row in first_station()] == [8, 6, 8]


def test_one_side_other_than_the_other(hands):
    def differently(form):
        station = form.locator("#station-1")
        hands.press(station.get_by_label("As planned"))
        hands.press(station.locator("summary"))
        hands.type(station.get_by_role("group", name="Set 3").get_by_label("Right"), "5")

    assert log_it(hands, differently) <= 3
    assert [(row.done, row.done_right) for row in first_station()] == [(8, None), (8, None), (8, 5)]


def test_a_weight(hands):
    assert (
        log_it(hands, lambda form: hands.type(form.locator("#station-1").get_by_label("kg").first, "6")) <= 3
    )
    assert {(row.load_kg, row.implements) for row in first_station()} == {(6.0, 1)}


def test_an_easier_exercise(hands):
    def differently(form):
        station = form.locator("#station-1")
        hands.press(station.get_by_label("As planned"))
        hands.press(station.get_by_label("Easier: Reverse lunge"))

    assert log_it(hands, differently) <= 3
    assert {row.exercise_name for row in first_station()} == {"Reverse lunge"}


def test_a_station_skipped(hands):
    def differently(form):
        station = form.locator("#station-1")
        hands.press(station.get_by_label("As planned"))
        hands.press(station.get_by_label("Skipped").first)

    assert log_it(hands, differently) <= 3
    assert [row.done for row in first_station()] == [None, None, None]


def test_effort_and_weight_of_a_set_in_one_short_form(hands):
    def differently(form):
        station = form.locator("#station-1")
        hands.press(station.get_by_label("As planned"))
        hands.press(station.locator("summary"))
        hands.type(station.get_by_role("group", name="Set 3").get_by_label("Left"), "6x8@9")

    assert log_it(hands, differently) <= 3
    last = first_station()[-1]
    assert (last.done, last.load_kg, last.rpe) == (6, 8.0, 9.0)

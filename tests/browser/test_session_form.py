"""The form of a session in the browser: stations arranged in place, swaps, mistakes, two tabs."""

import re

import pytest
from playwright.sync_api import expect

from logbook.models import Session
from tests.factories import NOW, make_session
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def add(runner, name: str, *, by_enter: bool = False) -> None:
    stations = runner.page.locator(".doing > .move")
    there = stations.count()
    field = runner.page.get_by_role("combobox", name=re.compile("^Add"))
    field.fill(name)
    if by_enter and runner.runs_scripts:
        field.press("Enter")
    else:
        runner.page.get_by_role("button", name="Add", exact=True).click()
    expect(stations).to_have_count(there + 1)
    expect(stations.last).to_contain_text(name)


def test_a_session_of_ones_own_is_put_together_ordered_and_saved(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/sessions/new/")
    page.get_by_text("Log something else").click()
    page.get_by_role("link", name="Choose the exercises yourself").click()
    page.get_by_label("Note").fill("Hotel.")
    add(runner, "Push-up")
    add(runner, "Goblet squat", by_enter=True)
    add(runner, "Push-up", by_enter=True)
    page.get_by_role("button", name="Up Push-up").last.click()
    expect(page.locator(".doing b")).to_have_text(["Push-up", "Push-up", "Goblet squat"])
    page.get_by_role("button", name="Remove Push-up").first.click()
    expect(page.locator(".doing b")).to_have_text(["Push-up", "Goblet squat"])
    page.get_by_label("Minutes").fill("15")
    expect(page.get_by_label("Note")).to_have_value("Hotel.")
    page.get_by_role("button", name="Save session").click()

    assert runner.heading() == "Strength session"
    session = Session.objects.get()
    assert [row.exercise_name for row in session.sets.all() if row.number == 1] == ["Push-up", "Goblet squat"]
    assert session.note == "Hotel."


def test_with_the_script_nothing_else_on_the_page_moves_and_the_focus_stays(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/sessions/own/")
    page.get_by_label("Note").fill("Still here.")
    page.evaluate("window.same = true")
    add(desk, "Push-up", by_enter=True)
    expect(page.get_by_label("Add another exercise")).to_be_focused()
    add(desk, "Goblet squat", by_enter=True)
    up = page.get_by_role("button", name="Up Goblet squat")
    up.click()
    expect(page.locator(".doing b")).to_have_text(["Goblet squat", "Push-up"])
    expect(up).to_be_focused()
    page.get_by_label("Add another exercise").fill("lunge")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("“lunge” fits 8 exercises. Choose one.")).to_be_visible()
    expect(page.get_by_label("Add another exercise")).to_be_focused()
    assert page.evaluate("window.same") is True
    # A stepper that came in later steps.
    page.locator("#station-2").get_by_role("button", name="Goblet squat: sets: more").click()
    expect(page.locator("#station-2").get_by_label("Sets done")).to_have_value("4")


def test_an_exercise_that_stands_in_shows_its_own_amount_before_it_is_saved(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/sessions/new/?circuit=after-easy-run-four")
    station = page.locator("#station-4")
    station.get_by_label("As planned").uncheck()
    station.get_by_label("Harder: Hollow hold").check()
    expect(station.get_by_label("Seconds", exact=True).first).to_have_value("20")
    station.get_by_label("As asked for").check()
    expect(station.get_by_label("Repetitions each side")).to_have_value("8")


def test_a_mistake_one_level_deeper_is_named_and_one_tap_from_its_field(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/sessions/new/?circuit=gym-heavy-a")
    station = page.locator("#station-1")
    station.get_by_label("As planned").uncheck()
    station.locator("summary").click()
    station.get_by_role("group", name="Set 2").get_by_label("kg").fill("heavy")
    page.get_by_role("button", name="Save session").click()

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("Not saved yet: one field needs a look")
    summary.get_by_role("link", name=re.compile("^Trap-bar deadlift, set 2: kg: “heavy”")).click()
    field = page.locator("#station-1").get_by_role("group", name="Set 2").get_by_label("kg")
    expect(field).to_be_focused()
    expect(field).to_have_value("heavy")
    assert not Session.objects.exists()


def test_the_later_of_two_tabs_sees_both_versions_and_chooses(desk):
    desk.sign_in()
    session = make_session(Athlete.objects.get(), started_at=NOW)
    page, other = desk.page, desk.page.context.new_page()
    for tab in (page, other):
        tab.goto(f"/sessions/{session.pk}/edit/")
    other.get_by_label("Minutes").fill("25")
    other.get_by_role("button", name="Save changes").click()
    page.get_by_label("Minutes").fill("31")
    page.get_by_role("button", name="Save changes").click()

    told = page.get_by_role("alert")
    expect(told).to_be_focused()
    expect(told.get_by_role("row", name="Minutes")).to_have_text(re.compile(r"Minutes\s*25\s*31"))
    session.refresh_from_db()
    assert session.minutes == 25
    page.get_by_role("button", name="Save what is typed here").click()
    expect(page.get_by_role("status").first).to_contain_text("Changes saved.")
    session.refresh_from_db()
    assert session.minutes == 31

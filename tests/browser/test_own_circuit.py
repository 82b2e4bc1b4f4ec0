"""A circuit of one's own in the browser: put together with live sums, dragged, and by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import look, visit
from tests.factories import NOW, make_circuit, make_exercise
from workouts import owning
from workouts.models import Athlete, Circuit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NEW = "/circuits/own/new/"


def add(page, name):
    page.get_by_label(re.compile("^Add (the first|another) exercise")).fill(name)
    page.keyboard.press("Enter")
    expect(page.locator(".move-head > b").last).to_have_text(name)


def order(page):
    return [part.inner_text() for part in page.locator(".making .move-head > b").all()]


def test_sums_follow_what_is_typed_without_a_button(desk):
    page = desk.page
    desk.sign_in()
    desk.go(NEW)
    add(page, "Dead bug")
    # 3 rounds of 2 × 8 × 6 s, 45 s twice between: 378 s.
    expect(page.locator("#totals dd").first).to_have_text("7 min")
    page.get_by_label("Rounds", exact=True).fill("1")
    expect(page.locator("#totals dd").first).to_have_text("2 min")
    expect(page.locator("#bar-total")).to_have_text("2 min")
    page.get_by_label("All sets of one, then the next").check()
    expect(page.get_by_label("Rounds", exact=True)).to_be_hidden()
    page.get_by_label("Sets", exact=True).fill("4")
    expect(page.locator("#totals dd").first).to_have_text("8 min")
    expect(page.get_by_label("Sets", exact=True)).to_be_focused()


def test_a_row_is_dragged_by_its_grip_and_saved_where_it_was_put(desk):
    page = desk.page
    desk.sign_in()
    circuit = make_circuit(Athlete.objects.get(), text="2 rounds: dead bug 8, plank 30 s, push-up 8")
    desk.go(f"/circuits/own/{circuit.pk}/edit/")
    grips = page.locator("[data-grip]")
    grips.nth(2).scroll_into_view_if_needed()
    low, high = grips.nth(2).bounding_box(), grips.nth(0).bounding_box()
    page.mouse.move(low["x"] + 8, low["y"] + 8)
    page.mouse.down()
    page.mouse.move(high["x"] + 8, high["y"] - 4, steps=6)
    page.mouse.up()
    assert order(page) == ["Push-up", "Dead bug", "Forearm plank"]
    page.get_by_role("main").get_by_role("button", name="Save changes").click()
    expect(page).to_have_url(re.compile(rf"/circuits/own/{circuit.pk}/$"))
    assert [words.inner_text() for words in page.locator(".stations h3").all()] == [
        "Push-up", "Dead bug", "Forearm plank",
    ]  # fmt: skip


def test_a_row_is_dragged_with_a_finger_and_the_page_stays_where_it_is(phone):
    page = phone.page
    phone.sign_in()
    circuit = make_circuit(Athlete.objects.get(), text="2 rounds: dead bug 8, plank 30 s, push-up 8")
    phone.go(f"/circuits/own/{circuit.pk}/edit/")
    page.locator("[data-grip]").nth(1).evaluate("grip => grip.scrollIntoView({block: 'center'})")
    scrolled = page.evaluate("scrollY")
    low, high = (page.locator("[data-grip]").nth(nth).bounding_box() for nth in (1, 0))
    x, y = low["x"] + 12, low["y"] + 20
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 7):
        there = y + (high["y"] - 10 - y) * step / 6
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": there}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator(".making .move-head > b").first).to_have_text("Forearm plank")
    assert page.locator("input[name=order]").input_value() == "2,1,3"
    assert page.evaluate("scrollY") == scrolled


def test_it_is_made_and_put_in_order_by_keyboard_alone(desk):
    page = desk.page
    desk.sign_in()
    desk.go(NEW)
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.type("Monday legs")
    add(page, "Dead bug")
    add(page, "Push-up")
    page.get_by_role("button", name="Up Push-up").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".move-head > b").first).to_have_text("Push-up")
    expect(page.get_by_role("button", name="Up Push-up")).to_be_focused()
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Monday legs")).to_be_visible()


def test_without_or_with_scripts_a_pasted_circuit_is_read_shown_and_saved(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/circuits/own/text/")
    page.get_by_label("The circuit").fill("2 rounds: push-up 8, plank 30 s, rest 45")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("Understood as this. Nothing is saved yet.")).to_be_visible()
    page.get_by_label("Name", exact=True).fill("Short one")
    page.get_by_role("main").get_by_role("button", name="Save circuit").last.click()
    expect(page.get_by_role("heading", name="Short one")).to_be_visible()
    assert Circuit.objects.get(name="Short one").stations.count() == 2


def test_without_or_with_scripts_an_exercise_is_made(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/exercises/own/new/")
    page.get_by_label("Name", exact=True).fill("Shed lunge")
    page.get_by_label("Category").select_option("legs")
    page.get_by_label("Level").select_option("2")
    page.get_by_label("In each set").fill("8")
    page.locator("[name=tempo]").fill("3-1-1-0")
    page.get_by_label("Tires the legs").select_option("low")
    page.get_by_role("main").get_by_role("button", name="Save exercise").click()
    expect(page.get_by_role("heading", name="Shed lunge")).to_be_visible()


def test_every_page_of_making_can_be_used_by_everybody(desk):
    page = desk.page
    athlete = desk.sign_in()
    exercise = make_exercise(athlete)
    circuit = make_circuit(athlete, text="2 rounds: shed lunge 8, plank 30 s")
    gone = make_circuit(athlete, text="2 rounds: push-up 8", name="Gone")
    owning.retire(gone, now=NOW)
    found = []
    for address in (
        "/exercises/own/new/", "/exercises/own/", f"/exercises/own/{exercise.pk}/",
        NEW, "/circuits/own/", circuit.get_absolute_url(), gone.get_absolute_url(),
    ):  # fmt: skip
        found += visit(desk, address)
    for address in (f"/exercises/own/{exercise.pk}/edit/", f"/circuits/own/{circuit.pk}/edit/"):
        desk.go(address)
        page.get_by_label("Name", exact=True).fill("")
        page.get_by_role("main").get_by_role("button", name="Save changes").last.click()
        expect(page.locator(".summary")).to_be_focused()
        found += look(desk, f"{address} refused")
    for text in ("2 rounds: foo 8", "2 rounds: push-up 8"):
        desk.go("/circuits/own/text/")
        page.get_by_label("The circuit").fill(text)
        page.get_by_role("button", name="Read it").click()
        found += look(desk, f"text, {text}")
    assert not found, "\n".join(found)

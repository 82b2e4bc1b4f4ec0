"""What is being typed stays in the browser until it is saved, and is gone once it is."""

import pytest
from playwright.sync_api import expect

from logbook.models import Session
from tests.factories import NOW, make_session
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FORM = "/sessions/new/?circuit=ten-minute-minimal"


def drafts(page) -> int:
    return page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('draft:')).length")


def test_a_form_left_half_way_comes_back_as_it_was_typed_and_goes_once_it_is_saved(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("Left side slower.")
    page.locator("#station-2").get_by_label("As planned").uncheck()
    page.locator("#station-2").get_by_label("Sets done").fill("1")
    page.get_by_label("Add another exercise").fill("Push-up")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#station-5")).to_contain_text("Push-up")

    desk.go("/")
    desk.go(FORM)
    expect(page.get_by_text("is back. Nothing of it is saved yet.")).to_be_visible()
    expect(page.get_by_label("Note")).to_have_value("Left side slower.")
    expect(page.locator("#station-2").get_by_label("Sets done")).to_have_value("1")
    expect(page.locator("#station-5")).to_contain_text("Push-up")
    # What came in later works like what was there.
    page.locator("#station-2").get_by_role("button", name="less").first.click()
    expect(page.locator("#station-2").get_by_label("Sets done")).to_have_value("0")

    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("status").first).to_contain_text("Session saved")
    session = Session.objects.get()
    assert session.note == "Left side slower."
    assert {row.exercise_name for row in session.sets.all()} >= {"Push-up"}
    assert drafts(page) == 0
    desk.go(FORM)
    expect(page.get_by_label("Note")).to_have_value("")


def test_after_a_lost_answer_the_draft_brings_its_own_key_and_is_stored_once(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("Sent once.")
    # The server takes it, and the answer never arrives.
    page.route("**/sessions/new/**", lambda route: (route.fetch(max_redirects=0), route.abort()))
    page.get_by_role("button", name="Save session").click()
    page.wait_for_timeout(300)
    page.unroute("**/sessions/new/**")
    assert Session.objects.count() == 1

    desk.go(FORM)
    expect(page.get_by_label("Note")).to_have_value("Sent once.")
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved once already.")
    assert Session.objects.count() == 1
    assert drafts(page) == 0
    desk.complaints.clear()


def test_a_correction_has_its_own_draft_and_starting_again_drops_it(desk):
    page = desk.page
    desk.sign_in()
    session = make_session(Athlete.objects.get(), started_at=NOW)
    desk.go(f"/sessions/{session.pk}/edit/")
    page.get_by_label("Minutes").fill("31")
    desk.go(f"/sessions/{session.pk}/")
    desk.go(f"/sessions/{session.pk}/edit/")
    expect(page.get_by_label("Minutes")).to_have_value("31")
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_label("Minutes")).to_have_value("22")
    assert drafts(page) == 0


def test_discarding_drops_it(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("Never mind.")
    assert drafts(page) == 1
    page.get_by_role("link", name="Discard").click()
    expect(page).to_have_url("/")
    assert drafts(page) == 0


def test_the_next_person_at_this_browser_finds_nothing(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("Private.")
    desk.go("/accounts/logout/")
    page.get_by_role("button", name="Sign out").click()
    expect(page).to_have_url("/accounts/login/")
    assert drafts(page) == 0


def test_a_refused_form_is_not_overwritten_by_its_draft(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Minutes").fill("half an hour")
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Minutes")).to_have_value("half an hour")
    expect(page.get_by_text("is back. Nothing of it is saved yet.")).to_be_hidden()

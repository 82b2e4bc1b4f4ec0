"""What is being typed stays in the browser until it is saved, and is gone once it is."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from logbook.models import Session
from tests.factories import NOW, make_run, make_session
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FORM = "/sessions/new/?circuit=ten-minute-minimal"
IS_BACK = "is back. Nothing of it is saved yet."


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
    expect(page.get_by_text(IS_BACK)).to_be_visible()
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
    expect(page.get_by_text(IS_BACK)).to_be_hidden()


def test_each_run_has_a_draft_of_its_own(desk):
    page = desk.page
    athlete = desk.sign_in()
    first = make_run(athlete, started_at=NOW - timedelta(hours=6))
    second = make_run(athlete, started_at=NOW - timedelta(hours=2))
    desk.go(f"{FORM}&run={first.pk}")
    page.get_by_label("Note").fill("After the first.")

    desk.go(f"{FORM}&run={second.pk}")
    expect(page.get_by_label("Note")).to_have_value("")
    expect(page.get_by_text(IS_BACK)).to_be_hidden()
    desk.go(f"{FORM}&run={first.pk}")
    expect(page.get_by_label("Note")).to_have_value("After the first.")


def test_what_is_not_sent_yet_outlives_a_pairing_from_the_page_of_the_session(desk):
    page = desk.page
    athlete = desk.sign_in()
    run = make_run(athlete, started_at=NOW - timedelta(hours=2))
    session = make_session(athlete, run=run, started_at=NOW - timedelta(hours=1))
    desk.go(f"/sessions/{session.pk}/edit/")
    page.get_by_label("Note").fill("Half a sentence")
    desk.go(f"/sessions/{session.pk}/")
    page.get_by_role("button", name="Unpair").click()
    expect(page.get_by_role("status").first).to_contain_text("stands on its own now")

    desk.go(f"/sessions/{session.pk}/edit/")
    expect(page.get_by_label("Note")).to_have_value("Half a sentence")


def test_a_draft_that_could_not_be_brought_back_is_not_written_over(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("The long one.")
    page.route("**/sessions/new/**", lambda route: refuse(route))
    desk.go(FORM)
    page.get_by_label("Note").fill("A short one.")
    page.unroute("**/sessions/new/**")

    desk.go(FORM)
    expect(page.get_by_label("Note")).to_have_value("The long one.")
    desk.complaints.clear()


def refuse(route) -> None:
    """The connection breaks whenever a form is sent."""
    if route.request.method == "POST":
        route.abort()
    else:
        route.continue_()


def test_nothing_can_be_typed_into_a_form_while_its_draft_is_on_the_way(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("On the way.")
    answers = []
    page.route("**/sessions/new/**", lambda route: hold(route, answers))
    desk.go(FORM)
    assert page.locator("form[data-draft]").evaluate("form => form.inert")
    answers.pop().continue_()
    expect(page.get_by_label("Note")).to_have_value("On the way.")
    assert not page.locator("form[data-draft]").evaluate("form => form.inert")


def hold(route, answers: list) -> None:
    if route.request.method == "POST":
        answers.append(route)
    else:
        route.continue_()


def test_two_tabs_with_the_same_draft_are_two_sessions(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("Twice.")
    other = page.context.new_page()
    other.goto(FORM)
    expect(other.get_by_label("Note")).to_have_value("Twice.")
    for tab in (page, other):
        tab.get_by_role("button", name="Save session").click()
        expect(tab.get_by_role("status").first).to_contain_text("Session saved")
    assert Session.objects.count() == 2


def test_a_form_sent_again_after_back_can_become_another_session(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    key = page.locator("[name=key]").input_value()
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("status").first).to_contain_text("Session saved")
    desk.go(FORM)
    page.locator("[name=key]").evaluate("(field, key) => { field.value = key }", key)
    page.get_by_label("Minutes").fill("30")
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("button", name="Log it as another session").click()
    expect(page.get_by_role("status").first).to_contain_text("Session saved: 30 min")
    assert sorted(session.minutes for session in Session.objects.all()) == [10, 30]
    assert drafts(page) == 0


def test_after_a_lost_answer_it_is_stored_once_however_often_the_form_is_opened(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("Sent once.")
    page.route("**/sessions/new/**", lambda route: (route.fetch(max_redirects=0), route.abort()))
    page.get_by_role("button", name="Save session").click()
    page.wait_for_timeout(300)
    page.unroute("**/sessions/new/**")
    for _ in range(3):
        desk.go(FORM)
        expect(page.get_by_text("It was sent, and may be saved already")).to_be_visible()
    # Something more is no new session either: both versions are shown.
    page.get_by_label("Note").fill("Sent once, then more.")
    desk.go(FORM)
    expect(page.get_by_label("Note")).to_have_value("Sent once, then more.")
    page.get_by_role("button", name="Save session").click()
    page.get_by_role("button", name="Save what is typed here").click()
    expect(page.get_by_role("status").first).to_contain_text("Changes saved.")
    assert Session.objects.get().note == "Sent once, then more."
    assert drafts(page) == 0
    desk.complaints.clear()


def test_a_refused_form_does_not_write_over_a_draft_that_could_not_be_brought_back(desk):
    page = desk.page
    desk.sign_in()
    desk.go(FORM)
    page.get_by_label("Note").fill("The long one.")
    page.route("**/sessions/new/**", lambda route: refuse(route))
    desk.go(FORM)
    page.unroute("**/sessions/new/**")
    page.get_by_label("Minutes").fill("soon")
    page.get_by_role("button", name="Save session").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("Note").fill("A short one.")

    desk.go(FORM)
    expect(page.get_by_label("Note")).to_have_value("The long one.")
    desk.complaints.clear()

"""All of one's own data in the browser: taken out, then deleted, on a phone and by keyboard alone."""

import json
import zipfile

import pytest
from playwright.sync_api import expect

from tests.browser.test_accessibility import look, tab_to
from tests.factories import PASSWORD, make_athlete, make_run, make_session
from workouts.models import Athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_the_file_is_downloaded_and_the_account_deleted_by_keyboard_on_a_phone(phone, tmp_path):
    page = phone.page
    athlete = phone.sign_in()
    make_session(athlete, run=make_run(athlete))
    phone.go("/settings/")
    tab_to(page, "Delete your account", at_most=80)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Delete your account")
    tab_to(page, "Take out your data first")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Take out your data")
    tab_to(page, "Your password")
    page.keyboard.type(PASSWORD)
    with page.expect_download() as downloading:
        page.keyboard.press("Enter")
    file = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(file)
    assert file.name == "footfall-maren-2026-07-29.zip"
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        tables = json.loads(archive.read("footfall.json"))["tables"]
    assert [len(tables[name]["rows"]) for name in ("runs", "sessions")] == [1, 1]

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Delete your account")
    tab_to(page, "Delete my account and everything in it")
    page.keyboard.press("Space")
    tab_to(page, "Your password")
    page.keyboard.type(PASSWORD)
    tab_to(page, "Delete my account")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your account is deleted, with everything that was in it.")).to_be_visible()
    assert not Athlete.objects.exists()
    phone.go("/runs/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Runs")


def test_a_wrong_password_is_told_with_the_focus_and_nothing_is_deleted(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/settings/deletion/")
    page.get_by_label("Delete my account and everything in it").check()
    page.get_by_label("Your password").fill("wrong")
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is deleted yet")
    expect(page.get_by_role("alert")).to_be_focused()
    # The tick is kept; a password never is.
    expect(page.get_by_label("Delete my account and everything in it")).to_be_checked()
    expect(page.get_by_label("Your password")).to_have_value("")
    assert Athlete.objects.count() == 1


def test_what_was_being_typed_elsewhere_leaves_the_browser_with_the_account(desk):
    page = desk.page
    desk.sign_in()
    desk.go("/sessions/new/?circuit=core-for-runners")
    page.get_by_label("Minutes").fill("33")
    assert page.evaluate("Object.keys(localStorage).length") == 1
    desk.go("/settings/deletion/")
    page.get_by_label("Delete my account and everything in it").check()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_text("Your account is deleted")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_the_pages_of_an_owner_and_a_refusal_have_no_finding(desk):
    desk.sign_in()
    make_athlete("ben")
    desk.go("/settings/deletion/")
    found = look(desk, "an owner's deletion")
    desk.page.get_by_role("button", name="Delete my account").click()
    expect(desk.page.get_by_role("alert")).to_contain_text("Choose who owns this instance after you.")
    found += look(desk, "a refused deletion")
    assert not found, "\n".join(found)

"""The address of a calendar in a browser: made, copied, given to a program, renewed and switched off."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.browser.test_accessibility import look
from tests.factories import say_week

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def opens(address: str) -> bool:
    return Client().get("/" + address.split("/", 3)[3]).status_code == 200


def test_made_it_opens_renewed_the_old_one_ends_and_switched_off_none_is_left(runner):
    say_week(runner.sign_in())
    page = runner.page
    runner.go("/plan/")
    runner.follow(page.get_by_role("link", name="The plan in your calendar"))
    runner.follow(page.get_by_role("button", name="Make the address"))
    field = page.get_by_label("Address of your calendar")
    first = field.input_value()
    assert opens(first)
    expect(page.get_by_role("link", name="Open in a calendar program")).to_have_attribute(
        "href", first.replace("http://", "webcal://")
    )
    copy = page.get_by_role("button", name="Copy")
    if runner.runs_scripts:
        copy.click()
        assert page.evaluate("getSelection().toString()") == first
    else:
        expect(copy).to_have_count(0)
    runner.follow(page.get_by_role("button", name="Take another address"))
    second = field.input_value()
    assert (opens(first), opens(second)) == (False, True)
    runner.follow(page.get_by_role("button", name="Switch it off"))
    expect(field).to_have_count(0)
    assert not opens(second)


def test_the_page_with_an_address_has_no_finding(desk):
    desk.sign_in()
    desk.go("/settings/calendar/")
    desk.follow(desk.page.get_by_role("button", name="Make the address"))
    found = look(desk, "the address of a calendar")
    assert not found, "\n".join(found)

"""An owner at a desk lets somebody with a phone in, and helps them to a new password, by links alone."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESK, PHONE, runner_with
from tests.browser.runner import Runner
from tests.browser.test_accessibility import look
from tests.factories import PASSWORD, make_athlete
from workouts.models import Athlete, Invite

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "fast-is-later-8"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def scripts(request) -> bool:
    return request.param


@pytest.fixture
def owner(browser: Browser, live_server, scripts):
    """At a desk, signed in."""
    for runner in runner_with(browser, live_server, screen=DESK, java_script_enabled=scripts):
        runner.sign_in("olga")
        yield runner


@pytest.fixture
def newcomer(browser: Browser, live_server, scripts):
    """With a phone, and nothing but what they are sent."""
    yield from runner_with(browser, live_server, screen=PHONE, java_script_enabled=scripts)


def button(runner: Runner, name: str):
    return runner.page.get_by_role("main").get_by_role("button", name=name, exact=True)


def test_whoever_is_invited_signs_up_on_a_phone_and_is_in(owner, newcomer, scripts):
    owner.go("/settings/")
    owner.page.get_by_role("link", name="People with an account here").click()
    owner.page.get_by_label("For whom").fill("Jonas")
    button(owner, "Make an invite").click()
    assert owner.heading() == "Invite for Jonas"
    expect(owner.page.get_by_role("button", name="Copy")).to_be_visible(visible=scripts)
    link = owner.page.get_by_label("Link", exact=True).input_value()

    newcomer.page.goto(link)
    assert newcomer.heading() == "olga invites you"
    assert newcomer.page.url.endswith("/accounts/signup/"), "no page shows the token in its address"
    newcomer.page.get_by_label("User name").fill("jonas")
    newcomer.page.get_by_label("Password", exact=True).fill(PASSWORD)
    newcomer.page.get_by_label("Password (again)").fill(PASSWORD)
    button(newcomer, "Create account").click()
    expect(newcomer.page.get_by_text("Signed in as jonas", exact=True)).to_be_attached()
    assert Invite.objects.get().used_by == Athlete.objects.get(username="jonas")

    owner.page.get_by_role("link", name="Back to people").click()
    expect(owner.page.locator(".rows.people > li", has_text="jonas")).to_be_visible()
    expect(owner.page.get_by_text("For Jonas")).to_have_count(0)


def test_whoever_forgot_the_password_sets_a_new_one_by_a_link(owner, newcomer):
    make_athlete("jonas")
    owner.go("/settings/people/")
    button(owner, "Link for a new password of jonas").click()
    link = owner.page.get_by_label("Link", exact=True).input_value()

    newcomer.page.goto(link)
    assert newcomer.heading() == "New password"
    newcomer.page.get_by_label("New Password", exact=True).fill(NEW)
    newcomer.page.get_by_label("New Password (again)").fill(NEW)
    button(newcomer, "Set the password").click()
    newcomer.page.get_by_role("main").get_by_role("link", name="Sign in").click()
    newcomer.page.get_by_label("User name or e-mail address").fill("jonas")
    newcomer.page.get_by_label("Password").fill(NEW)
    button(newcomer, "Sign in").click()
    expect(newcomer.page.get_by_text("Signed in as jonas", exact=True)).to_be_attached()

    owner.page.goto(link)
    assert owner.heading() == "This link no longer works"


def test_a_button_copies_the_link_also_where_the_browser_keeps_its_clipboard_shut(desk):
    desk.sign_in("olga")
    desk.page.context.grant_permissions(["clipboard-read"])
    for shut in (False, True):
        desk.go("/settings/people/")
        button(desk, "Make an invite").click()
        if shut:
            desk.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        desk.page.get_by_role("button", name="Copy").click()
        expect(desk.page.locator("[data-copied]")).to_have_text("Copied.")
    link = desk.page.get_by_label("Link", exact=True).input_value()
    # In the page that is shown next the clipboard can be read again.
    desk.go("/settings/people/")
    assert desk.page.evaluate("navigator.clipboard.readText()") == link


def test_the_pages_with_a_link_have_no_finding(desk):
    desk.sign_in("olga")
    make_athlete("jonas.with.a.name.as.long.as.an-address@example.org")
    make_athlete("dora", is_active=False)
    desk.go("/settings/people/")
    desk.page.get_by_label("For whom").fill("Jonas")
    button(desk, "Make an invite").click()
    found = look(desk, "an invite")
    link = desk.page.get_by_label("Link", exact=True).input_value()
    desk.page.goto(link)
    found += look(desk, "an invite opened by its maker")
    desk.go("/settings/people/")
    found += look(desk, "the people")
    desk.page.get_by_label("For whom").fill("x" * 61)
    button(desk, "Make an invite").click()
    found += look(desk, "a refused invite")
    desk.go("/settings/people/")
    desk.page.get_by_role("button", name="Link for a new password").first.click()
    found += look(desk, "a link for a new password")
    reset = desk.page.get_by_label("Link", exact=True).input_value()
    desk.page.context.clear_cookies()
    for path in (link, reset):
        desk.page.goto(path)
        found += look(desk, path)
    assert not found, "\n".join(found)

"""A passkey in Chromium, by its virtual authenticator: made, used to sign in, and what stands in its way."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, runner_with
from tests.browser.test_accessibility import look
from tests.factories import PASSWORD
from tests.pages.passkeys import code_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def by_number(browser, live_server):
    """The same desk, by an address that no passkey can be tied to."""
    address = SimpleNamespace(url=live_server.url.replace("localhost", "127.0.0.1"))
    yield from runner_with(browser, address, screen=DESK)


def authenticator_of(runner, *, verifies: bool = True) -> tuple:
    """Put a device with a finger into the browser; return the line to it and its number."""
    devtools = runner.page.context.new_cdp_session(runner.page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": verifies,
        "automaticPresenceSimulation": True,
    }
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return devtools, made["authenticatorId"]


def confirm(page) -> None:
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()


def add_passkey(runner, name: str) -> None:
    page = runner.page
    runner.go("/accounts/2fa/webauthn/add/")
    if page.get_by_role("heading", name="Confirm that it is you").count():
        confirm(page)
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Add a passkey").click()


def sign_out(page) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_passkey_is_made_and_signs_in_alone_and_as_second_step(desk):
    page = desk.page
    desk.sign_in("maren")
    authenticator_of(desk)
    add_passkey(desk, "This desk")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    found = look(desk, "recovery codes")
    desk.go("/accounts/2fa/")
    expect(page.get_by_role("main")).to_contain_text("This desk added")
    found += look(desk, "second factor, set up")

    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{desk.address}/")
    expect(page.get_by_role("link", name="Settings of maren")).to_be_visible()

    sign_out(page)
    page.get_by_label("User name or e-mail address").fill("maren")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    found += look(desk, "second step")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{desk.address}/")

    # The passkey stands in for the password, too, before something that matters.
    desk.go("/accounts/2fa/recovery-codes/")
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert not found, "\n".join(found)


def test_a_device_that_has_one_already_and_one_that_refuses_say_so(desk):
    page = desk.page
    athlete = desk.sign_in("maren")
    devtools, number = authenticator_of(desk)
    add_passkey(desk, "First")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    add_passkey(desk, "Second")
    expect(page.get_by_role("alert")).to_have_text("This device already has a passkey for your account.")
    devtools.send("WebAuthn.setUserVerified", {"authenticatorId": number, "isUserVerified": False})
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_have_text(re.compile("No passkey came"), timeout=90_000)
    assert athlete.authenticator_set.filter(type="webauthn").count() == 1


def test_an_address_without_https_says_what_a_passkey_needs(by_number):
    page = by_number.page
    by_number.sign_in()
    by_number.go("/accounts/2fa/webauthn/add/")
    confirm(page)
    expect(
        page.get_by_text("A passkey needs an address that begins with https, or localhost.")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Add a passkey")).to_be_hidden()
    assert not look(by_number, "no passkey here")
    sign_out(page)
    expect(page.get_by_text("Signing in with a passkey needs an address")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()


def test_an_app_is_set_up_and_the_page_has_no_finding(runner):
    page = runner.page
    runner.sign_in()
    runner.go("/accounts/2fa/totp/activate/")
    confirm(page)
    expect(page.get_by_role("img", name="The secret as a QR code")).to_be_visible()
    if runner.runs_scripts:
        assert not look(runner, "set up an app")
    page.get_by_label("Code from the app").fill("000000")
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("alert")).to_contain_text("That code was not taken")
    code = code_of(page.locator("pre").inner_text().replace(" ", ""))
    page.get_by_label("Code from the app").fill(code)
    page.get_by_role("button", name="Turn it on").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as text").click()
    assert download.value.suggested_filename == "footfall-recovery-codes.txt"

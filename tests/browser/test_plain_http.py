"""On plain HTTP in a home network the player still runs, keeps its queue, and says what HTTPS would add."""

from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, runner_with
from tests.browser.test_offline_shell import NAME, leave_waiting, message, start, until, waiting
from tests.factories import make_athlete

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HOST = "footfall.test"
# Headers that count on secure ways alone, and what a test itself cut off.
EXPECTED = ("Cross-Origin-Opener-Policy", "Clear-Site-Data", "ERR_INTERNET_DISCONNECTED")
OVER_HTTPS = "Over HTTPS this page would also"


@pytest.fixture(scope="module")
def home_browser(browser_type, browser_type_launch_args):
    """A browser that finds the server under a name, and so by no secure way."""
    flags = [*browser_type_launch_args["args"], f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
    browser = browser_type.launch(**browser_type_launch_args | {"args": flags})
    yield browser
    browser.close()


@pytest.fixture
def home(home_browser, live_server, settings):
    """A phone in the home network."""
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, HOST]
    address = live_server.url.replace("localhost", HOST)
    with contextmanager(runner_with)(home_browser, SimpleNamespace(url=address), screen=PHONE) as someone:
        yield someone
        someone.complaints[:] = [
            each for each in someone.complaints if not any(known in each for known in EXPECTED)
        ]


def test_the_player_runs_and_says_what_https_would_add(home):
    page = home.page
    start(home, home.sign_in())
    assert not page.evaluate("isSecureContext")
    expect(page.get_by_role("heading", name=NAME).first).to_be_visible()
    expect(page.get_by_text(OVER_HTTPS)).to_be_visible()
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator("[data-screen=start]")).to_be_hidden()


def test_over_a_secure_way_there_is_nothing_to_add(desk):
    start(desk, desk.sign_in())
    expect(desk.page.get_by_role("heading", name=NAME).first).to_be_visible()
    expect(desk.page.get_by_text(OVER_HTTPS)).to_be_hidden()


def test_signing_out_drops_ones_own_queue_and_nobody_elses(home):
    page, ana, ben = home.page, home.sign_in("ana"), make_athlete("ben")
    session = start(home, ana)
    home.go("/accounts/logout/")
    leave_waiting(page, ana, message(session))
    leave_waiting(page, ben, message(session, athlete=str(ben.pk)))
    states = {"footfall:play:1": ana.pk, "footfall:play:2": ben.pk}
    for name, pk in states.items():
        page.evaluate('([name, id]) => localStorage.setItem(name, `{"athlete": "${id}"}`)', [name, pk])
    home.follow(page.get_by_role("button", name="Sign out"))
    expect(page).to_have_url("/accounts/login/")
    until(page, f"!localStorage['footfall:queue:{ana.pk}']")
    assert (waiting(page, ana), waiting(page, ben)) == (0, 1)
    left = page.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('footfall:play:'))")
    assert left == ["footfall:play:2"]


def test_a_deletion_that_is_refused_for_a_blank_drops_nothing(home):
    page, ana = home.page, home.sign_in("ana")
    session = start(home, ana)
    home.go("/accounts/logout/")
    leave_waiting(page, ana, message(session))
    page.route("**/sessions/sender/", lambda route: route.abort("internetdisconnected"))
    home.go("/settings/deletion/")
    home.follow(page.get_by_role("button", name="Delete my account"))
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_text("1 set on this phone was never sent.")).to_be_visible()
    assert waiting(page, ana) == 1

"""The browser: the system's own Chromium, on a desk and on a phone, with and without JavaScript."""

import os
import shutil

import pytest
from django.core.cache import cache
from playwright.sync_api import BrowserContext

from tests.browser.mat import Mat
from tests.browser.runner import Runner
from tests.factories import NOW

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # One process draws all pages of a context: to start another costs more than most pages do.
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--in-process-gpu",
]
DESK = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 664}, "has_touch": True, "is_mobile": True}
_CONTEXTS: dict[str, BrowserContext] = {}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    # Chromium refuses its sandbox to root, and to root alone do we take it away.
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    return browser_type_launch_args | {"executable_path": chromium, "args": flags}


@pytest.fixture(autouse=True)
def mid_morning(monkeypatch):
    """It is ten o'clock on a Wednesday in Berlin: no test depends on the hour it is run at."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture(params=["desk", "phone", "desk without JavaScript"])
def runner(request, browser, live_server):
    """A person with a browser who has never been here, three times over."""
    screen = PHONE if request.param == "phone" else DESK
    scripts = "without" not in request.param
    yield from runner_with(browser, live_server, screen=screen, java_script_enabled=scripts)


@pytest.fixture
def desk(browser, live_server):
    """The same at a desk alone, for what does not depend on the screen."""
    yield from runner_with(browser, live_server, screen=DESK)


@pytest.fixture
def phone(browser, live_server):
    """The same with a phone alone."""
    yield from runner_with(browser, live_server, screen=PHONE)


@pytest.fixture
def mat(phone) -> Mat:
    """The phone on a mat, with a session that can be played."""
    return Mat(phone)


def runner_with(browser, live_server, *, screen, **context):
    """A person in front of such a screen; at the end the browser must have had no complaint."""
    cache.clear()
    with_context = _context(browser, live_server.url, screen | context)
    (blank,) = with_context.pages
    runner = Runner(
        with_context.new_page(),
        address=live_server.url,
        runs_scripts=context.get("java_script_enabled", True),
    )
    try:
        yield runner
    finally:
        for page in with_context.pages:
            if page is not blank:
                page.close()
        if runner.holds_time:
            # The clock stays with the context for good, and a page whose timers never end is never ready.
            _forget(with_context)
    assert runner.complaints == [], "the browser complained"


def _context(browser, address: str, options: dict) -> BrowserContext:
    """
    A browser that knows nothing of anybody; its files of style and script may have been fetched before.

    One of a kind is enough for all tests, as starting it takes longer than forgetting.  It keeps a page open,
    a picture, and thereby the process that draws its pages.
    """
    key = f"{address} {options}"
    if key not in _CONTEXTS:
        made = browser.new_context(base_url=address, locale="en-GB", timezone_id="Europe/Berlin", **options)
        made.set_default_timeout(15_000)
        made.new_page().goto("/static/img/favicon.svg")
        _CONTEXTS[key] = made
    context = _CONTEXTS[key]
    context.clear_cookies()
    context.clear_permissions()
    context.set_offline(False)
    devtools = context.new_cdp_session(context.pages[0])
    devtools.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "all"})
    devtools.detach()
    return context


def _forget(context: BrowserContext) -> None:
    for key in [key for key, kept in _CONTEXTS.items() if kept is context]:
        del _CONTEXTS[key]
    context.close()

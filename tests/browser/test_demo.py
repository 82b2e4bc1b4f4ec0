"""Looking round as the demo runner, at a desk and on a phone: half a year is there, and the pages hold it."""

import pytest
from playwright.sync_api import expect

from logbook import demonstrating
from tests.factories import NOW
from workouts.models import Athlete
from workouts.vocabulary import RunKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "look-round-9"
WIDTHS = (1280, 390, 320)


@pytest.fixture
def demo(desk):
    """The demo runner, signed in through the page as a visitor would be."""
    demonstrating.make_demo(password=PASSWORD, now=NOW, told=lambda week: None)
    desk.go("/")
    desk.page.get_by_label("User name or e-mail address").fill("demo")
    desk.page.get_by_label("Password", exact=True).fill(PASSWORD)
    desk.page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    expect(desk.page.get_by_role("heading", name="This week", exact=True)).to_be_visible()
    return Athlete.objects.demo()


def shows(desk, path: str, *said: str) -> None:
    """The page says all of it and scrolls nowhere sideways, however wide the screen."""
    desk.go(path)
    for words in said:
        expect(desk.page.get_by_role("main")).to_contain_text(words)
    for width in WIDTHS:
        desk.page.set_viewport_size({"width": width, "height": 800})
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)


def test_today_history_and_every_kind_of_page_show_half_a_year_and_nothing_scrolls_sideways(desk, demo):
    week = demo.week_of(NOW.date())
    strength = demo.sessions.filter(circuit__slug="in-season-gym").first()
    runs = demo.runs.exclude(imported_file=None)
    # It is a Wednesday: Monday was free, Tuesday's hard run is done, and today's is still to come.
    shows(desk, "/", "This week", "Tue", "Easy run")
    shows(desk, "/history/", "Load by week", "Assumed")
    shows(desk, f"/history/{week.previous}/", "Long run", "The week in sum")
    shows(desk, "/runs/", "Easy run")
    shows(
        desk,
        runs.filter(kind=RunKind.INTERVALS).first().get_absolute_url(),
        "Laps",
        "Best efforts",
        "Demo watch",
    )
    shows(desk, runs.filter(kind=RunKind.LONG).first().get_absolute_url(), "Heart rate", "Splits")
    shows(desk, strength.get_absolute_url(), "Barbell back squat", "40 kg", "left Achilles tendon")

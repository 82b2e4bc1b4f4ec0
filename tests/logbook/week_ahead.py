"""A week ahead of Ana's: the handbook's runs, its places, and what is sent about its sessions."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from logbook import plan_session
from tests.browsing import soup, words
from tests.factories import say_week
from workouts.catalogue.loading import rules

# The handbook's week, which begins with a day of rest.
WEEK = {
    1: ("intervals", 60), 2: ("easy", 45), 3: ("tempo", 60), 4: ("easy", 45), 6: ("long", 105),
}  # fmt: skip


def say_the_handbook_s_week(athlete):
    """Somebody who has lifted for a year."""
    since = athlete.day_of(timezone.now()) - timedelta(days=400)
    say_week(athlete, week=WEEK, experience="intermediate", lifting_since=since)
    return athlete


def read(ana, week, number=1):
    return plan_session.read(athlete=ana, name=f"{week}-{number}", rules=rules(), now=timezone.now())


def place(week, weekday, slot):
    return f"{week.monday + timedelta(days=weekday)} {slot}"


def days_with_strength(client, week):
    page = soup(client.get(f"/plan/{week}/"))
    return {
        nth: words(cell.select_one(".planned span.strength"))
        for nth, cell in enumerate(page.select(".day"))
        if cell.select_one(".planned span.strength")
    }


def send(client, week, number=1, **typed):
    return client.post(f"/plan/sessions/{week}-{number}/", {"key": uuid4(), **typed})

"""A planned circuit with more jumps than suit: it is trimmed in the plan and in the form that Today opens."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.browsing import form_on, links, soup, words
from tests.factories import NOW, make_circuit, say_week
from tests.logbook.week_ahead import place, read
from workouts import planning
from workouts.catalogue.loading import rules
from workouts.circuits import trimmed
from workouts.models import Circuit
from workouts.training.jumping import most_contacts

pytestmark = pytest.mark.django_db

TOLD = "That is a lot of jumping. We trimmed it to 120 contacts."


@pytest.fixture(autouse=True)
def _at_that_time(monkeypatch):
    """Ten o'clock on a Wednesday in Berlin."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def ana(ana):
    since = ana.day_of(NOW) - timedelta(days=400)
    say_week(ana, week={4: ("easy", 45)}, wanted=1, experience="intermediate", lifting_since=since)
    ana.calf_raises_left = ana.calf_raises_right = 25
    ana.hop_pain = 0
    ana.save()
    return ana


@pytest.fixture
def week(ana):
    return ana.week_of(ana.day_of(NOW))


@pytest.fixture
def hops(ana, week):
    """Her own circuit, 40 contacts a round and five rounds, put on this Wednesday."""
    circuit = make_circuit(ana, text="5 rounds: pogo hops 40, plank 30 s", name="Hops")
    about = read(ana, week).about
    planning.swap(athlete=ana, about=about, key=uuid4(), now=NOW, circuit=circuit)
    day, slot = place(week, 2, "rest_day").split()
    planning.move(
        athlete=ana, about=about, key=uuid4(), now=NOW,
        day=type(week.monday).fromisoformat(day), slot=slot, overruled=[], reason="",
    )  # fmt: skip
    return circuit


def test_no_circuit_of_the_catalogue_has_more_than_suit_its_own_athletes(ana):
    rule = rules()["PLYO-01"]
    for circuit in Circuit.objects.offered().with_stations():
        most = most_contacts(experience=circuit.level, rule=rule)
        assert circuit.shape.foot_contacts <= most, circuit


def test_the_plan_and_the_page_of_the_session_say_how_far_it_was_trimmed(ana, ana_client, week, hops):
    assert hops.shape.foot_contacts == 200
    wednesday = soup(ana_client.get("/plan/")).select(".week > .day")[2]
    minutes = trimmed(hops, most_contacts=120).shape.minutes
    assert minutes < hops.shape.minutes
    assert f"Hops, {minutes} min" in words(wednesday)
    assert TOLD in words(wednesday)
    page = words(ana_client.get(f"/plan/sessions/{week}-1/"))
    assert TOLD in page
    assert f"{minutes} min." in page


def test_today_shows_it_trimmed_and_its_form_asks_for_no_more(ana, ana_client, hops):
    page = ana_client.get("/")
    assert TOLD in words(page)
    link = links(page)["Log it afterwards instead"]
    assert link == f"/sessions/new/?circuit={hops.slug}&contacts=120"
    form = ana_client.get(link)
    assert TOLD in words(form)
    saved = form_on(form, "Save session").send(ana_client)
    assert saved.status_code == 302
    session = ana.sessions.get()
    assert session.rounds == 3
    assert [row.planned for row in session.sets.filter(station=1)] == [40, 40, 40]
    assert "120" in words(ana_client.get(session.get_absolute_url()))


def test_refused_the_form_is_still_trimmed(ana, ana_client, hops):
    form = form_on(ana_client.get(f"/sessions/new/?circuit={hops.slug}&contacts=120"), "Save session")
    refused = form.filled({"minutes": "soon"}).send(ana_client)
    assert refused.status_code == 422
    assert TOLD in words(refused)


@pytest.mark.parametrize("contacts", ["", "0", "-3", "soon", "9" * 30, "200"])
def test_opened_without_the_plan_it_is_whole(ana, ana_client, hops, contacts):
    form = ana_client.get(f"/sessions/new/?circuit={hops.slug}&contacts={contacts}")
    assert "That is a lot of jumping" not in words(form)
    form_on(form, "Save session").send(ana_client)
    assert ana.sessions.get().rounds == 5


def test_where_sets_alone_do_not_do_it_the_day_says_what_would_suit(ana, ana_client, week):
    circuit = make_circuit(ana, text="1 rounds: pogo hops 160", name="One go")
    planning.swap(athlete=ana, about=read(ana, week).about, key=uuid4(), now=NOW, circuit=circuit)
    assert "160 contacts with a single set of each jump. Up to 120 suit your experience" in words(
        ana_client.get("/plan/")
    )


@pytest.mark.parametrize(("experience", "contacts"), [("advanced", None), ("intermediate", 112)])
def test_how_much_is_kept_depends_on_the_experience(ana, ana_client, week, experience, contacts):
    ana.experience = experience
    ana.save()
    circuit = make_circuit(ana, text="5 rounds: pogo hops 28", name="At the limit")
    planning.swap(athlete=ana, about=read(ana, week).about, key=uuid4(), now=NOW, circuit=circuit)
    page = words(ana_client.get("/plan/"))
    assert "At the limit" in page
    assert (f"We trimmed it to {contacts} contacts." in page) is (contacts is not None)
    assert ("a lot of jumping" in page) is (contacts is not None)

"""The list of runs of one kind: picked by a link with its count, and kept while one turns pages."""

from datetime import UTC, datetime

import pytest

from tests.browsing import links, soup, words
from tests.factories import NOW, make_run
from workouts.vocabulary import RunKind

pytestmark = pytest.mark.usefixtures("clock")


def at(*when: int) -> datetime:
    return datetime(*when, 10, tzinfo=UTC)


@pytest.fixture
def runs(ana):
    """Two easy runs, one long ago, a tempo run between them, and a ride."""
    return {
        "easy": make_run(ana),
        "ride": make_run(ana, kind=RunKind.CROSS_TRAINING, started_at=at(2026, 7, 20)),
        "tempo": make_run(ana, kind=RunKind.TEMPO, started_at=at(2026, 7, 10)),
        "old": make_run(ana, started_at=at(2020, 2, 29)),
    }


def kinds(page) -> list[str]:
    return [words(link) for link in soup(page).select(".subnav a")]


def current(page) -> list[str]:
    return [words(link) for link in soup(page).select(".subnav [aria-current]")]


def listed(page) -> list[str]:
    return [link["href"] for link in soup(page).select(".runs a")]


def test_each_kind_there_is_has_a_link_with_its_count(ana, ana_client, runs):
    make_run(ana, kind=RunKind.RACE).hide(at=NOW)
    page = ana_client.get("/runs/")

    assert kinds(page) == ["All 4", "Easy 2", "Tempo 1", "Cross-training 1"]
    assert current(page) == ["All 4"]


def test_a_link_leads_to_the_runs_of_its_kind_alone(ana_client, runs):
    page = ana_client.get(links(ana_client.get("/runs/"))["Tempo 1"])

    assert (listed(page), current(page)) == ([runs["tempo"].get_absolute_url()], ["Tempo 1"])
    assert words(soup(page).select_one(".month")) == "July 2026 1 run, 8.2 km, 48 min"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("", "Runs"),
        ("easy", "Easy runs"),
        ("race", "Races"),
        ("hills", "Hills"),
        ("time_trial", "Time trials"),
    ],
)
def test_the_window_is_called_after_the_kind(ana_client, runs, kind, title):
    page = ana_client.get(f"/runs/?kind={kind}")

    assert soup(page).title.text == f"{title} · Footfall"


def test_cross_training_is_listed_under_its_own_word(ana_client, runs):
    page = ana_client.get(links(ana_client.get("/runs/"))["Cross-training 1"])

    assert listed(page) == [runs["ride"].get_absolute_url()]
    assert words(soup(page).select_one(".month")) == "July 2026 cross-training 48 min"


def test_the_kind_is_kept_while_one_turns_pages_and_the_page_while_one_picks_a_kind(ana_client, runs):
    page = ana_client.get(links(ana_client.get("/runs/?kind=easy"))["Earlier runs"])

    assert (listed(page), current(page)) == ([runs["old"].get_absolute_url()], ["Easy 2"])
    assert links(page)["Tempo 1"] == "/runs/?kind=tempo&until=2020-02-29"
    back = ana_client.get(links(page)["Later runs"])
    assert (listed(back), current(back)) == ([runs["easy"].get_absolute_url()], ["Easy 2"])


@pytest.mark.parametrize("kind", ["", "rest", "EASY", "%00", "tempo%27"])
def test_a_kind_that_is_none_is_all_of_them(ana_client, runs, kind):
    page = ana_client.get(f"/runs/?kind={kind}")

    assert (len(listed(page)), current(page)) == (3, ["All 4"])


def test_without_a_run_of_the_kind_it_says_so_and_leads_on(ana_client, runs):
    page = ana_client.get("/runs/?kind=race_pace")

    told = "None of your runs is marked as race pace. On a run’s page, one tap changes its kind."
    assert told in words(page)
    assert links(page)["All runs"] == "/runs/"


def test_months_without_the_kind_say_so(ana_client, runs):
    page = ana_client.get("/runs/?kind=tempo&until=2020-02-29")

    assert "No run in these months." in words(page)
    assert listed(ana_client.get(links(page)["Later runs"])) == [runs["tempo"].get_absolute_url()]

"""A run's page offers the sessions of its day that belong to no run, and lets go of those it has."""

from datetime import timedelta

import pytest

from tests.browsing import form_on, notices, soup, words
from tests.factories import NOW, make_run, make_session

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def run(ana):
    return make_run(ana)


def rows(page) -> list[str]:
    return [words(row) for row in soup(page).select(".rows.ends li")]


def test_a_session_of_the_day_is_offered_and_paired_in_one_tap(ana, ana_client, run):
    session = make_session(ana)
    page = ana_client.get(run.get_absolute_url())

    assert "Logged that day, with no run of its own:" in words(page)
    assert rows(page) == [
        "After-easy-run four Started 1 h 12 min after the run ended. 22 min Pair After-easy-run four"
    ]
    answer = form_on(page, "Pair After-easy-run four").send(ana_client)
    session.refresh_from_db()
    assert (session.run, answer["Location"]) == (run, run.get_absolute_url())
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["Paired with After-easy-run four, logged that day."]
    assert "Logged that day" not in words(soup(page).select_one(".run-strength"))


def test_a_paired_session_is_let_go_in_one_tap(ana, ana_client, run):
    session = make_session(ana, run=run)
    answer = form_on(ana_client.get(run.get_absolute_url()), "Unpair After-easy-run four").send(ana_client)

    session.refresh_from_db()
    assert (session.run, answer["Location"]) == (None, run.get_absolute_url())
    assert "Pair After-easy-run four" in words(ana_client.get(answer["Location"]))


def test_nothing_else_is_offered(ana, ben, ana_client, run):
    make_session(ana, run=make_run(ana, started_at=NOW - timedelta(hours=8)))
    make_session(ana, started_at=NOW - timedelta(days=1))
    make_session(ana).hide(at=NOW)
    make_session(ben)

    assert rows(ana_client.get(run.get_absolute_url())) == []


def test_a_deleted_run_pairs_nothing(ana, ana_client, run):
    make_session(ana, run=run)
    make_session(ana)
    run.hide(at=NOW)
    page = ana_client.get(run.get_absolute_url())

    assert rows(page) == ["After-easy-run four Started 1 h 12 min after the run ended. 22 min"]

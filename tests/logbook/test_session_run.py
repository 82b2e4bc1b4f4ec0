"""The page of a session says which run it belongs to, and pairs and lets go of one in a tap."""

from datetime import timedelta

import pytest

from tests.browsing import form_on, links, notices, soup, words
from tests.factories import NOW, make_run, make_session

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def run(ana):
    """From 07:00 to 07:48 in Berlin."""
    return make_run(ana)


@pytest.fixture
def session(ana):
    """Done an hour ago, at 09:00 in Berlin."""
    return make_session(ana)


def around(page) -> str:
    return words(soup(page).select_one(".session-around"))


def offered(page) -> list[str]:
    return [words(row.span) for row in soup(page).select(".session-around li") if "Pair" in words(row)]


def test_the_nearest_runs_are_offered_with_a_reason_the_likeliest_first(ana, ben, ana_client, run, session):
    for hours in (6, 9, 30, 40):
        make_run(ana, started_at=NOW - timedelta(hours=hours))
    make_run(ana, started_at=NOW - timedelta(hours=2)).hide(at=NOW)
    make_run(ben)
    page = ana_client.get(session.get_absolute_url())

    assert "Not paired. The nearest runs:" in around(page)
    assert offered(page) == [
        "Easy run, 8.2 km Wed 29 Jul, 07:00, ended 1 h 12 min before you started",
        "Easy run, 8.2 km Wed 29 Jul, 04:00, ended 4 h 12 min before you started",
        "Easy run, 8.2 km Wed 29 Jul, 01:00, ended 7 h 12 min before you started",
    ]


def test_paired_in_one_tap_it_leads_back_to_the_session_and_can_be_undone(ana_client, run, session):
    page = ana_client.get(session.get_absolute_url())
    answer = form_on(page, "Pair Easy run, 29 July, 07:00").send(ana_client)

    session.refresh_from_db()
    assert (session.run, answer["Location"]) == (run, session.get_absolute_url())
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["Paired with Easy run, 07:00."]
    assert "Easy run Wednesday 29 July, 07:00 8.2 km" in around(page)
    assert "Started 1 h 12 min after the run ended." in around(page)
    assert links(page)["Easy run"] == run.get_absolute_url()
    assert offered(page) == []

    answer = form_on(page, "Undo").send(ana_client)
    session.refresh_from_db()
    assert (session.run, answer["Location"]) == (None, session.get_absolute_url())


def test_let_go_in_one_tap_it_leads_back_to_the_session(ana, ana_client, run):
    session = make_session(ana, run=run)
    page = ana_client.get(session.get_absolute_url())
    answer = form_on(page, "Unpair Easy run, 29 July, 07:00").send(ana_client)

    session.refresh_from_db()
    assert (session.run, answer["Location"]) == (None, session.get_absolute_url())
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["After-easy-run four stands on its own now."]
    assert len(offered(page)) == 1


@pytest.mark.parametrize("back", ["", "run", "https://example.org/", "/settings/"])
@pytest.mark.parametrize("action", ["pairing", "unpairing"])
def test_from_anywhere_else_it_leads_to_the_run(ana, ana_client, run, action, back):
    session = make_session(ana, run=run)
    answer = ana_client.post(f"{session.get_absolute_url()}{action}/", {"run": run.pk, "back": back})

    assert answer["Location"] == run.get_absolute_url()


def test_without_a_run_near_it_says_so(ana, ana_client, session):
    make_run(ana, started_at=NOW - timedelta(days=4))

    page = ana_client.get(session.get_absolute_url())
    assert "Not paired. No run lies near it." in around(page)
    assert offered(page) == []


def test_while_its_run_is_deleted_others_are_offered(ana, ana_client, run):
    session = make_session(ana, run=run)
    other = make_run(ana, started_at=NOW - timedelta(hours=9))
    run.hide(at=NOW)
    page = ana_client.get(session.get_absolute_url())

    assert len(offered(page)) == 1
    form_on(page, "Pair Easy run, 29 July, 01:00").send(ana_client)
    session.refresh_from_db()
    assert session.run == other


def test_a_deleted_session_pairs_nothing(ana, ana_client, run, session):
    paired = make_session(ana, run=run)
    for each in (session, paired):
        each.hide(at=NOW)
        page = ana_client.get(each.get_absolute_url())
        assert not [button for button in soup(page).main.find_all("button") if "air" in words(button)]

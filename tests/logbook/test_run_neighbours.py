"""The page of a run leads to the one before and the one after, in the order they were run."""

from datetime import timedelta

import pytest

from tests.browsing import links, soup, words
from tests.factories import NOW, make_run

pytestmark = pytest.mark.usefixtures("clock")

HOUR = timedelta(hours=1)


def neighbours(client, run) -> dict[str, str]:
    """Each link at the foot, `rel` to address."""
    page = client.get(run.get_absolute_url())
    return {link["rel"][0]: link["href"] for link in soup(page).select(".neighbours a")}


def test_runs_lead_to_each_other_in_the_order_they_were_run(ana, ana_client):
    moments = [NOW - 30 * HOUR, NOW - 5 * HOUR, NOW - 3 * HOUR, NOW - 3 * HOUR]
    runs = [make_run(ana, started_at=moment) for moment in moments]

    urls = [run.get_absolute_url() for run in runs]
    assert neighbours(ana_client, runs[0]) == {"next": urls[1]}
    assert neighbours(ana_client, runs[1]) == {"prev": urls[0], "next": urls[2]}
    # Two that began at once follow each other as well.
    assert neighbours(ana_client, runs[2]) == {"prev": urls[1], "next": urls[3]}
    assert neighbours(ana_client, runs[3]) == {"prev": urls[2]}


def test_what_is_deleted_or_ben_s_is_stepped_over(ana, ben, ana_client):
    run = make_run(ana)
    make_run(ana, started_at=NOW - HOUR).hide(at=NOW)
    make_run(ben, started_at=NOW - HOUR)

    assert neighbours(ana_client, run) == {}


def test_the_links_say_what_they_lead_to(ana, ana_client):
    run, earlier = make_run(ana), make_run(ana, started_at=NOW - 48 * HOUR)
    page = ana_client.get(run.get_absolute_url())

    assert links(page)["Earlier run Easy run, 27 July"] == earlier.get_absolute_url()
    assert words(soup(page).select_one(".dateline a")) == "Edit"

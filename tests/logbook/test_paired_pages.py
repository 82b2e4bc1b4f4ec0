"""A run and its sessions show one another, also while one of them is deleted."""

from datetime import timedelta

import pytest

from tests.browsing import form_on, links, soup, words
from tests.factories import NOW, make_run, make_session
from tests.logbook.session_forms import SAVE_CHANGES

pytestmark = pytest.mark.usefixtures("clock")

WEEK = "/history/2026-W31/"


@pytest.fixture
def run(ana):
    return make_run(ana, started_at=NOW - timedelta(hours=2))


@pytest.fixture
def session(ana, run):
    return make_session(ana, run=run, started_at=NOW - timedelta(hours=1))


def outings(client) -> list[str]:
    return [words(outing) for outing in soup(client.get(WEEK)).select(".outing")]


def test_the_run_lists_its_sessions_in_order_and_they_lead_back(ana, ana_client, run, session):
    stretch = make_session(
        ana, circuit="post-run-stretch", run=run, started_at=NOW - timedelta(minutes=30), minutes=8
    )
    page = ana_client.get(run.get_absolute_url())

    listed = [words(row) for row in soup(page).select(".run-strength .rows li")]
    assert listed == [
        "After-easy-run four Started 12 min after the run ended. 22 min Unpair After-easy-run four",
        "Post-run stretch Started 42 min after the run ended. 8 min Unpair Post-run stretch",
    ]
    # 3 × 48 1/6 for the run, 6 × 22 and 2.5 × 8 for what followed.
    assert "Run and strength together: 297 AU." in words(page)
    for paired in (session, stretch):
        assert links(page)[paired.name] == paired.get_absolute_url()
        back = ana_client.get(paired.get_absolute_url())
        assert links(back)["Easy run"] == run.get_absolute_url()
    assert "Started 42 min after the run ended." in words(back)


@pytest.mark.parametrize(
    ("minutes_after_start", "told"),
    [
        (-60, "Ended 38 min before the run."),
        (0, "Overlaps the run."),
        (49, "Started 50 s after the run ended."),
    ],
)
def test_a_session_says_how_far_it_is_from_its_run(ana, ana_client, run, minutes_after_start, told):
    session = make_session(ana, run=run, started_at=run.started_at + timedelta(minutes=minutes_after_start))

    assert told in words(ana_client.get(session.get_absolute_url()))


def test_a_run_without_a_session_offers_to_log_one_after_it(ana_client, run):
    page = ana_client.get(run.get_absolute_url())

    assert "No strength session belongs to this run yet." in words(page)
    assert links(page)["Log a session after this run"] == f"/sessions/new/?run={run.pk}"


def test_while_the_run_is_deleted_the_session_stands_alone_and_pairs_again_after(ana_client, run, session):
    together = ["Easy run 8.2 km · 48 min + followed by After-easy-run four, 22 min"]
    assert outings(ana_client) == together

    ana_client.post(f"{run.get_absolute_url()}deletion/")
    assert outings(ana_client) == ["After-easy-run four, 22 min"]
    assert "Not paired." in words(ana_client.get(session.get_absolute_url()))

    ana_client.post(f"{run.get_absolute_url()}restoration/")
    assert outings(ana_client) == together
    assert links(ana_client.get(session.get_absolute_url()))["Easy run"] == run.get_absolute_url()


def test_a_session_edited_while_its_run_is_deleted_pairs_again_after(ana_client, run, session):
    run.hide(at=NOW)
    form = form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES)
    assert form.fields["run"] == ""
    form.filled({"effort": "8"}).send(ana_client)
    run.bring_back()

    session.refresh_from_db()
    assert (session.effort, session.run) == (8, run)


def test_a_deleted_session_leaves_its_run_s_page(ana_client, run, session):
    ana_client.post(f"{session.get_absolute_url()}deletion/")

    assert "No strength session belongs to this run yet." in words(ana_client.get(run.get_absolute_url()))
    assert outings(ana_client) == ["Easy run 8.2 km · 48 min"]


def test_a_session_after_midnight_stands_on_its_own_day_and_names_its_run(ana, ana_client):
    # 23:00 to 23:48 on Tuesday in Berlin; the session at 00:30 on Wednesday.
    run = make_run(ana, started_at=NOW.replace(day=28, hour=21))
    session = make_session(ana, run=run, started_at=NOW.replace(day=28, hour=22, minute=30))

    days = soup(ana_client.get(WEEK)).select(".day")
    assert "Easy run 8.2 km · 48 min" in words(days[1])
    assert "After-easy-run four" not in words(days[1])
    assert "After-easy-run four, 22 min with the run of 28 Jul" in words(days[2])
    assert session.performed_on.day == 29


def test_over_the_end_of_a_week_each_counts_in_its_own(ana, ana_client):
    # Sunday 23:00 in Berlin, and Monday 00:30.
    run = make_run(ana, started_at=NOW.replace(day=26, hour=21))
    make_session(ana, run=run, started_at=NOW.replace(day=26, hour=22, minute=30))

    last = words(ana_client.get("/history/2026-W30/"))
    assert "Running 1 run, 8.2 km in 48 min Strength no session" in last
    this = words(ana_client.get(WEEK))
    assert "Running no run Strength 1 session, 22 min" in this
    assert "with the run of 26 Jul" in this

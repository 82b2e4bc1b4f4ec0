"""The run in a session's form: the nearest is chosen, another or none can be, one too far off cannot."""

from datetime import timedelta

import pytest

from logbook.models import Session
from tests.browsing import complaint, form_on, soup, words
from tests.factories import NOW, make_run
from tests.logbook.session_forms import SAVE, SAVE_CHANGES, address, log, open_form, post

pytestmark = pytest.mark.usefixtures("clock")


def offered(form_page) -> list[str]:
    """What stands beside each radio button, in order."""
    return [words(label) for label in soup(form_page).select(".picker label")]


def test_the_nearest_run_is_chosen_and_says_how_near(ana, ana_client):
    # Over since 07:10 Berlin time; the form proposes 09:38.
    far = make_run(ana, started_at=NOW - timedelta(hours=9))
    near = make_run(ana, started_at=NOW - timedelta(hours=2), distance_m=None)
    page = ana_client.get(address())

    assert form_on(page, SAVE).fields["run"] == str(near.pk)
    assert offered(page) == [
        "Easy run, Wed 29 Jul, 08:00 48:10, ended 50 min before you started",
        "Easy run, Wed 29 Jul, 01:00 8.2 km 48:10, ended 7 h 50 min before you started",
        "No run You can pair it later by editing the session",
    ]
    assert log(ana_client).run == near != far


def test_a_run_named_in_the_address_wins_over_the_nearest(ana, ana_client):
    morning = make_run(ana, started_at=NOW - timedelta(hours=9))
    make_run(ana, started_at=NOW - timedelta(hours=2))
    url = f"{address()}&run={morning.pk}"

    form = open_form(ana_client, url)
    assert form.fields["run"] == str(morning.pk)
    # Logged hours later, it was most likely done right after that run: it ended at 01:48:10.
    assert form.fields["time"] == "01:49"
    assert log(ana_client, url).run == morning


def test_an_old_run_named_in_the_address_brings_its_day_along(ana, ana_client):
    old = make_run(ana, started_at=NOW - timedelta(days=20))
    session = log(ana_client, f"{address()}&run={old.pk}")

    assert (session.run, session.performed_on) == (old, old.performed_on)


@pytest.mark.parametrize("run", ["x", "0", "-1", "99999999999999999999", "1.5", "", "9" * 5000, "%00", "٣"])
def test_a_run_in_the_address_that_is_none_is_passed_over(ana, ana_client, run):
    nearest = make_run(ana)

    assert open_form(ana_client, f"{address()}&run={run}").fields["run"] == str(nearest.pk)


def test_the_run_of_somebody_else_is_neither_offered_nor_taken(ana, ben, ana_client):
    bens = make_run(ben)

    page = ana_client.get(f"{address()}&run={bens.pk}")
    assert len(offered(page)) == 1
    response = post(ana_client, run=str(bens.pk))
    assert response.status_code == 422
    assert complaint(response, "run") == "That run is gone. Choose another, or “No run”."
    assert not Session.objects.exists()


def test_no_run_can_be_chosen(ana, ana_client):
    make_run(ana)

    assert log(ana_client, run="").run is None


def test_another_of_the_runs_on_offer_can_be_chosen(ana, ana_client):
    morning = make_run(ana, started_at=NOW - timedelta(hours=9))
    make_run(ana, started_at=NOW - timedelta(hours=2))

    assert log(ana_client, run=str(morning.pk)).run == morning


def test_without_any_run_no_run_is_chosen(ana_client):
    assert open_form(ana_client).fields["run"] == ""
    assert log(ana_client).run is None


def test_the_day_before_yesterday_s_run_is_not_offered(ana, ana_client):
    make_run(ana, started_at=NOW - timedelta(hours=40))

    assert len(offered(ana_client.get(address()))) == 1


def test_at_most_four_runs_are_offered(ana, ana_client):
    for hours in range(2, 9):
        make_run(ana, started_at=NOW - timedelta(hours=hours))

    assert len(offered(ana_client.get(address()))) == 5


def test_a_run_more_than_36_hours_off_is_refused_with_both_days(ana, ana_client):
    run = make_run(ana, started_at=NOW - timedelta(hours=2))
    response = post(ana_client, run=str(run.pk), date="2026-07-27", time="19:00")

    assert response.status_code == 422
    assert complaint(response, "run") == (
        "That run was on 29 July, this session is on 27 July. Choose a run of the same day, or “No run”."
    )
    assert form_on(response, SAVE).fields["run"] == str(run.pk)
    assert not Session.objects.exists()


@pytest.mark.parametrize(("time", "status"), [("19:59", 422), ("20:00", 302)])
def test_36_hours_are_still_near_enough(ana, ana_client, time, status):
    # The run began on the 29th at 08:00 Berlin time.
    run = make_run(ana, started_at=NOW - timedelta(hours=2))

    assert post(ana_client, run=str(run.pk), date="2026-07-27", time=time).status_code == status


def test_a_deleted_run_is_not_offered_and_not_taken(ana, ana_client):
    run = make_run(ana)
    form = open_form(ana_client)
    run.hide(at=NOW)

    assert len(offered(ana_client.get(address()))) == 1
    assert form.fields["run"] == str(run.pk)
    response = form.send(ana_client)
    assert response.status_code == 422
    assert complaint(response, "run") == "That run is gone. Choose another, or “No run”."
    assert not Session.objects.exists()


def test_a_run_can_be_paired_later_by_editing(ana, ana_client):
    session = log(ana_client)
    run = make_run(ana, started_at=NOW - timedelta(hours=2))
    edit = ana_client.get(f"{session.get_absolute_url()}edit/")
    form_on(edit, SAVE_CHANGES).filled({"run": str(run.pk)}).send(ana_client)

    session.refresh_from_db()
    assert session.run == run


def test_a_pair_can_be_undone_by_editing(ana, ana_client):
    make_run(ana)
    session = log(ana_client)
    form_on(ana_client.get(f"{session.get_absolute_url()}edit/"), SAVE_CHANGES).filled({"run": ""}).send(
        ana_client
    )

    session.refresh_from_db()
    assert session.run is None
    assert "Not paired." in words(ana_client.get(session.get_absolute_url()))

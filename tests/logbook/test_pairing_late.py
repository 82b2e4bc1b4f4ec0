"""A run that comes in after its session was logged is paired with it where that leaves no doubt."""

from datetime import UTC, datetime, timedelta

import pytest

from logbook.models import Outcome, Run, Session
from tests.browsing import form_on, notices, soup, words
from tests.builders.fit import fit_file
from tests.factories import NOW, make_run, make_session
from tests.logbook.file_forms import answer, import_run, outcomes, read_all, send, upload
from tests.logbook.run_forms import log_run

pytestmark = pytest.mark.usefixtures("clock")

NAME = "After-easy-run four"
# The session of `session` began at 09:00 in Berlin, an hour ago; the run ended at 08:30.
RUN_STARTS = NOW - timedelta(hours=2)
MINUTES = timedelta(minutes=1)


@pytest.fixture
def session(ana):
    return make_session(ana)


def typed_in(client, starts=RUN_STARTS, **changes) -> Run:
    """Half an hour of running, by hand."""
    wall = starts + timedelta(hours=2)
    said = {"date": f"{wall:%Y-%m-%d}", "time": f"{wall:%H:%M}", "duration": "30:00"}
    return log_run(client, **said | changes)


def from_file(client, starts=RUN_STARTS, **changes) -> Run:
    return import_run(client, fit_file(started_at=starts, record_every_s=None, **changes))


either_way = pytest.mark.parametrize("comes_in", [typed_in, from_file])


def run_of(session):
    session.refresh_from_db()
    return session.run


@either_way
def test_one_clear_session_of_that_day_is_paired_and_the_notice_undoes_it(ana_client, session, comes_in):
    run = comes_in(ana_client)
    assert run_of(session) == run

    page = ana_client.get(run.get_absolute_url())
    assert f"Paired with {NAME}, logged that day." in notices(page)[-1]
    undone = form_on(page, "Undo").send(ana_client)
    assert run_of(session) is None
    assert undone["Location"] == run.get_absolute_url()
    assert notices(ana_client.get(undone["Location"])) == [f"{NAME} stands on its own now."]


def test_an_import_says_so_and_offers_to_undo_it(ana_client, session):
    files = [
        ("a.fit", fit_file(started_at=RUN_STARTS)),
        ("b.fit", fit_file(started_at=NOW - timedelta(days=9))),
    ]
    batch = send(ana_client, *files)["Location"]
    page = read_all(ana_client, batch)

    first, second = outcomes(page)
    assert first.endswith(f" Paired with {NAME}, logged that day.")
    assert "Paired" not in second
    assert Outcome.objects.first().session == session
    form_on(page, "Undo the pairing").send(ana_client)
    assert run_of(session) is None
    assert "Undo the pairing" not in words(ana_client.get(batch))


def test_what_was_undone_stays_so_when_the_file_comes_again(ana_client, session):
    run = from_file(ana_client)
    form_on(ana_client.get(run.get_absolute_url()), "Undo").send(ana_client)
    from_file(ana_client)

    assert run_of(session) is None


def test_once_paired_elsewhere_the_import_undoes_nothing_of_it(ana, ana_client, session):
    files = [("a.fit", fit_file(started_at=RUN_STARTS)), ("b.fit", b"")]
    batch = send(ana_client, *files)["Location"]
    read_all(ana_client, batch)
    other = make_run(ana, started_at=NOW - timedelta(hours=9))
    ana_client.post(f"{session.get_absolute_url()}pairing/", {"run": other.pk})

    assert run_of(session) == other
    assert "Undo the pairing" not in words(ana_client.get(batch))


def run_before(ana, session, **said) -> Run:
    """A run that was there before the session and is not its own."""
    run = make_run(ana, **said)
    Session.objects.filter(pk=session.pk).update(run=None)
    return run


def two_sessions(ana, session):
    make_session(ana, circuit="ten-minute-minimal", started_at=NOW - 20 * MINUTES)


def a_run_nearby(ana, session):
    # It ended at 06:31 in Berlin; the late one ends at 08:30, half an hour before the session.
    run_before(ana, session, started_at=NOW - timedelta(hours=4) + MINUTES, duration_s=1800.0)


def a_deleted_session(ana, session):
    session.hide(at=NOW)


def a_paired_session(ana, session):
    run = run_before(ana, session, started_at=NOW - timedelta(hours=14))
    Session.objects.filter(pk=session.pk).update(run=run)


@either_way
@pytest.mark.parametrize("spoil", [two_sessions, a_run_nearby, a_deleted_session, a_paired_session])
def test_where_it_is_a_choice_nothing_is_paired(ana, ana_client, session, comes_in, spoil):
    spoil(ana, session)
    before = run_of(session)
    run = comes_in(ana_client)

    assert run_of(session) == before != run
    assert not run.sessions.exists()
    assert "Paired" not in " ".join(notices(ana_client.get(run.get_absolute_url())))


@either_way
def test_another_run_three_hours_farther_off_or_deleted_spoils_nothing(ana, ana_client, session, comes_in):
    # The late run ends half an hour before the session, the first of these 3 h 30 min.
    run_before(ana, session, started_at=NOW - timedelta(hours=5), duration_s=1800.0)
    run_before(ana, session, started_at=NOW - timedelta(hours=3), duration_s=1800.0).hide(at=NOW)

    assert run_of(session) is None
    assert comes_in(ana_client) == run_of(session)


@either_way
def test_a_session_of_another_day_is_not_paired_however_near(ana, ana_client, comes_in):
    # The run ended at 23:50 in Berlin, the session began at 00:10.
    session = make_session(ana, started_at=datetime(2026, 7, 27, 22, 10, tzinfo=UTC))
    comes_in(ana_client, datetime(2026, 7, 27, 21, 20, tzinfo=UTC))

    assert run_of(session) is None


def test_cross_training_is_not_paired(ana_client, session):
    from_file(ana_client, sport="cycling")

    assert run_of(session) is None


def test_a_ride_near_the_session_does_not_keep_the_run_from_it(ana_client, session):
    from_file(ana_client, NOW - timedelta(hours=3), sport="cycling")
    run = from_file(ana_client)

    assert run_of(session) == run


@either_way
def test_a_session_of_somebody_else_is_nothing_to_it(ben, ana_client, comes_in):
    bens = make_session(ben)
    comes_in(ana_client)

    assert run_of(bens) is None


def test_a_run_that_had_to_be_asked_about_is_paired_once_it_is_added(ana, ana_client, session):
    typed = typed_in(ana_client)
    assert run_of(session) == typed
    form_on(ana_client.get(typed.get_absolute_url()), "Undo").send(ana_client)
    typed.hide(at=NOW)
    future = fit_file(started_at=NOW + timedelta(days=2), record_every_s=None)
    page = ana_client.get(upload(ana_client, future)["Location"])
    dated = soup(page).find("a", string="Say when it was")["href"]
    form = form_on(ana_client.get(dated), "Add it")
    form.filled({"date": "2026-07-29", "time": "08:00"}).send(ana_client)

    assert run_of(session) == Run.objects.latest("pk") != typed


def test_one_that_is_another_after_all_finds_the_first_too_near(ana_client, session):
    first = typed_in(ana_client)
    batch = upload(ana_client, fit_file(started_at=RUN_STARTS + 2 * MINUTES, record_every_s=None))["Location"]
    answer(ana_client, batch, "Another, add it")

    assert Run.objects.count() == 2
    assert run_of(session) == first


def test_the_sentence_of_the_pairing_leads_to_nobody_else_s_session(
    ana_client, ben_client, sam_client, session
):
    run = from_file(ana_client)
    unpairing, pairing = (f"{session.get_absolute_url()}{verb}/" for verb in ("unpairing", "pairing"))

    for stranger in (ben_client, sam_client):
        assert stranger.post(unpairing).status_code == 404
        assert stranger.post(pairing, {"run": run.pk}).status_code == 404
    assert run_of(session) == run


def test_pairing_takes_a_run_of_one_s_own_that_is_kept(ana, ben, ana_client, session):
    gone = make_run(ana, started_at=NOW - timedelta(hours=20))
    gone.hide(at=NOW)
    wrong = [str(make_run(ben).pk), str(gone.pk), "", "x", "0", "-1", "9" * 30, "\0"]

    pairing = f"{session.get_absolute_url()}pairing/"
    assert [ana_client.post(pairing, {"run": run}).status_code for run in wrong] == [404] * len(wrong)
    assert run_of(session) is None


def test_unpairing_twice_and_reading_the_address_change_nothing(ana_client, session):
    run = from_file(ana_client)
    unpairing = f"{session.get_absolute_url()}unpairing/"
    assert ana_client.get(unpairing)["Location"] == session.get_absolute_url()
    assert run_of(session) == run

    assert ana_client.post(unpairing)["Location"] == session.get_absolute_url()
    assert run_of(session) == run
    for _ in range(2):
        assert ana_client.post(unpairing, {"run": run.pk})["Location"] == run.get_absolute_url()
    assert run_of(session) is None

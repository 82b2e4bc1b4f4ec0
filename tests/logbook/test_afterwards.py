"""Stretch and recovery routine are offered after a strength session, and logged in one tap each, once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from logbook import following
from logbook.models import Session
from tests.at_once import at_once
from tests.browsing import form_on, links, notices, soup, words
from tests.factories import NOW, make_run, make_session
from workouts.models import Circuit

pytestmark = pytest.mark.usefixtures("clock")

STRETCH, RECOVERY = "post-run-stretch", "recovery-routine"
LOG_STRETCH = "Log it: 8 min , Post-run stretch"


@pytest.fixture
def session(ana):
    """From 09:00 to 09:22 in Berlin; it is 10:00."""
    return make_session(ana)


def page_of(client, session):
    return client.get(session.get_absolute_url())


def tap(client, session, button: str = LOG_STRETCH):
    return form_on(page_of(client, session), button).send(client)


def stretches() -> list[Session]:
    return list(Session.objects.filter(circuit__slug=STRETCH).order_by("pk"))


def then(page) -> list[str]:
    return [words(row) for row in soup(page).select(".session-around li")]


def test_both_are_offered_with_their_minutes_and_a_way_to_change_something_first(ana_client, session):
    page = page_of(ana_client, session)

    assert then(page) == [
        "Post-run stretch Change something first : Post-run stretch Play Post-run stretch "
        "Log it: 8 min , Post-run stretch",
        "Running recovery routine Change something first : Running recovery routine "
        "Play Running recovery routine Log it: 18 min , Running recovery routine",
    ]
    form = links(page)["Change something first : Post-run stretch"]
    assert form == f"/sessions/new/?circuit={STRETCH}"


def test_one_tap_logs_it_as_planned_right_after_the_session(ana, ana_client, session):
    answer = tap(ana_client, session)

    assert answer["Location"] == f"{session.get_absolute_url()}#then"
    (stretch,) = stretches()
    assert (stretch.athlete, stretch.started_at, stretch.minutes) == (ana, session.ended_at, 8)
    assert (stretch.effort, stretch.run, stretch.time_zone) == (None, None, "Europe/Berlin")
    sets = stretch.sets.all()
    assert sets
    assert [(each.done, each.exercise_id) for each in sets] == [
        (each.planned, each.planned_exercise_id) for each in sets
    ]
    page = ana_client.get(answer["Location"])
    assert notices(page) == ["Post-run stretch is in the log: 8 min, load 20 AU."]
    assert then(page)[0] == "Post-run stretch done, 8 min"
    assert links(page)["Post-run stretch"] == stretch.get_absolute_url()
    assert then(page)[1].startswith("Running recovery routine Change")


def test_it_belongs_to_the_run_of_the_session(ana, ana_client):
    run = make_run(ana)
    session = make_session(ana, run=run)
    assert links(page_of(ana_client, session))["Change something first : Post-run stretch"] == (
        f"/sessions/new/?circuit={STRETCH}&run={run.pk}"
    )

    tap(ana_client, session)
    assert stretches()[0].run == run


def test_a_deleted_run_takes_nothing_on(ana, ana_client):
    run = make_run(ana)
    session = make_session(ana, run=run)
    run.hide(at=NOW)

    tap(ana_client, session)
    assert stretches()[0].run is None


def test_past_midnight_it_stands_on_the_next_day_where_the_session_was(ana, ana_client):
    # From 23:50 on the 28th in Berlin, where Ana is no more.
    session = make_session(ana, started_at=datetime(2026, 7, 28, 21, 50, tzinfo=UTC))
    ana.time_zone = "America/New_York"
    ana.save()

    tap(ana_client, session)
    (stretch,) = stretches()
    assert (session.performed_on, stretch.performed_on) == (date(2026, 7, 28), date(2026, 7, 29))
    assert (f"{stretch.local_start:%H:%M}", stretch.time_zone) == ("00:12", "Europe/Berlin")


def test_it_never_begins_in_the_future(ana, ana_client):
    session = make_session(ana, started_at=NOW - timedelta(minutes=10))
    assert session.ended_at > NOW

    tap(ana_client, session)
    assert stretches()[0].started_at == NOW


def test_tapped_in_two_tabs_it_is_one(ana_client, session):
    form = form_on(page_of(ana_client, session), LOG_STRETCH)
    for _ in range(3):
        assert form.send(ana_client)["Location"] == f"{session.get_absolute_url()}#then"

    assert len(stretches()) == 1


def test_only_what_the_tap_itself_logged_can_be_undone_from_there(ana, ana_client, session):
    form = form_on(page_of(ana_client, session), LOG_STRETCH)
    by_hand = make_session(ana, circuit=STRETCH, started_at=session.ended_at)
    answer = form.send(ana_client)
    undo = f"/sessions/{by_hand.pk}/deletion/"
    assert not soup(ana_client.get(answer["Location"])).select(f'.notices form[action="{undo}"]')


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_are_one(ana, session):
    def log():
        mine = Session.objects.select_related("run").get(pk=session.pk)
        return following.log_afterwards(session=mine, slug=STRETCH, now=NOW)

    logged = at_once(10, log)
    assert {each.session.pk for each in logged} == {each.pk for each in stretches()}
    assert sum(each.is_new for each in logged) == 1
    assert stretches()[0].sets.count() > 0


def test_deleted_meanwhile_it_is_brought_back(ana_client, session):
    tap(ana_client, session)
    (stretch,) = stretches()
    stretch.hide(at=NOW)
    assert "Log it: 8 min" in then(page_of(ana_client, session))[0]

    tap(ana_client, session)
    assert [(each.pk, each.deleted_at) for each in stretches()] == [(stretch.pk, None)]


def test_the_tap_of_one_session_says_nothing_of_another(ana, ana_client, session):
    yesterday = make_session(ana, started_at=NOW - timedelta(days=1))
    tap(ana_client, session)
    tap(ana_client, yesterday)

    assert [each.started_at for each in stretches()] == [session.ended_at, yesterday.ended_at]


@pytest.mark.parametrize(
    ("minutes_after_end", "is_done"), [(-30, False), (-20, True), (0, True), (180, True), (181, False)]
)
def test_one_logged_by_the_form_within_three_hours_counts_as_done(
    ana, ana_client, session, minutes_after_end, is_done
):
    stretch = make_session(
        ana, circuit=STRETCH, started_at=session.ended_at + timedelta(minutes=minutes_after_end), minutes=12
    )
    first = then(page_of(ana_client, session))[0]

    assert (first == "Post-run stretch done, 12 min") is is_done
    if is_done:
        ana_client.post(f"{session.get_absolute_url()}afterwards/", {"circuit": STRETCH})
        assert stretches() == [stretch]


def test_moved_to_another_day_what_was_tapped_is_still_done(ana_client, session):
    tap(ana_client, session)
    Session.objects.filter(circuit__slug=STRETCH).update(started_at=NOW - timedelta(days=3))

    assert then(page_of(ana_client, session))[0] == "Post-run stretch done, 8 min"


def test_somebody_else_s_stretch_is_not_ana_s(ben, ana_client, session):
    make_session(ben, circuit=STRETCH, started_at=session.ended_at)

    assert "Log it" in then(page_of(ana_client, session))[0]


def test_nothing_follows_a_routine(ana, ana_client):
    stretch = make_session(ana, circuit=STRETCH)

    assert "Then" not in words(page_of(ana_client, stretch))
    assert refused(ana_client, stretch, RECOVERY)


@pytest.mark.parametrize("slug", ["", "after-easy-run-four", "no-such", "\x00", STRETCH.upper()])
def test_what_does_not_follow_is_refused_with_a_sentence(ana_client, session, slug):
    assert refused(ana_client, session, slug)


def test_a_deleted_session_is_followed_by_nothing(ana_client, session):
    session.hide(at=NOW)

    assert "Then" not in words(page_of(ana_client, session))
    assert refused(ana_client, session, STRETCH)


def test_a_routine_that_left_the_library_is_not_offered(ana_client, session):
    Circuit.objects.filter(slug=STRETCH).update(retired_at=NOW)

    assert "Post-run stretch" not in words(page_of(ana_client, session))
    assert refused(ana_client, session, STRETCH)


def refused(client, session, slug) -> bool:
    before = Session.objects.count()
    answer = client.post(f"{session.get_absolute_url()}afterwards/", {"circuit": slug})
    assert answer["Location"] == session.get_absolute_url()
    (notice,) = notices(client.get(session.get_absolute_url()))
    assert notice == "That is not on offer after this session. Log it from its circuit."
    return Session.objects.count() == before


def test_somebody_else_s_session_is_not_found(ben_client, session):
    answer = ben_client.post(f"{session.get_absolute_url()}afterwards/", {"circuit": STRETCH})

    assert answer.status_code == 404
    assert stretches() == []

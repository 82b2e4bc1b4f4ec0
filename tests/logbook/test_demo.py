"""The demo runner: half a year that the log itself took in, of nobody, who goes without a trace."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client, override_settings

from logbook import demonstrating
from logbook.demo.tale import story
from logbook.models import LoggedSet, Outcome, Verdict
from tests.browsing import form_on, words
from tests.factories import NOW, make_athlete
from tests.pages.signing import sign_in
from workouts.models import Athlete
from workouts.vocabulary import RunKind
from workouts.weeks import Week

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def folder(django_db_setup, django_db_blocker, tmp_path_factory):
    """Where the files of the demo runner lie who is there for all of this module's reading tests."""
    folder = tmp_path_factory.mktemp("demo")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=folder), transaction.atomic():
        demonstrating.make_demo(password="look-round-9", now=NOW, told=lambda week: None)
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def demo(folder, db, settings):
    settings.MEDIA_ROOT = folder
    return Athlete.objects.demo()


@pytest.fixture
def visitor(demo):
    client = Client()
    client.force_login(demo)
    return client


def test_every_run_and_session_of_the_story_is_there_on_its_day_and_none_is_to_come(demo):
    weeks = story(today=NOW.date())
    told = [(run.day, run.kind, run.effort) for week in weeks for run in week.runs]
    runs = demo.runs.order_by("started_at")
    assert [(run.performed_on, run.kind, run.effort) for run in runs] == told
    days = [session.day for week in weeks for session in week.sessions]
    strength = demo.sessions.exclude(session_class="mobility").order_by("started_at")
    assert [session.performed_on for session in strength] == days
    assert all(dated.logged_at <= NOW and dated.ended_at <= NOW for dated in (*runs, *demo.sessions.all()))


def test_every_session_belongs_to_a_run_of_its_day_and_most_were_done_right_after_it(demo):
    sessions = list(demo.sessions.select_related("run"))
    assert len(sessions) > 50
    assert all(session.run.performed_on == session.performed_on for session in sessions)
    strength = [session for session in sessions if session.session_class != "mobility"]
    soon = [s for s in strength if s.started_at - s.run.ended_at <= timedelta(minutes=10)]
    assert len(soon) >= 0.85 * len(strength)


def test_runs_from_files_came_in_by_the_import_with_tracks_laps_and_reasons(demo):
    outcomes = Outcome.objects.filter(file__batch__athlete=demo)
    assert {outcome.verdict for outcome in outcomes} == {Verdict.ADDED}
    imported = demo.runs.exclude(imported_file=None).select_related("recorded")
    assert len(imported) == len(outcomes) > 30
    assert all(len(run.recorded.track) > 100 and run.avg_hr and run.duration_s for run in imported)
    assert all(run.recorded.laps for run in imported if run.kind == RunKind.INTERVALS)
    assert sum(bool(run.kind_because) for run in imported) > len(imported) / 2
    assert not any(run.repairs or run.caveat for run in imported)


def test_sets_were_done_as_asked_for_mostly_and_otherwise_now_and_then(demo):
    sets = LoggedSet.objects.filter(session__athlete=demo, session__run__isnull=False)
    sets = sets.exclude(session__session_class="mobility")
    otherwise = [
        each for each in sets if each.done != each.planned or each.exercise_id != each.planned_exercise_id
    ]
    assert 0 < len(otherwise) < 0.15 * len(sets)
    assert any(each.done is None for each in otherwise)
    assert any(each.exercise_id != each.planned_exercise_id for each in otherwise)
    assert any(each.done_right is not None for each in sets)
    heavy = sets.filter(exercise__slug="back-squat").order_by("session__started_at")
    assert heavy.first().load_kg < heavy.last().load_kg
    assert all(each.load_kg is None or each.exercise.loadable for each in sets.select_related("exercise"))


def test_the_pages_show_it_all(visitor, demo):
    week = Week.containing(NOW.date())
    paths = [
        "/",
        "/runs/",
        "/history/",
        f"/history/{week.previous}/",
        "/exercises/side-plank/",
        "/settings/week/",
    ]
    run = demo.runs.filter(kind=RunKind.INTERVALS).exclude(imported_file=None).first()
    session = demo.sessions.exclude(pain=None).exclude(pain=0).first()
    for path in [*paths, run.get_absolute_url(), session.get_absolute_url(), "/circuits/", "/imports/"]:
        assert visitor.get(path).status_code == 200, path
    assert "Kitchen ten" in words(visitor.get("/circuits/"))
    assert "Left side first" in words(visitor.get("/exercises/side-plank/"))


@pytest.mark.parametrize("made", ["own_exercises", "own_circuits"])
def test_what_is_their_own_is_what_its_form_would_store(visitor, demo, made):
    own = getattr(demo, made).get()
    form = form_on(visitor.get(f"{own.get_absolute_url()}edit/"), "Save changes")
    answer = form.send(visitor)
    assert answer.status_code == 302
    again = getattr(demo, made).get()
    assert again.version == own.version


def test_it_is_nobody_so_the_first_to_sign_up_owns_the_instance(demo):
    assert not Athlete.objects.anyone()
    client = Client()
    assert client.get("/accounts/login/").status_code == 200
    assert "Create one" in words(client.get("/accounts/login/"))
    page = client.get("/accounts/signup/")
    assert "Create the first account" in words(page)
    assert "Looking round with the demo account? Sign in" in words(page)
    assert sign_in(Client(), "demo", "look-round-9").status_code == 302
    typed = {"username": "ana", "password1": "slow-is-smooth-7", "password2": "slow-is-smooth-7"}
    assert client.post("/accounts/signup/", typed | {"email": "", "time_zone": ""}).status_code == 302
    assert Athlete.objects.get(username="ana").is_owner
    assert "No new accounts" in words(Client().get("/accounts/signup/"))


def test_the_database_holds_that_there_is_one_and_that_it_owns_nothing(demo):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_athlete("second", is_demo=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Athlete.objects.filter(pk=demo.pk).update(is_owner=True)

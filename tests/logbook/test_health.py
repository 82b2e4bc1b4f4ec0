"""Questions about health: what is locked, what is said, and that only the outcome is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from logbook import plan_session
from tests.browsing import soup, words
from tests.factories import make_run, say_week
from workouts.catalogue.loading import rules, safety

pytestmark = pytest.mark.django_db

LOCKING = [each for each in safety().red_flags if each.locks == "all"]
ANSWERS = "/settings/health/"


@pytest.fixture
def ana(ana):
    today = ana.day_of(timezone.now())
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    return ana


def flag(name):
    return next(each for each in safety().red_flags if each.id == name)


@pytest.mark.parametrize("each", LOCKING, ids=[each.id for each in LOCKING])
def test_a_red_flag_locks_the_plan_with_its_message_until_answered_again(ana, ana_client, each):
    week = ana.week_of(ana.day_of(timezone.now())).next
    page = soup(ana_client.post(ANSWERS, {"signs": [each.id]}, follow=True))
    assert each.message.replace("{emergency}", "999") in words(page.select_one("[role=alert]"))
    ahead = soup(ana_client.get(f"/plan/{week}/"))
    assert not ahead.select(".planned span.strength")
    assert not ahead.select(".planned .n")
    assert all("Please stop training" in words(day) for day in ahead.select(".day"))
    ana_client.post(ANSWERS, {})
    again = soup(ana_client.get(f"/plan/{week}/"))
    assert len(again.select(".planned span.strength")) == 2
    assert not again.select("[role=alert]")


def test_locked_today_offers_nothing_and_says_so(ana, ana_client):
    make_run(ana, started_at=timezone.now() - timedelta(hours=1), duration_s=1800.0)
    ana_client.post(ANSWERS, {"signs": ["bone_stress"]})
    page = soup(ana_client.get("/"))
    assert "Please stop training and get medical advice now." in words(page)
    assert not page.select(".btn.go")
    assert not page.select(".frieze")


def test_what_locks_jumping_alone_leaves_the_plan_and_takes_the_primer_out(ana, ana_client):
    week = ana.week_of(ana.day_of(timezone.now())).next
    page = soup(ana_client.post(ANSWERS, {"signs": ["pelvic_floor"]}, follow=True))
    assert flag("pelvic_floor").message in words(page)
    assert len(soup(ana_client.get(f"/plan/{week}/")).select(".planned span.strength")) == 2


def test_what_locks_nothing_shows_its_message_and_keeps_the_plan(ana, ana_client):
    week = ana.week_of(ana.day_of(timezone.now())).next
    page = soup(ana_client.post(ANSWERS, {"signs": ["reds"]}, follow=True))
    assert flag("reds").message in words(page)
    assert len(soup(ana_client.get(f"/plan/{week}/")).select(".planned span.strength")) == 2


def test_of_the_questions_before_the_first_plan_only_whether_any_is_a_yes_is_kept(ana, ana_client):
    page = soup(ana_client.post(ANSWERS, {"questions": ["0", "7"]}, follow=True))
    assert safety().pre_screen.any_yes in words(page)
    ana.refresh_from_db()
    assert (ana.red_flags, ana.asks_doctor) == ([], True)
    # The form shows none of them ticked.
    form = soup(ana_client.get(ANSWERS))
    assert not form.select("[name=questions][checked]")


def test_never_answered_the_plan_asks_and_answered_it_does_not(ana, ana_client):
    assert "A few questions about your health" in words(ana_client.get("/plan/"))
    page = ana_client.post(ANSWERS, {}, follow=True)
    assert "Saved. Nothing speaks against the plan." in words(page)
    assert "A few questions about your health" not in words(ana_client.get("/plan/"))


def test_every_sign_and_every_question_is_asked(ana_client):
    page = words(ana_client.get(ANSWERS))
    assert all(each.ask in page for each in safety().red_flags)
    assert all(question in page for question in safety().pre_screen.questions)


def test_what_is_no_sign_is_refused(ana, ana_client):
    assert ana_client.post(ANSWERS, {"signs": ["hiccups"]}).status_code == 422
    ana.refresh_from_db()
    assert not ana.is_screened


def test_locked_no_session_can_be_moved(ana, ana_client):
    week = ana.week_of(ana.day_of(timezone.now())).next
    ana_client.post(ANSWERS, {"signs": ["cardiac"]})
    ana.refresh_from_db()
    with pytest.raises(plan_session.NoLonger):
        plan_session.read(athlete=ana, name=f"{week}-1", rules=rules(), now=timezone.now())

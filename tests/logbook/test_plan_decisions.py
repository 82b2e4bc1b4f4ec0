"""What was decided about planned sessions, once days go by, sessions are done or circuits retired."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from logbook import plan_session
from tests.browsing import words
from tests.factories import make_circuit, make_session
from tests.logbook.week_ahead import days_with_strength, place, read, say_the_handbook_s_week, send
from workouts import owning, planning
from workouts.planned import About

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana):
    return say_the_handbook_s_week(ana)


@pytest.fixture
def week(ana):
    return ana.week_of(ana.day_of(timezone.now())).next


def test_a_session_that_stood_on_a_day_that_has_gone_by_is_placed_anew(ana, ana_client):
    today = ana.day_of(timezone.now())
    this_week = ana.week_of(today)
    planning.move(
        athlete=ana,
        about=About(this_week, 1, "moderate"),
        key=uuid4(),
        day=this_week.first_day,
        slot="evening",
        reason="Then",
        now=timezone.now(),
    )
    told = days_with_strength(ana_client, this_week)
    assert all(this_week.days[nth] >= today for nth in told)
    if today != this_week.first_day:
        assert "You put it here" not in words(ana_client.get(f"/plan/{this_week}/"))


def test_two_buttons_of_one_page_are_two_decisions(ana, ana_client, week):
    key = uuid4()
    for day in (1, 3):
        typed = {"key": key, "place": place(week, day, "evening")}
        assert ana_client.post(f"/plan/sessions/{week}-1/", typed).status_code == 302
    assert 3 in days_with_strength(ana_client, week)
    assert ana.plan_changes.count() == 2


def test_of_two_light_sessions_one_left_out_and_one_done_leaves_none(ana, ana_client):
    ana.experience = "beginner"
    ana.save()
    today = ana.day_of(timezone.now())
    this_week = ana.week_of(today)
    planning.skip(athlete=ana, about=About(this_week, 1, "light"), key=uuid4(), now=timezone.now())
    make_session(ana, circuit="core-for-runners", started_at=timezone.now() - timedelta(minutes=1))
    assert days_with_strength(ana_client, this_week) == {}


def test_done_on_the_day_it_was_put_on_it_is_that_session_that_is_done(ana):
    ana.experience = "beginner"
    ana.save()
    now = timezone.now()
    this_week = ana.week_of(ana.day_of(now))
    planning.move(
        athlete=ana,
        about=About(this_week, 2, "light"),
        key=uuid4(),
        day=ana.day_of(now),
        slot="evening",
        now=now,
    )
    make_session(ana, circuit="core-for-runners", started_at=now - timedelta(minutes=1))
    with pytest.raises(plan_session.NoLonger):
        read(ana, this_week, 2)


def test_a_day_with_other_strength_is_closed_though_a_rule_speaks_against_it_too(ana, ana_client, week):
    ana.wanted_sessions = 3
    ana.save()
    for each in read(ana, week).choices:
        others = {read(ana, week, n).here.day for n in (2, 3) if read(ana, week, n).here}
        assert each.is_closed is (each.day in others) or each.is_here


def test_a_decision_is_void_once_the_session_is_to_be_something_else(ana, ana_client, week):
    send(ana_client, week, anyway=place(week, 0, "rest_day"), reason="Only then")
    assert 0 in days_with_strength(ana_client, week)
    ana.experience = "beginner"
    ana.save()
    assert "Only then" not in words(ana_client.get(f"/plan/{week}/"))


def test_swapped_to_a_circuit_that_is_retired_it_is_as_before(ana, ana_client, week):
    own = make_circuit(ana, text="1 round: plank 30 s", name="Planks")
    answer = ana_client.post(f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": own.slug})
    assert answer.status_code == 302
    assert any("Planks" in each for each in days_with_strength(ana_client, week).values())
    owning.retire(own, now=timezone.now())
    assert any("After-easy-run four" in each for each in days_with_strength(ana_client, week).values())


def test_moved_against_the_timetable_no_day_is_said_to_fit_worse(ana, ana_client, week):
    send(ana_client, week, place=place(week, 3, "evening"))
    assert "Thursday fits better" not in words(ana_client.get(f"/plan/{week}/"))


def test_what_was_done_meanwhile_in_another_tab_is_told(ana, ana_client):
    this_week = ana.week_of(ana.day_of(timezone.now()))
    for circuit in ("after-easy-run-four", "core-for-runners"):
        make_session(ana, circuit=circuit, started_at=timezone.now() - timedelta(minutes=1))
    answer = ana_client.post(f"/plan/sessions/{this_week}-1/skip/", {"key": uuid4()}, follow=True)
    assert "That session is done" in words(answer)


def test_more_than_a_year_ahead_there_is_no_session(ana_client):
    assert ana_client.get("/plan/sessions/2150-W10-1/").status_code == 404


def test_no_circuit_with_jumps_is_offered_to_whom_a_sign_forbids_them(ana):
    jumped = {"race-week-primer", "plyo-starter", "plyo-progressed"}
    assert jumped <= {circuit.slug for circuit in plan_session.instead(athlete=ana)}
    ana.lock = "impact"
    offered = {circuit.slug for circuit in plan_session.instead(athlete=ana)}
    assert "core-for-runners" in offered
    assert not offered & jumped


def test_a_jumping_circuit_has_a_place_once_the_calves_are_ready(ana, ana_client, week):
    ana_client.post(f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": "plyo-starter"})
    told = "Build calf strength first. Aim for 15 single-leg calf raises each side."
    assert told in words(ana_client.get(f"/plan/{week}/"))
    page = ana_client.get(f"/plan/sessions/{week}-1/")
    assert "Say how many calf raises you do" in words(page)
    for left, right, pain, is_ready in ((15, 14, 0, False), (15, 15, 3, False), (15, 15, 2, True)):
        typed = {"left": left, "right": right, "hop_pain": pain}
        assert ana_client.post("/settings/jumping/", typed).status_code == 302
        placed = days_with_strength(ana_client, week).values()
        assert any("Plyo" in each for each in placed) is is_ready
    ana.refresh_from_db()
    assert ana.jumping_tried_on == ana.day_of(timezone.now())


@pytest.mark.parametrize(
    ("field", "value"), [("left", ""), ("right", "many"), ("hop_pain", "11"), ("left", "-1")]
)
def test_what_is_no_number_of_raises_is_told(ana, ana_client, field, value):
    typed = {"left": "20", "right": "20", "hop_pain": "0", field: value}
    answer = ana_client.post("/settings/jumping/", typed)
    assert answer.status_code == 422
    assert "Give a whole number of" in words(answer)
    ana.refresh_from_db()
    assert ana.calf_raises is None


def test_the_primer_done_before_a_race_is_not_what_is_done_from_then_on(ana, ana_client, week):
    make_session(ana, circuit="race-week-primer", started_at=timezone.now() - timedelta(days=3))
    placed = days_with_strength(ana_client, week).values()
    assert any("Core for runners" in each for each in placed)
    assert not any("primer" in each for each in placed)


def test_where_a_sign_forbids_jumps_a_circuit_with_them_gives_way(ana, ana_client, week):
    hops = make_circuit(ana, text="1 round: pogo hops 20", name="Hops")
    ana_client.post(f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": hops.slug})
    ana_client.post("/settings/health/", {"signs": ["pelvic_floor"]})
    placed = days_with_strength(ana_client, week).values()
    assert len(placed) == 2
    assert not any("Hops" in each for each in placed)

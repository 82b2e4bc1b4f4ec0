"""A planned session: moved, warned about, taken all the same, left out, swapped, and each undone."""

from uuid import uuid4

import pytest
from django.utils import timezone

from logbook import plan_session
from tests.browsing import soup, words
from tests.logbook.week_ahead import days_with_strength, place, read, say_the_handbook_s_week, send
from workouts import planning

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana):
    return say_the_handbook_s_week(ana)


@pytest.fixture
def week(ana):
    return ana.week_of(ana.day_of(timezone.now())).next


def test_every_place_of_the_week_is_there_with_what_speaks_against_it(ana, week):
    session = read(ana, week)
    assert session.name == "After-easy-run four"
    assert (session.best.label.split(",")[0].split()[0], session.best.slot) == ("Friday", "after_run")
    assert session.best.is_here
    by_value = {each.value: each for each in session.choices}
    monday, sunday = by_value[place(week, 0, "rest_day")], by_value[place(week, 6, "after_run")]
    assert (monday.rules, monday.is_closed) == (("PLACE-03",), False)
    assert monday.against.startswith("Intervals is within a day.")
    assert sunday.rules[0] == "PLACE-08"
    wednesday = by_value[place(week, 2, "after_run")]
    assert (wednesday.is_closed, wednesday.against) == (True, plan_session.TAKEN)


def test_a_place_that_nothing_speaks_against_is_taken_at_once(ana, ana_client, week):
    answer = send(ana_client, week, place=place(week, 1, "evening"))
    assert (answer.status_code, answer["Location"]) == (302, f"/plan/{week}/")
    assert days_with_strength(ana_client, week)[1].startswith("+ After-easy-run four")
    assert ana.plan_changes.get().overruled == []


def test_a_place_that_a_rule_speaks_against_is_warned_about_with_the_better_one(ana, ana_client, week):
    answer = send(ana_client, week, place=place(week, 0, "rest_day"))
    assert answer.status_code == 422
    notice = soup(answer).select_one(".notice")
    assert "Intervals is within a day." in words(notice)
    better, anyway = notice.select("form")
    assert words(better.button).startswith("Take Friday")
    assert better.button["value"] == place(week, 4, "after_run")
    assert anyway.select_one("[name=anyway]")["value"] == place(week, 0, "rest_day")
    assert not ana.plan_changes.exists()
    # The suggested day is one tap away.
    assert send(ana_client, week, place=better.button["value"]).status_code == 302
    assert 4 in days_with_strength(ana_client, week)


def test_taken_all_the_same_it_asks_why_and_keeps_the_reason_and_the_rules(ana, ana_client, week):
    anyway = place(week, 0, "rest_day")
    refused = send(ana_client, week, anyway=anyway)
    assert refused.status_code == 422
    assert "Say why you take it all the same" in words(refused)
    assert send(ana_client, week, anyway=anyway, reason="The gym is open then.").status_code == 302
    change = ana.plan_changes.get()
    assert (change.overruled, change.reason) == (["PLACE-03"], "The gym is open then.")
    monday = soup(ana_client.get(f"/plan/{week}/")).select(".day")[0]
    assert "Intervals is within a day." in words(monday)
    assert "You put it here: The gym is open then." in words(monday)


def test_what_cannot_be_overruled_is_refused_however_it_is_sent(ana, ana_client, week):
    ana.lifting_since = None
    ana.save()
    heavy = planning.swap(
        athlete=ana, about=read(ana, week).about, key=uuid4(), now=timezone.now(),
        circuit=next(c for c in plan_session.instead(athlete=ana) if c.slug == "gym-heavy-a"),
    )  # fmt: skip
    assert heavy.circuit.session_class == "heavy"
    for way in (
        {"place": place(week, 1, "evening")},
        {"anyway": place(week, 1, "evening"), "reason": "Mine"},
    ):
        answer = send(ana_client, week, **way)
        assert answer.status_code == 422
        assert "First month: learn the moves" in words(answer)
    assert ana.plan_changes.get() == heavy
    assert "There is no place left for Gym heavy A" in words(ana_client.get(f"/plan/{week}/"))


def test_a_move_costs_fifteen_queries_at_most(ana_client, week, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        assert send(ana_client, week, place=place(week, 1, "evening")).status_code == 302


def test_never_two_sessions_on_a_day(ana, ana_client, week):
    answer = send(ana_client, week, anyway=place(week, 2, "evening"), reason="Why not")
    assert answer.status_code == 422
    assert plan_session.TAKEN in words(answer)


def test_the_other_sessions_go_round_the_one_that_was_moved(ana, ana_client, week):
    send(ana_client, week, place=place(week, 2, "after_run"))  # taken by the light one
    assert send(ana_client, week, number=2, place=place(week, 4, "evening")).status_code == 422
    assert send(ana_client, week, number=2, place=place(week, 1, "evening")).status_code == 302
    assert set(days_with_strength(ana_client, week)) == {1, 4}
    assert send(ana_client, week, anyway=place(week, 2, "after_run"), reason="Then").status_code == 302
    assert set(days_with_strength(ana_client, week)) == {1, 2}


def test_left_out_it_is_not_placed_and_can_be_put_back(ana, ana_client, week):
    page = soup(ana_client.post(f"/plan/sessions/{week}-1/skip/", {"key": uuid4()}, follow=True))
    assert "After-easy-run four is left out this week." in words(page)
    assert set(days_with_strength(ana_client, week)) == {2} or len(days_with_strength(ana_client, week)) == 1
    assert "One session is left out this week." in words(page)
    assert "It is left out this week." in words(ana_client.get(f"/plan/sessions/{week}-1/"))
    ana_client.post(f"/plan/sessions/{week}-1/return/", {"key": uuid4()})
    assert set(days_with_strength(ana_client, week)) == {2, 4}


def test_swapped_it_is_another_circuit_placed_by_its_own_class(ana, ana_client, week):
    answer = ana_client.post(
        f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": "travel-hotel-room"}, follow=True
    )
    assert "Travel hotel room instead of After-easy-run four; its day is chosen anew." in words(answer)
    assert any("Travel hotel room" in each for each in days_with_strength(ana_client, week).values())


@pytest.mark.parametrize("slug", ["post-run-stretch", "no-such-circuit", ""])
def test_what_is_not_on_offer_cannot_be_swapped_in(ana, ana_client, week, slug):
    answer = ana_client.post(f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": slug}, follow=True)
    assert "That circuit is not on offer here." in words(answer)
    assert not ana.plan_changes.exists()


def test_with_twelve_minutes_it_is_the_longest_that_fits(ana, ana_client, week):
    answer = ana_client.post(
        f"/plan/sessions/{week}-1/shorten/", {"key": uuid4(), "minutes": "12"}, follow=True
    )
    assert "Ten-minute minimal instead of After-easy-run four: it fits 12 min." in words(answer)
    assert any("Ten-minute minimal" in each for each in days_with_strength(ana_client, week).values())


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        ("6", "No circuit here takes 6 min or less."),
        ("", "Give a whole number of minutes from 5 to 180."),
        ("twelve", "Give a whole number of minutes from 5 to 180."),
        ("200", "Give a whole number of minutes from 5 to 180."),
    ],
)
def test_minutes_that_nothing_fits_or_that_are_none_are_told(ana, ana_client, week, minutes, sentence):
    answer = ana_client.post(
        f"/plan/sessions/{week}-1/shorten/", {"key": uuid4(), "minutes": minutes}, follow=True
    )
    assert sentence in words(answer)
    assert not ana.plan_changes.exists()


def test_each_step_is_undone_back_to_what_was_before(ana, ana_client, week):
    before = days_with_strength(ana_client, week)
    send(ana_client, week, place=place(week, 1, "evening"))
    moved = days_with_strength(ana_client, week)
    page = soup(ana_client.post(f"/plan/sessions/{week}-1/skip/", {"key": uuid4()}, follow=True))
    undo = page.select_one(".undoable form")["action"]
    assert "Undone." in words(ana_client.post(undo, follow=True))
    assert days_with_strength(ana_client, week) == moved
    ana_client.post(f"/plan/changes/{ana.plan_changes.get(undone_at=None).pk}/undo/")
    assert days_with_strength(ana_client, week) == before
    # Sent again it has nothing left to do.
    assert "Undone." in words(ana_client.post(undo, follow=True))
    assert days_with_strength(ana_client, week) == before


def test_what_was_decided_again_since_is_not_undone(ana, ana_client, week):
    send(ana_client, week, place=place(week, 1, "evening"))
    first = ana.plan_changes.get()
    ana_client.post(f"/plan/sessions/{week}-1/skip/", {"key": uuid4()})
    answer = ana_client.post(f"/plan/changes/{first.pk}/undo/", follow=True)
    assert "That was not undone" in words(answer)
    assert ana.plan_changes.count() == 2


def test_a_form_sent_twice_decides_once(ana, ana_client, week):
    key = uuid4()
    for _ in range(2):
        answer = ana_client.post(f"/plan/sessions/{week}-1/skip/", {"key": key})
    # By then the session is left out, and the second finds it so.
    assert answer.status_code == 302
    assert ana.plan_changes.count() == 1


def test_what_is_past_or_not_there_is_not_found(ana, ana_client, week):
    for name in (f"{week.previous.previous}-1", f"{week}-3", f"{week}-0", "2026-W99-1", "week-one", "1"):
        assert ana_client.get(f"/plan/sessions/{name}/").status_code == 404

"""The plan: the week of today and those ahead, by the usual week and the races."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from tests.browsing import form_on, notices, soup, words
from tests.factories import make_session, say_week
from workouts import racing
from workouts.models import Race
from workouts.purging import purge_races

pytestmark = pytest.mark.django_db

TYPED = {"name": "Spring half", "starts_at": "10:00", "distance": "half", "is_goal": "on"}


@pytest.fixture
def today(ana):
    return ana.day_of(timezone.now())


def enter(ana, day: date, **said) -> Race:
    how = {"name": "Spring half", "starts_at": time(10), "distance": "half", "is_goal": True, **said}
    return racing.enter(athlete=ana, said=racing.RaceSaid(day=day, **how))


def phases(client, path="/plan/"):
    return {
        row.a.get_text(strip=True): row.select_one(".phase").get_text(strip=True)
        for row in soup(client.get(path)).select(".ahead > li")
    }


def lede(client, path="/plan/"):
    return words(soup(client.get(path)).select_one(".lede"))


def test_a_week_ahead_is_placed_as_the_usual_week_asks_for(ana, ana_client, today):
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    page = soup(ana_client.get(f"/plan/{ana.week_of(today).next.next}/"))
    days = page.select(".day")
    assert len(days) == 7
    assert len(page.select(".day span.strength")) == 2
    assert all(day.select_one(".why") for day in days)


def test_the_weeks_before_a_race_are_told_and_those_after_it(ana, ana_client, today):
    monday = ana.week_of(today).next.next.next.next.next.monday
    enter(ana, monday + timedelta(days=6))
    told = phases(ana_client)
    race_week = ana.week_of(monday)
    assert told[f"Week {race_week.number}"] == "Race week"
    assert told[f"Week {race_week.previous.number}"] == "Taper"
    assert told[f"Week {race_week.previous.previous.number}"] == "Peak"
    assert told[f"Week {race_week.next.number}"] == "Recovery"
    assert told[f"Week {race_week.next.next.number}"] == "Base"
    assert "Spring half is on Sunday, " in lede(ana_client)


def test_moving_the_race_by_a_week_moves_the_taper_by_a_week(ana, ana_client, today):
    race = enter(ana, ana.week_of(today).monday + timedelta(days=41))
    before = list(phases(ana_client).values())
    changed = {**TYPED, "day": race.day + timedelta(days=7)}
    assert ana_client.post(f"/plan/races/{race.pk}/", changed).status_code == 302
    after = list(phases(ana_client).values())
    assert after[1:][after[1:].index("Taper")] == before[before.index("Taper")]
    assert after.index("Taper") == before.index("Taper") + 1
    assert after.index("Race week") == before.index("Race week") + 1


def test_in_race_week_the_primer_is_placed_for_who_knows_it_and_nothing_on_the_day_before(
    ana, ana_client, today
):
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    week = ana.week_of(today).next
    enter(ana, week.days[6])
    new = soup(ana_client.get(f"/plan/{week}/"))
    assert not new.select(".day span.strength")
    assert "Race week is not the time for something new." in words(new)
    make_session(ana, circuit="race-week-primer", started_at=timezone.now() - timedelta(days=2))
    page = soup(ana_client.get(f"/plan/{week}/"))
    (placed,) = page.select(".day span.strength")
    assert "Race-week primer" in words(placed)
    days = page.select(".day")
    assert not any(day.select("span.strength") for day in days[5:])
    assert "Spring half" in words(days[6])
    assert "about" not in words(days[6])


@pytest.mark.parametrize(("path", "most"), [("/", 10), ("/history/{week}/", 8), ("/plan/", 10)])
def test_a_race_that_is_near_costs_no_page_more_than_it_may(
    ana, ana_client, today, django_assert_max_num_queries, path, most
):
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    enter(ana, today + timedelta(days=5))
    make_session(ana, circuit="race-week-primer", started_at=timezone.now() - timedelta(days=20))
    with django_assert_max_num_queries(most):
        assert ana_client.get(path.format(week=ana.week_of(today))).status_code == 200


def test_in_the_taper_half_the_sets_are_asked_for(ana, ana_client, today):
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    week = ana.week_of(today).next
    enter(ana, week.next.days[6])
    page = soup(ana_client.get(f"/plan/{week}/"))
    for day in page.select(".day"):
        # The primer that is tried out in the taper stays whole.
        placed = words(day.select_one("span.strength")) if day.select_one("span.strength") else ""
        assert ("Taper time: half the sets" in words(day)) == ("After-easy-run four" in placed)
        assert "Core for runners" not in placed


def test_after_a_race_only_light_strength_is_placed(ana, ana_client, today):
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    week = ana.week_of(today).next
    enter(ana, week.first_day - timedelta(days=1), distance="marathon")
    assert lede(ana_client, f"/plan/{week}/").startswith("Recovery, after Spring half.")
    (placed,) = soup(ana_client.get(f"/plan/{week}/")).select(".day span.strength")
    assert "Core for runners" in words(placed)


def test_a_warm_up_is_named_before_quality_runs_and_nowhere_else(ana, ana_client, today):
    say_week(ana, week={1: ("intervals", 60), 3: ("easy", 40)}, experience="intermediate")
    page = soup(ana_client.get(f"/plan/{ana.week_of(today).next}/"))
    warm = [nth for nth, day in enumerate(page.select(".day")) if "Five minutes of warm-up" in words(day)]
    assert warm == [1]


@pytest.mark.parametrize(("wanted", "is_said"), [(1, True), (2, False), (3, False)])
def test_how_often_is_said_where_it_does_not_suit_what_is_wanted(ana, ana_client, wanted, is_said):
    say_week(ana, wanted=wanted, experience="intermediate")
    told = "Most runners do well with 2 to 3 strength sessions a week in base training."
    assert (told in lede(ana_client)) is is_said


def test_a_week_that_is_past_leads_to_its_page_in_the_history(ana, ana_client, today):
    past = ana.week_of(today).previous
    answer = ana_client.get(f"/plan/{past}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/history/{past}/")


def test_a_year_ahead_is_the_furthest(ana, ana_client, today):
    week = ana.week_of(today)
    for _ in range(52):
        week = week.next
    page = soup(ana_client.get(f"/plan/{week}/"))
    assert page.select_one("[rel=prev]")
    assert not page.select_one("[rel=next]")
    assert page.select_one(".ahead [aria-current] a").get_text(strip=True) == f"Week {week.number}"
    assert ana_client.get(f"/plan/{week.next}/").status_code == 404


def test_without_a_usual_week_the_page_says_where_to_say_it(ana_client):
    page = soup(ana_client.get("/plan/"))
    assert page.select(".hint a[href='/settings/week/']")
    assert "No race is entered." in lede(ana_client)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "Give the race a name"),
        ("day", "", "Say on which day it is."),
        ("day", "11.10.2026", "Give the day as year-month-day"),
        ("day", "1066-10-14", "Give a day between 1970 and 2199."),
        ("day", "2026-01-01", "That day is long past. Log the race as a run."),
        ("starts_at", "ten", "Give the time as hours:minutes"),
        ("distance", "", "Choose the distance that is nearest."),
    ],
)
def test_what_cannot_be_a_race_is_told_and_what_was_typed_stays(ana, ana_client, field, value, sentence):
    typed = {**TYPED, "day": "2027-03-21", field: value}
    answer = ana_client.post("/plan/races/new/", typed)
    assert answer.status_code == 422
    page = soup(answer)
    assert sentence in words(page)
    assert field == "name" or page.select_one("[name=name]")["value"] == "Spring half"
    assert not ana.races.exists()


def test_a_form_sent_twice_is_one_race_with_what_was_said_last(ana, ana_client):
    for distance in ("half", "half", "10k"):
        answer = ana_client.post("/plan/races/new/", {**TYPED, "day": "2027-03-21", "distance": distance})
        assert answer.status_code == 302
    assert ana.races.get().distance == "10k"


def test_a_race_cannot_become_another_that_is_there(ana, ana_client):
    enter(ana, date(2027, 3, 21))
    other = enter(ana, date(2027, 3, 21), name="Other half")
    answer = ana_client.post(f"/plan/races/{other.pk}/", {**TYPED, "day": "2027-03-21"})
    assert answer.status_code == 422
    assert "is there already on that day" in words(answer)
    assert sorted(ana.races.values_list("name", flat=True)) == ["Other half", "Spring half"]


def test_a_race_taken_out_is_gone_from_the_plan(ana, ana_client, today):
    race = enter(ana, today + timedelta(days=10))
    page = soup(ana_client.post(f"/plan/races/{race.pk}/deletion/", follow=True))
    assert "Spring half is out of the plan." in words(page)
    assert "Taper" not in phases(ana_client).values()
    back = ana_client.post(page.select_one(".undoable form")["action"], follow=True)
    assert "Spring half is in the plan again." in words(back)
    assert "Race week" in phases(ana_client).values()


def test_a_race_taken_out_is_gone_for_good_after_thirty_days(ana, today):
    race = enter(ana, today + timedelta(days=10))
    now = timezone.now()
    racing.take_out(race, now=now)
    assert purge_races(before=now) == 0
    assert purge_races(before=now + timedelta(seconds=1)) == 1


def test_one_taken_out_does_not_come_back_beside_another_of_its_name(ana, ana_client, today):
    race = enter(ana, today + timedelta(days=10))
    racing.take_out(race, now=timezone.now())
    enter(ana, race.day)
    answer = ana_client.post(f"/plan/races/{race.pk}/restoration/", follow=True)
    assert "is there again on that day; it stays." in words(answer)


def test_a_race_far_ahead_is_listed_and_can_be_changed(ana, ana_client, today):
    race = enter(ana, today + timedelta(days=500))
    assert soup(ana_client.get("/plan/")).select_one(f"a[href='/plan/races/{race.pk}/']")
    assert "Spring half is more than twelve weeks away." in lede(ana_client)


def test_in_sunday_weeks_the_week_after_a_sunday_race_is_recovery(ana, ana_client, today):
    ana.week_start = "sunday"
    ana.save()
    week = ana.week_of(today).next.next
    enter(ana, week.first_day)
    told = phases(ana_client)
    assert told[f"Week {week.previous.number}"] == "Race week"
    assert told[f"Week {week.number}"] == "Recovery"


def test_two_hundred_races_are_the_most(ana, ana_client, today):
    Race.objects.bulk_create(
        Race(athlete=ana, name=f"Race {n}", day=today, starts_at=time(9), distance="5k", is_goal=False)
        for n in range(200)
    )
    answer = ana_client.post("/plan/races/new/", {**TYPED, "day": "2027-03-21"})
    assert answer.status_code == 422
    assert "There are 200 races here" in words(answer)


def set_phase(client, week, phase):
    form = form_on(client.get(f"/plan/{week}/"), "Set it")
    return client.get(form.filled({"phase": phase}).send(client)["Location"])


def test_a_week_is_for_what_the_athlete_says_until_the_races_say_it_again(ana, ana_client, today):
    say_week(ana, wanted=3, experience="intermediate", lifting_since=today - timedelta(days=400))
    week = ana.week_of(today).next.next
    page = set_phase(ana_client, week, "recovery")
    assert notices(page) == [f"Week {week.number}: recovery, as you set it."]
    assert lede(ana_client, f"/plan/{week}/").startswith("Recovery, as you set it.")
    assert phases(ana_client)[f"Week {week.number}"] == "Recovery"
    # A week of recovery takes one light session (rule FREQ-01).
    assert len(soup(ana_client.get(f"/plan/{week}/")).select(".day span.strength")) < 3
    assert phases(ana_client)[f"Week {week.next.number}"] == "Base"
    set_phase(ana_client, week, "")
    assert phases(ana_client)[f"Week {week.number}"] == "Base"


def test_no_phase_is_kept_of_a_week_that_is_past_nor_set_of_one(ana, ana_client, today):
    week = ana.week_of(today)
    ana.phases = {str(week.previous): "peak"}
    ana.save()
    set_phase(ana_client, week.next, "taper")
    ana.refresh_from_db()
    assert ana.phases == {str(week.next): "taper"}
    assert ana_client.post(f"/plan/{week.previous}/phase/", {"phase": "peak"}).status_code == 404
    ana_client.post(f"/plan/{week.next}/phase/", {"phase": "party"})
    assert notices(ana_client.get("/plan/")) == ["Choose one of the phases on offer."]


def test_this_week_and_the_next_are_called_so(ana, ana_client, today):
    week = ana.week_of(today)
    whens = [
        words(soup(ana_client.get(f"/plan/{each}/")).select_one(".dateline")) for each in (week, week.next)
    ]
    assert [when.split(",")[0] for when in whens] == ["This week", "Next week"]


@pytest.mark.parametrize("phase", ["recovery", "race_week"])
def test_the_only_session_of_a_week_is_a_light_one_where_that_suits_it(ana, ana_client, today, phase):
    say_week(ana, wanted=1, experience="intermediate", lifting_since=today - timedelta(days=400))
    week = ana.week_of(today).next.next
    page = set_phase(ana_client, week, phase)
    (placed,) = soup(page).select(".day span.strength")
    assert "Core for runners" in words(placed)
    assert "strength is done" not in words(page)

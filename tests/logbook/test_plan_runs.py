"""The runs of single days: changed in place, moved, as usual again, and what the strength does then."""

from datetime import time, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from logbook import planned_runs
from tests.browsing import form_on, notices, soup, words
from tests.factories import make_run, say_week
from workouts.models import PlannedRun
from workouts.planned import About
from workouts.planning import move
from workouts.planning_runs import DaySaid, DaysChangedSince, say, undo
from workouts.training.timetable.habit import HabitualRun
from workouts.vocabulary import RunKind
from workouts.weeks import WEEKDAYS

pytestmark = pytest.mark.django_db


@pytest.fixture
def week(ana):
    """The week after next, of which every day is still to come."""
    today = ana.day_of(timezone.now())
    say_week(ana, experience="intermediate", lifting_since=today - timedelta(days=400))
    return ana.week_of(today).next.next


def run_page(day) -> str:
    return f"/plan/runs/{day}/"


def told(client, week) -> list[str]:
    """The run of each day, as the list under the week has it."""
    return [
        words(row.select_one("summary, p"))
        for row in soup(client.get(f"/plan/{week}/")).select(".runs-of-week li")
    ]


def says(client, day, **typed):
    return form_on(client.get(run_page(day)), "Save run").filled(typed).send(client)


def strength_days(client, week) -> list[int]:
    days = soup(client.get(f"/plan/{week}/")).select(".day")
    return [nth for nth, day in enumerate(days) if day.select_one("span.strength")]


def test_what_is_said_of_a_day_counts_for_that_day_alone(ana, ana_client, week):
    day = week.days[2]
    before = told(ana_client, week.next)
    page = ana_client.get(run_page(day))
    typed = {"kind": "tempo", "minutes": "50", "distance": "9.5", "starts_at": "18:15"}
    answer = form_on(page, "Save run").filled(typed).send(ana_client)
    shown = ana_client.get(answer["Location"])
    assert "tempo run, about 50 min" in notices(shown)[0].lower()
    assert "about 50 min, 18:15" in told(ana_client, week)[2]
    assert "this day alone" in told(ana_client, week)[2]
    assert told(ana_client, week.next) == before
    row = ana.planned_runs.single().get()
    assert (row.day, row.kind, row.minutes, row.distance_m) == (day, "tempo", 50, 9500)


def test_strength_goes_elsewhere_when_a_hard_run_comes_and_the_notice_says_so(ana, ana_client, week):
    name, nth = next(
        (words(day.select_one("a.str-text")).split(",")[0], nth)
        for nth, day in enumerate(soup(ana_client.get(f"/plan/{week}/")).select(".day"))
        if "After-easy-run four" in words(day)
    )
    answer = says(ana_client, week.days[nth], kind="intervals", minutes="60", starts_at="20:00")
    notice = notices(ana_client.get(answer["Location"]))[0]
    assert f"{name} goes from {WEEKDAYS[week.days[nth].weekday()]} to " in notice
    assert nth not in strength_days(ana_client, week)


def test_undo_brings_back_what_was_said_before(ana, ana_client, week):
    before = told(ana_client, week)
    day = week.days[3]
    for minutes in ("30", "55"):
        page = ana_client.get(run_page(day))
        answer = form_on(page, "Save run").filled({"kind": "easy", "minutes": minutes}).send(ana_client)
        shown = ana_client.get(answer["Location"])
    assert "about 55 min" in told(ana_client, week)[3]
    form_on(shown, "Undo").send(ana_client)
    assert "about 30 min" in told(ana_client, week)[3]
    page = ana_client.get(run_page(day))
    button = next(words(each) for each in soup(page).select("button") if "As usual" in words(each))
    form_on(page, button).send(ana_client)
    assert told(ana_client, week) == before


def test_two_runs_change_places_when_one_moves_to_the_day_of_the_other(ana, ana_client, week):
    runs = [nth for nth, run in enumerate(told(ana_client, week)) if "No run" not in run]
    one, other = runs[0], runs[1]
    before = told(ana_client, week)
    page = ana_client.get(run_page(week.days[one]))
    form = form_on(page, "Move it").filled({"to": str(week.days[other])})
    answer = form.send(ana_client)
    text = notices(ana_client.get(answer["Location"]))[0]
    assert text.count(" now.") == 1
    after = told(ana_client, week)
    title = before[one].split(",")[0].split(maxsplit=3)[3]
    assert title in after[other]
    # Sent twice it is moved once.
    form.send(ana_client)
    assert told(ana_client, week) == after


def test_a_page_that_is_behind_moves_nothing(ana, ana_client, week):
    nth = next(nth for nth, run in enumerate(told(ana_client, week)) if "No run" not in run)
    day = week.days[nth]
    behind = form_on(ana_client.get(run_page(day)), "Move it").filled({"to": str(week.days[(nth + 1) % 7])})
    form_on(ana_client.get(run_page(day)), "Save run").filled({"kind": "easy", "minutes": "99"}).send(
        ana_client
    )
    before = told(ana_client, week)
    shown = ana_client.get(behind.send(ana_client)["Location"])
    assert any("is another by now" in each for each in notices(shown))
    assert told(ana_client, week) == before


def test_a_session_that_was_put_somewhere_stays_and_the_notice_says_what_speaks_against_it(
    ana, ana_client, week
):
    nth = strength_days(ana_client, week)[0]
    move(
        athlete=ana,
        about=About(week, 1, "moderate"),
        key=uuid4(),
        day=week.days[nth],
        slot="evening",
        now=timezone.now(),
    )
    answer = says(ana_client, week.days[nth + 1], kind="intervals", minutes="60", starts_at="06:00")
    notice = notices(ana_client.get(answer["Location"]))[0]
    assert "After-easy-run four stays on " in notice
    assert "where you put it. " in notice
    assert " fits better." in notice
    assert nth in strength_days(ana_client, week)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"kind": "easy", "minutes": ""}, "Say about how long it takes, or choose No run."),
        ({"kind": "easy", "minutes": "0"}, "Give whole minutes from 1 to 1440, for example 45."),
        ({"kind": "easy", "minutes": "45", "distance": "far"}, "is not a distance"),
        (
            {"kind": "easy", "minutes": "45", "distance": "301"},
            "Give a distance up to 300 km, for example 12.5.",
        ),
        ({"kind": "easy", "minutes": "45", "starts_at": "25:00"}, "Give the time as hours:minutes"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(ana, ana_client, week, typed, sentence):
    day = week.days[0]
    answer = form_on(ana_client.get(run_page(day)), "Save run").filled(typed).send(ana_client)
    assert answer.status_code == 422
    assert sentence in words(answer)
    fields = form_on(answer, "Save run").fields
    assert all(fields[name] == value for name, value in typed.items())
    assert not ana.planned_runs.single().exists()


def test_a_day_that_is_past_or_run_or_far_has_no_page(ana, ana_client, week):
    today = ana.day_of(timezone.now())
    make_run(ana, started_at=timezone.now() - timedelta(minutes=50), duration_s=1800.0)
    for day in (today - timedelta(days=1), today, today + timedelta(weeks=53)):
        assert ana_client.get(run_page(day)).status_code == 404
    assert ana_client.get("/plan/runs/tomorrow/").status_code == 404


def test_undoing_what_was_changed_since_changes_nothing(ana, week):
    now, first, second = timezone.now(), uuid4(), uuid4()
    day = week.days[1]
    say(athlete=ana, key=first, days=[DaySaid(day=day)], now=now)
    say(athlete=ana, key=second, days=[DaySaid(day=day, is_usual=True)], now=now)
    with pytest.raises(DaysChangedSince):
        undo(athlete=ana, key=first, now=now)
    undo(athlete=ana, key=second, now=now)
    undo(athlete=ana, key=first, now=now)
    undo(athlete=ana, key=first, now=now)
    assert not PlannedRun.objects.single().exists()


def test_the_kinds_of_a_form_are_those_of_training(ana_client, ana, week):
    page = soup(ana_client.get(run_page(week.days[0])))
    values = [each["value"] for each in page.select("select[name=kind] option")]
    assert RunKind.RACE not in values
    assert "" in values


def test_a_run_far_longer_than_of_late_is_planned_once_it_is_confirmed(ana, ana_client, week):
    make_run(ana, started_at=timezone.now() - timedelta(days=2), distance_m=8000.0, duration_s=2880.0)
    day = ana.day_of(timezone.now()) + timedelta(days=3)
    typed = {"kind": "long", "minutes": "120", "distance": "20"}
    answer = says(ana_client, day, **typed)
    assert answer.status_code == 422
    assert "150% longer" in words(answer)
    assert "Confirm that you mean it, or make it shorter." in words(answer)
    fields = form_on(answer, "Save run").fields
    assert all(fields[name] == value for name, value in typed.items())
    assert not ana.planned_runs.single().exists()
    taken = form_on(answer, "Save run").filled({"confirmed": "on"}).send(ana_client)
    assert "150% longer" in notices(ana_client.get(taken["Location"]))[0]
    assert ana.planned_runs.single().get().distance_m == 20_000


def test_a_run_somewhat_longer_is_planned_and_the_notice_says_so(ana, ana_client, week):
    make_run(ana, started_at=timezone.now() - timedelta(days=2), distance_m=8000.0, duration_s=2880.0)
    answer = says(
        ana_client, ana.day_of(timezone.now()) + timedelta(days=3), kind="long", minutes="70", distance="10"
    )
    (notice,) = notices(ana_client.get(answer["Location"]))
    assert "This run is 25% longer than anything in your last 30 days. Consider 8.8 km." in notice


def test_two_runs_that_are_alike_but_for_their_length_change_places_once(ana, ana_client, week):
    for nth, metres in ((0, 6000), (1, 7000)):
        run = HabitualRun(weekday=nth, kind=RunKind.EASY, minutes=40, starts_at=time(7), distance_m=metres)
        say(athlete=ana, key=uuid4(), days=[DaySaid(day=week.days[nth], run=run)], now=timezone.now())
    form = form_on(ana_client.get(run_page(week.days[0])), "Move it").filled({"to": str(week.days[1])})
    form.send(ana_client)
    form.send(ana_client)
    assert [row.distance_m for row in ana.planned_runs.single().order_by("day")] == [7000, 6000]


def test_undone_twice_is_undone_once_and_what_changes_nothing_has_no_undo(ana, ana_client, week):
    answer = says(ana_client, week.days[1], kind="easy", minutes="33")
    undo_form = form_on(ana_client.get(answer["Location"]), "Undo")
    for _ in range(2):
        shown = ana_client.get(undo_form.send(ana_client)["Location"])
        assert notices(shown) == ["Undone. The runs are planned as before."]
    answer = ana_client.post(f"/plan/runs/{week.days[1]}/usual/")
    assert not soup(ana_client.get(answer["Location"])).select(".notice form")


def test_a_run_of_a_single_day_is_enough_for_a_plan(ben, ben_client):
    day = ben.day_of(timezone.now()) + timedelta(days=18)
    says(ben_client, day, kind="easy", minutes="40")
    for week in (ben.week_of(day), ben.week_of(day).next.next):
        page = soup(ben_client.get(f"/plan/{week}/"))
        assert len(page.select(".day span.strength")) == 2


def test_a_tab_that_is_behind_is_told_and_has_its_way_when_it_saves_again(ana, ana_client, week):
    day = week.days[1]
    behind = form_on(ana_client.get(run_page(day)), "Save run").filled({"kind": "easy", "minutes": "31"})
    says(ana_client, day, kind="tempo", minutes="44")
    answer = behind.send(ana_client)
    assert answer.status_code == 422
    assert "Something else was said of this day since." in words(answer)
    again = form_on(answer, "Save run")
    assert again.fields["minutes"] == "31"
    again.send(ana_client)
    assert ana.planned_runs.single().get().minutes == 31


def test_what_was_said_between_the_look_and_the_save_is_not_overwritten(ana, week):
    """Two tabs at the very same moment: the second finds that the day is another."""
    day = week.days[1]
    seen = planned_runs.of_weeks(athlete=ana, first=week, last=week).rows
    say(athlete=ana, key=uuid4(), days=[DaySaid(day=day)], seen=seen, now=timezone.now())
    with pytest.raises(DaysChangedSince):
        say(athlete=ana, key=uuid4(), days=[DaySaid(day=day, is_usual=True)], seen=seen, now=timezone.now())
    seen = planned_runs.of_weeks(athlete=ana, first=week, last=week).rows
    assert say(
        athlete=ana, key=uuid4(), days=[DaySaid(day=day, is_usual=True)], seen=seen, now=timezone.now()
    )

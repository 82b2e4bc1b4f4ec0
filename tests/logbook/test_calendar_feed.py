"""The calendar: the same UIDs however often it is taken, and events that change in place as the plan does."""

from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_circuit, make_session, say_week
from tests.logbook.ics_reader import Read, moment, read
from tests.logbook.week_ahead import place, say_the_handbook_s_week, send
from tests.logbook.week_ahead import read as session_of
from workouts import planning, publishing, racing
from workouts.days import local

pytestmark = pytest.mark.django_db


@pytest.fixture
def ana(ana):
    return say_the_handbook_s_week(ana)


@pytest.fixture
def week(ana):
    return ana.week_of(ana.day_of(timezone.now())).next


@pytest.fixture
def address(ana):
    return publishing.publish(athlete=ana, now=timezone.now()).get_absolute_url()


def taken(address) -> Read:
    answer = Client().get(address)
    assert answer.status_code == 200
    return read(answer.content)


def session_at(address, week, number=1):
    return taken(address).at(f"/plan/sessions/{week}-{number}/")


def local_start(event, ana) -> datetime:
    return local(moment(event["DTSTART"]), ana.time_zone).replace(tzinfo=None)


def enter(ana, **changes):
    day = ana.day_of(timezone.now()) + timedelta(days=100)
    said = {"name": "Half", "day": day, "starts_at": time(10, 15), "distance": "half", "is_goal": True}
    return racing.enter(athlete=ana, said=racing.RaceSaid(**(said | changes)))


def test_taken_twice_it_holds_the_same_uids_and_is_the_same_to_the_byte(ana, address):
    enter(ana)
    make_session(ana, started_at=timezone.now() - timedelta(days=3))
    first, second = Client().get(address), Client().get(address)
    assert first.content == second.content
    assert len(read(first.content).by_uid) >= 16


def test_it_holds_this_week_and_eight_more_each_session_with_its_reason_and_its_stations(ana, address, week):
    found = taken(address)
    paths = [event["URL"] for event in found.events if "/plan/sessions/" in event["URL"]]
    last = week
    for _ in range(7):
        last = last.next
    assert any(f"/{last}-1/" in path for path in paths)
    assert not any(f"/{last.next}-" in path for path in paths)
    event = found.at(f"/plan/sessions/{week}-1/")
    assert event["SUMMARY"] == "After-easy-run four, 22 min"
    told = event["DESCRIPTION"].split("\n")
    assert told[0].startswith("Good spot: you are warm, and this day was easy anyway.")
    assert told[1] == "Straight after the run, by the hours of your usual week."
    assert told[2:4] == ["", "3 rounds:"]
    assert "Single-leg glute bridge: 8 each side, tempo 3-0-1-2" in told
    assert event["URL"] == f"http://testserver/plan/sessions/{week}-1/"
    # The easy run of Friday begins at 7 and takes 45 minutes; a quarter of an hour later, 22 minutes.
    assert local_start(event, ana) == datetime.combine(week.days[4], time(8, 0))
    assert moment(event["DTEND"]) - moment(event["DTSTART"]) == timedelta(minutes=22)


def test_where_no_run_says_when_the_hour_is_told_as_the_plans_own(ana, address, ana_client, week):
    send(ana_client, week, place=place(week, 1, "evening"))
    event = session_at(address, week)
    assert local_start(event, ana) == datetime.combine(week.days[1], time(18, 0))
    assert "In the evening; the plan assumes 18:00." in event["DESCRIPTION"]


def test_a_session_that_moves_keeps_its_uid_and_changes_day_and_sequence(ana, address, ana_client, week):
    before = session_at(address, week)
    send(ana_client, week, place=place(week, 1, "evening"))
    after = session_at(address, week)
    assert after["UID"] == before["UID"]
    assert local_start(before, ana).date() == week.days[4]
    assert local_start(after, ana).date() == week.days[1]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTAMP"] == after["LAST-MODIFIED"] > before["LAST-MODIFIED"]


def test_left_out_it_is_gone_and_brought_back_it_is_the_same_later(ana, address, ana_client, week):
    before = taken(address)
    ana_client.post(f"/plan/sessions/{week}-1/skip/", {"key": uuid4()})
    without = taken(address)
    gone = before.at(f"/{week}-1/")["UID"]
    assert gone not in without.by_uid
    # Whatever else there was is there still, under its own UID.
    assert without.by_uid.keys() == before.by_uid.keys() - {gone}
    ana_client.post(f"/plan/changes/{ana.plan_changes.get().pk}/undo/")
    back = session_at(address, week)
    assert (back["UID"], back["DTSTART"]) == (gone, before.at(f"/{week}-1/")["DTSTART"])
    assert int(back["SEQUENCE"]) >= int(before.at(f"/{week}-1/")["SEQUENCE"]) + 2


def test_swapped_it_stays_the_session_with_another_circuit(ana, address, ana_client, week):
    before = session_at(address, week)
    ana_client.post(f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": "ten-minute-minimal"})
    after = session_at(address, week)
    assert after["UID"] == before["UID"]
    assert after["SUMMARY"].startswith("Ten-minute minimal, ")
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_a_day_that_goes_by_raises_what_may_be_placed_anew(ana, address, week, monkeypatch):
    before = session_at(address, week)
    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)
    after = session_at(address, week)
    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) == int(before["SEQUENCE"]) + 1
    assert after["LAST-MODIFIED"] > before["LAST-MODIFIED"]


def test_a_file_of_one_session_is_the_same_event(ana, address, ana_client, week):
    send(ana_client, week, place=place(week, 1, "evening"))
    answer = ana_client.get(f"/plan/sessions/{week}-1/session.ics")
    assert answer["Content-Disposition"] == f'attachment; filename="footfall-{week}-1.ics"'
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert read(answer.content).events == [session_at(address, week)]
    page = ana_client.get(f"/plan/sessions/{week}-1/").content.decode()
    assert f"/plan/sessions/{week}-1/session.ics" in page


def test_what_is_left_out_has_no_file_and_no_link_to_one(ana, ana_client, week):
    ana_client.post(f"/plan/sessions/{week}-1/skip/", {"key": uuid4()})
    assert ana_client.get(f"/plan/sessions/{week}-1/session.ics").status_code == 404
    assert "session.ics" not in ana_client.get(f"/plan/sessions/{week}-1/").content.decode()
    for nowhere in ("2024-W01-1", f"{week}-9", f"{week}", "x", "2199-W01-1"):
        assert ana_client.get(f"/plan/sessions/{nowhere}/session.ics").status_code == 404


def test_a_race_stands_at_its_own_clock_and_changes_in_place(ana, address, ana_client):
    race = enter(ana)
    before = taken(address).called("Half")
    assert moment(before["DTSTART"]) == datetime.combine(race.day, time(10, 15))
    assert moment(before["DTEND"]) - moment(before["DTSTART"]) == timedelta(minutes=120)
    told = "Half marathon. The training aims at it. The plan assumes 120 min for it."
    assert (before["DESCRIPTION"], before["TRANSP"]) == (told, "OPAQUE")
    assert before["URL"] == f"http://testserver/plan/races/{race.pk}/"
    later = racing.RaceSaid(
        name="Half", day=race.day + timedelta(days=7), starts_at=time(9), distance="10k", is_goal=False
    )
    racing.change(race, said=later)
    after = taken(address).called("Half")
    assert after["UID"] == before["UID"]
    assert moment(after["DTSTART"]) == datetime.combine(later.day, time(9))
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    ana_client.post(f"/plan/races/{race.pk}/deletion/")
    assert before["UID"] not in taken(address).by_uid
    ana_client.post(f"/plan/races/{race.pk}/restoration/")
    assert before["UID"] in taken(address).by_uid


def test_what_was_done_of_late_stays_without_how_it_went(ana, address):
    now = timezone.now().replace(second=0, microsecond=0)
    done = make_session(ana, started_at=now - timedelta(days=3), note="quokka", effort=9)
    make_session(ana, started_at=now - timedelta(days=40))
    make_session(ana, circuit="post-run-stretch", started_at=now - timedelta(days=3))
    make_session(ana, started_at=now - timedelta(days=4)).hide(at=now)
    found = [event for event in taken(address).events if event["SUMMARY"].startswith("Done: ")]
    assert [event["URL"] for event in found] == [f"http://testserver/sessions/{done.pk}/"]
    event = found[0]
    assert event["SUMMARY"] == "Done: After-easy-run four, 22 min"
    assert moment(event["DTSTART"]) == done.started_at
    assert "DESCRIPTION" not in event and "quokka" not in str(event)


def test_a_name_with_whatever_there_is_comes_through_whole(ana, address, ana_client, week):
    name = "Legs, core; back\\slash \N{RUNNER}\u200d\N{FEMALE SIGN}\ufe0f" + " und Rumpf" * 7
    circuit = make_circuit(ana, text="2 rounds: plank 30 s, push-up 8", name=name)
    # No form lets a line break into a name; a calendar must hold out all the same.
    type(circuit).objects.filter(pk=circuit.pk).update(name=f"{name}\r\nATTENDEE:mailto:x")
    ana_client.post(f"/plan/sessions/{week}-1/swap/", {"key": uuid4(), "circuit": circuit.slug})
    event = session_at(address, week)
    assert event["SUMMARY"].startswith(f"{name}\nATTENDEE:mailto:x, ")
    assert "ATTENDEE" not in event


def test_while_a_sign_locks_the_plan_no_session_is_in_it(ana, address):
    enter(ana)
    ana.lock = "all"
    ana.save()
    assert [event["SUMMARY"] for event in taken(address).events] == ["Half"]


def test_without_a_usual_week_it_holds_the_races_alone(ben):
    address = publishing.publish(athlete=ben, now=timezone.now()).get_absolute_url()
    assert taken(address).events == []
    enter(ben)
    assert [event["SUMMARY"] for event in taken(address).events] == ["Half"]


def test_two_athletes_never_share_a_uid(ana, address, ben):
    say_week(ben)
    his = publishing.publish(athlete=ben, now=timezone.now()).get_absolute_url()
    assert not taken(address).by_uid.keys() & taken(his).by_uid.keys()


@pytest.mark.parametrize("decisions", [0, 12])
def test_it_costs_seven_queries_however_much_there_is(
    ana, address, week, decisions, django_assert_num_queries
):
    for nth in range(decisions):
        make_session(ana, started_at=timezone.now() - timedelta(days=nth))
        enter(ana, name=f"Race {nth}", day=ana.day_of(timezone.now()) + timedelta(days=90 + nth))
        chosen = planning.skip(
            athlete=ana, about=session_of(ana, week).about, key=uuid4(), now=timezone.now()
        )
        planning.undo(chosen, now=timezone.now())
        week = week.next if nth < 6 else week
    client = Client()
    with django_assert_num_queries(7):
        assert client.get(address).status_code == 200

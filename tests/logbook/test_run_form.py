"""A run typed in: durations and distances as people write them, and a sentence for what is none."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from logbook.models import Run
from tests.at_once import at_once
from tests.browsing import complaint, fact, facts, form_on, notices, soup, words
from tests.factories import NOW
from tests.logbook.run_forms import SAVE, log_run, open_run_form, post_run

pytestmark = pytest.mark.usefixtures("clock")


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("48:10", 2890), ("1:02:04", 3724), ("48", 2880), ("0:45", 45), ("45s", 45), ("48 min", 2880),
        ("1h 2m", 3720), ("90:00", 5400), ("168:00:00", 604_800), (" 48:10 ", 2890),
    ],
)  # fmt: skip
def test_a_duration_is_read_as_people_write_it(ana_client, typed, seconds):
    assert log_run(ana_client, duration=typed).duration_s == seconds


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Say how long it took, for example 48:10."),
        ("long", "“long” is not a duration. Write it like 48:10, 1:02:04 or 45s."),
        ("48:60", "48:60 has more than 59 after a colon. Write it like 48:10 or 1:02:04."),
        ("48.10", "48.10 can be read two ways. Write minutes and seconds like 48:10."),
        ("48,5", "48,5 can be read two ways. Write minutes and seconds like 48:10."),
        ("-48:10", "“-48:10” is not a duration. Write it like 48:10, 1:02:04 or 45s."),
        ("0", "Give a duration between 1 second and 7 days, for example 48:10."),
        ("0:00", "Give a duration between 1 second and 7 days, for example 48:10."),
        ("168:00:01", "Give a duration between 1 second and 7 days, for example 48:10."),
        ("٤٨:١٠", "“٤٨:١٠” is not a duration. Write it like 48:10, 1:02:04 or 45s."),
        ("1" * 21, "Ensure this value has at most 20 characters (it has 21)."),
    ],
)
def test_what_is_no_duration_gets_a_sentence(ana_client, typed, sentence):
    response = post_run(ana_client, duration=typed)

    assert response.status_code == 422
    assert complaint(response, "duration") == sentence
    assert not Run.objects.exists()


@pytest.mark.parametrize(
    ("unit", "typed", "metres"),
    [
        ("km", "8,2", 8200), ("km", "8.2", 8200), ("km", "8", 8000), ("km", "42.195", 42_195),
        ("km", ".4", 400), ("km", "0", 0), ("km", "1000", 1_000_000), ("km", "5 mi", 8047),
        ("mi", "5", 8047), ("mi", "26,2", 42_165), ("mi", "8 km", 8000), ("km", "8.2 km", 8200),
    ],
)  # fmt: skip
def test_a_distance_is_read_in_ana_s_unit_or_the_one_written(ana, ana_client, unit, typed, metres):
    ana.distance_unit = unit
    ana.save()

    assert log_run(ana_client, distance=typed).distance_m == metres


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("far", "“far” is not a distance in km or mi. Write it like 8.2 km."),
        ("-3", "-3 is below zero. Write 0 or more, like 8.2."),
        ("1,000.5", "“1,000.5” is not a number. Write it like 8.2 or 8,2."),
        ("1000.1", "Give a distance up to 1 000 km, for example 8.2."),
        ("nan", "“nan” is not a distance in km or mi. Write it like 8.2 km."),
        ("1e3", "“1e3” is not a number. Write it like 8.2 or 8,2."),
    ],
)
def test_what_is_no_distance_gets_a_sentence(ana_client, typed, sentence):
    response = post_run(ana_client, distance=typed)

    assert response.status_code == 422
    assert complaint(response, "distance") == sentence
    assert not Run.objects.exists()


def test_a_blank_distance_stays_blank_and_has_no_pace(ana_client):
    run = log_run(ana_client, distance="")
    page = ana_client.get(run.get_absolute_url())

    assert run.distance_m is None
    assert not {"Distance", "per km"} & set(facts(page))
    assert words(soup(page).h1) == "Easy run"


def test_the_form_begins_with_now_and_an_easy_run(ana_client):
    fields = open_run_form(ana_client).fields

    assert (fields["date"], fields["time"], fields["kind"]) == ("2026-07-29", "10:00", "easy")
    assert (fields["duration"], fields["distance"], fields["effort"]) == ("", "", "")


def test_everything_typed_is_stored_and_shown(ana, ana_client):
    run = log_run(
        ana_client, date="2026-07-28", time="23:50", duration="30:00", distance="5",
        kind="tempo", name="Club night", effort="7", note="Windy.",
    )  # fmt: skip

    assert (run.athlete, run.kind, run.name, run.effort) == (ana, "tempo", "Club night", 7)
    assert run.note == "Windy."
    assert run.started_at == datetime(2026, 7, 28, 21, 50, tzinfo=UTC)
    assert (run.performed_on, run.time_zone, run.logged_at) == (date(2026, 7, 28), "Europe/Berlin", NOW)
    page = ana_client.get(run.get_absolute_url())
    assert "Tuesday 28 July 2026, 23:50 to 00:20" in words(page)
    told = facts(page)
    assert (told["duration"], told["per km"]) == ("30:00", "6:00")
    assert "“Club night”" in words(page)
    assert "Tempo run, as you said." in words(page)
    assert (fact(page, "load"), told["Effort"], told["Entered"]) == ("210", "7, very hard", "by hand")
    assert notices(page) == ["Run saved."]


def test_a_name_is_as_long_as_its_column_at_most(ana_client):
    assert log_run(ana_client, name="n" * 100).name == "n" * 100
    response = post_run(ana_client, name="n" * 101)

    assert response.status_code == 422
    assert complaint(response, "name") == "Ensure this value has at most 100 characters (it has 101)."


def test_a_run_tomorrow_s_tomorrow_is_refused(ana_client):
    response = post_run(ana_client, date="2026-07-31")

    assert response.status_code == 422
    assert complaint(response, "date") == "31 July 2026 has not come yet. Log it once it is done."
    assert not Run.objects.exists()


def test_the_hour_that_spring_leaves_out_gives_a_sentence_and_keeps_the_rest(ana_client):
    response = post_run(ana_client, date="2026-03-29", time="02:30", note="Dark.")

    assert response.status_code == 422
    assert complaint(response, "time") == (
        "There is no 02:30 on 29 March 2026 in Europe/Berlin: the clock was put forward from 02:00 to 03:00. "
        "Type 03:30, or a time before 02:00."
    )
    kept = form_on(response, SAVE).fields
    assert (kept["date"], kept["time"], kept["duration"], kept["note"]) == (
        "2026-03-29",
        "02:30",
        "48:10",
        "Dark.",
    )
    assert not Run.objects.exists()


def test_the_hour_that_autumn_shows_twice_is_the_first_of_the_two(ana_client):
    run = log_run(ana_client, date="2025-10-26", time="02:30")

    assert run.started_at == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


def test_a_run_over_the_end_of_summer_time_ends_by_the_clock_on_the_wall(ana_client):
    run = log_run(ana_client, date="2025-10-26", time="01:30", duration="2:00:00")

    assert run.ended_at - run.started_at == timedelta(hours=2)
    assert "Sunday 26 October 2025, 01:30 to 02:30" in words(ana_client.get(run.get_absolute_url()))


@pytest.mark.parametrize(
    ("name", "value"), [("kind", "rest"), ("kind", ""), ("kind", "sprint"), ("effort", "0"), ("effort", "11")]
)
def test_a_choice_that_is_not_on_offer_is_refused(ana_client, name, value):
    response = post_run(ana_client, **{name: value})

    assert response.status_code == 422
    assert complaint(response, name)
    assert not Run.objects.exists()


def test_sent_twice_it_is_stored_once_and_both_answers_lead_to_it(ana_client):
    form = open_run_form(ana_client).filled({"duration": "48:10"})
    answers = [form.send(ana_client), form.filled({"duration": "50:00"}).send(ana_client)]

    run = Run.objects.get()
    assert run.duration_s == 2890
    assert [answer["Location"] for answer in answers] == [run.get_absolute_url()] * 2
    assert notices(ana_client.get(run.get_absolute_url())) == [
        "Run saved.",
        "Saved once already. What was sent again was not taken.",
    ]


def test_the_same_key_belongs_to_each_athlete_apart(ana, ben, ana_client, ben_client):
    form = open_run_form(ana_client).filled({"duration": "48:10"})
    form.send(ana_client)
    form.send(ben_client)

    assert (ana.runs.count(), ben.runs.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_store_one_run_and_every_answer_leads_to_it(ana_client):
    form = open_run_form(ana_client).filled({"duration": "48:10"})

    def send():
        client = Client()
        client.cookies = ana_client.cookies
        return form.send(client)

    answers = at_once(10, send)

    run = Run.objects.get()
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, run.get_absolute_url())}
